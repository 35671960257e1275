/** Corrections and retractions: what they make of an event, or why they cannot. */
import type { Dossier } from '../events/dossier.ts';
import { type ChangeEntry, type Problem, readAnnounced, readEvent } from '../events/read.ts';
import { insteadOf } from '../nearest.ts';
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
  ].map((problem) => problemAt(change, inSet(problem, value.correction.set)));
  const misnamed =
    read.kind === 'value'
      ? nameProblems(dossier, read.value, change, ['set']).filter(
          ({ path }) => String(path[2]) in value.correction.set,
        )
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
