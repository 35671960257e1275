/** The events of a lane: a mark on the day of each, and a curve from the day on which it was told where that is another. */
import { type DayNumber, dayOf } from '../time/day.ts';
import type { HistoryEvent } from './history.ts';
import { rounded } from './rounded.ts';
import { type DayScale, dayScale, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { eventInWords } from './words.ts';

/** How much room the curves take above the bar, and the marks below it. */
export const CURVES_HEIGHT = 16;
export const MARKS_HEIGHT = 11;

/** The curves whose two ends are far enough apart to be seen: several events told and taking hold together share one. */
export function curvesOf(events: readonly HistoryEvent[], view: View): readonly Curve[] {
  const scale = dayScale(view);
  const curves = new Map<string, { told: DayNumber; day: DayNumber; events: HistoryEvent[] }>();
  for (const event of events) {
    const { told, day } = event;
    if (day === null || told === day || Math.max(told, day) < view.from || Math.min(told, day) >= view.to)
      continue;
    if (Math.abs(scale.x(day) - scale.x(told)) < APART) continue;
    const key = `${told} ${day}`;
    const known = curves.get(key);
    if (known === undefined) curves.set(key, { told, day, events: [event] });
    else known.events.push(event);
  }
  return [...curves.values()];
}

/** An announcement and the day on which what it told took hold. */
export interface Curve {
  readonly told: DayNumber;
  readonly day: DayNumber;
  readonly events: readonly HistoryEvent[];
}

/** Curves from above down to the bar at `y`. */
export function curves(all: readonly Curve[], subject: string, y: number, view: View): readonly Shape[] {
  const scale = dayScale(view);
  return all.map(({ told, day, events }) => {
    const [x, end] = [scale.x(told), scale.x(day)];
    const top = y - CURVES_HEIGHT + 4;
    const bend = x + (end - x) * 0.6;
    const assumed = events.some(({ hypothetical }) => hypothetical !== null);
    const look = `line stroke-announcement${assumed ? ' dashed' : ''}`;
    const starts = x >= scale.left && x <= scale.right;
    const d = `M${rounded(x)} ${rounded(top)}C${rounded(bend)} ${rounded(top)} ${rounded(end)} ${rounded(top)} ${rounded(end)} ${rounded(y)}`;
    return shape('g', { class: 'announcement', ...chosenBy(events, subject, told, view) }, [
      shape('title', {}, [
        [...eachClick(events, view), `announced ${dayOf(told)}:`, ...listed(events)].join('\n'),
      ]),
      ...(view.isClickable ? [shape('path', { class: 'reach', d })] : []),
      shape('path', { class: look, d }),
      ...(starts ? [shape('circle', { class: 'fill-announcement', cx: x, cy: top, r: 2 })] : []),
    ]);
  });
}

/** Marks under a bar that ends at `y`: a tick for what changed something, a cross for what has no place in the rules. */
export function marks(
  events: readonly HistoryEvent[],
  subject: string,
  y: number,
  view: View,
): readonly Shape[] {
  const scale = dayScale(view);
  const shown = events.filter(({ day }) => day !== null && day >= view.from && day < view.to);
  const [placed, misplaced] = [
    shown.filter(({ finding }) => finding === null),
    shown.filter(({ finding }) => finding !== null),
  ];
  const all = [
    ...gathered(placed, scale, 2).map((one) => ({ ...one, isPlaced: true })),
    ...gathered(misplaced, scale, 4).map((one) => ({ ...one, isPlaced: false })),
  ].sort((a, b) => a.x - b.x);
  return all.map(({ x, events: here, isPlaced }, index) => {
    const before = Math.min(REACH, (x - (all[index - 1]?.x ?? Number.NEGATIVE_INFINITY)) / 2);
    const after = Math.min(REACH, ((all[index + 1]?.x ?? Number.POSITIVE_INFINITY) - x) / 2);
    const target = view.isClickable ? { before, after } : null;
    return mark(here, subject, view, isPlaced ? tick(x, y, assumedIn(here), target) : cross(x, y, target));
  });
}

/** So far before and after a thin mark a pointer meets it too; downwards always 24 pixels (WCAG 2.2, 2.5.8). */
type Target = { readonly before: number; readonly after: number } | null;

/** As far as the marks beside it leave room. */
const REACH = 6;

/** The line of a mark, and how it looks. */
interface Line {
  readonly look: string;
  readonly d: string;
}

function tick(x: number, y: number, isAssumed: boolean, target: Target): Line {
  const look = `line ${isAssumed ? 'stroke-assumed' : 'stroke-quiet'}`;
  const start = `M${rounded(x)} ${rounded(y + 2)}`;
  if (target === null) return { look, d: `${start}v5` };
  return { look: `${look} target`, d: `${start}V${y + HIGH}${around(x, y, target)}H${rounded(x)}Z` };
}

function cross(x: number, y: number, target: Target): Line {
  const look = 'line thick stroke-finding';
  const d = `M${rounded(x - 3)} ${rounded(y + 2)}l6 6m0 -6l-6 6`;
  if (target === null) return { look, d };
  return { look: `${look} target crossed`, d: `${d}${around(x, y, target)}V${rounded(y + 8)}` };
}

/**
 * The line goes on around its target, where the dash of `.target` leaves it undrawn: an element more for each of
 * thousands of marks would make the picture slower.
 */
function around(x: number, y: number, { before, after }: Exclude<Target, null>): string {
  const [left, right] = [rounded(x - before), rounded(x + after)];
  return `H${left}V${y}H${right}V${y + HIGH}H${left}`;
}

const HIGH = 24;

/** Two days so few pixels apart are one to the eye. */
const APART = 4;

/** Events too close to be told apart as one mark. */
function gathered(events: readonly HistoryEvent[], scale: DayScale, apart: number) {
  const groups: { x: number; events: HistoryEvent[] }[] = [];
  for (const event of events) {
    const x = scale.x(event.day ?? event.told);
    const last = groups[groups.length - 1];
    if (last !== undefined && x - last.x < apart) last.events.push(event);
    else groups.push({ x, events: [event] });
  }
  return groups;
}

function mark(events: readonly HistoryEvent[], subject: string, view: View, { look, d }: Line): Shape {
  const [first] = events;
  const sort = first?.finding === null ? 'event' : 'event finding';
  const about = chosenBy(events, subject, first?.day ?? null, view);
  return shape('path', { class: `${sort} ${look}`, d, ...about }, [
    shape('title', {}, [[...eachClick(events, view), ...listed(events)].join('\n')]),
  ]);
}

function eachClick({ length }: readonly HistoryEvent[], { isClickable }: View): readonly string[] {
  return isClickable && length > 1 ? [`${length} events; each click shows the next:`] : [];
}

function listed(events: readonly HistoryEvent[]): readonly string[] {
  const more = events.length > TOLD ? [`and ${events.length - TOLD} more events`] : [];
  return [...events.slice(0, TOLD).map(eventInWords), ...more];
}

const TOLD = 8;

/** What a click on it chooses: its events, and the day from which they count. */
function chosenBy(
  events: readonly HistoryEvent[],
  subject: string,
  day: DayNumber | null,
  { isClickable }: View,
) {
  return {
    'data-subject': subject,
    'data-event': events[0]?.event ?? null,
    'data-events': isClickable && events.length > 1 ? events.map(({ event }) => event).join(' ') : null,
    'data-from': day === null ? null : dayOf(day),
  };
}

function assumedIn(events: readonly HistoryEvent[]): boolean {
  return events.some(({ hypothetical }) => hypothetical !== null);
}
