/**
 * Ceiling and headcount as steps under the bar: exact numbers as lines, ranges as bands between what is known of them,
 * unbounded ones fading upwards. Where nothing is known there is no line, for a line at the bottom says that nobody is there.
 */
import { area, curveStepAfter, line } from 'd3-shape';
import type { Count } from '../count.ts';
import type { Reading } from '../time/clocks.ts';
import { EVER, NEVER } from '../time/day.ts';
import type { Step, SubjectHistory } from './history.ts';
import { textWidth } from './lettering.ts';
import { patternOf } from './patterns.ts';
import { type DayScale, dayScale, isWide, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { doubtAfter, doubtBefore, ends } from './soft-edge.ts';
import { countInFew } from './words.ts';

/** How much room the steps take. */
export const STEPS_HEIGHT = 42;

/** The highest number of what is shown; null where none is, so that there is nothing to draw. */
export function highestOf({
  ceiling,
  headcount,
}: Pick<SubjectHistory, 'ceiling' | 'headcount'>): number | null {
  let highest = 0;
  for (const { count } of [...ceiling, ...headcount]) {
    if (count !== null) highest = Math.max(highest, count.min, count.max ?? 0);
  }
  return highest === 0 ? null : highest;
}

/** The steps of a lane between `y` and the line of nobody below it; `highest` is the number at the top. */
export function steps(
  history: SubjectHistory,
  reading: Reading,
  highest: number,
  y: number,
  view: View,
): Shape {
  const scale = dayScale(view);
  const base = y + STEPS_HEIGHT - 2;
  const heightOf = (number: number) => base - (Math.min(number, highest) / highest) * (STEPS_HEIGHT - 16);
  const frame = { scale, base, top: y + 4, heightOf, prefix: view.prefix };
  return shape('g', { class: 'steps', 'data-subject': history.subject }, [
    shape('path', { class: 'line stroke-rule', d: `M${scale.left} ${base}H${scale.right}` }),
    ...unit(frame, view),
    ...drawn(history.headcount, 'headcount', frame),
    ...drawn(history.ceiling, 'ceiling', frame),
    ...doubts(history.headcount, 'headcount', reading, frame),
    ...doubts(history.ceiling, 'ceiling', reading, frame),
    ...numbers(history.headcount, 'headcount', frame),
    ...numbers(history.ceiling, 'ceiling', frame),
  ]);
}

interface Frame {
  readonly scale: DayScale;
  readonly base: number;
  readonly top: number;
  readonly heightOf: (number: number) => number;
  readonly prefix: string;
}

/** A step as pixels, `high` null where there is no upper bound; and what of it is drawn as a line: a number, or a bound. */
interface Point {
  readonly x: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly exact: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

function drawn(all: readonly Step[], what: 'headcount' | 'ceiling', frame: Frame): readonly Shape[] {
  const { scale, top, heightOf, prefix } = frame;
  const shown = visible(all, scale);
  const points = shown.map(({ count, x }) => ({ x, ...heightsOf(count, heightOf) }));
  const last = points[points.length - 1];
  if (last === undefined) return [];
  points.push({ ...last, x: scale.right });
  const band = area<Point>()
    .x(({ x }) => x)
    .y0(({ low }) => low ?? top)
    .y1(({ high }) => high ?? top)
    .defined(({ high }) => high !== null)
    .curve(curveStepAfter)
    .digits(2);
  const look = what === 'ceiling' ? 'line dashed stroke-ceiling' : 'line thick stroke-headcount';
  const unbounded = shown.filter(({ count }) => count !== null && count.max === null);
  return [
    ...unbounded.map(({ x, end, count }) => {
      const low = heightOf(count?.min ?? 0);
      const fill = patternOf(prefix, `${what}-fade`);
      return shape('rect', {
        class: 'unbounded',
        fill,
        x,
        y: top,
        width: end - x,
        height: Math.max(0, low - top),
      });
    }),
    ...path(band(upToEnds(points, ({ high }) => high)), `band fill-${what}`, { 'fill-opacity': '0.18' }),
    ...(['least', 'most', 'exact'] as const).flatMap((part) =>
      path(
        courseOf(points, (point) => point[part]),
        part === 'exact' ? look : `line dotted stroke-${what}`,
      ),
    ),
  ];
}

/**
 * Where a step begins on some day within a window: the number after it grows upon the days on which it may hold already,
 * or that before it fades on those on which it may hold still.
 */
function doubts(
  all: readonly Step[],
  what: 'headcount' | 'ceiling',
  reading: Reading,
  { scale, top, heightOf, prefix }: Frame,
): readonly Shape[] {
  return all.flatMap((step, index) => {
    const before = all[index - 1];
    if (before === undefined) return [];
    const isLatest = reading === 'latest';
    const stretch = isLatest ? doubtBefore(before, step, scale) : doubtAfter(step, scale);
    const [shown, other] = isLatest ? [step.count, before.count] : [before.count, step.count];
    const count = shown ?? other;
    if (stretch === null || count === null) return [];
    const { low, high } = heightsOf(count, heightOf);
    const upper = high ?? top;
    const level = Math.max(1.5, (low ?? upper) - upper);
    const edges = ends(stretch, upper, level);
    // Of no number nothing grows or fades.
    if (shown === null) return [edges];
    const { x, end } = stretch;
    const look = shown.min === shown.max ? {} : { 'fill-opacity': '0.18' };
    const fill =
      shown.max === null ? { fill: patternOf(prefix, `${what}-fade`) } : { class: `fill-${what}`, ...look };
    return [
      shape('g', { class: 'doubtful', mask: patternOf(prefix, isLatest ? 'fade-in' : 'fade-out') }, [
        shape('rect', { ...fill, x, y: upper - 0.75, width: end - x, height: level }),
      ]),
      edges,
    ];
  });
}

function heightsOf(count: Count | null, heightOf: (number: number) => number): Omit<Point, 'x'> {
  if (count === null) return { low: null, high: null, exact: null, least: null, most: null };
  const { min, max } = count;
  const [low, high] = [heightOf(min), max === null ? null : heightOf(max)];
  return min === max
    ? { low, high, exact: low, least: null, most: null }
    : { low, high, exact: null, least: min === 0 ? null : low, most: high };
}

function courseOf(points: readonly Point[], height: (point: Point) => number | null): string | null {
  const drawing = line<Point>()
    .x(({ x }) => x)
    .y((point) => height(point) ?? 0)
    .defined((point) => height(point) !== null)
    .curve(curveStepAfter)
    .digits(2);
  return drawing(upToEnds(points, height));
}

/** Where a number ends in none, it is drawn on to that day. */
function upToEnds(points: readonly Point[], height: (point: Point) => number | null): Point[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (before === undefined || height(before) === null || height(point) !== null) return [point];
    return [{ ...before, x: point.x }, point];
  });
}

