/**
 * A record as one JSON value, as it was put together: what it is made of need not be read and looked through again.
 * What an event has from its act, and what an act has from the one before it, is left out: a page with ten thousand
 * events has a third of the text to read.
 */
import type { Dossier } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import type { ActOnRecord, EventOnRecord, EventRecord, Version } from '../replay/record.ts';
import { recorder } from '../replay/recorder.ts';
import { type DayNumber, dayNumber, parseDay } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';

/** All that is on record, with its digest. */
export interface Kept {
  /** See digestOf. */
  readonly digest: string;
  readonly dossier: Dossier;
  /** In the order of the record. */
  readonly acts: readonly KeptAct[];
}

/** A plain day as it is written, which most dates are; else a date with all that was made of it. */
type KeptDate = Edtf | string;

interface KeptAct extends Omit<ActOnRecord, 'announced' | 'recorded' | 'position' | 'events'> {
  readonly announced: KeptDate;
  /** Left out: always on record. */
  readonly recorded?: DayNumber;
  /** Its file and its place there; left out where it follows the act before. */
  readonly at?: readonly [file: string, entry: number];
  /** As they stand in it; those that were corrected or told differently with all their versions. */
  readonly events: readonly (KeptEvent | { readonly versions: readonly KeptVersion[] })[];
}

/** An event without its name, its party and its place, which are those of its act. */
interface KeptEvent extends Pick<DomainEvent, 'subject' | 'type' | 'note'> {
  /** Left out: on the day of its act. */
  readonly announced?: KeptDate;
  /** Left out: with its announcement. */
  readonly effective?: KeptDate;
}

interface KeptVersion extends Omit<Version, 'accounts' | 'event'> {
  readonly event: KeptEvent | null;
  readonly accounts: readonly (readonly [string, KeptEvent])[];
}

/** What is to be kept of a record that was read from files: there the events of an act follow each other. */
export function keptOf({ dossier, acts, events }: EventRecord, digest: string): Kept {
  let before: ActOnRecord | null = null;
  const kept: KeptAct[] = [];
  for (const act of acts) {
    const { announced, recorded, position, events: names, ...said } = act;
    kept.push({
      ...said,
      announced: dateWritten(announced),
      ...(recorded === null ? {} : { recorded }),
      ...(follows(act, before) ? {} : { at: [position.file, position.act] }),
      events: names.map((name) => eventWritten(act, events.get(name))),
    });
    before = act;
  }
  return { digest, dossier, acts: kept };
}

/** The record of which that was kept. */
export function recordOf({ dossier, acts }: Kept): EventRecord {
  const { act: tellAct, event: tellEvent, finish } = recorder(dossier);
  let [file, entry] = ['', -1];
  for (const { announced, recorded = null, at, events, ...said } of acts) {
    [file, entry] = at ?? [file, entry + 1];
    const act: ActOnRecord = {
      ...said,
      announced: dateRead(announced),
      recorded,
      position: { file, act: entry, event: -1 },
      events: events.map((_, index) => `${said.act}/${index + 1}`),
    };
    tellAct(act);
    events.forEach((event, index) => {
      tellEvent(eventRead(act, index, event));
    });
  }
  return finish();
}

function follows({ position: { file, act } }: ActOnRecord, before: ActOnRecord | null): boolean {
  return before?.position.file === file && before.position.act + 1 === act;
}

function eventWritten(act: ActOnRecord, event: EventOnRecord | null): KeptAct['events'][number] {
  if (event === null) throw new Error(`an event of ${act.act} is not on record`);
  const { versions } = event;
  const [{ recorded, event: first, accounts, change }] = versions;
  const isPlain =
    versions.length === 1 && accounts.size === 0 && change === null && recorded === act.recorded;
  if (isPlain && first !== null) return written(act, first);
  return {
    versions: versions.map((version) => ({
      ...version,
      event: version.event && written(act, version.event),
      accounts: [...version.accounts].map(([party, account]) => [party, written(act, account)] as const),
    })),
  };
}

function eventRead(act: ActOnRecord, index: number, kept: KeptAct['events'][number]): EventOnRecord {
  const id = act.events[index] ?? '';
  const readOne = (event: KeptEvent) => read(act, id, index, event);
  if (!('versions' in kept)) {
    const { recorded } = act;
    return { id, versions: [{ recorded, event: readOne(kept), accounts: new Map(), change: null }] };
  }
  const [first, ...later] = kept.versions.map((version) => ({
    ...version,
    event: version.event && readOne(version.event),
    accounts: new Map(version.accounts.map(([party, account]) => [party, readOne(account)])),
  }));
  if (first === undefined) throw new Error(`no version of ${id} was kept`);
  return { id, versions: [first, ...later] };
}

function written(act: ActOnRecord, event: DomainEvent): KeptEvent {
  const { id, act: _, by, position, announced, effective, atAnnouncement, ...said } = event;
  return {
    ...said,
    ...(isSame(announced, act.announced) ? {} : { announced: dateWritten(announced) }),
    ...(atAnnouncement ? {} : { effective: dateWritten(effective) }),
  };
}

function read(act: ActOnRecord, id: string, index: number, kept: KeptEvent): DomainEvent {
  const announced = kept.announced === undefined ? act.announced : dateRead(kept.announced);
  // What was kept is an event with its data.
  return {
    ...kept,
    id,
    act: act.act,
    by: act.by,
    announced,
    effective: kept.effective === undefined ? announced : dateRead(kept.effective),
    atAnnouncement: kept.effective === undefined,
    position: { file: act.position.file, act: act.position.act, event: index },
  } as DomainEvent;
}

function isSame(one: Edtf, other: Edtf): boolean {
  return one.edtf === other.edtf && one.first === other.first;
}

function dateWritten(date: Edtf): KeptDate {
  const { edtf, first, last, clock, doubtful } = date;
  return first === last && clock === null && !doubtful && parseDay(edtf) !== null ? edtf : date;
}

function dateRead(date: KeptDate): Edtf {
  if (typeof date !== 'string') return date;
  const day = parseDay(date);
  if (day === null) throw new Error(`kept as a day, and none: ${date}`);
  const number = dayNumber(day);
  return { edtf: date, first: number, last: number, clock: null, doubtful: false };
}
