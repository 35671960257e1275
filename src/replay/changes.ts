/** Corrections and retractions: what they make of an event, or why they cannot. */
import type { Dossier } from '../events/dossier.ts';
import { shownName } from '../events/fields.ts';
import { type ChangeEntry, everyone, isMap, type Problem, readAnnounced, readEvent } from '../events/read.ts';
import { insteadOfName } from '../nearest.ts';
import { dayNumber } from '../time/day.ts';
import { nameProblems } from './names.ts';
import { type FileProblem, type Located, problemAt } from './place.ts';
import type { EventOnRecord, Version } from './record.ts';
import { told, written } from './told.ts';

/** The order in which changes are made: by the day of their recording; those of one day stay as they stand. */
export function byRecording(a: Located<ChangeEntry>, b: Located<ChangeEntry>): number {
  return recordedDay(a.value) - recordedDay(b.value);
}

/** The version that a correction or a retraction makes of an event, or why it makes none. */
export type Changed =
  | { readonly kind: 'version'; readonly version: Version; readonly accounts: Raw }
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] };

/** A map as a file has it. */
export type Raw = { readonly [field: string]: unknown };

/** Changes an event on record; `accounts` are those that it has, as written. */
export function changed(
  change: Located<ChangeEntry>,
  { id, versions }: EventOnRecord,
  accounts: Raw,
  dossier: Dossier | null,
): Changed {
  const { value } = change;
  const recorded = recordedDay(value);
  const last = versions[versions.length - 1] ?? versions[0];
  if (last.event === null) {
    return refused(change, verbOf(value), `${shownName(id)} is already retracted`, 'take this entry out');
  }
  if (last.recorded !== null && recorded < last.recorded) {
    const instead = 'write the day on which the change was recorded';
    return refused(change, 'recorded', 'recorded before what it changes', instead);
  }
  if (value.kind === 'retraction') {
    const { reason, sources } = value.retraction;
    const version = { recorded, event: null, accounts: new Map(), change: { reason, sources } };
    return { kind: 'version', version, accounts };
  }

  const { reason, sources, set: all } = value.correction;
  const { announced, ...set } = all;
  const raw = merged(everyone({ ...written(last.event), accounts }), everyone(set));
  const moved = announced === undefined ? null : readAnnounced(announced, ['set', 'announced']);
  const read = readEvent(raw, ['set']);
  const unfit = [
    ...(read.kind === 'problems' ? read.problems : []),
    ...(moved?.kind === 'problems' ? moved.problems : []),
  ].map((problem) => problemAt(change, inSet(problem, all)));
  const misnamed =
    read.kind === 'value'
      ? nameProblems(dossier, read.value, change, ['set']).flatMap((one) => causedBy(set, one) ?? [])
      : [];
  if (read.kind === 'problems' || unfit.length + misnamed.length > 0) {
    return { kind: 'problems', problems: [...unfit, ...misnamed] };
  }
  const day = moved?.kind === 'value' ? moved.value : last.event.announced;
  const version = {
    recorded,
    change: { reason, sources },
    ...told(last.event, read.value, day, last.event.position),
  };
  return { kind: 'version', version, accounts: isMap(raw['accounts']) ? raw['accounts'] : {} };
}

/** A change of what is not on record; `near` are the events that may have been meant. */
export function changeOfNothing(change: Located<ChangeEntry>, near: Iterable<string>): FileProblem {
  const target = targetOf(change.value);
  return at(change, verbOf(change.value), `no such event: ${shownName(target)}`, insteadOfName(target, near));
}

/** The event that an entry changes. */
export function targetOf(entry: ChangeEntry): string {
  return entry.kind === 'correction' ? entry.correction.corrects : entry.retraction.retracts;
}

function verbOf({ kind }: ChangeEntry): string {
  return kind === 'correction' ? 'corrects' : 'retracts';
}

function refused(change: Located<ChangeEntry>, field: string, what: string, instead: string): Changed {
  return { kind: 'problems', problems: [at(change, field, what, instead)] };
}

function at(change: Located<ChangeEntry>, field: string, what: string, instead: string): FileProblem {
  return problemAt(change, { path: [field], atKey: false, what, instead });
}

/** A problem with the names of an event, where the correction made it: what it sets, or that it sets another subject. */
function causedBy(set: { readonly [field: string]: unknown }, problem: FileProblem): FileProblem | null {
  const [entry = 0, , field = ''] = problem.path;
  if (field in set) return problem;
  if (field !== 'type' || !('subject' in set)) return null;
  const instead = 'write a subject to which it can happen, or retract the event';
  return { ...problem, path: [entry, 'set', 'subject'], instead };
}

/** The event as written with the fields of a correction in place; null takes a field out. */
export function merged(
  raw: { readonly [field: string]: unknown },
  set: { readonly [field: string]: unknown },
) {
  return Object.fromEntries(Object.entries({ ...raw, ...set }).filter(([, value]) => !isNothing(value)));
}

/** YAML writes null as `null`, `~` or nothing; read as text it is one of these. */
function isNothing(value: unknown): boolean {
  return value === null || value === 'null' || value === '~' || value === '';
}

/** A problem of the merged event, told where the correction stands. */
function inSet(problem: Problem, set: { readonly [field: string]: unknown }): Problem {
  const [, field] = problem.path;
  if (typeof field !== 'string') return problem;
  return field in set ? problem : { ...problem, path: ['set'], what: `${field}: ${problem.what}` };
}

function recordedDay(entry: ChangeEntry) {
  return dayNumber(entry.kind === 'correction' ? entry.correction.recorded : entry.retraction.recorded);
}
