/** From the words of a command line to scenarios: files, the ready ones of a dossier, and single events to try. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { shown } from '../events/fields.ts';
import { readScenario } from '../events/read-scenario.ts';
import type { Scenario } from '../events/scenario.ts';
import { insteadOf } from '../nearest.ts';
import type { EventRecord } from '../replay/record.ts';
import type { Chain } from '../simulation/chain.ts';
import { sideOf } from '../simulation/side.ts';
import { problemsOf } from '../simulation/sound.ts';
import { loadScenario } from '../store/scenario-file.ts';
import { showTrouble } from '../store/trouble.ts';
import type { Day } from '../time/day.ts';
import { folderAsked } from './ask.ts';
import { BadInput } from './bad-input.ts';

/** The scenarios named, each with those on which it builds; or BadInput with all that is wrong with all of them. */
export function scenariosAsked(
  names: readonly string[],
  record: EventRecord,
  folder: string | undefined,
): readonly Chain[] {
  const lines: string[] = [];
  const chains = names.flatMap((name) => {
    const loaded = loadScenario(fileNamed(name, folderAsked(folder)), record);
    if (loaded.kind === 'scenario') return [loaded.chain];
    lines.push(...loaded.problems.map(showTrouble));
    return [];
  });
  if (lines.length > 0) throw new BadInput([...new Set(lines)]);
  return chains;
}

/** A file, or a ready scenario by its name. */
function fileNamed(name: string, folder: string): string {
  if (existsSync(name) || /[/\\]|\.ya?ml$/.test(name)) return name;
  const ready = join(folder, 'scenarios');
  const names = existsSync(ready) ? readdirSync(ready).flatMap((file) => READY.exec(file)?.[1] ?? []) : [];
  const file = join(ready, `${name}.yaml`);
  if (names.includes(name)) return file;
  const instead = names.length === 0 ? 'write the file of one' : insteadOf(name, names);
  throw new BadInput([`no such scenario: ${shown(name)}; ${instead}`]);
}

const READY = /^([^.].*)\.yaml$/;

/** Events to try, each an act of its own: `SUBJECT TYPE [DATE] [field=value …]`, today where no date is given. */
export function eventsTried(
  events: readonly string[],
  base: Chain,
  record: EventRecord,
  today: Day,
): Scenario | null {
  if (events.length === 0) return null;
  const acts = events.map((event, index) => actTried(event, index + 1, record, today));
  const read = readScenario({ scenario: TRIED, title: events.join('; '), acts });
  if (read.kind === 'problems') throw new BadInput(read.problems.map((problem) => lineOf(problem, events)));
  const problems = problemsOf(record, [...base, read.value]);
  if (problems.length > 0) throw new BadInput(problems.map((problem) => lineOf(problem, events)));
  return read.value;
}

const TRIED = 'tried';

function actTried(event: string, number: number, { dossier }: EventRecord, today: Day): unknown {
  const [subject = '', type = '', ...rest] = event.split(/\s+/).filter((word) => word !== '');
  const said = rest.filter((word) => word.includes('=')).map((word) => cut(word));
  const dates = rest.filter((word) => !word.includes('='));
  if (type === '' || dates.length > 1)
    throw new BadInput([
      `--event: not an event: ${shown(event)}; write 'SUBJECT TYPE [DATE] [field=value …]'`,
    ]);
  const { by = sideOf(type, subject, dossier), ...data } = Object.fromEntries(said);
  const title = `${subject}: ${type}`;
  const announced = dates[0] ?? today;
  return { act: `event-${number}`, by, title, announced, events: [{ subject, type, ...data }] };
}

function cut(word: string): readonly [string, string] {
  const end = word.indexOf('=');
  return [word.slice(0, end), word.slice(end + 1)];
}

/** A problem of an event that is tried, by what was written of it. */
function lineOf(
  {
    path,
    what,
    instead,
  }: { readonly path: readonly (string | number)[]; readonly what: string; readonly instead: string },
  events: readonly string[],
): string {
  const [, index] = path;
  const written = typeof index === 'number' ? events[index] : undefined;
  return `--event${written === undefined ? '' : ` ${shown(written)}`}: ${what}; ${instead}`;
}
