/** What must hold between subjects on any day. */
import type { Breach, Invariant, SubjectOnDay } from './invariant.ts';

export const acrossSubjects: readonly Invariant[] = [
  {
    id: 'no-embassy-without-relations',
    statement: 'No embassy works between two States whose diplomatic relations are broken off.',
    article: 'VCDR 45',
    on: 'world',
    broken: (subjects) => {
      const broken = subjects.filter(
        ({ subject, state }) => subject.kind === 'relations' && state.status === 'broken-off',
      );
      return broken.flatMap((relations) =>
        subjects
          .filter(({ subject, state }) => subject.kind === 'embassy' && state.status === 'operating')
          .filter((embassy) => sameSides(embassy, relations))
          .map((embassy): Breach => breach(embassy, relations)),
      );
    },
  },
];

function sameSides({ subject: a }: SubjectOnDay, { subject: b }: SubjectOnDay): boolean {
  if (a.sending === undefined || a.receiving === undefined) return false;
  return (
    (a.sending === b.sending && a.receiving === b.receiving) ||
    (a.sending === b.receiving && a.receiving === b.sending)
  );
}

function breach({ id, state }: SubjectOnDay, relations: SubjectOnDay): Breach {
  const last = [state, relations.state].map(({ because }) => because['status']?.at(-1) ?? null);
  return {
    subject: id,
    says: `it works while ${relations.id} are broken off`,
    events: last.flatMap((event) => event ?? []),
  };
}
