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

/** A period or a step, as far as its edges go. */
type Edged = Pick<StatusPeriod, 'from' | 'to' | 'began'>;

/** The part of it on which the next may have begun already. */
export function doubtBefore({ from }: Edged, next: Edged, scale: DayScale): Stretch | null {
  const window = windowOfBeginning(next);
  if (window === null || next.from === null) return null;
  return stretch(later(window.first, from ?? window.first), next.from, scale);
}

/** The part of it on which it may not have begun yet. */
export function doubtAfter(edged: Edged, scale: DayScale): Stretch | null {
  const window = windowOfBeginning(edged);
  if (window === null || edged.from === null) return null;
  const last = window.last === null ? NEVER : addDays(window.last, 1);
  return stretch(edged.from, earlier(last, edged.to ?? NEVER), scale);
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
  return [shape('g', { mask: patternOf(prefix, fade) }, [ground, ...filled]), ends({ x, end }, y, height)];
}

/** Dotted lines at both ends of what is in doubt. */
export function ends({ x, end }: Stretch, y: number, height: number): Shape {
  const line = (at: number) => `M${rounded(at)} ${rounded(y - 2)}v${rounded(height + 4)}`;
  return shape('path', { class: 'line dotted stroke-quiet', d: `${line(x)}${line(end)}` });
}

function stretch(from: DayNumber, to: DayNumber, scale: DayScale): Stretch | null {
  const [x, end] = [scale.within(from), scale.within(to)];
  return end - x > 0.5 ? { x, end } : null;
}
