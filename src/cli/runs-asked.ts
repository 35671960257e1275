/** From the words of a command line to what is asked of runs. */
import { availableParallelism } from 'node:os';
import { shown } from '../events/fields.ts';
import type { Condition } from '../events/scenario.ts';
import type { EventRecord } from '../replay/record.ts';
import { conditionIn } from '../simulation/condition-text.ts';
import { BadInput } from './bad-input.ts';

/** The options of runs, as written. */
export interface RunsWritten {
  readonly runs?: string | undefined;
  readonly seed?: string | undefined;
  readonly keep?: string | undefined;
  readonly workers?: string | undefined;
}

/** How many runs of which seed, which of them to show, and on how many threads. */
export interface RunsWanted {
  readonly runs: number;
  readonly seed: number;
  readonly keep: Condition | null;
  readonly workers: number;
}

/** Reads the options of runs; null where none are asked for, or BadInput with all that is wrong. */
export function runsAsked(
  written: RunsWritten,
  others: { readonly [option: string]: unknown },
  record: EventRecord,
): RunsWanted | null {
  const { runs, seed, keep, workers } = written;
  const lines: string[] = [];
  if (runs === undefined) {
    for (const [option, value] of Object.entries({ seed, keep, workers }))
      if (value !== undefined) lines.push(`--${option}: only for runs; write --runs too, as in --runs 10000`);
    if (lines.length > 0) throw new BadInput(lines);
    return null;
  }
  for (const [option, name] of Object.entries(UNBOUNDED))
    if (others[option] !== undefined)
      lines.push(`${name}: not with --runs, where doubtful days are drawn and all is known; leave it out`);
  if (others['reading'] === 'earliest')
    lines.push('--reading: not with --runs, where doubtful days are drawn; leave it out');
  const wanted = {
    runs: whole('--runs', runs, 'a number of runs', 1, MOST_RUNS, lines),
    seed: seed === undefined ? 1 : whole('--seed', seed, 'a seed', 0, Number.MAX_SAFE_INTEGER, lines),
    keep: keep === undefined ? null : condition(keep, record, lines),
    workers:
      workers === undefined
        ? availableParallelism()
        : whole('--workers', workers, 'a number of threads', 1, MOST_WORKERS, lines),
  };
  if (lines.length > 0) throw new BadInput(lines);
  return wanted;
}

const MOST_RUNS = 1_000_000_000;
const MOST_WORKERS = 256;
const UNBOUNDED = { announcedBy: '--announced-by', recordedBy: '--recorded-by', account: '--account' };

function whole(
  option: string,
  text: string,
  what: string,
  least: number,
  most: number,
  lines: string[],
): number {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  lines.push(`${option}: not ${what}: ${shown(text)}; write a whole number from ${least} to ${most}`);
  return least;
}

function condition(text: string, { dossier }: EventRecord, lines: string[]): Condition | null {
  const read = conditionIn(text, dossier);
  if (read.kind === 'condition') return read.condition;
  for (const { what, instead } of read.problems) lines.push(`--keep: ${what}; ${instead}`);
  return null;
}
