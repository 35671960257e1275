/** Runs of a scenario of five acts over the dossier that ships: how many a second, and how many more on two cores. */
import { Worker } from 'node:worker_threads';
import { runsOf } from '../src/simulation/runs.ts';
import { fiveActs } from './five-acts.ts';
import { figure } from './measure.ts';
import { atLeast, type Row } from './row.ts';

const RUNS = 200_000;
const ROUNDS = 9;
/** What else the machine does falls on two threads more often than on one: so many rounds have a steady median. */
const ROUNDS_ON_TWO = 41;

export async function montecarlo(): Promise<readonly Row[]> {
  const prepared = await fiveActs();
  runsOf(prepared, { seed: 1, from: 0, to: RUNS });
  const rates = Array.from({ length: ROUNDS }, (_, round) => {
    const begun = performance.now();
    runsOf(prepared, { seed: 1, from: round * RUNS, to: (round + 1) * RUNS });
    return (RUNS * 1_000) / (performance.now() - begun);
  });
  return [
    {
      name: 'montecarlo/runs-per-second',
      what: 'runs a second, on one core, of a scenario of five acts over the dossier that ships',
      ...figure(rates),
      unit: 'runs/s',
      bound: atLeast(300_000),
    },
    {
      name: 'montecarlo/two-cores',
      what: 'two threads make so many times as many runs in the same time as one',
      ...figure(await onTwoCores()),
      unit: '×',
      bound: atLeast(1.8),
    },
  ];
}

/** In each round one thread alone, then two at once, with as many runs each. */
async function onTwoCores(): Promise<readonly number[]> {
  const workers = [0, 1].map(() => new Worker(new URL('montecarlo-worker.js', import.meta.url)));
  const ratios: number[] = [];
  try {
    await timed(workers, 0);
    for (let round = 0; round < ROUNDS_ON_TWO; round++) {
      const alone = await timed(workers.slice(0, 1), round);
      ratios.push((2 * alone) / (await timed(workers, round)));
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return ratios;
}

async function timed(workers: readonly Worker[], round: number): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    workers.map(
      (worker, number) =>
        new Promise((resolve) => {
          // Without a listener an error ends the measuring.
          worker.once('message', resolve);
          const from = (2 * round + number) * RUNS;
          worker.postMessage({ seed: 1, from, to: from + RUNS });
        }),
    ),
  );
  return performance.now() - begun;
}
