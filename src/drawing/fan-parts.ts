/** What both halves of a fan are made of: the answer that is drawn, outlines over days, and labels at their side. */
import { area, curveStepAfter } from 'd3-shape';
import type { Count } from '../count.ts';
import { addDays, type DayNumber } from '../time/day.ts';
import { type DayScale, isWide, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';

/** What came of runs for one subject: how it stands at the end of some days, in order. */
export interface Fan {
  readonly subject: string;
  readonly name: string;
  /** In which share of the runs, from 0 to 1, it has which status. */
  readonly shares: readonly { readonly day: DayNumber; readonly of: { readonly [status: string]: number } }[];
  /** The headcounts that so many hundredths of the runs do not exceed; none for a subject without staff. */
  readonly bands: readonly Band[];
}

/** Where the number is known as a range only, `min` and `max` bound the quantile; null is no upper bound. */
export interface Band {
  readonly day: DayNumber;
  readonly p5: Count;
  readonly p50: Count;
  readonly p95: Count;
}

/** From one day that was looked at until the next. */
export interface Stretch {
  readonly x: number;
  readonly end: number;
}

/** A stretch on which a shape lies between two heights. */
export interface Place extends Stretch {
  readonly low: number;
  readonly high: number;
}

/**
 * What was found on a day is drawn until the next day that was looked at: when between the two it became otherwise is
 * not known, and a slope would tell of a change that lasts. The last day is drawn alone.
 */
export function held<Found extends { readonly day: DayNumber }>(
  found: readonly Found[],
  { x }: DayScale,
): readonly (Found & Stretch)[] {
  return found.map((one, index) => ({
    ...one,
    x: x(one.day),
    end: x(found[index + 1]?.day ?? addDays(one.day, 1)),
  }));
}

/** The outline of a shape over places side by side; null is a gap. */
export function outlineOf(places: readonly (Place | null)[]): string {
  const drawing = area<Place>()
    .x(({ x }) => x)
    .y0(({ low }) => low)
    .y1(({ high }) => high)
    .curve(curveStepAfter)
    .digits(2);
  return rowsOf(places)
    .map((row) => drawing(upToEnd(row)) ?? '')
    .join('');
}

/** Places side by side without a gap. */
export function rowsOf<Of extends Stretch>(places: readonly (Of | null)[]): readonly (readonly Of[])[] {
  const rows: Of[][] = [[]];
  for (const place of places) {
    if (place === null) rows.push([]);
    else rows[rows.length - 1]?.push(place);
  }
  return rows.filter((row) => row.length > 0);
}

/** The same, and where the last of them ends. */
export function upToEnd<Of extends Stretch>(row: readonly Of[]): readonly Of[] {
  const last = row[row.length - 1];
  return last === undefined ? [] : [...row, { ...last, x: last.end }];
}

/** A number at the side of its height: on it, or where there is no room beside, above or below it. */
export function onTheSide(
  text: string,
  y: number,
  { left, right }: DayScale,
  view: View,
  side: 'above' | 'below' = 'above',
): Shape {
  return isWide(view)
    ? shape('text', { class: 'number quiet', x: left - 8, y: y + 4, 'text-anchor': 'end' }, [text])
    : shape(
        'text',
        {
          class: 'number quiet haloed',
          x: right - 3,
          y: side === 'above' ? y - 3 : y + 11,
          'text-anchor': 'end',
        },
        [text],
      );
}

/** The title of a half says what is drawn of so many days, and no more. */
export function toldOfDays(told: readonly string[], between: string): string {
  return told.slice(0, TOLD).join(between) + (told.length > TOLD ? `${between}…` : '');
}

const TOLD = 12;
