/** How many are accredited, in how many hundredths of the runs: a fan over the days. */
import { line } from 'd3-shape';
import type { Count } from '../count.ts';
import { dayOf } from '../time/day.ts';
import { type Band, type Fan, joined, onTheSide, outlineOf, type Place, toldOfDays } from './fan-parts.ts';
import { dayScale, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';

export const BANDS_HEIGHT = 110;

/** The quantiles of the headcount, from `top` on. */
export function bandsDrawn(fan: Fan, top: number, view: View): readonly Shape[] {
  const scale = dayScale(view);
  const highest = Math.max(
    1,
    ...fan.bands.flatMap(({ p5, p50, p95 }) => [p5, p50, p95].flatMap(({ min, max }) => [min, max ?? min])),
  );
  const height = (number: number | null) =>
    top + (number === null ? 0 : BANDS_HEIGHT * (1 - (number / highest) * 0.9));
  const between = (low: (band: Band) => number | null, high: (band: Band) => number | null) =>
    joined(
      fan.bands.map((band) => ({ x: scale.x(band.day), low: height(low(band)), high: height(high(band)) })),
    );
  const outline = outlineOf();
  const wide =
    outline(
      between(
        ({ p5 }) => p5.min,
        ({ p95 }) => p95.max,
      ),
    ) ?? '';
  const middle =
    outline(
      between(
        ({ p50 }) => p50.min,
        ({ p50 }) => p50.max,
      ),
    ) ?? '';
  const median = line<Place>(
    (place) => place.x,
    (place) => place.low,
  ).digits(2);
  const base = top + BANDS_HEIGHT;
  const told = fan.bands.map(
    ({ day, p5, p50, p95 }) => `${dayOf(day)} ${[p5, p50, p95].map(bound).join(', ')}`,
  );
  const title = `headcount, not exceeded in 5, 50 and 95 % of the runs: ${toldOfDays(told, '; ')}`;
  return [
    shape('g', { class: 'bands', 'clip-path': `url(#${view.prefix}-days)`, 'data-subject': fan.subject }, [
      shape('title', {}, [title]),
      shape('path', { class: 'fill-headcount', 'fill-opacity': '0.2', d: wide }),
      shape('path', { class: 'line dotted stroke-headcount', d: wide }),
      shape('path', { class: 'fill-headcount', 'fill-opacity': '0.35', d: middle }),
      shape('path', {
        class: 'line thick stroke-headcount',
        d:
          median(
            between(
              ({ p50 }) => p50.min,
              ({ p50 }) => p50.min,
            ),
          ) ?? '',
      }),
      shape('path', {
        class: 'line thick stroke-headcount',
        d:
          median(
            between(
              ({ p50 }) => p50.max,
              ({ p50 }) => p50.max,
            ),
          ) ?? '',
      }),
    ]),
    shape('path', { class: 'line stroke-quiet', d: `M${scale.left} ${base}H${scale.right}` }),
    onTheSide('0', base, scale, view),
    onTheSide(String(highest), height(highest), scale, view),
  ];
}

function bound({ min, max }: Count): string {
  return max === null ? `${min} or more` : min === max ? String(min) : `${min} to ${max}`;
}
