/** The data of a view as files: the same answers that the command line gives. */
import { type Count, isCount } from '../../count.ts';
import { type Period, timelineOf } from '../../replay/timeline.ts';
import { stateAt } from '../../replay/world.ts';
import { type About, jsonText, periodsAnswer, stateAnswer } from '../../telling/answer.ts';
import { digestHere } from '../dossier/digest.ts';
import type { Opened } from '../dossier/opened.ts';
import type { View } from '../view.ts';
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
 * The periods of all subjects as a table. A period ends before the day under `to`. The highest number of persons is left
 * empty where there is no upper bound; of a ceiling both are where none is in force.
 */
export function periodsCsv({ record }: Pick<Opened, 'record'>, view: View): string {
  const periods = Object.entries(timelineOf(record, view));
  return csvText([
    COLUMNS,
    ...periods.flatMap(([subject, all]) => all.map((period) => rowOf(subject, period))),
  ]);
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
] as const;

function rowOf(subject: string, { from, to, status, since, staff, began }: Period): readonly Cell[] {
  const events = began.map(({ event }) => event).join(' ');
  return [subject, from, to, status, since, ...ends(staff?.accredited), ...ends(staff?.ceiling), events];
}

function ends(count: Count | null | undefined): readonly Cell[] {
  return isCount(count) ? [count.min, count.max] : [null, null];
}

async function aboutOf({ name, record, digest, version }: Opened): Promise<About> {
  const basis = { record: digest ?? (await digestHere(record)), events: record.events.size, version };
  return { name, basis };
}

/** The name of a file to be saved, as in `nato-russia-periods-2021-11-10.csv`. */
export function fileName(dossier: string, what: string, day: string, ending: string): string {
  const safe = dossier.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '');
  return `${safe === '' ? 'dossier' : safe}-${what}-${day}.${ending}`;
}
