/** What a worker does beside the page, so that it stays quick: long reckonings, one for each worker. */
import { check, type Report } from '../invariants/check.ts';
import type { Knowledge } from '../replay/known.ts';
import type { Chain, ScenarioProblem } from '../simulation/chain.ts';
import { type Likelihood, likelihoodOf } from '../simulation/likelihood.ts';
import { type Prepared, prepareRuns, type RunsAsked } from '../simulation/prepared.ts';
import { runsOf } from '../simulation/runs.ts';
import { type Tally, together } from '../simulation/tally.ts';
import { type Kept, recordOf } from '../store/kept.ts';

/** A reckoning. */
export type Job =
  | { readonly kind: 'check'; readonly kept: Kept; readonly knowledge: Knowledge }
  | {
      readonly kind: 'runs';
      readonly kept: Kept;
      readonly chain: Chain;
      readonly asked: Pick<RunsAsked, 'dates' | 'keep'>;
      readonly runs: number;
      readonly seed: number;
    };

/** What comes of it; of runs again and again, until all are made. */
export type Said =
  | { readonly kind: 'checked'; readonly report: Report }
  | { readonly kind: 'run'; readonly likelihood: Likelihood; readonly done: number }
  | { readonly kind: 'problems'; readonly problems: readonly ScenarioProblem[] };

/** Waits for a job and does it. */
export function work(): void {
  addEventListener('message', ({ data }: MessageEvent<Job>) => {
    const record = recordOf(data.kept);
    if (data.kind === 'check') say({ kind: 'checked', report: check(record, data.knowledge) });
    else {
      const ready = prepareRuns(record, data.chain, data.asked);
      if (ready.kind === 'problems') say(ready);
      else runAll(ready.prepared, data);
    }
  });
}

/** Makes the runs part by part, and tells from time to time what came of them so far. */
function runAll(prepared: Prepared, { runs, seed }: Extract<Job, { kind: 'runs' }>): void {
  let tally: Tally | null = null;
  let told = 0;
  for (let from = 0; from < runs; from += PART) {
    const part = runsOf(prepared, { seed, from, to: Math.min(runs, from + PART) });
    tally = tally === null ? part : together(tally, part);
    if (tally.runs < runs && tally.runs < told * 1.2) continue;
    told = tally.runs;
    say({ kind: 'run', likelihood: likelihoodOf(prepared, tally, seed), done: tally.runs });
  }
}

/** So many runs take some hundredths of a second. */
const PART = 8_192;

function say(said: Said): void {
  postMessage(said);
}
