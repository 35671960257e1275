/** A condition on one line, as a reader asks for it. */
import type { Dossier } from '../events/dossier.ts';
import { shown } from '../events/fields.ts';
import type { Problem } from '../events/read.ts';
import { readConditions } from '../events/read-condition.ts';
import type { Condition } from '../events/scenario.ts';
import { conditionProblems } from './condition-names.ts';

/** A condition, or all that is wrong with the line. */
export type WrittenCondition =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'problems'; readonly problems: readonly Pick<Problem, 'what' | 'instead'>[] };

/** Reads `SUBJECT.FIELD=VALUE`, or with another sign before a number. */
export function conditionIn(text: string, dossier: Dossier): WrittenCondition {
  const [, subject = '', field = '', sign = '', value = ''] =
    /^([^.=<>]+)\.([^=<>]+)(>=|<=|=|>|<)(.+)$/s.exec(text) ?? [];
  if (field === '') {
    const what = `not a condition: ${shown(text)}`;
    return { kind: 'problems', problems: [{ what, instead: `write SUBJECT.FIELD=VALUE, ${EXAMPLE}` }] };
  }
  const read = readConditions({ subject, [field]: sign === '=' ? value : `${sign}${value}` }, []);
  if (read.kind === 'problems') return read;
  const problems = conditionProblems(dossier, read.value, { file: '', entry: 0 });
  const [condition] = read.value;
  if (problems.length > 0 || condition === undefined) return { kind: 'problems', problems };
  return { kind: 'condition', condition };
}

const EXAMPLE = 'as in russian-mission.status=operating';
