import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/replay/field-words.ts';

describe('the words of a kind', () => {
  test('are those of its status and of its one region', () => {
    expect(wordsOf('relations')).toEqual(
      new Map([
        ['status', new Set(['none', 'established', 'broken-off'])],
        ['state', new Set(['none', 'established', 'broken-off'])],
      ]),
    );
  });

  test('are those of each region, with the states within states after dots', () => {
    const words = wordsOf('permanent-mission');
    expect(words.get('status')).toEqual(new Set(['absent', 'operating', 'suspended', 'closed']));
    expect(words.get('state')).toEqual(new Set(['absent', 'established', 'closed']));
    expect(words.get('state.operation')).toEqual(new Set(['operating', 'suspended']));
    expect(words.get('state.militaryRepresentative.office')).toEqual(
      new Set(['operating', 'suspended.alone', 'suspended.both', 'suspended.withMission']),
    );
    // What holds a number or a name has no words.
    expect(words.has('staff.ceiling')).toBe(false);
  });

  test('are found once', () => {
    expect(wordsOf('channel')).toBe(wordsOf('channel'));
  });
});
