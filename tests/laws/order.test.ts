import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Reading } from '../../src/time/clocks.ts';
import { byOrder, type Dated } from '../../src/time/order.ts';
import { date } from '../time/written-dates.ts';
import { law } from './law.ts';

// Few values of each kind, so that ties in any of them are common.
const effective = [
  ...[
    '2021',
    '2021-11',
    '2021-11-01',
    '2021-11-30',
    '2021-12-31',
    '../2021-11-01',
    '2021-11-01/..',
    '2021-11~',
  ],
  ...[
    '2021-11-01T10:00Z',
    '2021-11-01T12:00+02:00',
    '2021-11-01T12:00Z',
    '2021-11-01T00:00+05:00',
    '2021-11-30T23:00-05:00',
  ],
];
const anyDated: fc.Arbitrary<Dated> = fc.record({
  effective: fc.constantFrom(...effective).map(date),
  announced: fc.constantFrom('2021-10', '2021-10-06', '2021-10-31').map(date),
  position: fc.record({ file: fc.constantFrom('a', 'B', 'ä', 'aa'), act: fc.nat(2), event: fc.nat(2) }),
});
const anyReading = fc.constantFrom<Reading>('latest', 'earliest');

describe('law 11: total order', () => {
  law(
    11,
    'any two compare, one way or as equals, and equal only where all that counts is equal',
    { runs: 2000 },
    fc.property(anyReading, anyDated, anyDated, (reading, a, b) => {
      const order = byOrder(reading);
      expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0);
      expect(order(a, a)).toBe(0);
      expect(order(a, b) === 0).toBe(key(reading, a) === key(reading, b));
    }),
  );

  law(
    11,
    'the order is transitive',
    { runs: 5000 },
    fc.property(anyReading, anyDated, anyDated, anyDated, (reading, a, b, c) => {
      const order = byOrder(reading);
      const [x, y, z] = [order(a, b), order(b, c), order(a, c)];
      if (x <= 0 && y <= 0) expect(z <= 0 && (z < 0 || (x === 0 && y === 0))).toBe(true);
      if (x >= 0 && y >= 0) expect(z >= 0 && (z > 0 || (x === 0 && y === 0))).toBe(true);
    }),
  );

  law(
    11,
    'shuffling changes nothing',
    { runs: 100 },
    fc.property(anyReading, anyShuffled(), (reading, [given, shuffled]) => {
      const order = byOrder(reading);
      expect([...shuffled].sort(order)).toEqual([...given].sort(order));
    }),
  );

  law(
    11,
    'equals stay in the order given',
    { runs: 100 },
    fc.property(anyReading, fc.array(anyDated, { maxLength: 40 }), (reading, given) => {
      const order = byOrder(reading);
      const sorted = given.map((dated, arrival) => ({ ...dated, arrival })).sort(order);
      for (const [i, next] of sorted.entries()) {
        const before = sorted[i - 1];
        if (before !== undefined && order(before, next) === 0)
          expect(before.arrival).toBeLessThan(next.arrival);
      }
    }),
  );

  law(
    11,
    'batches of any size, sorted as they come, give the one order',
    { runs: 100 },
    fc.property(anyReading, anyShuffled(), fc.integer({ min: 1, max: 7 }), (reading, [given], size) => {
      const order = byOrder(reading);
      let record: Dated[] = [];
      for (let i = 0; i < given.length; i += size)
        record = [...record, ...given.slice(i, i + size)].sort(order);
      expect(record).toEqual([...given].sort(order));
    }),
  );
});

/** Everything that the order looks at, as text. */
function key(reading: Reading, { effective, announced, position }: Dated): string {
  const [took, told] =
    reading === 'latest' ? [effective.last, announced.last] : [effective.first, announced.first];
  return JSON.stringify([took, effective.clock, told, position.file, position.act, position.event]);
}

/** Events, no two in one position, in two orders. */
function anyShuffled(): fc.Arbitrary<readonly [Dated[], Dated[]]> {
  return fc
    .uniqueArray(anyDated, { maxLength: 40, selector: (dated) => JSON.stringify(dated.position) })
    .chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })));
}
