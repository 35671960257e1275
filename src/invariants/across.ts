/** What must hold between subjects on any day. */
import type { Clash, Invariant, SubjectOnDay } from './invariant.ts';

export const acrossSubjects: readonly Invariant[] = [
  {
    id: 'no-embassy-without-relations',
    statement: 'No embassy works between two States whose diplomatic relations are broken off.',
    article: 'VCDR 2, 45',
    on: 'world',
    broken: (subjects) => {
      const broken = subjects.filter(
        ({ subject, state }) => subject.kind === 'relations' && state.status === 'broken-off',
      );
      // Consular posts and interests sections go on without relations (VCCR 2(3), VCDR 45(c)); missions to organisations need none.
      const embassies = subjects.filter(
        ({ subject, state }) => subject.kind === 'embassy' && state.status === 'operating',
      );
      return broken.flatMap((relations) =>
        embassies
          .filter((embassy) => sameSides(embassy, relations))
          .map((embassy) => clash(embassy, relations)),
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

function clash(embassy: SubjectOnDay, relations: SubjectOnDay): Clash {
  const [first, second] =
    dayOfStatus(embassy) > dayOfStatus(relations) ? [relations, embassy] : [embassy, relations];
  return {
    subject: embassy.id,
    says: `it works while diplomatic relations (${relations.id}) are broken off`,
    events: [first, second].flatMap(({ state }) => state.because['status']?.at(-1) ?? []),
    between: [embassy.id, relations.id],
  };
}

function dayOfStatus({ state }: SubjectOnDay): string {
  return state.since ?? '';
}
