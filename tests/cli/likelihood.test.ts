/** What came of runs, in words. */
import { describe, expect, test } from 'vitest';
import { likelihoodInWords } from '../../src/cli/likelihood.ts';
import type { KeptRuns, Likelihood, LikelyState } from '../../src/simulation/likelihood.ts';
import type { Assumption } from '../../src/simulation/probabilities.ts';
import { dayOf } from '../../src/time/day.ts';
import { dayNamed } from '../record.ts';
import { terminal } from './terminal.ts';

/** The answer for one subject that has a status in so many of so many runs, and is closed in the others. */
function told(
  runs: number,
  n: number,
  assumed: readonly Assumption[] = [],
  staff: Pick<LikelyState, 'accredited'> = {},
  kept: KeptRuns | null = null,
): string {
  const share = runs / n;
  const standardError = Math.sqrt((share * (1 - share)) / n);
  const likelihood: Likelihood = {
    n,
    seed: 1,
    dates: [
      {
        at: dayOf(dayNamed('2022-01-01')),
        subjects: {
          embassy: { status: { operating: share }, standardError: { operating: standardError }, ...staff },
        },
      },
    ],
    refused: [],
    ...(kept === null ? {} : { kept }),
  };
  return likelihoodInWords(likelihood, assumed, n, kept && 'it.status=operating', terminal);
}

describe('a share is told with so many decimals that its error shows', () => {
  test.each<[runs: number, n: number, words: string]>([
    [529, 1_000, '52.9 % ± 1.6 %'],
    [52_900, 100_000, '52.9 % ± 0.2 %'],
    [250_000, 1_000_000, '25.00 % ± 0.04 %'],
    [1, 1_000_000, '0.0001 % ± 0.0001 %'],
    [999_999, 1_000_000, '99.9999 % ± 0.0001 %'],
    [500_000_000, 1_000_000_000, '50.000 % ± 0.002 %'],
    [1, 2, '50.0 % ± 35.4 %'],
  ])('%d of %d runs are %s', (runs, n, words) => {
    expect(told(runs, n)).toContain(` ${words}\n`);
  });

  test('of all runs and of none there is no error to tell', () => {
    expect(told(1_000, 1_000)).toContain(' 100 %\n');
    expect(told(0, 1_000)).toContain(' 0 %\n');
  });
});

test('the number accredited, which is of all runs, stands in a row of its own', () => {
  const exactly = (n: number) => ({ min: n, max: n });
  const accredited = { p5: exactly(0), p50: exactly(2), p95: { min: 3, max: null } };
  const words = told(500, 1_000, [], { accredited }).replaceAll(/ +\n/g, '\n');
  expect(words).toMatch(
    /operating +50\.0 % ± 1\.6 %\n +accredited, over +5 %: 0\n +all the runs +50 %: 2\n +95 %: at least 3\n/,
  );
});

test('kept runs in which the same acts happen are one way, with the days of each', () => {
  const act = (name: string, day: string) => ({ act: name, announced: dayOf(dayNamed(day)) });
  const runs = [
    { run: 1, share: 0.25, acts: [act('s:a', '2022-01-01'), act('s:b', '2022-01-03')] },
    { run: 3, share: 0.1, acts: [] },
    { run: 4, share: 0.25, acts: [act('s:b', '2022-01-05'), act('s:a', '2022-01-06')] },
  ];
  const words = told(50, 100, [], {}, { share: 0.35, standardError: 0.05, runs });
  expect(words.slice(words.indexOf('Runs that lead'))).toBe(
    `Runs that lead to it.status=operating on 2022-01-01
  35.0 % ± 5.0 % of the runs; the commonest ways first:
  25.0 % ± 4.3 % of the runs, in which the same acts happen, as in runs 1 and 4:
    s:a                         2022-01-01, 2022-01-06
    s:b                         2022-01-03, 2022-01-05
  10.0 % ± 3.0 % of the runs, in which none of the acts happens, as in run 3
`,
  );
});

describe('how likely an act was taken to be is told', () => {
  test('as an assumption where the scenario gives the number', () => {
    expect(told(1, 2, [{ act: 's:a', share: 0.025, counted: null }])).toContain(
      `
How likely each act is taken to be, where nothing else keeps it from happening
  s:a                         2.5 %, assumed
`,
    );
  });

  test('with what was counted, its interval, and that it is assumed to fit, where it was counted', () => {
    const rate = { event: 'mission.reopened', while: 'closed', kind: 'embassy', within: 30 } as const;
    const counted = { rate, n: 1, of: 4, share: 0.25, low: 0.0456, high: 0.699 };
    const words = told(1, 2, [{ act: 's:a', share: 0.25, counted }]).replaceAll(/\s+/g, ' ');
    expect(words).toContain(
      's:a 25 %, as counted: within 30 days mission.reopened followed in 1 of the 4 spells in which a subject of kind embassy was closed (5–70 % with 95 % confidence); that the act is as likely is assumed',
    );
  });

  test('and nothing is said where no act is left to chance', () => {
    expect(told(1, 2)).not.toContain('How likely');
  });
});
