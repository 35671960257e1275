import { describe, expect, test } from 'vitest';
import { levels } from '../../src/events/vocabulary.ts';
import { ruleBooks } from '../../src/machines/rulebooks.ts';
import { given, type Happening } from '../record.ts';
import { tourOf } from './tour.ts';

function level(to: string): Happening {
  return { type: 'level.set', level: to };
}

describe('the level of representation (VCDR 14)', () => {
  test('there is none before one is set', () => {
    expect(ruleBooks.representation.machine.config.initial).toBe('none');
  });

  test.each(levels)('it may be set to %s from any other, and from itself', (to) => {
    for (const from of levels)
      given('representation', level(from)).when(level(to)).leaves({ status: to, state: to });
  });

  test('a tour', () => {
    tourOf('representation', levels.map(level));
  });
});
