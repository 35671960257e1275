/** What of a record counts for a question: the versions recorded by then, one party's account, the announced acts. */
import type { DomainEvent } from '../events/event.ts';
import { type AsOf, dayUnder } from '../time/clocks.ts';
import { NEVER } from '../time/day.ts';
import { at } from './column.ts';
import type { EventOnRecord, EventRecord, Version } from './record.ts';
import type { Recordings } from './stream.ts';

/** The part of a question that says what is known, apart from the day asked about. */
export type Knowledge = Omit<AsOf, 'at'>;

/** All that is on record, as it is on record by now, and the last day of a doubtful date. */
export const ALL_KNOWN: Knowledge = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' };

/** What is known of each subject, in the record's total order. */
export function knownBySubject(
  record: EventRecord,
  knowledge: Knowledge,
): ReadonlyMap<string, readonly DomainEvent[]> {
  const subjects = Object.keys(record.dossier.subjects);
  return new Map(subjects.map((subject) => [subject, knownOf(record, subject, knowledge)]));
}

/**
 * What is known of one subject, in the record's total order: the events that may be announced by then under some
 * choice of days within doubtful announcements.
 */
export function knownOf(record: EventRecord, subject: string, knowledge: Knowledge): readonly DomainEvent[] {
  const { announcedBy, recordedBy } = knowledge;
  const events: DomainEvent[] = [];
  for (const { start, end, columns } of record.streamOf(subject, knowledge).parts) {
    for (let place = start; place < end; place++) {
      if (columns.recorded !== null && !countsBy(columns.recorded, place, recordedBy)) continue;
      const event = columns.eventAt(place);
      if (announcedBy === null || event.announced.first <= announcedBy) events.push(event);
    }
  }
  return events;
}

/** Whether a telling counts for what was recorded by the bound; without a bound, whether it still does. */
export function countsBy(
  { from, until }: Recordings,
  place: number,
  recordedBy: AsOf['recordedBy'],
): boolean {
  if (recordedBy === null) return at(until, place) === NEVER;
  return at(from, place) <= recordedBy && recordedBy < at(until, place);
}

/** An event as a question knows it; null where it is not on record by then, or retracted. */
export function eventAsKnown(
  record: EventRecord,
  id: string,
  { recordedBy, account }: Knowledge,
): DomainEvent | null {
  const entry = record.events.get(id);
  const version = entry === null ? null : versionBy(entry, recordedBy);
  return (account === null ? null : version?.accounts.get(account)) ?? version?.event ?? null;
}

/** Whether the announcement of an act or an event counts as made by the bound, under the reading. */
export function isAnnounced(
  { announced }: Pick<DomainEvent, 'announced'>,
  { announcedBy, reading }: Pick<Knowledge, 'announcedBy' | 'reading'>,
): boolean {
  return announcedBy === null || dayUnder(reading, announced) <= announcedBy;
}

/** Whether an act or a version was on record by the bound; what has no day of recording always was. */
export function isRecorded(
  { recorded }: Pick<Version, 'recorded'>,
  { recordedBy }: Pick<Knowledge, 'recordedBy'>,
): boolean {
  return recordedBy === null || recorded === null || recorded <= recordedBy;
}

/** The version of an event that was on record by the day; null where it was not on record yet. */
export function versionBy(entry: EventOnRecord, recordedBy: AsOf['recordedBy']): Version | null {
  return entry.versions.findLast((version) => isRecorded(version, { recordedBy })) ?? null;
}
