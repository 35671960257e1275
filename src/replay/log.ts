/** The record in its order: every event with what came of it, and the acts that changed the state of no subject. */
import { dataOf } from '../events/event.ts';
import type { EventType } from '../events/vocabulary.ts';
import { dayUnder } from '../time/clocks.ts';
import { type Day, type DayNumber, dayOf } from '../time/day.ts';
import { byOrder, type Dated } from '../time/order.ts';
import { type Finding, findingOf } from './findings.ts';
import { isAnnounced, isRecorded, type Knowledge, knownBySubject } from './known.ts';
import { markOf } from './mark.ts';
import type { ActOnRecord, EventOnRecord, EventRecord, Version } from './record.ts';
import { chartFor, walk } from './walk.ts';

/** Which part of the record to list; what is null does not select. */
export interface Selection {
  readonly subjects: readonly string[] | null;
  /** Event types, or the first part of them: `accreditation`. */
  readonly types: readonly string[] | null;
  readonly by: string | null;
  /** Days of effect under the reading, both included. */
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly findingsOnly: boolean;
}

/** One line of the log. `event` is null for an act that changed the state of no subject. */
export interface LogEntry {
  readonly event: string | null;
  readonly act: string;
  /** The scenario that assumes it; not there for what is on record. */
  readonly hypothetical?: string;
  readonly by: string;
  readonly title: string;
  readonly subject: string | null;
  readonly type: EventType | null;
  readonly data: { readonly [field: string]: unknown };
  readonly announced: string;
  readonly effective: string;
  readonly recorded: Day | null;
  readonly finding: Finding | null;
  /** What was corrected, or that it was retracted, by then; the last change last. */
  readonly changes: readonly LogChange[];
  readonly note: string | null;
}

/** A correction or retraction, as the log shows it. */
export interface LogChange {
  readonly recorded: Day | null;
  readonly kind: 'corrected' | 'retracted';
  readonly reason: string;
}

/** The selected part of what is known, in the record's total order. */
export function logOf(record: EventRecord, knowledge: Knowledge, selection: Selection): readonly LogEntry[] {
  const findings = findingsOf(record, knowledge);
  const events = [...record.events].flatMap((entry) => eventLine(record, entry, knowledge, findings) ?? []);
  const acts = [...record.acts].flatMap((act) => actLine(act, knowledge) ?? []);
  return [...events, ...acts]
    .filter(({ line, dated }) => isSelected(line, dated, knowledge, selection))
    .sort((a, b) => byOrder(knowledge.reading)(a.dated, b.dated))
    .map(({ line }) => line);
}

/** Whether a line is of the subjects, types and party selected, and a finding where only these are. */
export function isOfSort(line: LogEntry, selection: Omit<Selection, 'from' | 'to'>): boolean {
  const { subjects, types, by, findingsOnly } = selection;
  const { subject, type } = line;
  return (
    (subjects === null || (subject !== null && subjects.includes(subject))) &&
    (types === null ||
      (type !== null && types.some((part) => type === part || type.startsWith(`${part}.`)))) &&
    (by === null || line.by === by) &&
    (!findingsOnly || line.finding !== null)
  );
}

interface Line {
  readonly line: LogEntry;
  readonly dated: Dated;
}

function eventLine(
  record: EventRecord,
  { versions }: EventOnRecord,
  knowledge: Knowledge,
  findings: ReadonlyMap<string, Finding>,
): Line | null {
  const { account } = knowledge;
  const known = versions.filter((version) => isRecorded(version, knowledge));
  const version = known.findLast(({ event }) => event !== null);
  const event = (account === null ? null : version?.accounts.get(account)) ?? version?.event;
  if (!event || !isAnnounced(event, knowledge)) return null;
  const act = record.acts.get(event.act);
  if (act === null) throw new Error(`${event.id} belongs to no act on record`);
  return {
    dated: event,
    line: {
      event: event.id,
      act: event.act,
      ...markOf(event.act),
      by: event.by,
      title: act.title,
      subject: event.subject,
      type: event.type,
      data: dataOf(event),
      announced: event.announced.edtf,
      effective: event.effective.edtf,
      recorded: act.recorded === null ? null : dayOf(act.recorded),
      finding: findings.get(event.id) ?? null,
      changes: known.flatMap((one) => changeOf(one) ?? []),
      note: event.note ?? null,
    },
  };
}

function actLine(act: ActOnRecord, knowledge: Knowledge): Line | null {
  if (act.events.length > 0 || !isRecorded(act, knowledge) || !isAnnounced(act, knowledge)) return null;
  const { announced, position } = act;
  return {
    dated: { effective: announced, announced, position },
    line: {
      event: null,
      act: act.act,
      ...markOf(act.act),
      by: act.by,
      title: act.title,
      subject: null,
      type: null,
      data: {},
      announced: announced.edtf,
      effective: announced.edtf,
      recorded: act.recorded === null ? null : dayOf(act.recorded),
      finding: null,
      changes: [],
      note: act.note ?? null,
    },
  };
}

function changeOf({ recorded, event, change }: Version): LogChange | null {
  if (change === null) return null;
  return {
    recorded: recorded === null ? null : dayOf(recorded),
    kind: event === null ? 'retracted' : 'corrected',
    reason: change.reason,
  };
}

function findingsOf(record: EventRecord, knowledge: Knowledge): ReadonlyMap<string, Finding> {
  const findings = new Map<string, Finding>();
  for (const [subject, stream] of knownBySubject(record, knowledge)) {
    const kind = record.dossier.subjects[subject]?.kind;
    if (kind === undefined) continue;
    const chart = chartFor(kind);
    for (const turn of walk(chart, stream, knowledge)) {
      const finding = findingOf(chart, turn);
      if (finding !== null) findings.set(finding.event, finding);
    }
  }
  return findings;
}

function isSelected(
  line: LogEntry,
  { effective }: Dated,
  { reading }: Knowledge,
  selection: Selection,
): boolean {
  const { from, to } = selection;
  const day = dayUnder(reading, effective);
  return isOfSort(line, selection) && (from === null || day >= from) && (to === null || day <= to);
}
