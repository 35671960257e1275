/** The periods of a status as bars: one beside the other, doubtful edges soft, the status written where it fits. */

import type { Reading } from '../time/clocks.ts';
import { addDays, type DayNumber, dayOf, EVER, earlier, later, NEVER } from '../time/day.ts';
import type { StatusPeriod } from './history.ts';
import { textWidth } from './lettering.ts';
import { type Look, lookOf } from './looks.ts';
import { patternFor, patternOf } from './patterns.ts';
import { type DayScale, dayScale, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { periodInWords, stretchInWords, windowOfBeginning } from './words.ts';

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
  const placed = periods.flatMap((period, index) => {
    const [x, end] = [scale.within(period.from ?? EVER), scale.within(period.to ?? NEVER)];
    const [before, after] = [periods[index - 1] ?? null, periods[index + 1] ?? null];
    return end > x ? [{ period, before, after, x, end }] : [];
  });
  return gathered(placed).map((one) =>
    'many' in one ? crowd(one, row, view) : bar(one, reading, row, view, scale),
  );
}

/** A bar in the look of a status, as it also stands in the legend. */
export function filledBar(
  look: Look,
  x: number,
  y: number,
  width: number,
  height: number,
  prefix: string,
): Shape[] {
  const whole = { x, y, width, height };
  const pattern = patternFor(look);
  const inner = height * look.filled;
  const part = { ...whole, y: y + height - inner, height: inner };
  switch (look.texture) {
    case 'nothing':
      return [
        shape('rect', { class: 'bar unfilled', ...whole }),
        shape('path', { class: 'line dotted stroke-quiet', d: `M${n(x)} ${n(y + height / 2)}h${n(width)}` }),
      ];
    case 'solid':
      return [shape('rect', { class: `bar fill-${look.tone}`, ...whole })];
    case 'hollow':
      return [shape('rect', { class: 'bar paper', ...whole }), outline(look, whole)];
    case 'level':
      return [
        shape('rect', { class: 'bar paper', ...whole }),
        look.dotted
          ? shape('rect', { fill: patternOf(prefix, 'dotted'), ...part })
          : shape('rect', { class: `fill-${look.tone}`, ...part }),
        outline(look, whole),
      ];
    case 'hatch':
    case 'sparse':
    case 'dots':
      return [
        shape('rect', {
          class: 'bar',
          fill: pattern === null ? 'none' : patternOf(prefix, pattern),
          ...whole,
        }),
        outline(look, whole),
      ];
    default:
      return look.texture satisfies never;
  }
}

interface Placed {
  readonly period: StatusPeriod;
  readonly before: StatusPeriod | null;
  readonly after: StatusPeriod | null;
  readonly x: number;
  readonly end: number;
}

interface Crowd {
  readonly many: readonly StatusPeriod[];
  readonly x: number;
  readonly end: number;
}

