/** Where a period begins on some day within a window: an edge as soft as the window is wide. */
import { addDays, type DayNumber, earlier, later, NEVER } from '../time/day.ts';
import { filledBar } from './filled-bar.ts';
import type { StatusPeriod } from './history.ts';
import type { Look } from './looks.ts';
import { patternOf } from './patterns.ts';
import { rounded } from './rounded.ts';
import type { DayScale, View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { windowOfBeginning } from './words.ts';

/** A part of the axis, in pixels. */
export interface Stretch {
  readonly x: number;
  readonly end: number;
}

/** The part of a period on which the next may have begun already. */
export function doubtBefore({ from }: StatusPeriod, next: StatusPeriod, scale: DayScale): Stretch | null {
  const window = windowOfBeginning(next);
  if (window === null || next.from === null) return null;
  return stretch(later(window.first, from ?? window.first), next.from, scale);
}

/** The part of a period on which it may not have begun yet. */
export function doubtAfter(period: StatusPeriod, scale: DayScale): Stretch | null {
  const window = windowOfBeginning(period);
  if (window === null || period.from === null) return null;
  const last = window.last === null ? NEVER : addDays(window.last, 1);
  return stretch(period.from, earlier(last, period.to ?? NEVER), scale);
}

/** The look of the neighbour, ever more or ever less of it. */
export function softEdge(
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
  const doubt = `M${rounded(x)} ${rounded(y - 2)}v${rounded(height + 4)}M${rounded(end)} ${rounded(y - 2)}v${rounded(height + 4)}`;
  return [
    shape('g', { mask: patternOf(prefix, fade) }, [ground, ...filled]),
    shape('path', { class: 'line dotted stroke-quiet', d: doubt }),
  ];
}

function stretch(from: DayNumber, to: DayNumber, scale: DayScale): Stretch | null {
  const [x, end] = [scale.within(from), scale.within(to)];
  return end - x > 0.5 ? { x, end } : null;
}
