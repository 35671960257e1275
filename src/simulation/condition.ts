/** Whether what an act waits for is so on a day. */
import { isCount, meet, parseCount } from '../count.ts';
import type { Condition, Test } from '../events/scenario.ts';
import type { FieldValue } from '../replay/evolve.ts';
import { ALL_KNOWN, knownOf } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';
import { chartFor, stateOn } from '../replay/walk.ts';
import type { DayNumber } from '../time/day.ts';

/** A test that is not met, and the value that the field had instead. */
export interface Unmet {
  readonly subject: string;
  readonly test: Test;
  readonly value: FieldValue;
}

/** The first test that is not met at the end of the day, by all that is on record; null where all are. */
export function unmetOn(record: EventRecord, when: readonly Condition[], day: DayNumber): Unmet | null {
  for (const { subject, tests } of when) {
    const kind = record.dossier.subjects[subject]?.kind;
    if (kind === undefined) throw new RangeError(`no such subject: ${subject}`);
    const { fields } = stateOn(chartFor(kind), knownOf(record, subject, ALL_KNOWN), ALL_KNOWN, day);
    const test = tests.find((one) => !meets(one, fields.get(one.field) ?? null));
    if (test !== undefined) return { subject, test, value: fields.get(test.field) ?? null };
  }
  return null;
}

/** Whether a value meets a test; of a range it is enough that it may. */
export function meets(test: Test, value: FieldValue): boolean {
  switch (test.kind) {
    case 'is':
      return isCalled(test.value, value);
    case 'count':
      return isCount(value) && compares(test, value.min, value.max ?? Number.POSITIVE_INFINITY);
    default:
      return test satisfies never;
  }
}

function isCalled(word: string, value: FieldValue): boolean {
  if (value === null) return word === NOTHING;
  if (typeof value === 'string') return value === word;
  if (isCount(value)) {
    const count = parseCount(word);
    return count.kind === 'count' && meet(count.count, value) !== null;
  }
  if (isList(value)) return value.length === 0 ? word === NOTHING : value.includes(word);
  return value['name'] === word;
}

const NOTHING = 'none';

function compares(
  { relation, number }: Extract<Test, { readonly kind: 'count' }>,
  least: number,
  most: number,
): boolean {
  switch (relation) {
    case '>=':
      return most >= number;
    case '>':
      return most > number;
    case '<=':
      return least <= number;
    case '<':
      return least < number;
    default:
      return relation satisfies never;
  }
}

function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}
