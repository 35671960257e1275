/** What changed between two days, field by field, and by which events. */
import { type Day, type DayNumber, dayOf } from '../time/day.ts';
import { writersOf } from './causes.ts';
import type { Chart } from './chart.ts';
import { causesBehind, type FieldValue, type State } from './evolve.ts';
import { type Knowledge, knownOf } from './known.ts';
import type { EventRecord } from './record.ts';
import { type Uncertain, uncertainties } from './uncertain.ts';
import { chartFor, stateOn } from './walk.ts';

/** One field before and after; null where a state has no such field. */
export interface FieldChange {
  readonly subject: string;
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
  /** The events between the two days that wrote the field, in order. */
  readonly because: readonly string[];
}

/** What changed, and what of either state doubtful dates leave open. */
export interface Difference {
  readonly changes: readonly FieldChange[];
  readonly uncertain: readonly UncertainOn[];
}

/** A field that is uncertain on one of the two days. */
export interface UncertainOn extends Uncertain {
  readonly subject: string;
  readonly at: Day;
}

/** The changes from the end of one day to the end of another, which may lie before it. */
export function diffBetween(
  record: EventRecord,
  days: readonly [from: DayNumber, to: DayNumber],
  knowledge: Knowledge,
  subjects: readonly string[] | null = null,
): Difference {
  const wanted = Object.entries(record.dossier.subjects).filter(([id]) => subjects?.includes(id) ?? true);
  const parts = wanted.map(([id, { kind }]) => {
    const chart = chartFor(kind);
    const stream = knownOf(record, id, knowledge);
    const [before, after] = [
      stateOn(chart, stream, knowledge, days[0]),
      stateOn(chart, stream, knowledge, days[1]),
    ];
    const uncertain = days.flatMap((at) =>
      uncertainties(chart, stream, { ...knowledge, at }).map((doubt) => ({
        subject: id,
        at: dayOf(at),
        ...doubt,
      })),
    );
    return { changes: changes(chart, id, before, after), uncertain };
  });
  return {
    changes: parts.flatMap((part) => part.changes),
    uncertain: parts.flatMap((part) => part.uncertain),
  };
}

function changes(chart: Chart, subject: string, before: State, after: State): FieldChange[] {
  const fields = new Set([...before.fields.keys(), ...after.fields.keys()]);
  return [...fields].flatMap((field) => {
    const [was, is] = [before.fields.get(field) ?? null, after.fields.get(field) ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ subject, field, before: was, after: is, because: between(chart, field, before, after) }];
  });
}

/** The writers of the later state that the earlier one does not have; one stream is the beginning of the other. */
function between(chart: Chart, field: string, a: State, b: State): readonly string[] {
  const [earlier, later] = a.applied <= b.applied ? [a, b] : [b, a];
  const already = new Set(writersOf(causesBehind(chart, earlier, field)));
  return writersOf(causesBehind(chart, later, field)).flatMap((event) =>
    already.has(event) ? [] : [event.id],
  );
}
