/** From the entries of act files to the record: names are resolved, corrections applied, and every problem is told. */

import type { Act, Dossier } from '../events/dossier.ts';
import { actOf } from '../events/event.ts';
import { id, shownName } from '../events/fields.ts';
import { type ChangeEntry, isMap, readEntry, readEvent, type WrittenEvent } from '../events/read.ts';
import { isEventType } from '../events/vocabulary.ts';
import { dayNumber } from '../time/day.ts';
import { byRecording, changed, changeOfNothing, type Raw, targetOf } from './changes.ts';
import { type NamesInEvent, nameProblems, partyProblems } from './names.ts';
import { type FileProblem, type Located, type Place, problemAt } from './place.ts';
import type { ActOnRecord, EventRecord } from './record.ts';
import { recorder } from './recorder.ts';
import { told } from './told.ts';

/** An act file's entries as the file has them, unread. */
export interface ActFile {
  readonly file: string;
  readonly entries: readonly unknown[];
}

/** A record, or every problem that stands in its way. */
export type Assembled =
  | { readonly kind: 'record'; readonly record: EventRecord }
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] };

/** Takes the entries of act files one by one. */
export interface Assembler {
  /** Takes an entry as its file has it, files by name and entries as they stand; gives what is wrong with it. */
  readonly add: (place: Place, raw: unknown) => readonly FileProblem[];
  /**
   * Makes the corrections and retractions, and gives the record, null where anything was wrong; `problems` are those
   * that show only now. `complete` is false where some act file could not be read: what is not found may stand there.
   */
  readonly finish: (complete: boolean) => {
    readonly record: EventRecord | null;
    readonly problems: readonly FileProblem[];
  };
}

/** Puts a record together from files read whole; see assembler. */
export function assemble(dossier: Dossier | null, files: readonly ActFile[], complete = true): Assembled {
  const { add, finish } = assembler(dossier);
  const problems: FileProblem[] = [];
  // One by one: a hundred thousand at once would be more arguments than a call can have.
  const tell = (more: readonly FileProblem[]) => {
    for (const problem of more) problems.push(problem);
  };
  const sorted = [...files].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  for (const { file, entries } of sorted) {
    entries.forEach((raw, entry) => {
      tell(add({ file, entry }, raw));
    });
  }
  const last = finish(complete);
  tell(last.problems);
  return last.record === null ? { kind: 'problems', problems } : { kind: 'record', record: last.record };
}

/**
 * Begins a record. `dossier` is null where dossier.yaml itself could not be read: names are then held against
 * nothing, and there will be no record.
 */
