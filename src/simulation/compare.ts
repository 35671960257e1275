/** A branch against the record that it left: which fields differ on a day, by which events, and from when on. */
import { eventsBehind, writersOf } from '../replay/causes.ts';
import type { Chart } from '../replay/chart.ts';
import { causesBehind, type FieldValue, type State } from '../replay/evolve.ts';
import { type Finding, findingOf } from '../replay/findings.ts';
import { type Knowledge, knownOf } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';
import { firstDifference } from '../replay/standing.ts';
import { chartFor, stateOn, type Turn, walk } from '../replay/walk.ts';
import { type Day, type DayNumber, dayOf } from '../time/day.ts';

/** A branch against its record. */
export interface Outcome {
  readonly dates: readonly OutcomeAt[];
  /** The first day at whose end some subject stands otherwise; null where none ever does. */
  readonly firstDivergence: Day | null;
  readonly findings: { readonly added: readonly FindingChange[]; readonly removed: readonly FindingChange[] };
}

/** What is otherwise at the end of a day. */
export interface OutcomeAt {
  readonly at: Day;
  readonly changes: readonly BranchChange[];
}

/** One field in both histories; null where a state has no such field. */
export interface BranchChange {
  readonly subject: string;
  readonly field: string;
  readonly baseline: FieldValue;
  readonly branch: FieldValue;
  /** The events behind one of the two and not the other, those of the record first. */
  readonly because: readonly string[];
  /** Those of them that are behind the value on record: on the branch they are lacking, or decide no more. */
  readonly ofRecord: readonly string[];
}

/** An event that the rules have no place for in one of the two histories only. */
export interface FindingChange extends Finding {
  /** `applied`: in the other history it is applied. `absent`: the other has no such event. */
  readonly other: 'applied' | 'absent';
  /** What took hold before it in one of the two and not the other. */
  readonly because: readonly string[];
  /** Those of them that did so on record. */
  readonly ofRecord: readonly string[];
}

/** Sets a branch beside its record, on these days and as known and told as the question says. */
export function compared(
  baseline: EventRecord,
  branch: EventRecord,
  days: readonly DayNumber[],
  knowledge: Knowledge,
): Outcome {
  const touched = subjectsTouched(baseline, branch, knowledge);
  const parting = firstDifference(baseline, branch, knowledge);
  const pairs = touched.map((subject) => findingsOf(baseline, branch, subject, knowledge));
  return {
    dates: days.map((day) => ({
      at: dayOf(day),
      changes: touched.flatMap((subject) => changesOn(baseline, branch, subject, day, knowledge)),
    })),
    firstDivergence: parting === null ? null : dayOf(parting.day),
    findings: {
      added: pairs.flatMap(({ added }) => added),
      removed: pairs.flatMap(({ removed }) => removed),
    },
  };
}

/** The subjects that do not have one and the same stream in both. */
export function subjectsTouched(
  baseline: EventRecord,
  branch: EventRecord,
  knowledge: Knowledge,
): readonly string[] {
  return Object.keys(baseline.dossier.subjects).filter(
    (subject) => baseline.streamOf(subject, knowledge) !== branch.streamOf(subject, knowledge),
  );
}

function changesOn(
  baseline: EventRecord,
  branch: EventRecord,
  subject: string,
  day: DayNumber,
  knowledge: Knowledge,
): readonly BranchChange[] {
  const chart = chartOf(baseline, subject);
  const [here, there] = [
    stateOn(chart, knownOf(baseline, subject, knowledge), knowledge, day),
    stateOn(chart, knownOf(branch, subject, knowledge), knowledge, day),
  ];
  const fields = new Set([...here.fields.keys(), ...there.fields.keys()]);
  return [...fields].flatMap((field) => {
    const [was, is] = [here.fields.get(field) ?? null, there.fields.get(field) ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const { ours, theirs } = behindOne(chart, field, here, there);
    return [{ subject, field, baseline: was, branch: is, because: [...ours, ...theirs], ofRecord: ours }];
  });
}

/** The events that wrote the field in one of two histories only; where both have the same, those that let them. */
function behindOne(chart: Chart, field: string, here: State, there: State): ReturnType<typeof apart> {
  const [was, is] = [causesBehind(chart, here, field), causesBehind(chart, there, field)];
  const wrote = apart(writersOf(was), writersOf(is));
  return wrote.ours.length + wrote.theirs.length > 0 ? wrote : apart(eventsBehind(was), eventsBehind(is));
}

type Named = readonly { readonly id: string }[];

/** The events that only one of two histories has, and those that only the other has. */
function apart(
  here: Named,
  there: Named,
): { readonly ours: readonly string[]; readonly theirs: readonly string[] } {
  const only = (some: Named, others: Named) => {
    const known = new Set(others.map(({ id }) => id));
    return some.flatMap(({ id }) => (known.has(id) ? [] : [id]));
  };
  return { ours: only(here, there), theirs: only(there, here) };
}

function findingsOf(baseline: EventRecord, branch: EventRecord, subject: string, knowledge: Knowledge) {
  const chart = chartOf(baseline, subject);
  const [here, there] = [
    [...walk(chart, knownOf(baseline, subject, knowledge), knowledge)],
    [...walk(chart, knownOf(branch, subject, knowledge), knowledge)],
  ];
  return {
    added: findingsOnlyIn(chart, there, here, 'branch'),
    removed: findingsOnlyIn(chart, here, there, 'record'),
  };
}

function findingsOnlyIn(
  chart: Chart,
  one: readonly Turn[],
  other: readonly Turn[],
  which: 'record' | 'branch',
): readonly FindingChange[] {
  return one.flatMap((turn, index): FindingChange[] => {
    const finding = findingOf(chart, turn);
    if (finding === null) return [];
    const place = other.findIndex(({ event }) => event.id === turn.event.id);
    const twin = other[place];
    if (twin !== undefined && twin.outcome.kind !== 'applied') return [];
    if (twin === undefined) return [{ ...finding, other: 'absent', because: [], ofRecord: [] }];
    const { ours, theirs } = apart(appliedIn(one.slice(0, index)), appliedIn(other.slice(0, place)));
    const ofRecord = which === 'record' ? ours : theirs;
    return [{ ...finding, other: 'applied', because: [...ours, ...theirs], ofRecord }];
  });
}

function appliedIn(turns: readonly Turn[]): Named {
  return turns.flatMap(({ event, outcome }) => (outcome.kind === 'applied' ? [event] : []));
}

function chartOf({ dossier }: EventRecord, subject: string): Chart {
  const known = dossier.subjects[subject];
  if (known === undefined) throw new RangeError(`no such subject: ${subject}`);
  return chartFor(known.kind);
}
