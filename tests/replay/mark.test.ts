import { describe, expect, test } from 'vitest';
import { assumedIn, markedName, markOf, unmarked, unnumbered } from '../../src/replay/mark.ts';

describe('the mark of what is assumed', () => {
  test('is the name of the scenario before that of the act, and the number of the answer after it', () => {
    expect(markedName('offer', 'yes')).toBe('offer:yes');
    expect(markedName('offer', 'yes', 2)).toBe('offer:yes#2');
  });

  test('tells the scenario of an act or an event, and none of what is on record', () => {
    expect(['offer:yes', 'offer:yes#2/1', '2021-10-18-russia/1'].map(assumedIn)).toEqual([
      'offer',
      'offer',
      null,
    ]);
    expect(markOf('offer:yes')).toEqual({ hypothetical: 'offer' });
    expect(markOf('2021-10-18-russia')).toEqual({});
  });

  test('is taken off, the number of an answer kept as part of the name', () => {
    expect(['offer:yes', 'offer:yes#2', '2021-10-18-russia'].map(unmarked)).toEqual([
      'yes',
      'yes-2',
      '2021-10-18-russia',
    ]);
  });

  test('is the same for all answers of an act without their numbers', () => {
    expect(['offer:yes#2', 'offer:yes#12', 'offer:yes', 'act'].map(unnumbered)).toEqual([
      'offer:yes',
      'offer:yes',
      'offer:yes',
      'act',
    ]);
  });
});
