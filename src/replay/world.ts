/** The state of every subject on a day: what holds, what is pending, what is uncertain, and why. */
import type { StateValue } from 'xstate';
import type { Count } from '../count.ts';
import { type DomainEvent, dataOf } from '../events/event.ts';
import { type AsOf, dayUnder, type Reading } from '../time/clocks.ts';
import { type Day, dayOf } from '../time/day.ts';
import { eventsBehind } from './causes.ts';
import type { Chart } from './chart.ts';
import { causesBehind, type FieldValue, type State } from './evolve.ts';
import { type Finding, findingOf } from './findings.ts';
import { isAnnounced, type Knowledge, knownBySubject } from './known.ts';
import type { EventRecord } from './record.ts';
import { type Uncertain, uncertainties } from './uncertain.ts';
import { chartFor, stateOn, walk } from './walk.ts';

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

/** A state in the form of an answer. Besides these it bears the parts of its kind: `head`, `charge`, `holder`, … */
export interface Described {
  readonly status: string;
  /** The day since which the status holds, under the reading; null while it is the initial one. */
  readonly since: Day | null;
  /** That day as it is on record: a date in EDTF, which may be a window. */
  readonly sinceDate: string | null;
  readonly state: StateValue;
  readonly staff?: Staffing;
  /** Events behind the state whose date is marked `~`, `?` or `%`. */
  readonly doubtful: readonly { readonly event: string; readonly effective: string }[];
  /** For each field the events behind it: replaying these alone gives the same value. */
  readonly because: { readonly [field: string]: readonly string[] };
  readonly [part: string]: unknown;
}

/** The state of one subject on the day asked about. */
export interface SubjectState extends Described {
  readonly kind: string;
  readonly name: string;
  readonly uncertain: readonly Uncertain[];
  readonly pending: readonly Pending[];
}

/** Persons and posts; `ceiling` and `vacant` are null while no limit is in force. */
export interface Staffing {
  readonly ceiling: Count | null;
  readonly accredited: Count;
  readonly pending: Count;
  readonly vacant: Count | null;
}

/** An act announced but not yet in effect. */
export interface Pending {
  readonly event: string;
  readonly type: string;
  readonly announced: string;
  readonly effective: string;
  readonly [datum: string]: unknown;
}

/** The state of the subjects, all or those named, on a day, as known and told as the question says. */
export function stateAt(record: EventRecord, when: AsOf, subjects: readonly string[] | null = null): World {
  const streams = knownBySubject(record, when);
  const findings: Finding[] = [];
  const states: [string, SubjectState][] = [];
  for (const [id, { kind, name }] of Object.entries(record.dossier.subjects)) {
    if (subjects !== null && !subjects.includes(id)) continue;
    const chart = chartFor(kind);
    const stream = streams.get(id) ?? [];
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

/** A state in the form of an answer. */
export function describe(chart: Chart, state: State, reading: Reading): Described {
  const present = [...state.fields.keys()].map((field) => ({
    field,
    behind: eventsBehind(causesBehind(chart, state, field)),
  }));
  const doubtful = new Set(
    present.flatMap(({ behind }) => behind.filter(({ effective }) => effective.doubtful)),
  );
  return {
    status: chart.rules.status.of(state.snapshot.value),
    since: state.since && dayOf(dayUnder(reading, state.since.effective)),
    sinceDate: state.since === null ? null : state.since.effective.edtf,
    state: state.snapshot.value,
    ...partsOf(state),
    doubtful: [...doubtful].map(({ id, effective }) => ({ event: id, effective: effective.edtf })),
    because: Object.fromEntries(
      present
        .filter(({ behind }) => behind.length > 0)
        .map(({ field, behind }): [string, readonly string[]] => [field, behind.map(({ id }) => id)]),
    ),
  };
}

/** The parts of the context in their places: `staff.ceiling` as `ceiling` within `staff`. */
function partsOf(state: State): { readonly [part: string]: unknown } {
  const parts: { [part: string]: unknown } = {};
  const groups = new Map<string, { [field: string]: FieldValue }>();
  for (const [path, value] of state.fields) {
    const [part = path, field] = path.split('.');
    if (part === 'status' || part === 'state') continue;
    if (field === undefined) parts[part] = value;
    else {
      const group = groups.get(part) ?? {};
      group[field] = value;
      groups.set(part, group);
      parts[part] = group;
    }
  }
  return parts;
}

/** Announced by the bound, or by the day itself where there is none, and not yet in effect. */
function isPending(event: DomainEvent, when: AsOf): boolean {
  const announcedBy = when.announcedBy ?? when.at;
  return isAnnounced(event, { ...when, announcedBy }) && dayUnder(when.reading, event.effective) > when.at;
}

function pendingOf(event: DomainEvent): Pending {
  const { id, type, announced, effective } = event;
  return { event: id, type, announced: announced.edtf, effective: effective.edtf, ...dataOf(event) };
}
