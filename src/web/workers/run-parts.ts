/** Runs made part by part, so that something can be told before all are made. */
import { type Likelihood, likelihoodOf } from '../../simulation/likelihood.ts';
import type { Prepared } from '../../simulation/prepared.ts';
import { runsOf } from '../../simulation/runs.ts';
import { type Tally, together } from '../../simulation/tally.ts';

/** How many runs are made; and from time to time what came of them so far, at the end in any case. */
export interface Part {
  readonly done: number;
  readonly likelihood: Likelihood | null;
}

/** Makes so many runs of a seed. What came of them is the same as if they were made in one go. */
export function* runsInParts(
  prepared: Prepared,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Iterable<Part> {
  let tally: Tally | null = null;
  let told = 0;
  for (let from = 0; from < runs; from += PART) {
    const part = runsOf(prepared, { seed, from, to: Math.min(runs, from + PART) });
    tally = tally === null ? part : together(tally, part);
    const done = tally.runs;
    const isTold = done === runs || done >= told * GROWTH;
    if (isTold) told = done;
    yield { done, likelihood: isTold ? likelihoodOf(prepared, tally, seed) : null };
  }
}

/** So many runs take some hundredths of a second. */
const PART = 8_192;
/** To tell takes longer than a part: it is done again when there is so much more to tell. */
const GROWTH = 1.2;
