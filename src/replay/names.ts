/** Whether the parties and subjects that an event names exist, and whether it can happen to its subject at all. */
import type { Dossier } from '../events/dossier.ts';
import type { WrittenEvent } from '../events/read.ts';
import { understoodBy } from '../machines/rulebooks.ts';
import { insteadOf } from '../nearest.ts';
import { type FileProblem, type Place, problemAt } from './place.ts';

/** What is wrong with the names in one event; nothing where there is no dossier to hold them against. */
export function nameProblems(
  dossier: Dossier | null,
  written: WrittenEvent,
  place: Place,
  path: readonly (string | number)[],
): FileProblem[] {
  if (dossier === null) return [];
  const subject = own(dossier.subjects, written.subject);
  const subjects = Object.keys(dossier.subjects);
  const accounts = Object.keys(written.accounts).flatMap((party) =>
    partyProblems(dossier, party, place, [...path, 'accounts', party], true),
  );
  if (subject === undefined) {
    const what = `no such subject: ${written.subject}`;
    return [
      problemAt(place, {
        path: [...path, 'subject'],
        atKey: false,
        what,
        instead: insteadOf(written.subject, subjects),
      }),
      ...accounts,
    ];
  }
  const known = understoodBy(subject.kind);
  if (known.includes(written.type)) return accounts;
  const what = `nothing that can happen to ${written.subject}, of kind ${subject.kind}: ${written.type}`;
  return [
    problemAt(place, {
      path: [...path, 'type'],
      atKey: false,
      what,
      instead: insteadOf(written.type, known),
    }),
    ...accounts,
  ];
}

/** What is wrong with the name of a party. */
export function partyProblems(
  dossier: Dossier | null,
  party: string,
  place: Place,
  path: readonly (string | number)[],
  atKey = false,
): FileProblem[] {
  if (dossier === null || own(dossier.parties, party) !== undefined) return [];
  const instead = insteadOf(party, Object.keys(dossier.parties));
  return [problemAt(place, { path, atKey, what: `no such party: ${party}`, instead })];
}

function own<T>(map: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
