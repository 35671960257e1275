/** What holds whatever days the doubtful dates turn out to be: a date honestly left open breaks no invariant. */
import type { Kind } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import { type Described, describe } from '../replay/describe.ts';
import { possibilities } from '../replay/doubt.ts';
import { begin } from '../replay/evolve.ts';
import type { Knowledge } from '../replay/known.ts';
import { chartFor } from '../replay/walk.ts';
import type { AsOf } from '../time/clocks.ts';
import { addDays, type DayNumber, dayNumberOf, EVER, later } from '../time/day.ts';
import { byOrder } from '../time/order.ts';

/** A subject's kind and what is known of it, in order. */
export interface Stream {
  readonly kind: Kind;
  readonly events: readonly DomainEvent[];
}

/** Whether something holds of the state of a subject at the end of the day under every choice of days. */
export function certainly(
  holds: (state: Described) => boolean,
  { kind, events }: Stream,
  when: AsOf,
): boolean {
  const chart = chartFor(kind);
  const { states, exhausted } = possibilities(chart, begin(chart), events, when);
  // In the earliest reading every event that has happened has a day.
  return !exhausted && states.every((state) => holds(describe(chart, state, 'earliest')));
}

/** Whether an event that finds its subject in that status in the reading does so under every choice of days. */
export function certainlyFinds(
  status: string,
  event: DomainEvent,
  { kind, events }: Stream,
  knowledge: Knowledge,
): boolean {
  const { first, last } = event.effective;
  if (!events.some(isOpen)) return true;
  return edgesOf(events)
    .filter((day) => first <= day && day <= last)
    .every((at) => {
      const before = events.flatMap((other) => asBefore(other, event, at));
      return certainly((state) => state.status === status, { kind, events: before }, { ...knowledge, at });
    });
}

/** What another event may have done before one that falls on that day, told as a question about the end of the day. */
function asBefore(other: DomainEvent, event: DomainEvent, day: DayNumber): readonly DomainEvent[] {
  if (other === event) return [];
  const orders = toldOn(other, day).flatMap((one) =>
    toldOn(event, day).map((two) => byOrder('latest')(one, two)),
  );
  const [mayPrecede, mayFollow] = [orders.some((order) => order < 0), orders.some((order) => order > 0)];
  if (isToldWith(other, event)) {
    const { announced } = other;
    return mayFollow
      ? []
      : [{ ...within(other, day, day), announced: { ...announced, first: day, last: day } }];
  }
  const { first, last } = other.effective;
  if (!mayFollow || last < day) return [other];
  return mayPrecede || first < day ? [within(other, first, later(last, addDays(day, 1)))] : [];
}

/** The event on that day, as told on the first and on the last day on which it may have been. */
function toldOn(event: DomainEvent, day: DayNumber): readonly DomainEvent[] {
  const { announced, atAnnouncement } = event;
  const days = atAnnouncement ? [day] : [announced.first, announced.last];
  return days.map((told) => ({
    ...within(event, day, day),
    announced: { ...announced, first: told, last: told },
  }));
}

/** Whether both take hold on the day of one announcement. */
function isToldWith(a: DomainEvent, b: DomainEvent): boolean {
  return a.act === b.act && a.atAnnouncement && b.atAnnouncement && a.announced.edtf === b.announced.edtf;
}

/** The event with another window, which need no longer be that of its announcement. */
function within(event: DomainEvent, first: DayNumber, last: DayNumber): DomainEvent {
  return { ...event, atAnnouncement: false, effective: { ...event.effective, first, last } };
}

/**
 * The days, in order, on which what is possible may change: the first and the last of every window, and the day after
 * each, from which on something else may have happened since.
 */
export function edgesOf(events: readonly DomainEvent[]): readonly DayNumber[] {
  const ends = events.flatMap(({ effective: { first, last } }) => [first, last]);
  const days = new Set(ends.flatMap((day) => [day, addDays(day, 1)]));
  return [...days].filter((day) => day !== EVER && day <= LAST_DAY).sort((a, b) => a - b);
}

const LAST_DAY = dayNumberOf(9999, 12, 31);

function isOpen({ effective, announced }: DomainEvent): boolean {
  return effective.first < effective.last || announced.first < announced.last;
}
