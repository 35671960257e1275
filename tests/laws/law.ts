/**
 * A law as a test. It bears the law's number, tries its property on so many generated cases, and when one fails tells
 * the smallest case found, as files where it is a dossier, and how to run that case again. In the environment
 * CHANCERY_SEED and CHANCERY_PATH choose the cases, CHANCERY_REPLAY_PATH the steps taken where a case is a course of
 * steps, and CHANCERY_RUNS multiplies the number of cases, as in 0.1 or 10: it is 1 where the laws are run by themselves,
 * and 0.5 in the suite that runs at every change. CHANCERY_SHRINK=no tells the first case that fails as it was drawn.
 */
import fc from 'fast-check';
import { test } from 'vitest';
import type { laws } from './laws.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** The law that a test belongs to, and on how many cases it was tried. */
    law?: { readonly number: keyof typeof laws; readonly runs: number };
  }
}

/** One statement of a law, tried on `runs` cases. */
export function law<Ts extends [unknown, ...unknown[]]>(
  number: keyof typeof laws,
  statement: string,
  { runs }: { readonly runs: number },
  property: fc.IProperty<Ts>,
): void {
  const name = `law ${number}: ${statement}`;
  test(name, ({ task }) => {
    const details = fc.check(property, { numRuns: scaled(runs), ...chosen() });
    task.meta.law = { number, runs: details.numRuns };
    const { failed, seed, counterexamplePath, errorInstance } = details;
    if (!failed) return;
    const file = task.file.name;
    const report = String(fc.defaultReportMessage(details));
    const steps = /replayPath="([^"]+)"/.exec(report)?.[1];
    const choice = `CHANCERY_SEED=${seed} CHANCERY_PATH=${counterexamplePath}`;
    const again = `${choice}${steps ? ` CHANCERY_REPLAY_PATH=${steps}` : ''} npx vitest run ${file} -t ${JSON.stringify(name)}`;
    throw new Error(`${report}\n\nThe same case again:\n  ${again}\n`, {
      cause: errorInstance,
    });
  });
}

/** So many cases, as many times as CHANCERY_RUNS says. */
export function scaled(runs: number): number {
  return Math.max(1, Math.round(runs * Number(process.env['CHANCERY_RUNS'] ?? 0.5)));
}

function chosen(): { seed?: number; path?: string; endOnFailure: boolean } {
  const { CHANCERY_SEED: seed, CHANCERY_PATH: path, CHANCERY_SHRINK: shrink } = process.env;
  return {
    ...(seed ? { seed: Number(seed) } : {}),
    ...(path ? { path } : {}),
    endOnFailure: shrink === 'no',
  };
}
