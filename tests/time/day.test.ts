import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayNumber,
  dayOf,
  daysInMonth,
  EVER,
  earlier,
  later,
  NEVER,
  parseDay,
} from '../../src/time/day.ts';
import { day } from './written-dates.ts';

describe('days', () => {
  test('the count begins on 1970-01-01', () => {
    expect(dayNumber(day('1970-01-01'))).toBe(0);
    expect(dayNumber(day('1969-12-31'))).toBe(-1);
    expect(dayNumber(day('2021-11-01'))).toBe(18932);
  });

  test('only a real day written YYYY-MM-DD is a day', () => {
    for (const text of ['0000-01-01', '2000-02-29', '2024-02-29', '9999-12-31'])
      expect(parseDay(text)).toBe(text);
    const refused = [
      '1900-02-29',
      '2021-02-29',
      '2021-11-31',
      '2021-13-01',
      '2021-00-01',
      '2021-01-00',
      '2021-1-05',
    ];
    const malformed = [
      '',
      '2021',
      '2021-11',
      ' 2021-11-01',
      '2021-11-01 ',
      '2021/11/01',
      '2021-11-0X',
      '2021-01-0:',
      '2021-01-1/',
      '2021-0:-01',
      '202:-01-01',
      '2021/11-01',
      '2021-11/01',
      '+2021-11-1',
    ];
    for (const text of [...refused, ...malformed]) expect(parseDay(text), text).toBeNull();
  });

  test('no day lies outside the years 0000 to 9999', () => {
    const first = dayNumber(day('0000-01-01'));
    const last = dayNumber(day('9999-12-31'));
    expect(dayOf(first)).toBe('0000-01-01');
    expect(dayOf(last)).toBe('9999-12-31');
    for (const n of [addDays(first, -1), addDays(last, 1), EVER, NEVER]) {
      expect(() => dayOf(n)).toThrow(new RangeError(`no day of the years 0000 to 9999 has the number ${n}`));
    }
    // @ts-expect-error: a day number is made from a day, and whole.
    expect(() => dayOf(0.5)).toThrow(RangeError);
  });

  test('every fourth year has a leap day, but of the centuries only every fourth', () => {
    expect([2021, 2024, 1900, 2000, 0].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 29]);
    expect(() => daysInMonth(2021, 13)).toThrow(new RangeError('there is no month 13'));
    expect(() => daysInMonth(2021, 0)).toThrow(RangeError);
  });

  test('a number is a day through every kind of year, to the last day of four centuries', () => {
    for (const text of ['1600-02-29', '1600-03-01', '1700-02-28', '1999-12-31', '2000-02-29', '2000-03-01']) {
      expect(dayOf(dayNumber(day(text)))).toBe(text);
    }
  });

  test('of two days one is the earlier, and of a day and itself either', () => {
    const [first, last] = [dayNumber(day('2021-10-18')), dayNumber(day('2021-11-01'))];
    expect([earlier(first, last), earlier(last, first), later(first, last), later(last, first)]).toEqual([
      first,
      first,
      last,
      last,
    ]);
  });

  test('days are added across months and years, and an open end stays open', () => {
    expect(dayOf(addDays(dayNumber(day('2021-12-31')), 1))).toBe('2022-01-01');
    expect(dayOf(addDays(dayNumber(day('2020-03-01')), -1))).toBe('2020-02-29');
    expect([addDays(NEVER, -1), addDays(EVER, 1)]).toEqual([NEVER, EVER]);
    const start = dayNumber(day('1970-01-01'));
    expect(() => addDays(start, 0.5)).toThrow(new RangeError('not a whole number of days: 0.5'));
    for (const end of [EVER, NEVER]) {
      expect(() => addDays(start, end)).toThrow(
        new RangeError(`${end} days from day 0 lie outside all reckoning`),
      );
      expect(addDays(start, end - Math.sign(end))).toBe(end - Math.sign(end));
    }
  });
});
