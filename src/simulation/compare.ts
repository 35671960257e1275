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
}

/** An event that the rules have no place for in one of the two histories only. */
export interface FindingChange extends Finding {
  /** `applied`: in the other history it is applied. `absent`: the other has no such event. */
  readonly other: 'applied' | 'absent';
  /** What took hold before it in one of the two and not the other. */
  readonly because: readonly string[];
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
    return [{ subject, field, baseline: was, branch: is, because: behindOne(chart, field, here, there) }];
  });
}

/** The events that wrote the field in one of two histories only; where both have the same, those that let them. */
function behindOne(chart: Chart, field: string, here: State, there: State): readonly string[] {
  const [was, is] = [causesBehind(chart, here, field), causesBehind(chart, there, field)];
  const wrote = inOne(writersOf(was), writersOf(is));
  return wrote.length > 0 ? wrote : inOne(eventsBehind(was), eventsBehind(is));
}

type Named = readonly { readonly id: string }[];

function inOne(here: Named, there: Named): readonly string[] {
  const [ours, theirs] = [here, there].map((events) => events.map(({ id }) => id));
  return [
    ...(ours ?? []).filter((id) => theirs?.includes(id) === false),
    ...(theirs ?? []).filter((id) => ours?.includes(id) === false),
  ];
}

function findingsOf(baseline: EventRecord, branch: EventRecord, subject: string, knowledge: Knowledge) {
  const chart = chartOf(baseline, subject);
  const [here, there] = [
    [...walk(chart, knownOf(baseline, subject, knowledge), knowledge)],
    [...walk(chart, knownOf(branch, subject, knowledge), knowledge)],
  ];
  return { added: findingsOnlyIn(chart, there, here), removed: findingsOnlyIn(chart, here, there) };
}

function findingsOnlyIn(
  chart: Chart,
  one: readonly Turn[],
  other: readonly Turn[],
): readonly FindingChange[] {
  return one.flatMap((turn, index) => {
    const finding = findingOf(chart, turn);
    if (finding === null) return [];
    const place = other.findIndex(({ event }) => event.id === turn.event.id);
    const twin = other[place];
    if (twin !== undefined && twin.outcome.kind !== 'applied') return [];
    const before =
      twin === undefined ? [] : inOne(appliedIn(one.slice(0, index)), appliedIn(other.slice(0, place)));
    return [{ ...finding, other: twin === undefined ? 'absent' : 'applied', because: before }];
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
