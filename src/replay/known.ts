/** What of a record counts for a question: the versions recorded by then, one party's account, the announced acts. */
import type { DomainEvent } from '../events/event.ts';
import { type AsOf, dayUnder } from '../time/clocks.ts';
import { byOrder } from '../time/order.ts';
import type { EventOnRecord, EventRecord, Version } from './record.ts';

/** The part of a question that says what is known, apart from the day asked about. */
export type Knowledge = Omit<AsOf, 'at'>;

/** What is known of each subject, in the record's total order. */
export function knownBySubject(
  record: EventRecord,
  knowledge: Knowledge,
): ReadonlyMap<string, readonly DomainEvent[]> {
  const streams = new Map<string, DomainEvent[]>(Object.keys(record.dossier.subjects).map((id) => [id, []]));
  for (const event of known(record, knowledge)) streams.get(event.subject)?.push(event);
  for (const stream of streams.values()) stream.sort(byOrder(knowledge.reading));
  return streams;
}

/** The events that may be known under some choice of days within doubtful announcements, unordered. */
function known(record: EventRecord, { recordedBy, announcedBy, account }: Knowledge): DomainEvent[] {
  return record.events.flatMap((entry) => {
    const version = versionBy(entry, recordedBy);
    const event = (account === null ? null : version?.accounts.get(account)) ?? version?.event;
    return !event || (announcedBy !== null && event.announced.first > announcedBy) ? [] : [event];
  });
}

/** An event as a question knows it; null where it is not on record by then, or retracted. */
export function eventAsKnown(
  record: EventRecord,
  id: string,
  { recordedBy, account }: Knowledge,
): DomainEvent | null {
  const entry = record.events.find((event) => event.id === id);
  const version = entry === undefined ? null : versionBy(entry, recordedBy);
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
