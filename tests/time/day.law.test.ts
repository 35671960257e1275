import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, dayOf, daysInMonth, EVER, NEVER, parseDay } from '../../src/time/day.ts';
import { anyDay, day } from './written-dates.ts';

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const EPOCH_DAY = dayNumber(day('1970-01-01'));
const FIRST = dayNumber(day('0000-01-01'));
const LAST = dayNumber(day('9999-12-31'));
const anyNumber = fc.integer({ min: FIRST, max: LAST }).map((n) => addDays(EPOCH_DAY, n));

// Three and a half million days, which take too long where each is watched, as in a search for mutants.
const inFull = test.skipIf(Number(process.env['CHANCERY_RUNS'] ?? 1) < 0.5);

describe('days', () => {
  inFull(
    'every number from the first day to the last stands for a later day than the one before, and back',
    () => {
      let before = '';
      let wrong = 0;
      for (let n = FIRST; n <= LAST; n = addDays(n, 1)) {
        const written = dayOf(n);
        if (!(written > before && dayNumber(written) === n)) wrong++;
        before = written;
      }
      expect(wrong).toBe(0);
      expect(before).toBe('9999-12-31');
      expect(FIRST > EVER && LAST < NEVER).toBe(true);
    },
  );

  test('a number is the day that Temporal counts so many days from 1970', () => {
    fc.assert(
      fc.property(anyNumber, (n) => {
        const plain = EPOCH.add({ days: n });
        expect(dayOf(n)).toBe(plain.toString());
        expect(daysInMonth(plain.year, plain.month)).toBe(plain.daysInMonth);
      }),
      { numRuns: 2000 },
    );
  });

  test('a day has the number that Temporal counts', () => {
    fc.assert(
      fc.property(anyDay(), (written) => {
        expect(dayNumber(day(written))).toBe(EPOCH.until(Temporal.PlainDate.from(written)).days);
      }),
      { numRuns: 2000 },
    );
  });

  test('a text is a day exactly where Temporal knows that day', () => {
    const century = fc.constantFrom('0000', '0100', '1600', '1900', '2000', '2100');
    const part = (width: number, max: number) => fc.nat(max).map((n) => String(n).padStart(width, '0'));
    fc.assert(
      fc.property(
        fc.oneof(part(4, 9999), century),
        fc.oneof(part(2, 14), fc.constant('02')),
        fc.oneof(part(2, 33), fc.constant('29')),
        (year, month, n) => {
          const fields = { year: Number(year), month: Number(month), day: Number(n) };
          const known = fields.month > 0 && fields.day > 0 && exists(fields);
          expect(parseDay(`${year}-${month}-${n}`) !== null).toBe(known);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('days add up as numbers do', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: -1e6, max: 1e6 }), (n, k) => {
        expect(addDays(n, k)).toBe(n + k);
        expect(addDays(addDays(n, k), -k)).toBe(n);
      }),
    );
  });
});

function exists(fields: { year: number; month: number; day: number }): boolean {
  try {
    Temporal.PlainDate.from(fields, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
