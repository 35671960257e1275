/** One event as it lives in memory: the item of the record and the event of the statechart are the same thing. */
import type { Edtf } from '../time/edtf.ts';
import type { Dated } from '../time/order.ts';
import { type DataOf, type EventType, vocabulary } from './vocabulary.ts';

/** Who did it, when it was announced and took hold, and where it stands on record. */
export interface Envelope extends Dated {
  /** `ACT/N`. */
  readonly id: string;
  readonly act: string;
  /** The party that acted. */
  readonly by: string;
  readonly subject: string;
  /** The window of days in which the world was told. */
  readonly announced: Edtf;
  /** The window of days in which it took hold; the announcement where the source gives no other. */
  readonly effective: Edtf;
  /** Whether `effective` was left out, so that it is one choice with the announcement. */
  readonly atAnnouncement: boolean;
  readonly note?: string;
}

/** An event of one type. */
export type EventOf<T extends EventType> = T extends EventType
  ? Envelope & DataOf<T> & { readonly type: T }
  : never;

/** Any event on record. */
export type DomainEvent = EventOf<EventType>;

/** Whether an event is of one of these types. */
export function isOneOf<T extends EventType>(event: DomainEvent, types: readonly T[]): event is EventOf<T> {
  // Every guard and recipe asks this of every event: a loop costs a fraction of what a callback does.
  for (let n = 0; n < types.length; n++) if (types[n] === event.type) return true;
  return false;
}

/** What an event bears besides its envelope: the counts, names and words of its type. */
export function dataOf(event: DomainEvent): { readonly [field: string]: unknown } {
  const fields = Object.entries<unknown>({ ...event });
  return Object.fromEntries(fields.filter(([field]) => Object.hasOwn(vocabulary[event.type].data, field)));
}

/** The act of an event, which is named `ACT/N`. */
export function actOf(event: string): string {
  return event.slice(0, event.lastIndexOf('/'));
}
