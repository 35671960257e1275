import { describe, expect, test } from 'vitest';
import type { Delay } from '../../src/events/delay.ts';
import { draw } from '../../src/simulation/random.ts';
import { daysDrawn, spreadOf } from '../../src/simulation/spread.ts';

/** The two words of a draw, as unsigned numbers in base sixteen. */
function words(seed: number, run: number, thing: number): string {
  const into = { first: 0, second: 0 };
  draw(seed, run, thing, into);
  return [into.first, into.second].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
}

describe('what is drawn', () => {
  test('is what the authors of the generator publish for a key and a counter of zeros', () => {
    expect(words(0, 0, 0)).toBe('6b200159 99ba4efe');
  });

  test('differs by every bit of the seed, up to the fifty-third, of the run and of the thing', () => {
    const seeds = Array.from({ length: 53 }, (_, bit) => words(2 ** bit, 7, 9));
    const runs = Array.from({ length: 32 }, (_, bit) => words(3, 2 ** bit, 9));
    const things = Array.from({ length: 32 }, (_, bit) => words(3, 7, 2 ** bit));
    expect(new Set([...seeds, ...runs, ...things]).size).toBe(53 + 32 + 32);
  });

  test('is spread evenly: of a million words each sixteenth holds its share, within four standard errors', () => {
    const counts = new Array<number>(16).fill(0);
    const into = { first: 0, second: 0 };
    for (let run = 0; run < 1_000_000; run++) {
      draw(1, run, 0, into);
      counts[into.first >>> 28] = (counts[into.first >>> 28] ?? 0) + 1;
    }
    const error = Math.sqrt(1_000_000 * (1 / 16) * (15 / 16));
    for (const count of counts) expect(Math.abs(count - 62_500)).toBeLessThan(4 * error);
  });
});

describe('days that are drawn', () => {
  const cases: readonly (readonly [Delay, { readonly [days: number]: number }])[] = [
    [{ kind: 'fixed', days: 9 }, { 9: 1 }],
    [
      { kind: 'uniform', from: 2, to: 4 },
      { 2: 1 / 3, 3: 1 / 3, 4: 1 / 3 },
    ],
    [
      { kind: 'triangular', from: 1, mode: 3, to: 4 },
      { 2: 1 / 3, 3: 2 / 3 },
    ],
    [{ kind: 'triangular', from: 5, mode: 5, to: 5 }, { 5: 1 }],
    [
      { kind: 'triangular', from: 0, mode: 0, to: 3 },
      { 0: 1 / 2, 1: 1 / 3, 2: 1 / 6 },
    ],
    [{ kind: 'weights', weights: [{ days: 8, weight: 3 }] }, { 8: 1 }],
    [
      {
        kind: 'weights',
        weights: [
          { days: 3, weight: 1 },
          { days: 90, weight: 3 },
        ],
      },
      { 3: 1 / 4, 90: 3 / 4 },
    ],
  ];

  test.each(cases)('of %o come as often as it says, within four standard errors', (delay, shares) => {
    const counts = new Map<number, number>();
    const into = { first: 0, second: 0 };
    const spread = spreadOf(delay);
    for (let run = 0; run < 100_000; run++) {
      draw(5, run, 1, into);
      const days = daysDrawn(spread, into.second);
      counts.set(days, (counts.get(days) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual(Object.keys(shares).map(Number));
    for (const [days, share] of Object.entries(shares)) {
      const error = Math.sqrt(100_000 * share * (1 - share));
      expect(Math.abs((counts.get(Number(days)) ?? 0) - 100_000 * share)).toBeLessThanOrEqual(4 * error);
    }
  });

  test('fall on the first and the last with the least and the greatest word', () => {
    for (const [delay, shares] of cases) {
      const days = Object.keys(shares).map(Number);
      expect(daysDrawn(spreadOf(delay), 0)).toBe(days[0]);
      expect(daysDrawn(spreadOf(delay), -1)).toBe(days.at(-1));
    }
  });
});
