/** Corrections and retractions: what they make of an event, or why they cannot. */
import type { Dossier } from '../events/dossier.ts';
import { shownName } from '../events/fields.ts';
import { type ChangeEntry, everyone, type Problem, readAnnounced, readEvent } from '../events/read.ts';
import { insteadOfName } from '../nearest.ts';
import { dayNumber } from '../time/day.ts';
import { byPosition } from '../time/order.ts';
import { type Draft, told } from './draft.ts';
import { nameProblems } from './names.ts';
import { type FileProblem, type Located, problemAt } from './place.ts';

/** The order in which changes are made: by the day of their recording, then by their place. */
export function byRecording(a: Located<ChangeEntry>, b: Located<ChangeEntry>): number {
  const order = (at: Located<ChangeEntry>) => ({ file: at.file, act: at.entry, event: 0 });

  return recordedDay(a.value) - recordedDay(b.value) || byPosition(order(a), order(b));
}

/** Appends the version that a correction or retraction makes, or says why it cannot. */
export function applyChange(
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
    problemAt(change, { path: [field], atKey: false, what, instead }),
  ];
  if (draft === undefined) {
    return complete
      ? refuse(`no such event: ${shownName(target)}`, insteadOfName(target, likely(target, drafts)))
      : [];
  }
  if (draft.broken) return [];
  const recorded = recordedDay(value);
  const last = draft.versions[draft.versions.length - 1] ?? draft.versions[0];
  if (last.event === null) return refuse(`${shownName(target)} is already retracted`, 'take this entry out');
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
  const raw = merged(everyone(draft.raw), everyone(set));
  const moved = announced === undefined ? null : readAnnounced(announced, ['set', 'announced']);
  const read = readEvent(raw, ['set']);
  const unfit = [
    ...(read.kind === 'problems' ? read.problems : []),
    ...(moved?.kind === 'problems' ? moved.problems : []),
  ].map((problem) => problemAt(change, inSet(problem, value.correction.set)));
  const misnamed =
    read.kind === 'value'
      ? nameProblems(dossier, read.value, change, ['set']).flatMap((one) => causedBy(set, one) ?? [])
      : [];
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

/** The events that a name which no event has may mean: those of its act, or else the first on record. */
function likely(target: string, drafts: ReadonlyMap<string, Draft>): Iterable<string> {
  const act = target.slice(0, target.lastIndexOf('/'));
  return drafts.has(`${act}/1`) ? eventsOf(act, drafts) : drafts.keys();
}

function* eventsOf(act: string, drafts: ReadonlyMap<string, Draft>): Iterable<string> {
  for (let n = 1; drafts.has(`${act}/${n}`); n++) yield `${act}/${n}`;
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

function recordedDay(entry: ChangeEntry) {
  return dayNumber(entry.kind === 'correction' ? entry.correction.recorded : entry.retraction.recorded);
}
