/** From the entries of act files to the record: names are resolved, corrections applied, and every problem is told. */
import type { Act, Dossier } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import {
  type ChangeEntry,
  isMap,
  type Problem,
  readAnnounced,
  readEntry,
  readEvent,
  type Said,
  type WrittenEvent,
} from '../events/read.ts';
import { understoodBy } from '../machines/rulebooks.ts';
import { insteadOf } from '../nearest.ts';
import { effectiveWindow } from '../time/clocks.ts';
import { dayNumber } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import { byPosition, type Position } from '../time/order.ts';
import type { ActOnRecord, EventOnRecord, EventRecord, Version } from './record.ts';

/** An act file's entries as the file has them, unread. */
export interface ActFile {
  readonly file: string;
  readonly entries: readonly unknown[];
}

/** A problem in one of the act files; its path begins with the place of the entry in the file. */
export interface FileProblem extends Problem {
  readonly file: string;
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
      problems.push(...entry.problems.map((problem) => at(place, problem)));
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

  changes.sort((a, b) => recordedDay(a.value) - recordedDay(b.value) || byPlace(a, b));
  for (const change of changes) problems.push(...applyChange(change, drafts, dossier, complete));
  if (problems.length > 0 || dossier === null) return { kind: 'problems', problems };

  const events = [...drafts].flatMap(([id, draft]): EventOnRecord[] =>
    draft.broken ? [] : [{ id, versions: draft.versions }],
  );
  return { kind: 'record', record: { dossier, acts: new Map([...acts.values()].map(onRecord)), events } };
}

interface Place {
  readonly file: string;
  readonly entry: number;
}

type Located<T> = Place & { readonly value: T };

/** An event in the making: as written, which corrections change, and the versions so far. */
type Draft =
  | { readonly place: Place; readonly broken: true }
  | {
      readonly place: Place;
      readonly broken: false;
      readonly act: Act;
      readonly position: Position;
      raw: { readonly [field: string]: unknown };
      announced: Edtf;
      versions: [Version, ...Version[]];
    };

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

function draftOf(act: Act, written: WrittenEvent, raw: unknown, place: Place, index: number): Draft {
  const list = isMap(raw) && Array.isArray(raw['events']) ? raw['events'] : [];
  const position = { file: place.file, act: place.entry, event: index };
  const recorded = act.recorded === undefined ? null : dayNumber(act.recorded);
  const source = list[index];
  return {
    place,
    broken: false,
    act,
    position,
    raw: isMap(source) ? source : {},
    announced: act.announced,
    versions: [{ recorded, change: null, ...told(act, written, act.announced, position) }],
  };
}

/** The event, and the event as each party tells it that tells it differently. */
function told(act: Act, written: WrittenEvent, announced: Edtf, position: Position) {
  const event = domainEvent(act, written, written.said, announced, position);
  const accounts = Object.entries(written.accounts).map(([party, said]): [string, DomainEvent] => [
    party,
    domainEvent(act, written, { ...written.said, ...said }, announced, position),
  ]);
  return { event, accounts: new Map(accounts) };
}

function domainEvent(
  act: Act,
  { subject, type }: WrittenEvent,
  { effective, ...data }: Said,
  announced: Edtf,
  position: Position,
): DomainEvent {
  const event = {
    id: `${act.act}/${position.event + 1}`,
    act: act.act,
    by: act.by,
    subject,
    type,
    announced,
    effective: effectiveWindow(effective ?? null, announced),
    atAnnouncement: effective === undefined,
    position,
    ...data,
  };
  // Here the parser vouches for the form: the schema of its type has read the data.
  return event as unknown as DomainEvent;
}

