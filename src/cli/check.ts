/** `chancery check`: whether a dossier is sound. */
import { watch } from 'node:fs';
import { relative } from 'node:path';
import { check as checkRecord, invariants, type Report } from '../invariants/check.ts';
import { eventAsKnown } from '../replay/known.ts';
import { knowledgeAsked } from '../replay/world.ts';
import type { Trouble } from '../store/trouble.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, folderAsked, load, question } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { asGithub, asSarif, type Remark, remarksOf } from './remarks.ts';
import { entry, table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { valueInWords } from './words.ts';

/** How a check is told, and whether it is made again whenever a file changes. */
export interface CheckAsked extends Asked {
  readonly format: 'table' | 'json' | 'github' | 'sarif';
  readonly watch?: boolean | undefined;
}

/** Checks once, or until the process is ended; the exit code is 1 for a broken invariant and 2 for bad input. */
export async function check(asked: CheckAsked, terminal: Terminal): Promise<number> {
  if (asked.watch !== true) return once(asked, terminal);
  again(asked, terminal);
  let due: NodeJS.Timeout | undefined;
  const watcher = watch(folderAsked(asked.dossier), () => {
    clearTimeout(due);
    due = setTimeout(() => again(asked, terminal), SETTLED);
  });
  return new Promise((_, reject) => watcher.on('error', reject));
}

/** An editor writes a file in several steps: so many milliseconds after the last of them it is done. */
const SETTLED = 200;

function again(asked: CheckAsked, terminal: Terminal): void {
  try {
    once(asked, terminal);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    for (const line of error.lines) terminal.err(`${line}\n`);
  }
  terminal.out(`\n${terminal.paint.dim('waiting for a file to change; Ctrl-C ends')}\n`);
}

function once(asked: CheckAsked, terminal: Terminal): number {
  const format = asked.json ? 'json' : asked.format;
  const loaded = load(asked.dossier);
  if (loaded.kind === 'problems') {
    if (format === 'github') terminal.out(asGithub(loaded.problems.map(remarkOf)));
    if (format === 'sarif') printJson(asSarif(loaded.problems.map(remarkOf), invariants), terminal);
    throw new BadInput(loaded.lines);
  }
  const { opened } = loaded;
  const { at: _, ...knowledge } = question(asked, opened.record, terminal);
  const report = checkRecord(opened.record, knowledge);
  const place = (id: string) => {
    const event = eventAsKnown(opened.record, id, knowledge);
    if (event === null) throw new Error(`${id} is remarked on and not on record`);
    const { file, ...spot } = opened.placeOf(event.position);
    return { ...spot, file: fromHere(file) };
  };
  switch (format) {
    case 'json':
      printJson(
        { dossier: opened.name, ...knowledgeAsked(knowledge), basis: opened.basis, ...report },
        terminal,
      );
      break;
    case 'github':
      terminal.out(asGithub(remarksOf(report, place)));
      break;
    case 'sarif':
      printJson(asSarif(remarksOf(report, place), invariants), terminal);
      break;
    case 'table':
      printHead(opened, 'check', knowledge, terminal);
      terminal.out(inWords(report, place, terminal));
      break;
    default:
      format satisfies never;
  }
  return report.invariants.every(({ holds }) => holds) ? 0 : 1;
}

/** A path from where the program runs, where it lies below: so services find it in the repository that they check. */
function fromHere(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}

function remarkOf({ file, line, column, field, what, instead }: Trouble): Remark {
  const message = `${field === '' ? '' : `${field}: `}${what}; ${instead}`;
  return {
    level: 'error',
    rule: 'input',
    message,
    file: fromHere(file),
    line: Math.max(1, line),
    column: Math.max(1, column),
  };
}

function inWords(
  report: Report,
  place: (event: string) => Pick<Remark, 'file' | 'line'>,
  terminal: Terminal,
): string {
  const at = (event: string) => `${place(event).file}:${place(event).line}`;
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
  const broken = report.invariants.flatMap(({ id, violations }) =>
    violations.map(({ subject, says, from, to, events }) => {
      const days = from === null ? '' : `, ${from}${to === null ? ' on' : ` to ${to}`}`;
      const last = events.at(-1);
      const where = last === undefined ? '' : ` (${events.join(' ')}; ${at(last)})`;
      return entry(id, `${subject === null ? '' : `${subject}: `}${says}${days}${where}`, terminal, 2, 28);
    }),
  );
  const findings = report.findings.map(({ event, subject, says }) =>
    entry(event, `${subject}: ${says} (${at(event)})`, terminal, 2, 28),
  );
  const conflicts = report.conflicts.map(({ event, party, field, base, account }) =>
    entry(
      event,
      `${party} tells ${field} as ${valueInWords(account)}, the base as ${valueInWords(base)}`,
      terminal,
      2,
      28,
    ),
  );
  const doubtful = report.doubtful.map(({ event, type, effective }) =>
    entry(event, `${type}, ${effective}`, terminal, 2, 28),
  );
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `\n${paint.bold(title)}\n${lines.join('')}`;
  return [
    verdicts,
    part('Broken invariants', broken),
    part('Findings, events that the rules have no place for', findings),
    part('Conflicts between accounts', conflicts),
    part('Doubtful dates', doubtful),
  ].join('');
}