/** Bars too thin to be told apart, where several stand side by side, as one. */
function gathered(placed: readonly Placed[]): readonly (Placed | Crowd)[] {
  const rows: (Placed | Crowd)[] = [];
  for (const one of placed) {
    const last = rows[rows.length - 1];
    const thin = one.end - one.x < THIN;
    if (thin && last !== undefined && 'many' in last) {
      rows[rows.length - 1] = { many: [...last.many, one.period], x: last.x, end: one.end };
    } else if (thin && last !== undefined && last.end - last.x < THIN && 'period' in last) {
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
    shape('rect', { class: 'bar', fill: patternOf(prefix, 'many'), x, y, width: end - x, height }),
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
  // In the latest reading a beginning may lie before the day that counts, in the earliest after it.
  const softStart = reading === 'earliest' && before !== null ? doubtAfter(period, scale) : null;
  const softEnd = reading === 'latest' && after !== null ? doubtBefore(period, after, scale) : null;
  const certain = { from: softStart?.end ?? x, to: softEnd?.x ?? end };
  const sharp = period.from !== null && x > scale.left && windowOfBeginning(period) === null;
  return shape('g', { class: 'period', ...about }, [
    shape('title', {}, [periodInWords(period)]),
    ...filledBar(look, x, y, end - x, height, view.prefix),
    ...(softStart === null || before === null
      ? []
      : soft(lookOf(before.status), softStart, 'fade-out', y, height, view)),
    ...(softEnd === null || after === null
      ? []
      : soft(lookOf(after.status), softEnd, 'fade-in', y, height, view)),
    ...(sharp ? [edge(look, x, y, height)] : []),
    ...word(period.status, look, certain, y, height),
  ]);
}

interface Stretch {
  readonly x: number;
  readonly end: number;
}

/** The part of a period on which the next may have begun already. */
function doubtBefore({ from }: StatusPeriod, next: StatusPeriod, scale: DayScale): Stretch | null {
  const window = windowOfBeginning(next);
  if (window === null || next.from === null) return null;
  return stretch(later(window.first, from ?? window.first), next.from, scale);
}

/** The part of a period on which it may not have begun yet. */
function doubtAfter(period: StatusPeriod, scale: DayScale): Stretch | null {
  const window = windowOfBeginning(period);
  if (window === null || period.from === null) return null;
  const last = window.last === null ? NEVER : addDays(window.last, 1);
  return stretch(period.from, earlier(last, period.to ?? NEVER), scale);
}

function stretch(from: DayNumber, to: DayNumber, scale: DayScale): Stretch | null {
  const [x, end] = [scale.within(from), scale.within(to)];
  return end - x > 0.5 ? { x, end } : null;
}

/** The look of the neighbour, ever more or ever less of it. */
function soft(
  look: Look,
  { x, end }: Stretch,
  fade: 'fade-in' | 'fade-out',
  y: number,
  height: number,
  { prefix }: View,
): Shape[] {
  const filled = filledBar(look, x, y, end - x, height, prefix);
  // What is nothing but a dotted line still covers what it fades into.
  const ground = shape('rect', { class: 'paper', x, y, width: end - x, height });
  const neighbour = [ground, ...filled].map(({ attributes, ...rest }) =>
    attributes['class'] === 'bar unfilled'
      ? null
      : { ...rest, attributes: { ...attributes, class: withoutBar(attributes['class']) } },
  );
  const doubt = `M${n(x)} ${n(y - 2)}v${n(height + 4)}M${n(end)} ${n(y - 2)}v${n(height + 4)}`;
  return [
    shape(
      'g',
      { mask: patternOf(prefix, fade) },
      neighbour.filter((one) => one !== null),
    ),
    shape('path', { class: 'line dotted stroke-quiet', d: doubt }),
  ];
}

/** Only a period itself is a bar, not what of its neighbour shows through. */
function withoutBar(classes: string | number | undefined): string {
  return String(classes ?? '').replace(/^bar ?/, '');
}

/** A line where a period begins, so that one of a single day is seen however many years are shown. */
function edge({ tone }: Look, x: number, y: number, height: number): Shape {
  const stroke = tone === 'none' ? 'stroke-quiet' : `stroke-${tone}`;
  return shape('path', { class: `line ${stroke}`, d: `M${n(x)} ${n(y - 2)}v${n(height + 4)}` });
}

function word(
  status: string,
  { texture }: Look,
  certain: { readonly from: number; readonly to: number },
  y: number,
  height: number,
): Shape[] {
  const text = status.replaceAll('-', ' ');
  if (textWidth(text, 11) + 12 > certain.to - certain.from || height < 13) return [];
  const look = texture === 'solid' ? 'on-solid' : texture === 'nothing' ? 'quiet haloed' : 'ink haloed';
  return [shape('text', { class: `word ${look}`, x: certain.from + 6, y: y + height / 2 + 4 }, [text])];
}

function outline(
  { tone }: Look,
  { x, y, width, height }: { readonly [side in 'x' | 'y' | 'width' | 'height']: number },
): Shape {
  const inset = Math.min(0.6, width / 2);
  return shape('rect', {
    class: `line stroke-${tone}`,
    x: x + inset,
    y: y + 0.6,
    width: Math.max(0, width - 2 * inset),
    height: height - 1.2,
  });
}

function n(x: number): number {
  return Math.round(x * 100) / 100;
}
