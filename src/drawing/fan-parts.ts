/** What both halves of a fan are made of: the answer that is drawn, outlines over days, and labels at their side. */
import { type Area, area, curveLinear } from 'd3-shape';
import type { Count } from '../count.ts';
import type { DayNumber } from '../time/day.ts';
import { type DayScale, isWide, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';

/** What came of runs for one subject, on some days in order. */
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

/** A place of an outline: between two heights at a pixel. */
export interface Place {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

export function outlineOf(): Area<Place> {
  return area<Place>()
    .x(({ x }) => x)
    .y0(({ low }) => low)
    .y1(({ high }) => high)
    .curve(curveLinear)
    .digits(2);
}

/** A single day is drawn as wide as a mark, for an outline of one place has no width. */
export function joined(places: readonly Place[]): Place[] {
  const [only] = places;
  return places.length === 1 && only !== undefined
    ? [
        { ...only, x: only.x - 3 },
        { ...only, x: only.x + 3 },
      ]
    : [...places];
}

export function onTheSide(text: string, y: number, { left, right }: DayScale, view: View): Shape {
  return isWide(view)
    ? shape('text', { class: 'number quiet', x: left - 8, y: y + 4, 'text-anchor': 'end' }, [text])
    : shape('text', { class: 'number quiet haloed', x: right - 3, y: y - 3, 'text-anchor': 'end' }, [text]);
}

/** The title of a half says what is drawn of so many days, and no more. */
export function toldOfDays(told: readonly string[], between: string): string {
  return told.slice(0, TOLD).join(between) + (told.length > TOLD ? `${between}…` : '');
}

const TOLD = 12;
