/** `chancery check`: whether a dossier is sound. */
import { existsSync, watch } from 'node:fs';
import { relative } from 'node:path';
import { check as checkRecord, invariants, type Report } from '../invariants/check.ts';
import { eventAsKnown } from '../replay/known.ts';
import { knowledgeAsked } from '../replay/world.ts';
import type { Trouble } from '../store/trouble.ts';
import { counted, verdictInWords } from '../telling/checked.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, folderAsked, load, question, type Read } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { asGithub, asSarif, type Lookup, type Place, type Remark, remarksOf } from './remarks.ts';
import { entry, table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** How a check is told, and whether it is made again whenever a file changes. */
export interface CheckAsked extends Asked {
  readonly format: Format;
  readonly watch?: boolean | undefined;
}

type Format = 'table' | 'json' | 'github' | 'sarif';

/** Checks once, or until the process is ended; the exit code is 1 for a broken invariant and 2 for bad input. */
export async function check(asked: CheckAsked, terminal: Terminal): Promise<number> {
  const format = formatAsked(asked);
  return asked.watch === true
    ? watched(folderAsked(asked.dossier), () => once(asked, format, terminal), terminal)
    : once(asked, format, terminal);
}

function formatAsked({ json, format }: CheckAsked): Format {
  if (json !== true) return format;
  if (format === 'github' || format === 'sarif')
    throw new BadInput([`--json and --format ${format} are two forms; write one of them`]);
  return 'json';
}

/** Checks now and whenever a file of the folder changes; ends only with the process, or when the folder is gone. */
async function watched(folder: string, again: () => Promise<number>, terminal: Terminal): Promise<never> {
  const tell = async () => {
    try {
      await again();
    } catch (error) {
      if (!(error instanceof BadInput) || !existsSync(folder)) throw error;
      for (const line of error.lines) terminal.err(`${line}\n`);
    }
    // Not among the answers, which a program may read.
    terminal.err(`\n${terminal.paint.dim('waiting for a file to change; Ctrl-C ends')}\n`);
  };
  let telling = tell();
  if (!existsSync(folder)) await telling;
  return new Promise((_, reject) => {
    let due: NodeJS.Timeout | undefined;
    let waiting = false;
    const watcher = watch(folder, () => {
      clearTimeout(due);
      due = setTimeout(() => {
        // What changes while the dossier is read may have been read before; one more reading sees all such changes.
        if (waiting) return;
        waiting = true;
        telling = telling.then(() => {
          waiting = false;
          return tell();
        });
        telling.catch(end);
      }, SETTLED);
    });
    const end = (error: unknown) => {
      watcher.close();
      reject(error);
    };
    watcher.on('error', end);
    telling.catch(end);
  });
}

/** An editor writes a file in several steps: so many milliseconds after the last of them it is done. */
const SETTLED = 200;

async function once(asked: CheckAsked, format: Format, terminal: Terminal): Promise<number> {
  const loaded = await load(asked.dossier, terminal);
  if (loaded.kind === 'problems') {
    if (format === 'github') terminal.out(asGithub(loaded.problems.map(remarkOn)));
    if (format === 'sarif') printJson(asSarif(loaded.problems.map(remarkOn), invariants), terminal);
    throw new BadInput(loaded.lines);
  }
  const { opened } = loaded;
  const { at: _, ...knowledge } = question(asked, opened.record, terminal);
  const report = checkRecord(opened.record, knowledge);
  const lookup: Lookup = {
    placeOf: placesIn(opened),
    eventOf: (id) => known(eventAsKnown(opened.record, id, knowledge), id),
  };
  switch (format) {
    case 'json':
      printJson(
        { dossier: opened.name, ...knowledgeAsked(knowledge), basis: opened.basis, ...report },
        terminal,
      );
      break;
    case 'github':
      terminal.out(asGithub(remarksOf(report, lookup)));
      break;
    case 'sarif':
      printJson(asSarif(remarksOf(report, lookup), invariants), terminal);
      break;
    case 'table':
      printHead(opened, 'check', knowledge, terminal);
      terminal.out(inWords(report, remarksOf(report, lookup), terminal));
      break;
    default:
      format satisfies never;
  }
  return report.invariants.every(({ holds }) => holds) ? 0 : 1;
}

function placesIn({ record, placeOf }: Read): (id: string) => Place {
  const positions = new Map([
    ...[...record.events].map(({ id, versions }) => [id, versions[0].event?.position] as const),
    ...[...record.acts].map(({ act, position }) => [act, position] as const),
  ]);
  return (id) => {
    const { file, line, column } = placeOf(known(positions.get(id), id));
    return { file: fromHere(file), line, column };
  };
}

function known<T>(found: T | null | undefined, id: string): T {
  if (found === null || found === undefined) throw new Error(`${id} is remarked on and not on record`);
  return found;
}

/** A path from where the program runs, where it lies below: so services find it in the repository that they check. */
function fromHere(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path || '.';
}

function remarkOn({ file, line, column, field, what, instead }: Trouble): Remark {
  const says = `${field === '' ? '' : `${field}: `}${what}; ${instead}`;
  const place = { file: fromHere(file), line: Math.max(1, line), column: Math.max(1, column) };
  return { level: 'error', rule: 'input', says, events: [], place };
}

function inWords(report: Report, remarks: readonly Remark[], terminal: Terminal): string {
  const { paint } = terminal;
  const rows = report.invariants.map(({ id, statement, holds }) => [
    holds ? 'holds' : 'BREAKS',
    id,
    statement,
  ]);
  const verdicts = table(
    [{ head: '', width: 8 }, { head: 'invariant', width: 27 }, { head: 'statement' }],
    rows,
    terminal,
  );
  const part = (title: string, belongs: (remark: Remark) => boolean) => {
    const lines = remarks.filter(belongs).map((remark) => lineOf(remark, terminal));
    return lines.length === 0 ? '' : `\n${paint.bold(title)}\n${lines.join('')}`;
  };
  return [
    verdicts,
    part('Broken invariants', ({ level }) => level === 'error'),
    part('Findings, events that the rules have no place for', ({ rule }) => rule === 'finding'),
    part('Conflicts between accounts', ({ rule }) => rule === 'conflict'),
    part('Doubtful dates', ({ rule }) => rule === 'doubtful'),
    `\n${entry('', summary(report), terminal, 0, 0)}`,
  ].join('');
}

/** A broken invariant under its name, all else under its event; with the place, where there may be something to mend. */
function lineOf({ level, rule, says, events, place }: Remark, terminal: Terminal): string {
  const at = `${place.file}:${place.line}`;
  switch (level) {
    case 'error':
      return entry(rule, `${says} (${[...events, at].join('; ')})`, terminal, 2, 28);
    case 'warning':
      return entry(events.join(' '), `${says} (${at})`, terminal, 2, 28);
    case 'note':
      return entry(events.join(' '), says, terminal, 2, 28);
    default:
      return level satisfies never;
  }
}

function summary({ invariants: verdicts, findings, conflicts, doubtful }: Report): string {
  const rest = [
    counted(findings.length, 'finding'),
    counted(conflicts.length, 'conflict'),
    counted(doubtful.length, 'doubtful date'),
  ];
  return `${verdictInWords(verdicts)}; ${rest.join(', ')}.`;
}
