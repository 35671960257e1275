/** What a worker does beside the page, so that it stays quick: long reckonings, one for each worker. */
import { check, type Report } from '../../invariants/check.ts';
import type { Knowledge } from '../../replay/known.ts';
import type { Chain, ScenarioProblem } from '../../simulation/chain.ts';
import { prepareRuns, type RunsAsked } from '../../simulation/prepared.ts';
import { type Kept, recordOf } from '../../store/kept.ts';
import { type Part, runsInParts } from './run-parts.ts';

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
  | ({ readonly kind: 'run' } & Part)
  | { readonly kind: 'problems'; readonly problems: readonly ScenarioProblem[] };

/** Waits for a job and does it. */
export function work(): void {
  addEventListener('message', ({ data }: MessageEvent<Job>) => {
    const record = recordOf(data.kept);
    if (data.kind === 'check') say({ kind: 'checked', report: check(record, data.knowledge) });
    else {
      const ready = prepareRuns(record, data.chain, data.asked);
      if (ready.kind === 'problems') say(ready);
      else for (const part of runsInParts(ready.prepared, data)) say({ kind: 'run', ...part });
    }
  });
}

function say(said: Said): void {
  postMessage(said);
}
