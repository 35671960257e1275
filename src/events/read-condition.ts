/** From conditions as a scenario has them, `{subject: ID, status: suspended}`, to conditions. */
import { id, shown } from './fields.ts';
import { isMap, type Problem, type Read } from './read.ts';
import type { Condition, Test } from './scenario.ts';

/** Reads one condition or a list of them. */
export function readConditions(raw: unknown, path: Problem['path']): Read<readonly Condition[]> {
  const problems: Problem[] = [];
  const conditions = legibleConditions(raw, path, problems);
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'value', value: conditions };
}

/** The same as far as they can be read; what is wrong with the rest is added to the problems. */
export function legibleConditions(
  raw: unknown,
  path: Problem['path'],
  problems: Problem[],
): readonly Condition[] {
  const list = Array.isArray(raw) ? raw : [raw];
  return list.map((one, index) => {
    const place = Array.isArray(raw) ? index : null;
    return { place, ...readCondition(one, place === null ? path : [...path, place], problems) };
  });
}

function readCondition(raw: unknown, path: Problem['path'], problems: Problem[]): Omit<Condition, 'place'> {
  const tell = (at: Problem['path'], what: string, instead: string) =>
    void problems.push({ path: at, atKey: false, what, instead });
  if (!isMap(raw)) {
    tell(path, `not a condition: ${shown(raw)}`, 'write {subject: ID, status: suspended}');
    return { subject: '', tests: [] };
  }
  const { subject, ...fields } = raw;
  const name = id.safeParse(subject);
  if (!name.success) {
    const what = subject === undefined ? 'subject: missing' : `not a name: ${shown(subject)}`;
    tell(subject === undefined ? path : [...path, 'subject'], what, 'write which subject is meant');
  }
  if (Object.keys(fields).length === 0)
    tell(path, 'no field', 'write what must hold, as in status: suspended or staff.accredited: ">=10"');
  const tests = Object.entries(fields).flatMap(([field, value]) => {
    const test = testOf(field, value);
    if (test === null) tell([...path, field], `not a value: ${shown(value)}`, FORM);
    return test ?? [];
  });
  return { subject: name.success ? name.data : '', tests };
}

/** What must hold of a field: its value, or with a sign before a whole number how it compares. */
function testOf(field: string, value: unknown): Test | null {
  if (typeof value === 'number') return { kind: 'is', field, value: String(value) };
  if (typeof value !== 'string' || value.trim() === '') return null;
  const [, sign = '', rest = ''] = /^(>=|<=|>|<)? *(.*)$/s.exec(value) ?? [];
  const relation = RELATIONS.find((known) => known === sign);
  if (relation === undefined) return { kind: 'is', field, value };
  return /^\d{1,9}$/.test(rest) ? { kind: 'count', field, relation, number: Number(rest) } : null;
}

const RELATIONS = ['>=', '<=', '>', '<'] as const;
const FORM = 'write a value, as in suspended, or a comparison with a whole number, as in ">=10"';
