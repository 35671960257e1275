/** The axis of days: years, months or days, as the span has room for. */
import { scaleUtc } from 'd3-scale';
import { addDays, type DayNumber, dayNumberOf, dayOf } from '../time/day.ts';
import { textWidth } from './lettering.ts';
import { rounded } from './rounded.ts';
import { type DayScale, dayScale, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';

/** A line of the axis: where it stands, what is written there, and what above that, such as the year of a month. */
export interface Tick {
  readonly day: DayNumber;
  readonly label: string;
  readonly above: string | null;
}

/** How much room an axis takes: more where something is written above the labels. */
export function axisHeight(ticks: readonly Tick[]): number {
  return ticks.some(({ above }) => above !== null) ? 36 : 22;
}

/** The lines that a view has room for, in order. */
export function ticksOf(view: View): readonly Tick[] {
  const { left, right } = dayScale(view);
  const to = view.to > view.from ? view.to : addDays(view.from, 1);
  const moments = scaleUtc([view.from * MS, to * MS], [left, right]).ticks(Math.max(2, (right - left) / 72));
  const origin = dayNumberOf(1970, 1, 1);
  const days = moments
    .map(Number)
    .flatMap((ms) => (ms % MS === 0 && ms < END ? [addDays(origin, ms / MS)] : []));
  const shown = days.length > 0 ? days : [view.from];
  const written = shown.map((day) => dayOf(day));
  const unit = written.every((day) => day.endsWith('-01-01'))
    ? 'year'
    : written.every((day) => day.endsWith('-01'))
      ? 'month'
      : 'day';
  return shown.map((day, index) => {
    const [text, before] = [dayOf(day), written[index - 1] ?? ''];
    const month = MONTHS[Number(text.slice(5, 7)) - 1] ?? '';
    if (unit === 'year') return { day, label: text.slice(0, 4), above: null };
    if (unit === 'month') {
      return { day, label: month, above: text.slice(0, 4) === before.slice(0, 4) ? null : text.slice(0, 4) };
    }
    const above = text.slice(0, 7) === before.slice(0, 7) ? null : `${month} ${text.slice(0, 4)}`;
    return { day, label: String(Number(text.slice(8))), above };
  });
}

/** The axis: its labels above a line at `y`, or below one. */
export function axis(view: View, ticks: readonly Tick[], y: number, side: 'above' | 'below'): Shape {
  const scale = dayScale(view);
  const up = side === 'above' ? -1 : 1;
  const near = y + (up < 0 ? -8 : 17);
  const far = near + up * 14;
  const lines = ticks.map(({ day }) => `M${rounded(scale.x(day))} ${y}v${up * 4}`);
  return shape('g', { class: 'axis', 'aria-hidden': 'true' }, [
    shape('path', { class: 'line stroke-quiet', d: `M${scale.left} ${y}H${scale.right}${lines.join('')}` }),
    ...labels(
      ticks.map(({ day, label }) => ({ day, text: label })),
      scale,
      near,
      'quiet',
    ),
    ...labels(
      ticks.flatMap(({ day, above }) => (above === null ? [] : [{ day, text: above }])),
      scale,
      far,
      'ink year',
    ),
  ]);
}

/** The lines of the axis through all lanes. */
export function grid(view: View, ticks: readonly Tick[], top: number, bottom: number): Shape {
  const scale = dayScale(view);
  const lines = ticks.map(({ day }) => `M${rounded(scale.x(day))} ${top}V${bottom}`);
  return shape('path', { class: 'line stroke-rule', d: lines.join('') });
}

const MS = 86_400_000;

/** No day of the years 0 to 9999 begins then any more. */
const END = (dayNumberOf(9999, 12, 31) + 1) * MS;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Labels centred on their days, within the edges; one that would touch the one before it is left out. */
function labels(
  all: readonly { readonly day: DayNumber; readonly text: string }[],
  scale: DayScale,
  y: number,
  look: string,
): readonly Shape[] {
  let free = Number.NEGATIVE_INFINITY;
  return all.flatMap(({ day, text }) => {
    const half = textWidth(text, 11) / 2;
    const x = Math.min(scale.right - half, Math.max(scale.left + half, scale.x(day)));
    if (x - half < free) return [];
    free = x + half + 6;
    return [shape('text', { class: look, x, y, 'text-anchor': 'middle' }, [text])];
  });
}
