import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frequencyOf, quartilesOf, shareOf } from '../../src/simulation/intervals.ts';

describe("Wilson's interval", () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the published one', (n, of, low, high) => {
    const interval = shareOf(n, of);
    expect([interval.low, interval.high].map((end) => Number(end.toFixed(4)))).toEqual([low, high]);
    expect(interval.value).toBe(n / of);
  });

  test('holds the share, lies between 0 and 1, and narrows with more cases', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (of, some) => {
        const n = some % (of + 1);
        const { value, low, high } = shareOf(n, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high).toBeLessThanOrEqual(1);
        const more = shareOf(10 * n, 10 * of);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  test('of nothing is refused', () => {
    expect(() => shareOf(0, 0)).toThrow('no share: 0 of 0');
    expect(() => shareOf(3, 2)).toThrow('no share: 3 of 2');
  });
});

describe('the exact Poisson interval', () => {
  // Garwood 1936, as tabled in Ulm, American Journal of Epidemiology 131, 1990.
  test.each([
    [0, 0, 3.689],
    [1, 0.025, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [100, 81.364, 121.627],
  ])('of %i events is the published one', (events, low, high) => {
    const frequency = frequencyOf(events, 1);
    expect(frequency.low).toBeCloseTo(low, 3);
    expect(frequency.high).toBeCloseTo(high, 3);
  });

  test('shrinks with the time, and of no time is refused', () => {
    expect(frequencyOf(5, 10)).toEqual({
      value: 0.5,
      low: expect.closeTo(0.1623, 3),
      high: expect.closeTo(1.1668, 3),
    });
    expect(() => frequencyOf(1, 0)).toThrow('no frequency: 1 events in 0');
  });

  test('of so many events that e^-mean is nothing still holds the frequency', () => {
    const { low, high } = frequencyOf(2000, 1);
    expect(low).toBeGreaterThan(1900);
    expect(low).toBeLessThan(2000);
    expect(high).toBeGreaterThan(2000);
    expect(high).toBeLessThan(2100);
  });
});

test('quartiles lie between neighbours in proportion, in whatever order the numbers come', () => {
  expect(quartilesOf([1095, 100])).toEqual({ lower: 348.75, median: 597.5, upper: 846.25 });
  expect(quartilesOf([5, 1, 4, 2, 3])).toEqual({ lower: 2, median: 3, upper: 4 });
  expect(quartilesOf([7])).toEqual({ lower: 7, median: 7, upper: 7 });
  expect(() => quartilesOf([])).toThrow('no quartiles of no numbers');
});
