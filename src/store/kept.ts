/** A record as one JSON value, as it was put together: what it is made of need not be read and looked through again. */
import type { Dossier } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import type { ActOnRecord, EventRecord, Version } from '../replay/record.ts';
import { recorder } from '../replay/recorder.ts';
import { dayNumber, parseDay } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';

/** All that is on record, with its digest. */
export interface Kept {
  /** See digestOf. */
  readonly digest: string;
  readonly dossier: Dossier;
  readonly acts: readonly ActOnRecord[];
  readonly events: readonly { readonly id: string; readonly versions: readonly KeptVersion[] }[];
}

/** A version of an event, its plain days as they are written: most dates are, and they are half of what is kept. */
interface KeptVersion extends Omit<Version, 'accounts' | 'event'> {
  readonly event: KeptEvent | null;
  readonly accounts: readonly (readonly [string, KeptEvent])[];
}

interface KeptEvent extends Omit<DomainEvent, 'announced' | 'effective'> {
  readonly announced: Edtf | string;
  readonly effective: Edtf | string;
}

/** What is to be kept of a record. */
export function keptOf(record: EventRecord, digest: string): Kept {
  const events = [...record.events].map(({ id, versions }) => ({
    id,
    versions: versions.map((version) => ({
      ...version,
      event: version.event && written(version.event),
      accounts: [...version.accounts].map(([party, event]) => [party, written(event)] as const),
    })),
  }));
  return { digest, dossier: record.dossier, acts: [...record.acts], events };
}

/** The record of which that was kept. */
export function recordOf({ dossier, acts, events }: Kept): EventRecord {
  const { act, event, finish } = recorder(dossier);
  for (const one of acts) act(one);
  for (const { id, versions } of events) {
    const [first, ...later] = versions.map((version) => ({
      ...version,
      event: version.event && read(version.event),
      accounts: new Map(version.accounts.map(([party, event]) => [party, read(event)])),
    }));
    if (first !== undefined) event({ id, versions: [first, ...later] });
  }
  return finish();
}

function written(event: DomainEvent): KeptEvent {
  return { ...event, announced: dateWritten(event.announced), effective: dateWritten(event.effective) };
}

function dateWritten(date: Edtf): Edtf | string {
  const { edtf, first, last, clock, doubtful } = date;
  return first === last && clock === null && !doubtful && parseDay(edtf) !== null ? edtf : date;
}

function read(event: KeptEvent): DomainEvent {
  // What was kept is an event with its dates.
  return {
    ...event,
    announced: dateRead(event.announced),
    effective: dateRead(event.effective),
  } as DomainEvent;
}

function dateRead(date: Edtf | string): Edtf {
  if (typeof date !== 'string') return date;
  const day = parseDay(date);
  if (day === null) throw new Error(`kept as a day, and none: ${date}`);
  const number = dayNumber(day);
  return { edtf: date, first: number, last: number, clock: null, doubtful: false };
}
