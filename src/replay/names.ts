/** Whether the parties and subjects that an event names exist, and whether it can happen to its subject at all. */
import type { Dossier } from '../events/dossier.ts';
import { shownName } from '../events/fields.ts';
import type { EventType } from '../events/vocabulary.ts';
import { understoodBy } from '../machines/rulebooks.ts';
import { insteadOf, insteadOfName } from '../nearest.ts';
import { type FileProblem, type Place, problemAt } from './place.ts';

/** The names in an event; null stands for one that cannot be read. */
export interface NamesInEvent {
  readonly subject: string | null;
  readonly type: EventType | null;
  readonly accounts: { readonly [party: string]: unknown };
}

/** What is wrong with the names in one event; nothing where there is no dossier to hold them against. */
export function nameProblems(
  dossier: Dossier | null,
  written: NamesInEvent,
  place: Place,
  path: readonly (string | number)[],
): FileProblem[] {
  if (dossier === null) return [];
  const accounts = Object.keys(written.accounts).flatMap((party) =>
    partyProblems(dossier, party, place, [...path, 'accounts', party], true),
  );
  if (written.subject === null) return accounts;
  const subject = own(dossier.subjects, written.subject);
  if (subject === undefined) {
    const what = `no such subject: ${shownName(written.subject)}`;
    return [
      problemAt(place, {
        path: [...path, 'subject'],
        atKey: false,
        what,
        instead: insteadOfName(written.subject, namesIn(dossier.subjects)),
      }),
      ...accounts,
    ];
  }
  const known = understoodBy(subject.kind);
  if (written.type === null || known.includes(written.type)) return accounts;
  const what = `nothing that can happen to ${shownName(written.subject)}, of kind ${subject.kind}: ${written.type}`;
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
  const instead = insteadOfName(party, namesIn(dossier.parties));
  return [problemAt(place, { path, atKey, what: `no such party: ${shownName(party)}`, instead })];
}

// To list ten thousand names anew for each of ten thousand wrong ones would take seconds.
const listed = new WeakMap<object, readonly string[]>();

function namesIn(map: { readonly [name: string]: unknown }): readonly string[] {
  const names = listed.get(map) ?? Object.keys(map);
  listed.set(map, names);
  return names;
}

function own<T>(map: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