function path(
  d: string | null,
  look: string,
  more: { readonly [name: string]: string } = {},
): readonly Shape[] {
  return d === null ? [] : [shape('path', { class: look, d, ...more })];
}

/** The number at the beginning of each step, where there is room for it: ceilings above their line, headcounts below. */
function numbers(all: readonly Step[], what: 'headcount' | 'ceiling', frame: Frame): readonly Shape[] {
  const { scale, base, heightOf } = frame;
  return visible(all, scale).flatMap(({ count, x, end }) => {
    if (count === null) return [];
    const isUnknown = count.min === 0 && count.max === null;
    if (isUnknown && what === 'ceiling') return [];
    const text = isUnknown ? 'unknown' : countInFew(count);
    if (textWidth(text, 10) + 6 > end - x) return [];
    const at = heightOf(count.max ?? count.min);
    const y = isUnknown ? base - 6 : what === 'ceiling' ? at - 3 : Math.min(base - 2, at + 11);
    const look = isUnknown ? 'quiet' : `fill-${what}`;
    return [shape('text', { class: `number haloed ${look}`, x: x + 3, y }, [text])];
  });
}

/** What is counted, beside the steps; where names stand above the bars, the legend alone says it. */
function unit({ scale, base }: Frame, view: View): readonly Shape[] {
  if (!isWide(view)) return [];
  return [
    shape('text', { class: 'number quiet', x: scale.left - 10, y: base + 1, 'text-anchor': 'end' }, [
      'people',
    ]),
  ];
}

function visible(all: readonly Step[], scale: DayScale) {
  return all.flatMap((step) => {
    // Before anything has happened nobody is there, and nobody counts them.
    if (step.from === null && step.count?.max === 0) return [];
    const [x, end] = [scale.within(step.from ?? EVER), scale.within(step.to ?? NEVER)];
    return end > x ? [{ ...step, x, end }] : [];
  });
}
