/** The periods of a status as bars: one beside the other, doubtful edges soft, the status written where it fits. */

import type { Reading } from '../time/clocks.ts';
import { dayOf, EVER, NEVER } from '../time/day.ts';
import { filledBar } from './filled-bar.ts';
import type { StatusPeriod } from './history.ts';
import { textWidth } from './lettering.ts';
import { type Look, lookOf } from './looks.ts';
import { patternOf } from './patterns.ts';
import { rounded } from './rounded.ts';
import { type DayScale, dayScale, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { doubtAfter, doubtBefore, softEdge } from './soft-edge.ts';
import { periodInWords, statusInWords, stretchInWords, windowOfBeginning } from './words.ts';

/** Where the bars of a lane stand. */
export interface Row {
  readonly subject: string;
  readonly y: number;
  readonly height: number;
}

/** The bars of the days shown, from edge to edge. */
export function bars(
  periods: readonly StatusPeriod[],
  reading: Reading,
  row: Row,
  view: View,
): readonly Shape[] {
  const scale = dayScale(view);
  return gathered(placedIn(periods, scale)).map((one) =>
    'many' in one ? crowd(one, row, view) : bar(one, reading, row, view, scale),
  );
}

/** The last status of the days shown, where its bar has no room for the word; null where it has. */
export function wordless(periods: readonly StatusPeriod[], reading: Reading, view: View): string | null {
  const scale = dayScale(view);
  const last = placedIn(periods, scale).at(-1);
  if (last === undefined) return null;
  const text = statusInWords(last.period.status);
  return hasRoom(text, edgesOf(last, reading, scale).certain) ? null : text;
}

function placedIn(periods: readonly StatusPeriod[], scale: DayScale): readonly Placed[] {
  return periods.flatMap((period, index) => {
    const [x, end] = [scale.within(period.from ?? EVER), scale.within(period.to ?? NEVER)];
    const [before, after] = [periods[index - 1] ?? null, periods[index + 1] ?? null];
    return end > x ? [{ period, before, after, x, end }] : [];
  });
}

interface Placed {
  readonly period: StatusPeriod;
  readonly before: StatusPeriod | null;
  readonly after: StatusPeriod | null;
  readonly x: number;
  readonly end: number;
}

interface Crowd {
  readonly many: StatusPeriod[];
  readonly x: number;
  end: number;
}

/** Bars too thin to be told apart, where several stand side by side, as one. */
function gathered(placed: readonly Placed[]): readonly (Placed | Crowd)[] {
  const rows: (Placed | Crowd)[] = [];
  for (const one of placed) {
    const last = rows[rows.length - 1];
    const thin = one.end - one.x < THIN;
    if (thin && last !== undefined && 'many' in last) {
      last.many.push(one.period);
      last.end = one.end;
    } else if (thin && last !== undefined && 'period' in last && last.end - last.x < THIN) {
      rows[rows.length - 1] = { many: [last.period, one.period], x: last.x, end: one.end };
    } else rows.push(one);
  }
  return rows;
}

const THIN = 0.75;

function crowd({ many, x, end }: Crowd, { subject, y, height }: Row, { prefix }: View): Shape {
  const [first, last] = [many[0], many[many.length - 1]];
  const from = first?.from ?? null;
  const days = stretchInWords({ from, to: last?.to ?? null });
  const about = { 'data-subject': subject, 'data-from': from === null ? null : dayOf(from) };
  return shape('g', { class: 'period', ...about }, [
    shape('title', {}, [`${many.length} periods, ${days}`]),
    shape('rect', { fill: patternOf(prefix, 'many'), x, y, width: end - x, height }),
  ]);
}

function bar(
  { period, before, after, x, end }: Placed,
  reading: Reading,
  { subject, y, height }: Row,
  view: View,
  scale: DayScale,
): Shape {
  const look = lookOf(period.status);
  const event = period.began.at(-1)?.event ?? null;
  const about = {
    'data-subject': subject,
    'data-event': event,
    'data-from': period.from === null ? null : dayOf(period.from),
  };
  const { softStart, softEnd, certain } = edgesOf({ period, before, after, x, end }, reading, scale);
  const sharp = period.from !== null && x > scale.left && windowOfBeginning(period) === null;
  return shape('g', { class: 'period', ...about }, [
    shape('title', {}, [periodInWords(period)]),
    ...filledBar(look, x, y, end - x, height, view.prefix),
    ...(softStart === null || before === null
      ? []
      : softEdge(lookOf(before.status), softStart, 'fade-out', y, height, view)),
    ...(softEnd === null || after === null
      ? []
      : softEdge(lookOf(after.status), softEnd, 'fade-in', y, height, view)),
    ...(sharp ? [edge(look, x, y, height)] : []),
    ...word(period.status, look, certain, y, height),
  ]);
}

/** The soft edges of a bar, and what is certain between them. */
function edgesOf({ period, before, after, x, end }: Placed, reading: Reading, scale: DayScale) {
  // In the latest reading a beginning may lie before the day that counts, in the earliest after it.
  const softStart = reading === 'earliest' && before !== null ? doubtAfter(period, scale) : null;
  const softEnd = reading === 'latest' && after !== null ? doubtBefore(period, after, scale) : null;
  return { softStart, softEnd, certain: { from: softStart?.end ?? x, to: softEnd?.x ?? end } };
}

/** A line where a period begins, so that one of a single day is seen however many years are shown. */
function edge({ tone }: Look, x: number, y: number, height: number): Shape {
  const stroke = tone === 'none' ? 'stroke-quiet' : `stroke-${tone}`;
  return shape('path', {
    class: `line ${stroke}`,
    d: `M${rounded(x)} ${rounded(y - 2)}v${rounded(height + 4)}`,
  });
}

function word(
  status: string,
  { texture }: Look,
  certain: { readonly from: number; readonly to: number },
  y: number,
  height: number,
): Shape[] {
  const text = statusInWords(status);
  if (!hasRoom(text, certain) || height < 13) return [];
  const look = texture === 'solid' ? 'on-solid' : texture === 'nothing' ? 'quiet haloed' : 'ink haloed';
  return [shape('text', { class: `word ${look}`, x: certain.from + 6, y: y + height / 2 + 4 }, [text])];
}

function hasRoom(text: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return textWidth(text, 11) + 12 <= to - from;
}
