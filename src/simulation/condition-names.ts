/** Whether the subjects and fields that conditions name exist, and can be what is asked of them. */
import type { Dossier, Kind } from '../events/dossier.ts';
import { shown, shownName } from '../events/fields.ts';
import type { Condition } from '../events/scenario.ts';
import { ruleBooks } from '../machines/rulebooks.ts';
import { insteadOf, insteadOfName } from '../nearest.ts';
import { wordsOf } from '../replay/field-words.ts';
import { type FileProblem, type Place, problemAt } from '../replay/place.ts';
import { regionsOf } from '../replay/regions.ts';

/** What is wrong with the names in the conditions of an act. */
export function conditionProblems(
  { subjects }: Dossier,
  when: readonly Condition[],
  place: Place,
): readonly FileProblem[] {
  return when.flatMap(({ place: index, subject, tests }) => {
    const tell = (step: readonly string[], atKey: boolean, what: string, instead: string) => {
      const path = ['when', ...(index === null ? [] : [index]), ...step];
      return problemAt(place, { path, atKey, what, instead });
    };
    const known = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
    if (known === undefined) {
      const instead = insteadOfName(subject, Object.keys(subjects));
      return [tell(['subject'], false, `no such subject: ${shownName(subject)}`, instead)];
    }
    const fields = fieldsOf(known.kind);
    return tests.flatMap((test) => {
      const { field } = test;
      if (!fields.includes(field)) {
        const what = `no such field of ${shownName(subject)}: ${shownName(field)}`;
        return [tell([field], true, what, insteadOf(field, fields))];
      }
      const words = [...(wordsOf(known.kind).get(field) ?? [])];
      if (words.length === 0 || (test.kind === 'is' && (words.includes(test.value) || test.value === 'none')))
        return [];
      const what =
        test.kind === 'is'
          ? `nothing that ${field} can be: ${shown(test.value)}`
          : `${field} is a word and not a number: ${shown(`${test.relation}${test.number}`)}`;
      return [tell([field], false, what, insteadOf(test.kind === 'is' ? test.value : '', words))];
    });
  });
}

/** Every field that the state of a subject of a kind can have. */
function fieldsOf(kind: Kind): readonly string[] {
  const { machine, fields, staffed } = ruleBooks[kind];
  return ['status', ...regionsOf(machine.root), ...fields, ...(staffed ? ['staff.vacant'] : [])];
}
