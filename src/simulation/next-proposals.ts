/** Events that could happen next: with which data they may be tried, and what they would do to a state. */
import { exactly, isCount } from '../count.ts';
import { type DataField, dataFieldsOf } from '../events/data-fields.ts';
import type { EventType } from '../events/vocabulary.ts';
import type { Chart, Snapshot } from '../replay/chart.ts';

/** An event that is on no record: its type and its data. */
export interface Proposal {
  readonly type: EventType;
  readonly data: { readonly [field: string]: unknown };
}

/** What to try where numbers and texts are open. */
export interface Choices {
  readonly counts: readonly number[];
  readonly texts: readonly string[];
}

/** Somebody of whom no more is known: nomen nominandum, the name that is still to be named. */
export const SOMEBODY = 'N. N.';

/** Every event of a type with such data; an event of nobody is none, but a limit may be 0. */
export function proposalsOf(type: EventType, choices: Choices): readonly Proposal[] {
  const start: readonly Proposal['data'][] = [{}];
  const all = dataFieldsOf(type).reduce(
    (made, field) =>
      made.flatMap((data) => [
        ...(field.optional ? [data] : []),
        ...valuesOf(field, choices).map((value) => ({ ...data, [field.field]: value })),
      ]),
    start,
  );
  return all.map((data) => ({ type, data }));
}

/** The event as a statechart sees it. */
export function eventOf({ type, data }: Proposal) {
  return { ...data, type };
}

/** The state after an event; null where the rules have no place for it. The state given stays as it is. */
export function after(
  chart: Chart,
  { at, context }: Snapshot,
  event: { readonly type: EventType },
): Snapshot | null {
  const { verdict, to } = chart.decide(at, context, event);
  if (verdict.kind !== 'applied') return null;
  const copy = chart.copied(context);
  verdict.change?.(copy, event);
  return { at: to, context: copy };
}

/** Whether a number of persons or posts can stand in a field of this name. */
export function leastOf(field: string): number {
  return field === 'count' ? 1 : 0;
}

/** The numbers that bound the counts within a value. */
export function numbersIn(value: unknown): readonly number[] {
  if (isCount(value)) return value.max === null ? [value.min] : [value.min, value.max];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** The texts within a value. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function valuesOf({ field, optional, form }: DataField, { counts, texts }: Choices): readonly unknown[] {
  switch (form.kind) {
    case 'count': {
      const numbers = counts.filter((n) => n >= leastOf(field)).map(exactly);
      return form.all ? [...numbers, 'all'] : numbers;
    }
    case 'text':
      return field === 'rank' || field === 'reason' ? [] : texts;
    case 'word':
      return form.words;
    case 'yes-or-no':
      return optional ? [] : [true, false];
    default:
      return form satisfies never;
  }
}
