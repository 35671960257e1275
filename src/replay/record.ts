/** The record: every event of a dossier with all its versions, put together from what its files say. */

import type { Act, Dossier, Kind, Source } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import type { DayNumber } from '../time/day.ts';
import type { Position } from '../time/order.ts';
import type { Stream, Telling } from './stream.ts';

/** All that a dossier has on record. Nothing in it ever changes: an addition makes another record. */
export interface EventRecord {
  readonly dossier: Dossier;
  readonly acts: ActsOnRecord;
  readonly events: EventsOnRecord;
  /** The events of one subject in their order, as told; put in order when first asked for, then kept. */
  readonly streamOf: (subject: string, told: Telling) => Stream;
}

/** The acts in the order in which they stand on record. */
export interface ActsOnRecord extends Iterable<ActOnRecord> {
  readonly size: number;
  readonly get: (id: string) => ActOnRecord | null;
}

/** The events in the order in which they stand on record. */
export interface EventsOnRecord extends Iterable<EventOnRecord> {
  readonly size: number;
  readonly get: (id: string) => EventOnRecord | null;
}

/** An act with the day from which it is on record; null for always. */
export interface ActOnRecord extends Omit<Act, 'events' | 'recorded'> {
  readonly recorded: DayNumber | null;
  /** Before its first event. */
  readonly position: Position;
  readonly events: readonly string[];
}

/** An event through all that was recorded of it. */
export interface EventOnRecord {
  readonly id: string;
  readonly versions: readonly [Version, ...Version[]];
}

/** How an event reads from a day of recording on: null once it is retracted. */
export interface Version {
  /** Null for what was always on record. */
  readonly recorded: DayNumber | null;
  readonly event: DomainEvent | null;
  /** The event as each party tells it that tells it differently. */
  readonly accounts: ReadonlyMap<string, DomainEvent>;
  /** Why it reads differently than before; null for the first version. */
  readonly change: Change | null;
}

/** What a correction or a retraction gives as its grounds. */
export interface Change {
  readonly reason: string;
  readonly sources: readonly Source[];
}

/** The kind of a subject; RangeError where the record has no such subject. */
export function kindOf({ dossier: { subjects } }: Pick<EventRecord, 'dossier'>, subject: string): Kind {
  const known = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
  if (known === undefined) throw new RangeError(`no such subject: ${subject}`);
  return known.kind;
}
