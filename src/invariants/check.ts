/** Whether a record is sound: which invariants it breaks, what the rules refuse, where accounts differ, what is in doubt. */
import { type DomainEvent, dataOf } from '../events/event.ts';
import { begin } from '../replay/evolve.ts';
import { type Finding, findingOf } from '../replay/findings.ts';
import { isAnnounced, isRecorded, type Knowledge, knownBySubject, versionBy } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';
import { timelineOf } from '../replay/timeline.ts';
import { chartFor, walk } from '../replay/walk.ts';
import type { Edtf } from '../time/edtf.ts';
import { acrossSubjects } from './across.ts';
import type { Stream } from './certain.ts';
import type { Invariant, KnownRecord } from './invariant.ts';
import { onRecord } from './record.ts';
import { onStates } from './states.ts';
import { type Transition, type Violation, violationsOf } from './violations.ts';

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

/** A field of an event that a party tells differently. */
export interface Conflict {
  readonly event: string;
  readonly subject: string;
  readonly party: string;
  readonly field: string;
  readonly base: unknown;
  readonly account: unknown;
}

/** A date of an event whose day is open. */
export interface Doubtful {
  readonly event: string;
  readonly subject: string;
  readonly type: string;
  /** The announcement is named only where the event has a date of its own besides it. */
  readonly field: 'effective' | 'announced';
  readonly date: string;
  /** `window`: it was some day of a span. `marked`: the date bears `~`, `?` or `%`. */
  readonly because: 'window' | 'marked';
}

/** Checks what is known of a record. */
export function check(record: EventRecord, knowledge: Knowledge): Report {
  const streams = streamsOf(record, knowledge);
  const known = knownOf(record, streams, knowledge);
  const { findings, transitions } = walks(streams, knowledge);
  const { dossier } = record;
  const periods = timelineOf(record, knowledge);
  const material = { dossier, knowledge, known, streams, periods, transitions };
  return {
    invariants: invariants.map((invariant) => {
      const violations = violationsOf(invariant, material);
      const { id, statement, article } = invariant;
      return { id, statement, article, holds: violations.length === 0, violations };
    }),
    findings,
    conflicts: conflictsOf(record, knowledge),
    doubtful: known.events.flatMap(doubtsOf),
  };
}

function streamsOf(record: EventRecord, knowledge: Knowledge): ReadonlyMap<string, Stream> {
  return new Map(
    [...knownBySubject(record, knowledge)].flatMap(([id, events]): [string, Stream][] => {
      const kind = record.dossier.subjects[id]?.kind;
      return kind === undefined ? [] : [[id, { kind, events }]];
    }),
  );
}

/** What is on record by the bounds of the question. */
function knownOf(
  record: EventRecord,
  streams: ReadonlyMap<string, Stream>,
  knowledge: Knowledge,
): KnownRecord {
  const recorded = [...record.events].flatMap(({ id, versions }) => {
    const day = versions.find((version) => version.recorded !== null)?.recorded ?? null;
    return day === null || !isRecorded({ recorded: day }, knowledge) ? [] : [[id, day] as const];
  });
  return {
    events: [...streams.values()].flatMap(({ events }) =>
      events.filter((event) => isAnnounced(event, knowledge)),
    ),
    acts: [...record.acts].filter((act) => isRecorded(act, knowledge) && isAnnounced(act, knowledge)),
    recorded: new Map(recorded),
  };
}

/** What came of each event, and the statuses before and after it. */
function walks(streams: ReadonlyMap<string, Stream>, knowledge: Knowledge) {
  const findings: Finding[] = [];
  const transitions: Transition[] = [];
  for (const { kind, events } of streams.values()) {
    const chart = chartFor(kind);
    let before = begin(chart);
    for (const turn of walk(chart, events, knowledge)) {
      const finding = findingOf(chart, turn);
      if (finding !== null) findings.push(finding);
      else {
        const [from, to] = [before, turn.state].map(({ snapshot }) =>
          chart.rules.status.of(snapshot.at.value),
        );
        if (from !== undefined && to !== undefined)
          transitions.push({ event: turn.event, before: from, after: to });
      }
      before = turn.state;
    }
  }
  return { findings, transitions };
}

function conflictsOf(record: EventRecord, knowledge: Knowledge): readonly Conflict[] {
  return [...record.events].flatMap((entry) => {
    const version = versionBy(entry, knowledge.recordedBy);
    const base = version?.event;
    if (!base || !isAnnounced(base, knowledge)) return [];
    return [...version.accounts].flatMap(([party, account]) => {
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

function doubtsOf(event: DomainEvent): readonly Doubtful[] {
  const { id, subject, type, effective, announced, atAnnouncement } = event;
  const dates = { effective, ...(atAnnouncement ? {} : { announced }) };
  return (['effective', 'announced'] as const).flatMap((field): Doubtful[] => {
    const date = dates[field];
    const because = date && doubtOf(date);
    return because ? [{ event: id, subject, type, field, date: date.edtf, because }] : [];
  });
}

function doubtOf({ first, last, doubtful }: Edtf): Doubtful['because'] | null {
  if (first < last) return 'window';
  return doubtful ? 'marked' : null;
}
