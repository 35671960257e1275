/**
 * Another history beside a record: some events taken out, others put in, at whatever place in time. The branch shares
 * with its record all that lies before them, the states that were come to there among it, and every stream that they
 * do not touch; the record knows nothing of it.
 */
import type { DomainEvent } from '../events/event.ts';
import { typeNumber } from '../events/vocabulary.ts';
import { dayUnder } from '../time/clocks.ts';
import { type DayNumber, dayNumbers, EVER, NEVER } from '../time/day.ts';
import { byOrder } from '../time/order.ts';
import { at } from './column.ts';
import type { ActOnRecord, EventOnRecord, EventRecord } from './record.ts';
import type { Stream, Stretch, Telling } from './stream.ts';
import { payloadOf } from './tellings.ts';

/** What a branch has otherwise than its record. */
export interface Departure {
  readonly acts: readonly ActOnRecord[];
  readonly events: readonly EventOnRecord[];
  /** Events of the record that the branch does not have. */
  readonly without: readonly string[];
}

/**
 * The record with these acts and events and without those. Throws RangeError for an event that it would have twice,
 * and for one to be left out that it does not have.
 */
export function branchOf(record: EventRecord, { acts, events, without }: Departure): EventRecord {
  const taken = new Map(without.map((id) => [id, eventNamed(record, id)]));
  const put = new Map(events.map((event) => [event.id, event]));
  for (const id of put.keys()) {
    if (!taken.has(id) && record.events.get(id) !== null) throw new RangeError(`${id} is on record already`);
  }
  if (put.size < events.length) throw new RangeError('an event is put in twice');
  const [missing, added] = [bySubject([...taken.values()]), bySubject(events)];
  const streams = new Map<string, Stream>();
  return {
    dossier: record.dossier,
    acts: {
      size: record.acts.size + acts.length,
      get: (id) => acts.find(({ act }) => act === id) ?? record.acts.get(id),
      *[Symbol.iterator]() {
        yield* record.acts;
        yield* acts;
      },
    },
    events: {
      size: record.events.size - taken.size + put.size,
      get: (id) => put.get(id) ?? (taken.has(id) ? null : record.events.get(id)),
      *[Symbol.iterator]() {
        for (const event of record.events) if (!taken.has(event.id)) yield event;
        yield* events;
      },
    },
    streamOf: (subject, told) => {
      const [less, more] = [missing.get(subject) ?? [], added.get(subject) ?? []];
      const stream = record.streamOf(subject, told);
      if (less.length === 0 && more.length === 0) return stream;
      const key = `${told.reading} ${told.account ?? ''} ${subject}`;
      const known = streams.get(key) ?? departing(stream, told, less, more);
      streams.set(key, known);
      return known;
    },
  };
}

function eventNamed(record: EventRecord, id: string): EventOnRecord {
  const event = record.events.get(id);
  if (event === null) throw new RangeError(`${id} is not on record`);
  return event;
}

/** One telling of an event, by a version or an account, and when it counts. */
interface Told {
  readonly event: DomainEvent;
  /** Whose account it is; null for the base version. */
  readonly account: string | null;
  /** The parties that tell this version differently, for the base version. */
  readonly others: ReadonlySet<string>;
  readonly from: DayNumber;
  readonly until: DayNumber;
}

function bySubject(events: readonly EventOnRecord[]): ReadonlyMap<string, readonly Told[]> {
  const found = new Map<string, Told[]>();
  for (const { versions } of events) {
    versions.forEach(({ recorded, event, accounts }, index) => {
      const next = versions[index + 1];
      const span = { from: recorded ?? EVER, until: next === undefined ? NEVER : (next.recorded ?? EVER) };
      const others = new Set(accounts.keys());
      const tellings = [
        ...(event === null ? [] : [{ event, account: null, others, ...span }]),
        ...[...accounts].map(([account, told]) => ({ event: told, account, others: NOBODY, ...span })),
      ];
      for (const told of tellings) {
        const known = found.get(told.event.subject) ?? [];
        known.push(told);
        found.set(told.event.subject, known);
      }
    });
  }
  return found;
}

const NOBODY: ReadonlySet<string> = new Set();

/** A stream up to the first change, and from there on anew. */
function departing(
  stream: Stream,
  { reading, account }: Telling,
  less: readonly Told[],
  more: readonly Told[],
): Stream {
  const days = [...less, ...more].map(({ event }) => dayUnder(reading, event.effective));
  const kept = firstPlaceFrom(stream, Math.min(...days));
  const without = new Set(less.map(({ event }) => event.id));
  const rest = tellingsFrom(stream, kept).filter(({ event }) => !without.has(event.id));
  const own = more.filter((told) =>
    told.account === null ? account === null || !told.others.has(account) : told.account === account,
  );
  const order = byOrder(reading);
  const tellings = [...rest, ...own].sort((a, b) => order(a.event, b.event));
  return {
    length: kept + tellings.length,
    parts: [...upTo(stream, kept), asStretch(tellings, reading)],
    root: { stream, kept },
    exact: stream.exact && own.every(({ event }) => isExact(event)),
    marks: [],
  };
}

function isExact({ effective, announced }: DomainEvent): boolean {
  return effective.first === effective.last && announced.first === announced.last;
}

/** The first place of a stream that is no earlier than a day. */
function firstPlaceFrom({ length, parts }: Stream, day: number): number {
  let before = 0;
  for (const { start, end, columns } of parts) {
    if (start < end && at(columns.days, end - 1) >= day) {
      let [low, high] = [start, end];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (at(columns.days, middle) < day) low = middle + 1;
        else high = middle;
      }
      return before + low - start;
    }
    before += end - start;
  }
  return length;
}

function upTo({ parts }: Stream, kept: number): Stretch[] {
  let left = kept;
  return parts.flatMap((stretch) => {
    const length = Math.min(left, stretch.end - stretch.start);
    left -= length;
    return length === 0 ? [] : [{ ...stretch, end: stretch.start + length }];
  });
}

type Placed = Omit<Told, 'account' | 'others'>;

function tellingsFrom({ parts }: Stream, kept: number): Placed[] {
  const found: Placed[] = [];
  let before = 0;
  for (const { start, end, columns } of parts) {
    for (let place = start + Math.max(0, kept - before); place < end; place++) {
      const { recorded } = columns;
      found.push({
        event: columns.eventAt(place),
        from: recorded === null ? EVER : at(recorded.from, place),
        until: recorded === null ? NEVER : at(recorded.until, place),
      });
    }
    before += end - start;
  }
  return found;
}

function asStretch(tellings: readonly Placed[], reading: Telling['reading']): Stretch {
  const { length } = tellings;
  const always = tellings.every(({ from, until }) => from === EVER && until === NEVER);
  const recorded = always ? null : { from: dayNumbers(length), until: dayNumbers(length) };
  const columns = {
    days: dayNumbers(length),
    told: dayNumbers(length),
    recorded,
    types: Uint8Array.from(tellings, ({ event }) => typeNumber(event.type)),
    payload: Uint32Array.from(tellings, (_, place) => place),
    payloads: tellings.map(({ event }) => payloadOf(event)),
    eventAt: (place: number) => at(tellings, place).event,
  };
  tellings.forEach(({ event, from, until }, place) => {
    columns.days[place] = dayUnder(reading, event.effective);
    columns.told[place] = dayUnder(reading, event.announced);
    if (recorded === null) return;
    recorded.from[place] = from;
    recorded.until[place] = until;
  });
  return { start: 0, end: length, columns };
}
