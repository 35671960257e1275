/** What is measured on: a generated record, and its events as others keep them. */
import type { Dossier } from '../src/events/dossier.ts';
import type { DomainEvent } from '../src/events/event.ts';
import { assembler } from '../src/replay/assemble.ts';
import type { EventRecord } from '../src/replay/record.ts';
import type { Stream } from '../src/replay/stream.ts';
import type { AsOf } from '../src/time/clocks.ts';
import { type DayNumber, NEVER } from '../src/time/day.ts';
import { type Generated, generated } from './generated.ts';

/** The days between which acts of a generated record take hold, nearly all. */
export const FIRST = -43_000 as DayNumber;
export const LAST = 17_000 as DayNumber;

/** By the end of all days, as everybody knows it. */
export const FOREVER: AsOf = {
  at: (NEVER - 1) as DayNumber,
  announcedBy: null,
  recordedBy: null,
  account: null,
  reading: 'latest',
};

/** A generated record with 25 events a mission. */
export function recordWith(events: number): EventRecord {
  return recordOf(generated(events / 25, events));
}

export function recordOf({ dossier, entries }: Generated): EventRecord {
  const { add, finish } = assembler(dossier satisfies Dossier);
  entries.forEach((entry, index) => {
    const [problem] = add({ file: 'acts.ndjson', entry: index }, entry);
    if (problem !== undefined) throw new Error(`the generator writes what cannot be read: ${problem.what}`);
  });
  const { record } = finish(true);
  if (record === null) throw new Error('the generator writes what cannot be read');
  return record;
}

export function subjectsOf({ dossier }: EventRecord): readonly string[] {
  return Object.keys(dossier.subjects);
}

/** An event as other libraries keep it too, with its number in its stream. */
export type KeptEvent = DomainEvent & {
  readonly aggregateId: string;
  readonly version: number;
  readonly timestamp: string;
};

/** The events of a stream in their order. */
export function eventsOf({ parts }: Stream): readonly KeptEvent[] {
  const events: KeptEvent[] = [];
  for (const { start, end, columns } of parts) {
    for (let place = start; place < end; place++) {
      const event = columns.eventAt(place);
      const { subject, announced } = event;
      events.push({ ...event, aggregateId: subject, version: events.length + 1, timestamp: announced.edtf });
    }
  }
  return events;
}
