import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyUse, use } from './commands.ts';
import { law } from './law.ts';

describe('the library in use', () => {
  law(
    15,
    'in any course of use the answers and refusals are those of a plain model, and an answer asked again on its basis is the same to the byte',
    { runs: 150 },
    fc.property(anyUse(), ([cast, steps]) => {
      use(cast, steps);
    }),
  );

  test('every sort of step is taken, and every refusal met', () => {
    const times = new Map<string, number>();
    for (const [cast, steps] of fc.sample(anyUse(), { numRuns: 60, seed: 1 })) {
      for (const done of use(cast, steps)) times.set(done, (times.get(done) ?? 0) + 1);
    }
    const seldom = STEPS.filter((step) => (times.get(step) ?? 0) < 3);
    expect(seldom).toEqual([]);
  });
});

const STEPS = [
  'act written',
  'act written, recorded before others',
  'act refused: a second act by this name',
  'act refused: no such party',
  'act refused: no such subject',
  'correction written',
  'correction written, recorded before others',
  'correction refused: is already retracted',
  'correction refused: no such event',
  'correction refused: no such party',
  'correction refused: no such subject',
  'correction refused: recorded before what it changes',
  'retraction written',
  'retraction written, recorded before others',
  'retraction refused: is already retracted',
  'retraction refused: is already retracted, told of another entry',
  'retraction refused: no such event',
  'retraction refused: recorded before what it changes',
  'asked: diff',
  'asked: log',
  'asked: replay',
  'asked: timeline',
  'asked: why',
  'asked anew',
  'asked again on its basis',
];
