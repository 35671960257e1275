/** The state of every subject on a day: what holds, what is pending, what is uncertain, and why. */
import { type DomainEvent, dataOf } from '../events/event.ts';
import { type AsOf, dayUnder, type Reading } from '../time/clocks.ts';
import { type Day, dayOf } from '../time/day.ts';
import { type Described, describe } from './describe.ts';
import { type Finding, findingOf } from './findings.ts';
import { isAnnounced, type Knowledge, knownOf } from './known.ts';
import { markOf } from './mark.ts';
import type { EventRecord } from './record.ts';
import { type Uncertain, uncertainties } from './uncertain.ts';
import { chartFor, stateOn, type Turn, walk } from './walk.ts';

/** An answer to a question about a day. */
export interface World {
  readonly at: Day;
  readonly announcedBy: Day | null;
  readonly recordedBy: Day | null;
  readonly account: string | null;
  readonly reading: Reading;
  readonly subjects: { readonly [id: string]: SubjectState };
  readonly findings: readonly Finding[];
}

/** The state of one subject on the day asked about. */
export interface SubjectState extends Described {
  readonly kind: string;
  readonly name: string;
  readonly uncertain: readonly Uncertain[];
  readonly pending: readonly Pending[];
  /** The last report of staffing in effect, whose words may say more than its numbers; null where there is none. */
  readonly reported: StaffReport | null;
}

/** A report of staffing, as it is on record. */
export interface StaffReport {
  readonly event: string;
  readonly effective: string;
  readonly note: string | null;
  readonly [figure: string]: unknown;
}

/** An act announced but not yet in effect. */
export interface Pending {
  readonly event: string;
  /** The scenario that assumes it; not there for what is on record. */
  readonly hypothetical?: string;
  readonly type: string;
  readonly announced: string;
  readonly effective: string;
  readonly [datum: string]: unknown;
}

/** The state of the subjects, all or those named, on a day, as known and told as the question says. */
export function stateAt(record: EventRecord, when: AsOf, subjects: readonly string[] | null = null): World {
  const findings: Finding[] = [];
  const states: [string, SubjectState][] = [];
  for (const [id, { kind, name }] of Object.entries(record.dossier.subjects)) {
    if (subjects !== null && !subjects.includes(id)) continue;
    const chart = chartFor(kind);
    const stream = knownOf(record, id, when);
    const turns = [...walk(chart, stream, when, when.at)];
    const state = turns.at(-1)?.state ?? stateOn(chart, [], when);
    findings.push(...turns.flatMap((turn) => findingOf(chart, turn) ?? []));
    states.push([
      id,
      {
        kind,
        name,
        ...describe(chart, state, when.reading),
        uncertain: uncertainties(chart, stream, when),
        pending: stream.filter((event) => isPending(event, when)).map(pendingOf),
        reported: lastReport(turns),
      },
    ]);
  }
  return { at: dayOf(when.at), ...knowledgeAsked(when), subjects: Object.fromEntries(states), findings };
}

/** What is known, as an answer repeats it. */
export function knowledgeAsked({ announcedBy, recordedBy, account, reading }: Knowledge) {
  return {
    announcedBy: announcedBy === null ? null : dayOf(announcedBy),
    recordedBy: recordedBy === null ? null : dayOf(recordedBy),
    account,
    reading,
  };
}

/** Announced by the bound, or by the day itself where there is none, and not yet in effect. */
function isPending(event: DomainEvent, when: AsOf): boolean {
  const announcedBy = when.announcedBy ?? when.at;
  return isAnnounced(event, { ...when, announcedBy }) && dayUnder(when.reading, event.effective) > when.at;
}

function pendingOf(event: DomainEvent): Pending {
  const { id, type, announced, effective } = event;
  return {
    event: id,
    ...markOf(id),
    type,
    announced: announced.edtf,
    effective: effective.edtf,
    ...dataOf(event),
  };
}

function lastReport(turns: readonly Turn[]): StaffReport | null {
  const turn = turns.findLast(
    ({ event, outcome }) => event.type === 'staff.reported' && outcome.kind === 'applied',
  );
  if (turn === undefined) return null;
  const { id, effective, note } = turn.event;
  return { event: id, effective: effective.edtf, note: note ?? null, ...dataOf(turn.event) };
}
