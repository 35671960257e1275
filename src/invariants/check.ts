/** Whether a record is sound: which invariants it breaks, what the rules refuse, where accounts differ, what is in doubt. */
import { type DomainEvent, dataOf } from '../events/event.ts';
import { type Described, describe } from '../replay/describe.ts';
import { begin } from '../replay/evolve.ts';
import { type Finding, findingOf } from '../replay/findings.ts';
import { isAnnounced, type Knowledge, knownBySubject, versionBy } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';
import { type Period, timelineOf } from '../replay/timeline.ts';
import { chartFor, walk } from '../replay/walk.ts';
import type { Day } from '../time/day.ts';
import { acrossSubjects } from './across.ts';
import type { Breach, Invariant, SubjectOnDay } from './invariant.ts';
import { onRecord } from './record.ts';
import { onStates } from './states.ts';

/** Every invariant, in the order in which they are told. */
export const invariants: readonly Invariant[] = [...onStates, ...acrossSubjects, ...onRecord];

/** What a check of a record found. */
export interface Report {
  readonly invariants: readonly Verdict[];
  readonly findings: readonly Finding[];
  readonly conflicts: readonly Conflict[];
  readonly doubtful: readonly Doubtful[];
}

/** One invariant, and where it breaks. */
export interface Verdict {
  readonly id: string;
  readonly statement: string;
  readonly article: string | null;
  readonly holds: boolean;
  readonly violations: readonly Violation[];
}

/** One case in which an invariant breaks, and the days from which to which; null where it has no such end. */
export interface Violation extends Breach {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A field of an event that a party tells differently. */
export interface Conflict {
  readonly event: string;
  readonly subject: string;
  readonly party: string;
  readonly field: string;
  readonly base: unknown;
  readonly account: unknown;
}

/** An event whose day is open. */
export interface Doubtful {
  readonly event: string;
  readonly subject: string;
  readonly type: string;
  readonly effective: string;
  /** `window`: it fell on some day of a span. `marked`: the date bears `~`, `?` or `%`. */
  readonly because: 'window' | 'marked';
}

/** Checks what is known of a record. */
export function check(record: EventRecord, knowledge: Knowledge): Report {
  const streams = knownBySubject(record, knowledge);
  const events = [...streams.values()].flat().filter((event) => isAnnounced(event, knowledge));
  const periods = timelineOf(record, knowledge);
  const { findings, transitions } = walks(record, knowledge);
  return {
    invariants: invariants.map((invariant) => {
      const violations = violationsOf(invariant, { record, events, periods, transitions });
      const { id, statement, article } = invariant;
      return { id, statement, article, holds: violations.length === 0, violations };
    }),
    findings,
    conflicts: conflictsOf(record, knowledge),
    doubtful: events.flatMap((event) => doubtOf(event) ?? []),
  };
}

interface Material {
  readonly record: EventRecord;
  readonly events: readonly DomainEvent[];
  readonly periods: { readonly [subject: string]: readonly Period[] };
  readonly transitions: readonly Transition[];
}

interface Transition {
  readonly event: DomainEvent;
  readonly before: Described;
  readonly after: Described;
}

function violationsOf(
  invariant: Invariant,
  { record, events, periods, transitions }: Material,
): readonly Violation[] {
  switch (invariant.on) {
    case 'state':
      return Object.entries(periods).flatMap(([subject, all]) =>
        all.flatMap((period) => {
          const says = invariant.broken(period);
          const { from, to, because } = period;
          return says === null
            ? []
            : [{ subject, says, events: [...new Set(Object.values(because).flat())], from, to }];
        }),
      );
    case 'transition':
      return transitions.flatMap(({ event, before, after }) => {
        const says = invariant.broken(before, event, after);
        return says === null
          ? []
          : [{ subject: event.subject, says, events: [event.id], from: null, to: null }];
      });
    case 'world':
      return spans(record, periods, invariant.broken);
    case 'record':
      return invariant.broken(events, record).map((breach) => ({ ...breach, from: null, to: null }));
    default:
      return invariant satisfies never;
  }
}

/** The stretches of days on which a predicate across subjects breaks. */
function spans(
  { dossier }: EventRecord,
  periods: Material['periods'],
  broken: (subjects: readonly SubjectOnDay[]) => readonly Breach[],
): readonly Violation[] {
  const days = [
    ...new Set(Object.values(periods).flatMap((all) => all.flatMap(({ from }) => from ?? []))),
  ].sort();
  const found: Violation[] = [];
  let open = new Map<string, Violation>();
  for (const day of days) {
    const world = Object.entries(periods).flatMap(([id, all]): SubjectOnDay[] => {
      const subject = dossier.subjects[id];
      const state = all.findLast(({ from }) => from === null || from <= day);
      return subject === undefined || state === undefined ? [] : [{ id, subject, state }];
    });
    const now = new Map(broken(world).map((breach): [string, Breach] => [JSON.stringify(breach), breach]));
    for (const [key, violation] of open) if (!now.has(key)) found.push({ ...violation, to: day });
    open = new Map(
      [...now].map(([key, breach]) => [key, open.get(key) ?? { ...breach, from: day, to: null }]),
    );
  }
  return [...found, ...open.values()];
}

/** What came of each event, and the states before and after it. */
function walks(record: EventRecord, knowledge: Knowledge) {
  const findings: Finding[] = [];
  const transitions: Transition[] = [];
  for (const [subject, stream] of knownBySubject(record, knowledge)) {
    const kind = record.dossier.subjects[subject]?.kind;
    if (kind === undefined) continue;
    const chart = chartFor(kind);
    let before = describe(chart, begin(chart), knowledge.reading);
    for (const turn of walk(chart, stream, knowledge)) {
      const finding = findingOf(chart, turn);
      if (finding !== null) findings.push(finding);
      const after = describe(chart, turn.state, knowledge.reading);
      if (turn.outcome.kind === 'applied') transitions.push({ event: turn.event, before, after });
      before = after;
    }
  }
  return { findings, transitions };
}

function conflictsOf(record: EventRecord, { recordedBy }: Knowledge): readonly Conflict[] {
  return record.events.flatMap((entry) => {
    const version = versionBy(entry, recordedBy);
    const base = version?.event;
    if (!base) return [];
    return [...(version?.accounts ?? [])].flatMap(([party, account]) => {
      const [said, otherwise] = [termsOf(base), termsOf(account)];
      return [...new Set([...Object.keys(said), ...Object.keys(otherwise)])]
        .filter((field) => JSON.stringify(said[field]) !== JSON.stringify(otherwise[field]))
        .map((field) => ({
          event: base.id,
          subject: base.subject,
          party,
          field,
          base: said[field] ?? null,
          account: otherwise[field] ?? null,
        }));
    });
  });
}

function termsOf(event: DomainEvent): { readonly [field: string]: unknown } {
  return { effective: event.effective.edtf, ...dataOf(event) };
}

function doubtOf(event: DomainEvent): Doubtful | null {
  const { id, subject, type, effective } = event;
  if (effective.first === effective.last && !effective.doubtful) return null;
  const because = effective.first === effective.last ? 'marked' : 'window';
  return { event: id, subject, type, effective: effective.edtf, because };
}
