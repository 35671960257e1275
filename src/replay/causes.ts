/**
 * Why a field has its value: each event that wrote it, and what made that event possible, as a graph that shares
 * everything with the graphs of other fields and earlier states.
 */
import type { DomainEvent } from '../events/event.ts';

/** One write of a field. */
export interface Cause {
  readonly event: DomainEvent;
  /** The place of the event among those applied to its subject. */
  readonly step: number;
  /** The write before it of the same field. */
  readonly before: Cause | undefined;
  /** The writes on which it rested that the event was possible and did what it did. */
  readonly through: readonly Cause[];
}

export function causeOf(
  event: DomainEvent,
  step: number,
  before: Cause | undefined,
  through: readonly Cause[],
): Cause {
  return { event, step, before, through };
}

/** The events that wrote a field itself, in order. */
export function writersOf(causes: readonly Cause[]): readonly DomainEvent[] {
  const found = new Set<Cause>();
  for (const cause of causes) {
    for (let here: Cause | undefined = cause; here !== undefined && !found.has(here); here = here.before)
      found.add(here);
  }
  return inOrder(found);
}

/** All events behind a field, in order: replaying these alone gives the same value. */
export function eventsBehind(causes: readonly Cause[]): readonly DomainEvent[] {
  const found = new Set<Cause>();
  const open = [...causes];
  for (let cause = open.pop(); cause !== undefined; cause = open.pop()) {
    if (found.has(cause)) continue;
    found.add(cause);
    if (cause.before !== undefined) open.push(cause.before);
    open.push(...cause.through);
  }
  return inOrder(found);
}

function inOrder(causes: ReadonlySet<Cause>): readonly DomainEvent[] {
  const sorted = [...causes].sort((a, b) => a.step - b.step);
  return [...new Set(sorted.map(({ event }) => event))];
}
