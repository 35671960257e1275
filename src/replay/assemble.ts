/** From the entries of act files to the record: names are resolved, corrections applied, and every problem is told. */
import type { Act, Dossier } from '../events/dossier.ts';
import { type ChangeEntry, isMap, readEntry } from '../events/read.ts';
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
  const acts = new Map<string, Located<Act>>();
  const changes: Located<ChangeEntry>[] = [];
  const drafts = new Map<string, Draft>();

  for (const [place, raw] of rawEntries(files)) {
    const entry = readEntry(raw);
    if (entry.kind === 'problems') {
      problems.push(...entry.problems.map((problem) => problemAt(place, problem)));
      for (const id of namesIn(raw)) if (!drafts.has(id)) drafts.set(id, { place, broken: true });
    } else if (entry.value.kind === 'act') {
      const { act, events } = entry.value;
      const twin = acts.get(act.act);
      if (twin) problems.push(repeated(place, act.act, twin));
      else acts.set(act.act, { ...place, value: act });
      problems.push(...partyProblems(dossier, act.by, place, ['by']));
      events.forEach((written, index) => {
        problems.push(...nameProblems(dossier, written, place, ['events', index]));
        if (!twin) drafts.set(`${act.act}/${index + 1}`, draftOf(act, written, raw, place, index));
      });
    } else {
      changes.push({ ...place, value: entry.value });
    }
  }

  changes.sort(byRecording);
  for (const change of changes) problems.push(...applyChange(change, drafts, dossier, complete));
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

/** The events that a broken entry would have had, so that their absence is not held against a correction. */
function namesIn(raw: unknown): string[] {
  if (!isMap(raw) || typeof raw['act'] !== 'string' || !Array.isArray(raw['events'])) return [];
  return raw['events'].map((_, index) => `${String(raw['act'])}/${index + 1}`);
}

function repeated(place: Place, act: string, twin: Place): FileProblem {
  const what = `a second act by this name: ${act}, which stands in ${twin.file} already, as entry ${twin.entry + 1}`;
  return problemAt(place, {
    path: ['act'],
    atKey: false,
    what,
    instead: `write another name, as in ${act}-2`,
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
