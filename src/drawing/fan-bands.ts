/** How many are accredited, in how many hundredths of the runs: a fan over the days. */
import { curveStepAfter, line } from 'd3-shape';
import { dayOf } from '../time/day.ts';
import {
  type Band,
  type Fan,
  held,
  onTheSide,
  outlineOf,
  type Place,
  rowsOf,
  type Stretch,
  toldOfDays,
  upToEnd,
} from './fan-parts.ts';
import { textWidth } from './lettering.ts';
import { patternOf } from './patterns.ts';
import { type DayScale, dayScale, isWide, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { countSpoken } from './words.ts';

export const BANDS_HEIGHT = 110;

/** The quantiles of the headcount, from `top` on. What has no upper bound fades upwards from what is known. */
export function bandsDrawn(fan: Fan, top: number, view: View): readonly Shape[] {
  const scale = dayScale(view);
  // A little above the axis, so that a line of nobody is seen.
  const base = top + BANDS_HEIGHT - 3;
  const bands = unlike(held(fan.bands, scale));
  const highest = Math.max(
    ...fan.bands.flatMap(({ p5, p50, p95 }) => [p5, p50, p95].map(({ min, max }) => max ?? min)),
  );
  const reach = (base - top) * (bands.some(isOpen) ? 0.7 : 0.9);
  const height = (number: number) => base - (highest === 0 ? 0 : (number / highest) * reach);
  const between = (bounds: (band: Band) => readonly [number, number] | null) =>
    outlineOf(
      bands.map((band): Place | null => {
        const found = bounds(band);
        const { x, end } = band;
        return found && { x, end, low: height(found[0]), high: height(found[1]) };
      }),
    );
  const along = (look: string, number: (band: Band) => number | null) => {
    const places = bands.map((band) => {
      const found = number(band);
      return found === null ? null : { x: band.x, end: band.end, y: height(found) };
    });
    return shape('path', { class: look, d: course(places) });
  };
  const wide = between(({ p5, p95 }) => [p5.min, p95.max ?? p95.min]);
  const middle = between(({ p50: { min, max } }) => (max === null || max === min ? null : [min, max]));
  const told = fan.bands.map(
    ({ day, p5, p50, p95 }) => `${dayOf(day)} ${[p5, p50, p95].map(countSpoken).join(', ')}`,
  );
  const title = `headcount, not exceeded in 5, 50 and 95 % of the runs: ${toldOfDays(told, '; ')}`;
  const people = highest === 1 ? '1 person' : `${highest} people`;
  return [
    shape('g', { class: 'bands', 'clip-path': `url(#${view.prefix}-days)`, 'data-subject': fan.subject }, [
      shape('title', {}, [title]),
      ...bands.filter(isOpen).map(({ x, end, p95 }) =>
        shape('rect', {
          class: 'unbounded',
          fill: patternOf(view.prefix, 'headcount-fade'),
          x,
          y: top,
          width: end - x,
          height: height(p95.min) - top,
        }),
      ),
      shape('path', { class: 'fill-headcount', 'fill-opacity': '0.2', d: wide }),
      along('line dotted stroke-headcount', ({ p5: { min, max } }) => (min === 0 && max !== 0 ? null : min)),
      along('line dotted stroke-headcount', ({ p95 }) => p95.max ?? (p95.min === 0 ? null : p95.min)),
      shape('path', { class: 'fill-headcount', 'fill-opacity': '0.35', d: middle }),
      along('line thick stroke-headcount', ({ p50: { min, max } }) => (min === max ? min : null)),
      ...bands.flatMap((band) => word(band, height(band.p95.min), textWidth(people, 10), scale, view)),
    ]),
    ...(highest === 0 ? [] : [onTheSide('0', base, scale, view)]),
    onTheSide(people, height(highest), scale, view),
  ];
}

/** Where no maximum is known, that is written. */
function word(
  { x, end, p5, p95 }: Band & Stretch,
  y: number,
  side: number,
  { left, right }: DayScale,
  view: View,
): readonly Shape[] {
  if (p95.max !== null) return [];
  const number = countSpoken(p95);
  const isOfAll = p5.max === null && p5.min === p95.min;
  const [from, to] = [Math.max(left, x), Math.min(isWide(view) ? right : right - side - 6, end)];
  const text = (isOfAll ? [number] : [`${number} in some runs`, number]).find(
    (one) => textWidth(one, 10) + 8 <= to - from,
  );
  return text === undefined
    ? []
    : [shape('text', { class: 'number quiet haloed', x: from + 4, y: y - 6 }, [text])];
}

function isOpen({ p95 }: Band): boolean {
  return p95.max === null;
}

/** Stretches side by side of which nothing else is known are one. */
function unlike(bands: readonly (Band & Stretch)[]): readonly (Band & Stretch)[] {
  const all: (Band & Stretch)[] = [];
  for (const band of bands) {
    const last = all[all.length - 1];
    if (last !== undefined && known(last) === known(band)) all[all.length - 1] = { ...last, end: band.end };
    else all.push(band);
  }
  return all;
}

function known({ p5, p50, p95 }: Band): string {
  return [p5, p50, p95].map(countSpoken).join(', ');
}

function course(places: readonly ((Stretch & { readonly y: number }) | null)[]): string {
  const drawing = line<Stretch & { readonly y: number }>()
    .x(({ x }) => x)
    .y(({ y }) => y)
    .curve(curveStepAfter)
    .digits(2);
  return rowsOf(places)
    .map((row) => drawing(upToEnd(row)) ?? '')
    .join('');
}
