import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Count,
  canReach,
  equalCounts,
  least,
  meet,
  minus,
  minusToZero,
  parseCount,
  plus,
  showCount,
  UNKNOWN,
} from '../../src/count.ts';
import { law } from './law.ts';

// Exact values are tried up to FAR in place of an open end. The bounds given are at most NEAR, so a result that is
// open at its end shows as one that reaches FAR, and no bound given hides behind it.
const NEAR = 9;
const FAR = 40;
const anyCount: fc.Arbitrary<Count> = fc
  .tuple(fc.nat(NEAR), fc.option(fc.nat(NEAR)))
  .map(([a, b]) => (b === null ? { min: a, max: null } : { min: Math.min(a, b), max: Math.max(a, b) }));

describe('law 38: ranges are sound, and tight', () => {
  law(
    38,
    'both together',
    { runs: 1000 },
    sameAsEnumerated(plus, (a, b) => a + b),
  );

  law(
    38,
    'what is left, where so many can leave',
    { runs: 1000 },
    fc.property(anyCount, anyCount, (a, b) => {
      const found = outcomes(a, b, (x, y) => (x >= y ? x - y : null));
      expect(canReach(a, b)).toBe(found.length > 0);
      if (found.length > 0) expect(minus(a, b)).toEqual(hull(found));
      else expect(() => minus(a, b)).toThrow(RangeError);
    }),
  );

  law(
    38,
    'what is left, none where more leave than there are',
    { runs: 1000 },
    sameAsEnumerated(minusToZero, (a, b) => Math.max(0, a - b)),
  );

  law(
    38,
    'the smaller of two',
    { runs: 1000 },
    sameAsEnumerated(least, (a, b) => Math.min(a, b)),
  );

  law(
    38,
    'what two statements both allow',
    { runs: 1000 },
    fc.property(anyCount, anyCount, (a, b) => {
      const both = exact(a).filter((x) => exact(b).includes(x));
      expect(meet(a, b)).toEqual(both.length === 0 ? null : hull(both));
    }),
  );

  law(
    38,
    'wider ranges give no narrower answers',
    { runs: 100 },
    fc.property(anyCount, anyCount, anyCount, (a, b, wider) => {
      const whole = hull([...exact(a), ...exact(wider)]);
      for (const of of [plus, minusToZero, least]) {
        const [narrow, wide] = [of(a, b), of(whole, b)];
        expect(meet(narrow, wide)).toEqual(narrow);
      }
    }),
  );
});

describe('law 36: no range is ever negative or empty', () => {
  const large = fc
    .tuple(fc.maxSafeNat(), fc.option(fc.maxSafeNat()))
    .map(
      ([a, b]): Count => (b === null ? { min: a, max: null } : { min: Math.min(a, b), max: Math.max(a, b) }),
    );
  const step = fc.tuple(
    fc.constantFrom(plus, minusIfPossible, minusToZero, least, meetIfPossible),
    fc.oneof(anyCount, large),
  );

  law(
    36,
    'through any chain of arithmetic, however large the numbers',
    { runs: 100 },
    fc.property(large, fc.array(step, { maxLength: 20 }), (start, steps) => {
      let count = start;
      for (const [operation, operand] of steps) {
        count = operation(count, operand);
        expect(Number.isSafeInteger(count.min) && count.min >= 0).toBe(true);
        expect(count.max === null || (Number.isSafeInteger(count.max) && count.max >= count.min)).toBe(true);
      }
    }),
  );
});

describe('counts as text', () => {
  test('a count shown is read as itself', () => {
    fc.assert(
      fc.property(anyCount, (count) => {
        const found = parseCount(showCount(count));
        expect(found.kind === 'count' && equalCounts(found.count, count)).toBe(true);
      }),
    );
  });

  test('any text is a range that is not empty, or gets a short answer', () => {
    const piece = fc.constantFrom(
      '..',
      '7',
      '0',
      '10',
      '-',
      '~',
      ' ',
      'unknown',
      '9007199254740991',
      'e',
      '.',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const found = parseCount(written);
        if (found.kind === 'count') expect(meet(found.count, UNKNOWN)).toEqual(found.count);
        else expect(found.problem.instead.startsWith('write ')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

function sameAsEnumerated(ranges: (a: Count, b: Count) => Count, numbers: (a: number, b: number) => number) {
  return fc.property(anyCount, anyCount, (a, b) => {
    expect(ranges(a, b)).toEqual(hull(outcomes(a, b, numbers)));
  });
}

function exact({ min, max }: Count): readonly number[] {
  return Array.from({ length: (max ?? FAR) - min + 1 }, (_, i) => min + i);
}

function outcomes(a: Count, b: Count, of: (a: number, b: number) => number | null): readonly number[] {
  return exact(a).flatMap((x) => exact(b).flatMap((y) => of(x, y) ?? []));
}

/** The smallest range with all of these in it; open at its end if they reach as far as open ends were followed. */
function hull(values: readonly number[]): Count {
  const most = Math.max(...values);
  return { min: Math.min(...values), max: most > 2 * NEAR ? null : most };
}

function minusIfPossible(a: Count, b: Count): Count {
  return canReach(a, b) ? minus(a, b) : a;
}

function meetIfPossible(a: Count, b: Count): Count {
  return meet(a, b) ?? a;
}