export function assembler(dossier: Dossier | null): Assembler {
  const record = recorder(dossier ?? NO_DOSSIER);
  const named = new Map<string, Place>();
  const changes: Located<ChangeEntry>[] = [];
  // What a correction cannot find in the record itself: the accounts of events as written, and events in broken acts.
  const accounts = new Map<string, Raw>();
  const broken = new Set<string>();
  // Acts of which nobody can tell what events they have; null where not even the name can be read.
  const unread = new Set<string | null>();
  let sound = dossier !== null;
  return { add, finish };

  function add(place: Place, raw: unknown): readonly FileProblem[] {
    const name = isMap(raw) && typeof raw['act'] === 'string' ? raw['act'] : null;
    const twin = name === null ? undefined : named.get(name);
    if (name !== null && twin === undefined) named.set(name, place);
    const problems = [
      ...(name !== null && twin !== undefined ? [repeated(place, name, twin)] : []),
      ...taken(place, raw, twin !== undefined),
    ];
    sound &&= problems.length === 0;
    return problems;
  }

  function taken(place: Place, raw: unknown, isTwin: boolean): readonly FileProblem[] {
    const entry = readEntry(raw);
    if (entry.kind === 'problems') {
      for (const id of eventsNamed(raw)) broken.add(id);
      if (!isChange(raw)) noteUnread(raw);
      const own = entry.problems.map((problem) => problemAt(place, problem));
      return [...own, ...wrongNames(dossier, legibleIn(raw), place)];
    }
    if (entry.value.kind !== 'act') {
      changes.push({ ...place, value: entry.value });
      return [];
    }
    const { act, events } = entry.value;
    if (!isTwin) keep(act, events, raw, place);
    return wrongNames(dossier, { by: act.by, events }, place);
  }

  function keep(act: Act, events: readonly WrittenEvent[], raw: unknown, place: Place): void {
    const onRecord = actOnRecord(act, place);
    record.act(onRecord);
    events.forEach((written, index) => {
      const position = { file: place.file, act: place.entry, event: index };
      const id = `${act.act}/${index + 1}`;
      const version = {
        recorded: onRecord.recorded,
        change: null,
        ...told(act, written, act.announced, position),
      };
      record.event({ id, versions: [version] });
      const said = isMap(raw) ? listIn(raw)[index] : undefined;
      if (isMap(said) && isMap(said['accounts'])) accounts.set(id, said['accounts']);
    });
  }

  function finish(complete: boolean) {
    const problems: FileProblem[] = [];
    for (const change of changes.sort(byRecording)) {
      const id = targetOf(change.value);
      const event = record.eventNamed(id);
      if (event === null) {
        if (complete && !mayBeUnread(id)) problems.push(changeOfNothing(change, likely(id)));
        continue;
      }
      const made = changed(change, event, accounts.get(id) ?? {}, dossier);
      if (made.kind === 'problems') {
        for (const problem of made.problems) problems.push(problem);
        continue;
      }
      accounts.set(id, made.accounts);
      record.amend(id, made.version);
    }
    return { record: sound && problems.length === 0 ? record.finish() : null, problems };
  }

  function noteUnread(raw: unknown): void {
    const act = isMap(raw) ? id.safeParse(raw['act']) : null;
    if (!act?.success) unread.add(null);
    else if (isMap(raw) && !Array.isArray(raw['events'])) unread.add(act.data);
  }

  function mayBeUnread(event: string): boolean {
    return broken.has(event) || unread.has(null) || unread.has(actOf(event));
  }

  /** The events that a name which no event has may mean: those of its act, or else the first on record. */
  function* likely(id: string): Iterable<string> {
    const act = actOf(id);
    const isKnown = (event: string) => broken.has(event) || record.eventNamed(event) !== null;
    if (isKnown(`${act}/1`)) for (let n = 1; isKnown(`${act}/${n}`); n++) yield `${act}/${n}`;
    else yield* record.names();
  }
}

const NO_DOSSIER: Dossier = { title: '', parties: {}, subjects: {} };

/** The party and the events of an act, as far as they can be read; null stands for what cannot. */
interface Named {
  readonly by: string | null;
  readonly events: readonly (NamesInEvent | null)[];
}

/** What can be read of an entry in which something is wrong, so that all that is wrong in it is told. */
function legibleIn(raw: unknown): Named {
  if (!isMap(raw) || !('act' in raw)) return { by: null, events: [] };
  const events = listIn(raw).map((event) => {
    const read = readEvent(event, []);
    if (read.kind === 'value') return read.value;
    if (!isMap(event)) return null;
    const { subject, type, accounts } = { subject: null, type: null, accounts: {}, ...event };
    return {
      subject: nameIn(subject),
      type: typeof type === 'string' && isEventType(type) ? type : null,
      accounts: isMap(accounts)
        ? Object.fromEntries(Object.entries(accounts).filter(([party]) => nameIn(party) !== null))
        : {},
    };
  });
  return { by: typeof raw['by'] === 'string' ? raw['by'] : null, events };
}

/** A name, where it is one. */
function nameIn(raw: unknown): string | null {
  const name = id.safeParse(raw);
  return name.success ? name.data : null;
}

function wrongNames(dossier: Dossier | null, { by, events }: Named, place: Place): FileProblem[] {
  return [
    ...(by === null ? [] : partyProblems(dossier, by, place, ['by'])),
    ...events.flatMap((event, index) =>
      event === null ? [] : nameProblems(dossier, event, place, ['events', index]),
    ),
  ];
}

/** Whether an entry changes an act rather than being one. */
function isChange(raw: unknown): boolean {
  return isMap(raw) && ('corrects' in raw || 'retracts' in raw);
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

function actOnRecord(written: Act, { file, entry }: Place): ActOnRecord {
  const { act, by, title, announced, recorded, sources, note, events } = written;
  return {
    act,
    by,
    title,
    announced,
    sources,
    ...(note === undefined ? {} : { note }),
    recorded: recorded === undefined ? null : dayNumber(recorded),
    position: { file, act: entry, event: -1 },
    events: events.map((_, index) => `${act}/${index + 1}`),
  };
}