/** Appends the version that a correction or retraction makes, or says why it cannot. */
function applyChange(
  change: Located<ChangeEntry>,
  drafts: Map<string, Draft>,
  dossier: Dossier | null,
  complete: boolean,
): FileProblem[] {
  const { value } = change;
  const [verb, target] =
    value.kind === 'correction'
      ? ['corrects', value.correction.corrects]
      : ['retracts', value.retraction.retracts];
  const draft = drafts.get(target);
  const refuse = (what: string, instead: string, field = verb) => [
    at(change, { path: [field], atKey: false, what, instead }),
  ];
  if (draft === undefined) {
    return complete ? refuse(`no such event: ${target}`, insteadOf(target, [...drafts.keys()])) : [];
  }
  if (draft.broken) return [];
  const recorded = recordedDay(value);
  const last = draft.versions[draft.versions.length - 1] ?? draft.versions[0];
  if (last.event === null) return refuse(`${target} is already retracted`, 'take this entry out');
  if (last.recorded !== null && recorded < last.recorded) {
    return refuse(
      'recorded before what it changes',
      'write the day on which the change was recorded',
      'recorded',
    );
  }
  const { reason, sources } = value.kind === 'correction' ? value.correction : value.retraction;
  if (value.kind === 'retraction') {
    draft.versions.push({ recorded, event: null, accounts: new Map(), change: { reason, sources } });
    return [];
  }

  const { announced, ...set } = value.correction.set;
  const raw = merged(draft.raw, set);
  const moved = announced === undefined ? null : readAnnounced(announced, ['set', 'announced']);
  const read = readEvent(raw, ['set']);
  const unfit = [
    ...(read.kind === 'problems' ? read.problems : []),
    ...(moved?.kind === 'problems' ? moved.problems : []),
  ].map((problem) => at(change, inSet(problem, value.correction.set)));
  const misnamed = read.kind === 'value' ? nameProblems(dossier, read.value, change, ['set']) : [];
  if (read.kind === 'problems' || unfit.length + misnamed.length > 0) return [...unfit, ...misnamed];
  draft.raw = raw;
  if (moved?.kind === 'value') draft.announced = moved.value;
  draft.versions.push({
    recorded,
    change: { reason, sources },
    ...told(draft.act, read.value, draft.announced, draft.position),
  });
  return [];
}

/** The event as written with the fields of a correction in place; null takes a field out. */
function merged(raw: { readonly [field: string]: unknown }, set: { readonly [field: string]: unknown }) {
  return Object.fromEntries(Object.entries({ ...raw, ...set }).filter(([, value]) => !isNothing(value)));
}

/** YAML writes null as `null`, `~` or nothing; read as text it is one of these. */
function isNothing(value: unknown): boolean {
  return value === null || value === 'null' || value === '~' || value === '';
}

/** A problem of the merged event, told where the correction stands. */
function inSet(problem: Problem, set: { readonly [field: string]: unknown }): Problem {
  const [, field] = problem.path;
  return typeof field === 'string' && field in set ? problem : { ...problem, path: ['set'] };
}

function nameProblems(
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
      at(place, {
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
    at(place, { path: [...path, 'type'], atKey: false, what, instead: `write one of: ${known.join(', ')}` }),
    ...accounts,
  ];
}

function partyProblems(
  dossier: Dossier | null,
  party: string,
  place: Place,
  path: readonly (string | number)[],
  atKey = false,
): FileProblem[] {
  if (dossier === null || own(dossier.parties, party) !== undefined) return [];
  const instead = insteadOf(party, Object.keys(dossier.parties));
  return [at(place, { path, atKey, what: `no such party: ${party}`, instead })];
}

function repeated(place: Place, act: string, twin: Place): FileProblem {
  const what = `a second act by this name: ${act}, which stands in ${twin.file} already, as entry ${twin.entry + 1}`;
  return at(place, { path: ['act'], atKey: false, what, instead: `write another name, as in ${act}-2` });
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

function recordedDay(entry: ChangeEntry) {
  return dayNumber(entry.kind === 'correction' ? entry.correction.recorded : entry.retraction.recorded);
}

function byPlace(a: Place, b: Place): number {
  return byPosition({ file: a.file, act: a.entry, event: 0 }, { file: b.file, act: b.entry, event: 0 });
}

function at(place: Place, problem: Problem): FileProblem {
  return { ...problem, file: place.file, path: [place.entry, ...problem.path] };
}

function own<T>(map: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
