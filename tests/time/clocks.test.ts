import { describe, expect, test } from 'vitest';
import { dayUnder, effectiveWindow } from '../../src/time/clocks.ts';
import { EVER, NEVER } from '../../src/time/day.ts';
import { date } from './written-dates.ts';

describe('readings', () => {
  test('the latest reading takes the last day of a window, the earliest its first', () => {
    const november = date('2021-11');
    expect(dayUnder('latest', november)).toBe(date('2021-11-30').first);
    expect(dayUnder('earliest', november)).toBe(date('2021-11-01').first);
  });

  test('what is open at its end never certainly arrives', () => {
    expect(dayUnder('latest', date('2021-10-18/..'))).toBe(NEVER);
    expect(dayUnder('earliest', date('../2021-10-31'))).toBe(EVER);
  });
});

describe('the window of effect', () => {
  const announced = date('2021-10-06');

  test('is the announcement where nothing else is said', () => {
    expect(effectiveWindow(null, announced)).toEqual(announced);
  });

  test('is as written where it has a start, even before the announcement', () => {
    expect(effectiveWindow(date('2021-09~'), announced)).toEqual(date('2021-09~'));
  });

  test('begins with the announcement where it is open at its start', () => {
    const window = effectiveWindow(date('../2021-10-31'), announced);
    expect(window).toEqual({ ...date('../2021-10-31'), first: announced.first });
  });

  test('open at its start and over before the announcement, it is its last day', () => {
    const window = effectiveWindow(date('../2021-09-30'), announced);
    expect([window.first, window.last]).toEqual([date('2021-09-30').first, date('2021-09-30').first]);
  });
});
