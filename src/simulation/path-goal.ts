/**
 * A wanted state: conditions on the fields of a subject, all of which must certainly hold. A number that is known as a
 * range meets a condition where every number within the range does: 15..20 is `>=15`, and 10..20 is neither that nor
 * `<15`.
 */
import { type Count, isCount, meet, parseCount } from '../count.ts';
import { insteadOf } from '../nearest.ts';
import type { Chart } from '../replay/chart.ts';
import type { FieldValue } from '../replay/evolve.ts';
import { combinationsOf, fieldMeant, fieldsOfChart } from './path-fields.ts';

/** One condition, as in `staff.accredited>=15`. */
export interface Condition {
  readonly field: string;
  readonly operator: Operator;
  readonly wanted: Wanted;
}

export type Operator = '=' | '!=' | '>=' | '<=' | '>' | '<';

/** `none` is no limit, nobody, nothing. */
export type Wanted =
  | { readonly kind: 'none' }
  | { readonly kind: 'count'; readonly count: Count }
  | { readonly kind: 'word'; readonly word: string };

/** Conditions, or all that is wrong with their text. */
export type Goal =
  | { readonly kind: 'goal'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'problems'; readonly problems: readonly Wrong[] };

/** What is wrong, and what to write instead. */
export interface Wrong {
  readonly what: string;
  readonly instead: string;
}

/** Reads a goal, `status=operating,staff.accredited>=15`; `numbered` are the fields of the chart that hold numbers. */
export function parseGoal(text: string, chart: Chart, numbered: ReadonlySet<string>): Goal {
  const read = text.split(',').map((part) => readCondition(part.trim(), chart, numbered));
  const problems = read.flatMap((one) => ('what' in one ? [one] : []));
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'goal', conditions: read.flatMap((one) => ('what' in one ? [] : [one])) };
}

/** Whether a value certainly meets a condition; a field that the state does not have meets only `!=` and `=none`. */
export function meets(value: FieldValue | undefined, { operator, wanted }: Condition): boolean {
  switch (wanted.kind) {
    case 'none': {
      const none = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
      return operator === '=' ? none : !none;
    }
    case 'count':
      return isCount(value) ? compares(value, operator, wanted.count) : operator === '!=';
    case 'word':
      return (operator === '=') === wordsOf(value).includes(wanted.word);
    default:
      return wanted satisfies never;
  }
}

/** The numbers on whose side a condition wants a count to be: where it begins to hold. */
export function thresholdsOf({ operator, wanted }: Condition): readonly number[] {
  if (wanted.kind !== 'count') return [];
  const { min, max } = wanted.count;
  switch (operator) {
    case '>':
      return [min + 1];
    case '<':
      return [min - 1];
    case '!=':
      return [min - 1, ...(max === null ? [] : [max + 1])];
    case '=':
    case '>=':
    case '<=':
      return max === null ? [min] : [min, max];
    default:
      return operator satisfies never;
  }
}

function compares(count: Count, operator: Operator, wanted: Count): boolean {
  switch (operator) {
    case '=':
      return (
        count.min >= wanted.min &&
        (wanted.max === null || (count.max ?? Number.POSITIVE_INFINITY) <= wanted.max)
      );
    case '!=':
      return meet(count, wanted) === null;
    case '>=':
      return count.min >= wanted.min;
    case '>':
      return count.min > wanted.min;
    case '<=':
      return count.max !== null && count.max <= wanted.min;
    case '<':
      return count.max !== null && count.max < wanted.min;
    default:
      return operator satisfies never;
  }
}

/** The words that stand in a field: a state, the name of a person, the scopes that are suspended. */
function wordsOf(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isList(value)) return value;
  if (typeof value !== 'object' || value === null || isCount(value)) return [];
  return typeof value['name'] === 'string' ? [value['name']] : [];
}

function isList(value: FieldValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}

const CONDITION = /^([^!<>=\s]+)\s*([!<>=~]+)\s*(.*)$/u;
const FORM = 'write FIELD=VALUE, as in status=operating or staff.accredited>=15';

function readCondition(text: string, chart: Chart, numbered: ReadonlySet<string>): Condition | Wrong {
  if (text === '') return { what: 'a condition is empty', instead: FORM };
  const [, name, operator, value] = CONDITION.exec(text) ?? [];
  if (name === undefined || operator === undefined || value === undefined) {
    return { what: `no condition: ${text}`, instead: FORM };
  }
  const field = fieldMeant(chart, name);
  if (field === null) {
    return { what: `no such field: ${name}`, instead: insteadOf(name, fieldsOfChart(chart)) };
  }
  if (!isOperator(operator)) {
    return { what: `no such comparison: ${operator}`, instead: 'write one of: =, !=, >=, <=, >, <' };
  }
  if (value === '') return { what: `${name}${operator} has no value`, instead: FORM };
  const wanted = numbered.has(field)
    ? readNumber(field, operator, value)
    : readWord(field, operator, value, chart);
  return 'what' in wanted ? wanted : { field, operator, wanted };
}

function isOperator(text: string): text is Operator {
  return ['=', '!=', '>=', '<=', '>', '<'].includes(text);
}

function readNumber(field: string, operator: Operator, value: string): Wanted | Wrong {
  const orders = operator !== '=' && operator !== '!=';
  if (value === 'none' && !orders) return { kind: 'none' };
  const parsed = parseCount(value);
  if (parsed.kind === 'problem') {
    const { what, instead } = parsed.problem;
    return { what: `${field}: ${what}`, instead };
  }
  const { min, max } = parsed.count;
  if (orders && min !== max) {
    return { what: `${field}${operator}${value}: a range has two ends`, instead: 'write one number' };
  }
  if (min === 0 && max === null) {
    return {
      what: `${field}${operator}${value}: every number is that`,
      instead: 'write a number or a range',
    };
  }
  if (operator === '<' && min === 0) {
    return { what: `${field}<0: no number is below 0`, instead: `write ${field}=0 for nobody` };
  }
  return { kind: 'count', count: parsed.count };
}

function readWord(field: string, operator: Operator, value: string, chart: Chart): Wanted | Wrong {
  if (operator !== '=' && operator !== '!=') {
    return { what: `${field} is no number: ${operator}${value}`, instead: `write ${field}=${value}` };
  }
  const words = wordsIn(chart, field);
  if (words.size === 0) return value === 'none' ? { kind: 'none' } : { kind: 'word', word: value };
  if (words.has(value)) return { kind: 'word', word: value };
  return { what: `${field} is never ${value}`, instead: insteadOf(value, [...words]) };
}

/** The words that a status or a region can show; none for other fields, where any may stand. */
function wordsIn(chart: Chart, field: string): ReadonlySet<string> {
  const shown = combinationsOf(chart);
  if (field === 'status') return new Set(shown.map(({ status }) => status));
  return new Set(shown.flatMap(({ regions }) => regions.get(field) ?? []));
}
