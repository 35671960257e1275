/**
 * The tellings of events in columns, one to a row: an event as one version and one account have it. Dates, names and
 * data are kept once however often they occur, and an event is made an object again when somebody looks at it. A
 * million events so take the room of some tens of thousands of objects.
 */
import type { DomainEvent } from '../events/event.ts';
import type { EventType } from '../events/vocabulary.ts';
import { type DayNumber, type DayNumbers, NEVER } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import type { Position } from '../time/order.ts';
import { type Acts, noActs } from './acts.ts';
import { at, type Column, column, dayColumn } from './column.ts';
import { dateNumber, type Interned, interned } from './interned.ts';
import type { Payload } from './stream.ts';

/** The rows. They are added while a record is put together; then nothing is written any more. */
export interface Tellings {
  readonly acts: Acts;
  readonly subjects: Interned<string>;
  readonly dates: Interned<Edtf>;
  readonly payloads: Interned<Payload>;
  readonly recordings: Interned<DayNumber | null>;
  /** Of each row, numbers in these tables. */
  readonly act: Column<Uint32Array>;
  readonly subject: Column<Uint32Array>;
  readonly effective: Column<Uint32Array>;
  readonly announced: Column<Uint32Array>;
  readonly payload: Column<Uint32Array>;
  readonly recorded: Column<Uint32Array>;
  /** The day of recording from which the row counts no longer; NEVER where it goes on counting. */
  readonly until: Column<DayNumbers>;
  /** Twice the event's place in its act, and one more where it takes hold with its announcement. */
  readonly place: Column<Uint32Array>;
  readonly notes: Map<number, string>;
}

/** No rows yet. */
export function noTellings(): Tellings {
  const dates = interned<Edtf>();
  return {
    acts: noActs(dates),
    subjects: interned(),
    dates,
    payloads: interned(),
    recordings: interned(),
    act: column(),
    subject: column(),
    effective: column(),
    announced: column(),
    payload: column(),
    recorded: column(),
    until: dayColumn(),
    place: column(),
    notes: new Map(),
  };
}

/** Adds a telling, recorded on a day or always on record, and gives its row. */
export function tell(tellings: Tellings, event: DomainEvent, recorded: DayNumber | null): number {
  const { act, by, subject, announced, effective, atAnnouncement, position, note } = event;
  const row = tellings.act.length;
  tellings.act.push(tellings.acts.number({ act, by, file: position.file, entry: position.act }));
  tellings.subject.push(tellings.subjects.number(subject, () => subject));
  tellings.effective.push(dateNumber(tellings.dates, effective));
  tellings.announced.push(dateNumber(tellings.dates, announced));
  const payload = payloadOf(event);
  tellings.payload.push(tellings.payloads.number(JSON.stringify(payload), () => frozen(payload)));
  tellings.recorded.push(tellings.recordings.number(recorded ?? 'always', () => recorded));
  tellings.until.push(NEVER);
  tellings.place.push(position.event * 2 + (atAnnouncement ? 1 : 0));
  if (note !== undefined) tellings.notes.set(row, note);
  return row;
}

/** The event of a row, a new object each time. */
export function eventOf(tellings: Tellings, row: number): DomainEvent {
  const { act, by } = tellings.acts.named(at(tellings.act.numbers, row));
  const position = positionOf(tellings, row);
  const { type, ...data } = at(tellings.payloads.values, at(tellings.payload.numbers, row));
  const note = tellings.notes.get(row);
  const event = {
    id: `${act}/${position.event + 1}`,
    act,
    by,
    subject: at(tellings.subjects.values, at(tellings.subject.numbers, row)),
    type,
    announced: at(tellings.dates.values, at(tellings.announced.numbers, row)),
    effective: at(tellings.dates.values, at(tellings.effective.numbers, row)),
    atAnnouncement: at(tellings.place.numbers, row) % 2 === 1,
    position,
    ...data,
    ...(note === undefined ? {} : { note }),
  };
  // Type and data went into the row together.
  return event as unknown as DomainEvent;
}

/** Where the event of a row stands on record. */
export function positionOf(tellings: Tellings, row: number): Position {
  const { file, entry } = tellings.acts.named(at(tellings.act.numbers, row));
  return { file, act: entry, event: at(tellings.place.numbers, row) >> 1 };
}

/** The name of a row's event. */
export function idOf(tellings: Tellings, row: number): string {
  const { act } = tellings.acts.named(at(tellings.act.numbers, row));
  return `${act}/${(at(tellings.place.numbers, row) >> 1) + 1}`;
}

/** The day of recording of a row; null where it was always on record. */
export function recordedOf(tellings: Tellings, row: number): DayNumber | null {
  return at(tellings.recordings.values, at(tellings.recorded.numbers, row));
}

const ENVELOPE: ReadonlySet<string> = new Set([
  'id',
  'act',
  'by',
  'subject',
  'announced',
  'effective',
  'atAnnouncement',
  'position',
  'note',
]);

/** What a statechart sees of an event. */
export function payloadOf(event: DomainEvent): Payload {
  const payload: { type: EventType; [datum: string]: unknown } = { type: event.type };
  const said: { readonly [field: string]: unknown } = { ...event };
  for (const field in said) if (!ENVELOPE.has(field)) payload[field] = said[field];
  return payload;
}

/** A value that throws where it is written, all the way down: many hold it. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
