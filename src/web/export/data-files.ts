/** The data of a view as files: the same answers that the command line gives. */
import { type Count, equalCounts, isCount, UNKNOWN } from '../../count.ts';
import type { EventRecord } from '../../replay/record.ts';
import { type Period, timelineOf } from '../../replay/timeline.ts';
import { stateAt } from '../../replay/world.ts';
import { type About, jsonText, periodsAnswer, stateAnswer } from '../../telling/answer.ts';
import { digestHere } from '../dossier/digest.ts';
import type { Opened } from '../dossier/opened.ts';
import type { View } from '../view.ts';
import { branchOf } from '../what-if/branch.ts';
import { type Cell, csvText } from './csv.ts';

/** What `chancery replay --json` prints for the view's day. */
export async function stateJson(opened: Opened, view: View): Promise<string> {
  return jsonText(stateAnswer(await aboutOf(opened), stateAt(opened.record, view)));
}

/** What `chancery timeline --json` prints. */
export async function periodsJson(opened: Opened, view: View): Promise<string> {
  return jsonText(periodsAnswer(await aboutOf(opened), view, timelineOf(opened.record, view)));
}

/**
 * The periods of all subjects as a table: those on record and, below them, those on the branch beside it, which bear the
 * name of its scenario. A period ends before the day under `to`. Of persons the highest number is left empty where there
 * is no upper bound, and both are where nothing is known; of a ceiling both are where none is in force.
 */
export function periodsCsv(opened: Pick<Opened, 'record' | 'scenarios'>, view: View): string {
  const beside = branchOf(opened, view);
  return csvText([
    COLUMNS,
    ...rowsOf(opened.record, view, null),
    ...(beside.kind === 'branch' ? rowsOf(beside.branch.record, view, beside.scenario.scenario) : []),
  ]);
}

function rowsOf(record: EventRecord, view: View, scenario: string | null): readonly (readonly Cell[])[] {
  return Object.entries(timelineOf(record, view)).flatMap(([subject, periods]) =>
    periods.map((period) => [...rowOf(subject, period), scenario]),
  );
}

const COLUMNS = [
  'subject',
  'from',
  'to',
  'status',
  'since',
  'accredited min',
  'accredited max',
  'ceiling min',
  'ceiling max',
  'events',
  'scenario',
] as const;

function rowOf(subject: string, { from, to, status, since, staff, began }: Period): readonly Cell[] {
  const events = began.map(({ event }) => event).join(' ');
  return [subject, from, to, status, since, ...ends(staff?.accredited), ...ends(staff?.ceiling), events];
}

function ends(count: Count | null | undefined): readonly Cell[] {
  if (!isCount(count) || equalCounts(count, UNKNOWN)) return [null, null];
  return [count.min, count.max];
}

/** The dossier as an answer names it, with what the answer rests on. */
export async function aboutOf({ name, record, digest, version }: Opened): Promise<About> {
  const basis = { record: digest ?? (await digestHere(record)), events: record.events.size, version };
  return { name, basis };
}

/** The name of a file to be saved, as in `nato-russia-periods-2021-11-10.csv`. */
export function fileName(dossier: string, what: string, day: string, ending: string): string {
  const safe = dossier.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '');
  return `${safe === '' ? 'dossier' : safe}-${what}-${day}.${ending}`;
}
