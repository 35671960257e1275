/** The picture of many runs of a scenario: the share of each status over time, and how many are accredited. */
import { dayOf } from '../time/day.ts';
import { axis, axisHeight, grid, ticksOf } from './axis.ts';
import { BANDS_HEIGHT, bandsDrawn } from './fan-bands.ts';
import type { Fan } from './fan-parts.ts';
import { percent, SHARES_HEIGHT, sharesDrawn, statusesIn } from './fan-shares.ts';
import { fanLegend } from './legend.ts';
import { fitting, inLines } from './lettering.ts';
import { nameOf } from './name.ts';
import { patterns } from './patterns.ts';
import { rounded } from './rounded.ts';
import { dayScale, isWide, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';

/** The fan of a subject as an `<svg>`: the shares of its statuses above, the quantiles of its headcount below. */
export function fanPicture(fan: Fan, view: View): Shape {
  const { width, prefix } = view;
  const { left, right } = dayScale(view);
  const ticks = ticksOf(view);
  const top = isWide(view) ? axisHeight(ticks) + 6 : axisHeight(ticks) + 28;
  const counted = fan.bands.length > 0;
  const end = top + SHARES_HEIGHT + (counted ? BETWEEN + BANDS_HEIGHT : 0);
  const meaning = fanLegend(fan, end + axisHeight(ticks), view);
  const height = end + axisHeight(ticks) + meaning.height;
  const label = `${fan.name}: ${sharesInWords(fan)}`;
  const days = shape('clipPath', { id: `${prefix}-days` }, [
    shape('rect', { x: left, y: 0, width: right - left, height: end }),
  ]);
  const wide = isWide(view);
  const lines = wide ? inLines(fan.name, left - 64, 13, 6) : [fitting(fan.name, right - left, 13)];
  return shape(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'picture',
      role: 'figure',
      'aria-label': label,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'data-top': top - 6,
      'data-bottom': end,
      'data-subject': fan.subject,
    },
    [
      patterns(prefix),
      shape('defs', {}, [days]),
      shape('rect', { class: 'paper', width, height }),
      axis(view, ticks, top - 6, 'above'),
      grid(view, ticks, top - 6, end),
      nameOf(fan.name, lines, wide ? 16 : left, wide ? top + 14 : 16, fan.subject),
      ...sharesDrawn(fan, top, view),
      ...(counted ? bandsDrawn(fan, top + SHARES_HEIGHT + BETWEEN, view) : []),
      axis(view, ticks, end, 'below'),
      meaning.drawn,
    ],
  );
}

const BETWEEN = 18;

/** A line on the day of a view, drawn over its fan; null where it has none, or one beyond the days shown. */
export function dayInFan(picture: Shape, view: View): Shape | null {
  const { at, from, to } = view;
  if (at === null || at < from || at >= to) return null;
  const { 'data-top': top = 0, 'data-bottom': bottom = 0 } = picture.attributes;
  return shape('path', {
    class: 'line stroke-cursor',
    'data-from': dayOf(at),
    d: `M${rounded(dayScale(view).x(at))} ${top}V${bottom}`,
  });
}

function sharesInWords(fan: Fan): string {
  const last = fan.shares[fan.shares.length - 1];
  if (last === undefined) return 'no runs';
  const told = statusesIn(fan).map((status) => `${status} in ${percent(last.of[status] ?? 0)}`);
  return `on ${dayOf(last.day)} ${told.join(', ')} of the runs`;
}
