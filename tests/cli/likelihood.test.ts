/** What came of runs, in words. */
import { describe, expect, test } from 'vitest';
import { likelihoodInWords } from '../../src/cli/likelihood.ts';
import type { Likelihood } from '../../src/simulation/likelihood.ts';
import type { Assumption } from '../../src/simulation/probabilities.ts';
import { dayOf } from '../../src/time/day.ts';
import { dayNamed } from '../record.ts';
import { terminal } from './terminal.ts';

/** The answer for one subject that has a status in so many of so many runs, and is closed in the others. */
function told(runs: number, n: number, assumed: readonly Assumption[] = []): string {
  const share = runs / n;
  const standardError = Math.sqrt((share * (1 - share)) / n);
  const likelihood: Likelihood = {
    n,
    seed: 1,
    dates: [
      {
        at: dayOf(dayNamed('2022-01-01')),
        subjects: {
          embassy: { status: { operating: share }, standardError: { operating: standardError } },
        },
      },
    ],
    refused: [],
  };
  return likelihoodInWords(likelihood, assumed, n, null, terminal);
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
