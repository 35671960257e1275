/** Runs in parts, on as many threads as there are; stopped before the end, those of the parts made up to there. */
import { Worker } from 'node:worker_threads';
import type { EventRecord } from '../replay/record.ts';
import type { Chain, ScenarioProblem } from '../simulation/chain.ts';
import { type Prepared, prepareRuns, type RunsAsked } from '../simulation/prepared.ts';
import { type Range, runsOf } from '../simulation/runs.ts';
import { type Tally, together } from '../simulation/tally.ts';
import { BadInput } from './bad-input.ts';
import { withProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** What a thread needs to make the same runs: the dossier by its folder and digest, and what is asked. */
export interface Job {
  readonly folder: string;
  readonly digest: string;
  readonly chain: Chain;
  readonly asked: Omit<RunsAsked, 'rateOf'>;
}

/** What a thread says of a part that it was asked for: what was counted, or why it cannot count. */
export type Said =
  | { readonly kind: 'counted'; readonly tally: Tally }
  | { readonly kind: 'trouble'; readonly line: string };

/** The runs of a scenario that were made, and what they share with those that others make. */
export interface Made {
  readonly prepared: Prepared;
  readonly tally: Tally;
}

/** Makes so many runs of a seed, or as many as are made until the user interrupts; at least the first part. */
export async function manyRuns(
  record: EventRecord,
  job: Job,
  { runs, seed, workers }: { readonly runs: number; readonly seed: number; readonly workers: number },
  terminal: Pick<Terminal, 'screen' | 'interrupted'>,
): Promise<Made> {
  const ready = prepareRuns(record, job.chain, job.asked);
  if (ready.kind === 'problems') throw new BadInput(linesOf(job.chain, ready.problems));
  const { prepared } = ready;
  const parts = Array.from({ length: Math.ceil(runs / PART) }, (_, part) => ({
    seed,
    from: part * PART,
    to: Math.min(runs, (part + 1) * PART),
  }));
  const stop = { asked: false };
  const listening = terminal.interrupted(() => {
    stop.asked = true;
  });
  try {
    const tallies = await withProgress(terminal, 'runs', (report) =>
      workers > 1 && parts.length > FEW
        ? onThreads(job, parts, workers, stop, report)
        : here(prepared, parts, stop, report),
    );
    return { prepared, tally: tallies.reduce(together) };
  } finally {
    listening.end();
  }
}

/** Problems as lines, each with its scenario and act. */
export function linesOf(chain: Chain, problems: readonly ScenarioProblem[]): readonly string[] {
  return problems.map(({ scenario, path, what, instead }) => {
    const [, index, ...rest] = path;
    const act = typeof index === 'number' ? chain[scenario]?.acts[index]?.act : undefined;
    return `${chain[scenario]?.scenario}: ${[act, ...rest].join('.')}: ${what}; ${instead}`;
  });
}

/** So many runs take a twentieth of a second. */
const PART = 16_384;
/** So many parts are made before a thread has loaded the dossier. */
const FEW = 4;

type Report = (done: number, total: number) => void;

async function here(
  prepared: Prepared,
  parts: readonly Range[],
  stop: { readonly asked: boolean },
  report: Report,
): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  for (const part of parts) {
    if (stop.asked && tallies.length > 0) break;
    tallies.push(runsOf(prepared, part));
    report(tallies.length, parts.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return tallies;
}

/** Hands the parts out in their order; what is counted of them up to the first that was not made, in that order. */
async function onThreads(
  job: Job,
  parts: readonly Range[],
  workers: number,
  stop: { readonly asked: boolean },
  report: Report,
): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  let next = 0;
  let done = 0;
  const threads = Array.from(
    { length: Math.min(workers, parts.length) },
    () => new Worker(new URL('runs-worker.js', import.meta.url), { workerData: job }),
  );
  try {
    await Promise.all(threads.map(work));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return tallies;

  function work(thread: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      let part = -1;
      thread.once('error', reject);
      thread.on('message', (said: Said) => {
        if (said.kind === 'trouble') {
          reject(new BadInput([said.line]));
          return;
        }
        tallies[part] = said.tally;
        done += 1;
        report(done, parts.length);
        handOut();
      });
      handOut();

      function handOut(): void {
        const range = stop.asked && next > 0 ? undefined : parts[next];
        if (range === undefined) {
          resolve();
          return;
        }
        part = next;
        next += 1;
        thread.postMessage(range);
      }
    });
  }
}
