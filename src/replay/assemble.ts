/** From the entries of act files to the record: names are resolved, corrections applied, and every problem is told. */
import type { Act, Dossier } from '../events/dossier.ts';
import { id, shownName } from '../events/fields.ts';
import { type ChangeEntry, isMap, readEntry, readEvent, type WrittenEvent } from '../events/read.ts';
import { dayNumber } from '../time/day.ts';
import { applyChange, byRecording } from './changes.ts';
import { type Draft, draftOf } from './draft.ts';
import { nameProblems, partyProblems } from './names.ts';
import { type FileProblem, type Located, type Place, problemAt } from './place.ts';
import type { ActOnRecord, EventOnRecord, EventRecord } from './record.ts';

/** An act file's entries as the file has them, unread. */
export interface ActFile {
  readonly file: string;
  readonly entries: readonly unknown[];
}

/** A record, or every problem that stands in its way. */
export type Assembled =
  | { readonly kind: 'record'; readonly record: EventRecord }
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] };

/**
 * Puts a record together. `dossier` is null where dossier.yaml itself could not be read; `complete` is false where
 * some act file could not: names that may be defined there are then not held against the rest.
 */
export function assemble(dossier: Dossier | null, files: readonly ActFile[], complete = true): Assembled {
  const problems: FileProblem[] = [];
  // One by one: a hundred thousand at once would be more arguments than a call can have.
  const tell = (more: readonly FileProblem[]) => {
    for (const problem of more) problems.push(problem);
  };
  const named = new Map<string, Place>();
  const acts = new Map<string, Located<Act>>();
  const changes: Located<ChangeEntry>[] = [];
  const drafts = new Map<string, Draft>();

  for (const [place, raw] of rawEntries(files)) {
    const name = isMap(raw) && typeof raw['act'] === 'string' ? raw['act'] : null;
    const twin = name === null ? undefined : named.get(name);
    if (name !== null && twin !== undefined) problems.push(repeated(place, name, twin));
    else if (name !== null) named.set(name, place);

    const entry = readEntry(raw);
    if (entry.kind === 'problems') {
      tell(entry.problems.map((problem) => problemAt(place, problem)));
      tell(wrongNames(dossier, legibleIn(raw), place));
      for (const event of eventsNamed(raw))
        if (!drafts.has(event)) drafts.set(event, { place, broken: true });
    } else if (entry.value.kind !== 'act') {
      changes.push({ ...place, value: entry.value });
    } else {
      const { act, events } = entry.value;
      tell(wrongNames(dossier, { by: act.by, events }, place));
      if (twin !== undefined) continue;
      acts.set(act.act, { ...place, value: act });
      events.forEach((written, index) => {
        drafts.set(`${act.act}/${index + 1}`, draftOf(act, written, raw, place, index));
      });
    }
  }

  changes.sort(byRecording);
  for (const change of changes) tell(applyChange(change, drafts, dossier, complete));
  if (problems.length > 0 || dossier === null) return { kind: 'problems', problems };

  const events = [...drafts].flatMap(([id, draft]): EventOnRecord[] =>
    draft.broken ? [] : [{ id, versions: draft.versions }],
  );
  return { kind: 'record', record: { dossier, acts: new Map([...acts.values()].map(onRecord)), events } };
}

function rawEntries(files: readonly ActFile[]): [Place, unknown][] {
  const sorted = [...files].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return sorted.flatMap(({ file, entries }) =>
    entries.map((raw, entry): [Place, unknown] => [{ file, entry }, raw]),
  );
}

/** The party and the events of an act, as far as they can be read; null stands for what cannot. */
interface Named {
  readonly by: string | null;
  readonly events: readonly (WrittenEvent | null)[];
}

/** What can be read of an entry in which something is wrong, so that all that is wrong in it is told. */
function legibleIn(raw: unknown): Named {
  if (!isMap(raw) || !('act' in raw)) return { by: null, events: [] };
  const events = listIn(raw).map((event) => {
    const read = readEvent(event, []);
    return read.kind === 'value' ? read.value : null;
  });
  return { by: typeof raw['by'] === 'string' ? raw['by'] : null, events };
}

function wrongNames(dossier: Dossier | null, { by, events }: Named, place: Place): FileProblem[] {
  return [
    ...(by === null ? [] : partyProblems(dossier, by, place, ['by'])),
    ...events.flatMap((event, index) =>
      event === null ? [] : nameProblems(dossier, event, place, ['events', index]),
    ),
  ];
}

/** The events that a broken entry would have had, so that their absence is not held against a correction. */
function eventsNamed(raw: unknown): string[] {
  const act = isMap(raw) ? id.safeParse(raw['act']) : null;
  return isMap(raw) && act?.success ? listIn(raw).map((_, index) => `${act.data}/${index + 1}`) : [];
}

function listIn(act: { readonly [field: string]: unknown }): readonly unknown[] {
  return Array.isArray(act['events']) ? act['events'] : [];
}

function repeated(place: Place, act: string, twin: Place): FileProblem {
  const what = `a second act by this name: ${shownName(act)}, which stands in ${shownName(twin.file)} already, as entry ${twin.entry + 1}`;
  return problemAt(place, {
    path: ['act'],
    atKey: false,
    what,
    instead: `write another name, as in ${shownName(`${act}-2`)}`,
  });
}

function onRecord({ value, file, entry }: Located<Act>): [string, ActOnRecord] {
  const { events, recorded, ...act } = value;
  return [
    act.act,
    {
      ...act,
      recorded: recorded === undefined ? null : dayNumber(recorded),
      position: { file, act: entry, event: -1 },
      events: events.map((_, index) => `${act.act}/${index + 1}`),
    },
  ];
}
