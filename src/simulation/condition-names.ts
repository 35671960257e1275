/** Whether the subjects and fields that conditions name exist. */
import type { Dossier, Kind } from '../events/dossier.ts';
import { shownName } from '../events/fields.ts';
import type { Condition } from '../events/scenario.ts';
import { ruleBooks } from '../machines/rulebooks.ts';
import { insteadOf, insteadOfName } from '../nearest.ts';
import { type FileProblem, type Place, problemAt } from '../replay/place.ts';
import { regionsOf } from '../replay/regions.ts';

/** What is wrong with the names in the conditions of an act. */
export function conditionProblems(
  { subjects }: Dossier,
  when: readonly Condition[],
  place: Place,
): readonly FileProblem[] {
  return when.flatMap(({ place: index, subject, tests }) => {
    const tell = (step: string, what: string, instead: string) =>
      problemAt(place, {
        path: ['when', ...(index === null ? [] : [index]), step],
        atKey: step !== 'subject',
        what,
        instead,
      });
    const known = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
    if (known === undefined)
      return [
        tell(
          'subject',
          `no such subject: ${shownName(subject)}`,
          insteadOfName(subject, Object.keys(subjects)),
        ),
      ];
    const fields = fieldsOf(known.kind);
    return tests.flatMap(({ field }) => {
      if (fields.includes(field)) return [];
      const what = `no such field of ${shownName(subject)}: ${shownName(field)}`;
      return [tell(field, what, insteadOf(field, fields))];
    });
  });
}

/** Every field that the state of a subject of a kind can have. */
function fieldsOf(kind: Kind): readonly string[] {
  const { machine, fields, staffed } = ruleBooks[kind];
  return ['status', ...regionsOf(machine.root), ...fields, ...(staffed ? ['staff.vacant'] : [])];
}
