/** What changed between two days, field by field, and by which events. */
import type { DayNumber } from '../time/day.ts';
import { writersOf } from './causes.ts';
import type { Chart } from './chart.ts';
import { causesBehind, type FieldValue, type State } from './evolve.ts';
import { type Knowledge, knownBySubject } from './known.ts';
import type { EventRecord } from './record.ts';
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

/** The changes from the end of one day to the end of another, which may lie before it. */
export function diffBetween(
  record: EventRecord,
  [from, to]: readonly [DayNumber, DayNumber],
  knowledge: Knowledge,
  subjects: readonly string[] | null = null,
): readonly FieldChange[] {
  const streams = knownBySubject(record, knowledge);
  const wanted = Object.entries(record.dossier.subjects).filter(([id]) => subjects?.includes(id) ?? true);
  return wanted.flatMap(([id, { kind }]) => {
    const chart = chartFor(kind);
    const stream = streams.get(id) ?? [];
    const [before, after] = [from, to].map((day): State => stateOn(chart, stream, knowledge, day));
    return before && after ? changes(chart, id, before, after) : [];
  });
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
