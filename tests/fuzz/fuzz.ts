/**
 * A property of bad input as a test. When it fails it tells the smallest case found, as files, and how to run that case
 * again. In the environment CHANCERY_SEED and CHANCERY_PATH choose the cases, and CHANCERY_FUZZ_RUNS tells how many are
 * tried in all.
 */
import fc from 'fast-check';
import { test } from 'vitest';
import { type Case, shownCase } from './case.ts';
import { watch } from './watch.ts';

/** Tries a share of all cases; the body throws where one is answered badly. */
export function fuzz(
  statement: string,
  share: number,
  cases: fc.Arbitrary<Case>,
  body: (files: Case) => void | Promise<void>,
): void {
  test(statement, { timeout: HOUR }, async ({ task }) => {
    const seed = Number(process.env['CHANCERY_SEED'] || Math.floor(Math.random() * 2 ** 31));
    const path = process.env['CHANCERY_PATH'] || '';
    const run = `npx vitest run ${task.file.name} -t ${JSON.stringify(statement)}`;
    const watched = watch(`CHANCERY_SEED=${seed} CHANCERY_FUZZ_RUNS=${RUNS} ${run}`);
    let end = Number.POSITIVE_INFINITY;
    const property = fc.asyncProperty(cases, async (files) => {
      watched.begin(shownCase(files));
      // Where each case takes seconds, not all that are smaller can be tried.
      if (performance.now() > end) return;
      try {
        await body(files);
      } catch (error) {
        end = Math.min(end, performance.now() + MINUTE);
        throw error;
      }
    });
    try {
      told(await fc.check(property, { seed, path, numRuns: Math.max(24, Math.round(share * RUNS)) }), run);
    } finally {
      watched.end();
    }
  });
}

/** Throws where a run has failed, with the smallest case. */
function told(details: fc.RunDetails<[Case]>, run: string): void {
  if (!details.failed) return;
  const again = `CHANCERY_SEED=${details.seed} CHANCERY_PATH=${details.counterexamplePath} ${run}`;
  throw new Error(`${fc.defaultReportMessage(details)}\n\nThe same case again:\n  ${again}\n`, {
    cause: details.errorInstance,
  });
}

const RUNS = Number(process.env['CHANCERY_FUZZ_RUNS'] || 2_000);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
