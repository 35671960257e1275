import { describe, expect, test } from 'vitest';
import { type DayNumber, dayOf, EVER, NEVER } from '../../src/time/day.ts';
import { parseEdtf } from '../../src/time/edtf.ts';
import { date } from './written-dates.ts';

/** The window of a date as it reads: first day, last day, `..` for an open end. */
function window(text: string): string {
  const { first, last } = date(text);
  return `${shown(first)} ${shown(last)}`;
}

function shown(n: DayNumber): string {
  return n === EVER || n === NEVER ? '..' : dayOf(n);
}

function problem(text: string): string {
  const found = parseEdtf(text);
  return found.kind === 'date' ? `a date: ${text}` : `${found.problem.what}; ${found.problem.instead}`;
}

describe('a date', () => {
  test.each([
    ['2021-11-01', '2021-11-01 2021-11-01'],
    ['2021-11', '2021-11-01 2021-11-30'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2021', '2021-01-01 2021-12-31'],
    ['0000', '0000-01-01 0000-12-31'],
    ['201X', '2010-01-01 2019-12-31'],
    ['20XX', '2000-01-01 2099-12-31'],
    ['201X-XX', '2010-01-01 2019-12-31'],
    ['2021-XX', '2021-01-01 2021-12-31'],
    ['2021-1X', '2021-10-01 2021-12-31'],
    ['2021-0X', '2021-01-01 2021-09-30'],
    ['2021-11-XX', '2021-11-01 2021-11-30'],
    ['2021-11-2X', '2021-11-20 2021-11-29'],
    ['2021-11-3X', '2021-11-30 2021-11-30'],
    ['2021-XX-XX', '2021-01-01 2021-12-31'],
  ])('%s is some day of %s', (text, expected) => {
    expect(window(text)).toBe(expected);
    expect(date(text)).toMatchObject({ edtf: text, clock: null, doubtful: false });
  });

  test.each([
    ['2014-04/2014-06', '2014-04-01 2014-06-30'],
    ['2021-10-18/..', '2021-10-18 ..'],
    ['../2021-10-31', '.. 2021-10-31'],
    ['2021-10-18/', '2021-10-18 ..'],
    ['/2021-10', '.. 2021-10-31'],
    ['2021-05/2021', '2021-05-01 2021-12-31'],
    ['2021/2021', '2021-01-01 2021-12-31'],
    ['201X/2021-11-XX', '2010-01-01 2021-11-30'],
  ])('the interval %s is some day of %s', (text, expected) => {
    expect(window(text)).toBe(expected);
  });

  test.each([
    ['[2021-10-18..2021-11-05]', '2021-10-18 2021-11-05'],
    ['[..2021-11-05]', '.. 2021-11-05'],
    ['[2021-10-18..]', '2021-10-18 ..'],
    ['[2021]', '2021-01-01 2021-12-31'],
    ['[2021-12,2021-10-18,2021-11]', '2021-10-18 2021-12-31'],
    ['[..1949, 1952..1955,1991-12]', '.. 1991-12-31'],
    ['[2021-1X..2022]', '2021-10-01 2022-12-31'],
  ])('the set %s is one day of %s', (text, expected) => {
    expect(window(text)).toBe(expected);
  });

  test.each([
    '2021~',
    '2021-11?',
    '2021-11-01%',
    '2021-11~-01',
    '?2021-11-01',
    '2021-~11-?01%',
    '201X~',
    '2021-XX?',
  ])('the sign in %s makes it doubtful and no wider', (text) => {
    expect(window(text)).toBe(window(text.replaceAll(/[~?%]/g, '')));
    expect(date(text).doubtful).toBe(true);
  });

  test.each([
    '2021~/2022',
    '2021/2022?',
    '../2022%',
    '[2021~..2022]',
    '[2020,2021?]',
    '[2020..2021,..2022~]',
  ])('doubt about one end makes all of %s doubtful', (text) => {
    expect(date(text).doubtful).toBe(true);
  });

  test.each([
    '2021/2022',
    '../2022',
    '2021/..',
    '[2021..2022]',
    '[..2022]',
    '[2020,2021]',
    '2020-07-24T16:00Z',
  ])('%s is as certain as its ends', (text) => {
    expect(date(text).doubtful).toBe(false);
  });

  test.each([
    ['2020-07-24T16:00-05:00', 16 * 60 + 5 * 60],
    ['2020-07-24T16:00+15:59', 16 * 60 - 15 * 60 - 59],
    ['2020-07-24T16:00:00Z', 16 * 60],
    ['2020-07-24T16:00:30Z', 16 * 60 + 0.5],
    ['2020-07-24T16:00+02', 14 * 60],
    ['2020-07-24T00:30+05:30', -300],
    ['2020-07-24T23:00-05:00', 1680],
    ['2020-07-24T00:00-00:00', 0],
  ])('%s counts on its local day, at minute %d', (text, clock) => {
    expect(window(text)).toBe('2020-07-24 2020-07-24');
    expect(date(text).clock).toBe(clock);
  });
});

describe('what is not a date', () => {
  const form = 'write YYYY-MM-DD, as in 2021-11-01';
  const moment = 'write day, time and zone, as in 2020-07-24T16:00-05:00';
  test.each([
    ['2021-13-01', `there is no month 13; ${form}`],
    ['2021-00-01', `there is no month 00; ${form}`],
    ['2021-21-05', `there is no month 21; ${form}`],
    ['2021-11-31', 'November has 30 days; write a day up to 2021-11-30'],
    ['2021-02-29', 'February 2021 has 28 days; write a day up to 2021-02-28'],
    ['2021-02-3X', 'February 2021 has 28 days; write a day up to 2021-02-28'],
    ['2021-11-00', 'there is no day 00; write 2021-11 for the whole month'],
    ['2021-11-01/2021-11-31', 'at "2021-11-31", November has 30 days; write a day up to 2021-11-30'],
    ['2021-21', /season.*; write a window of months, as in 2021-03\/2021-05$/],
    ['2021-41', /season.*; write a window of months/],
    ['2021-42', `there is no month 42; ${form}`],
    ['XXXX', /says nothing; write a window of years/],
    ['201X-11', /X stands only at the end/],
    ['2021-XX-01', /X stands only at the end/],
    ['201x', /capital X; write 201X$/],
    ['2021?~', 'one sign of doubt to a part; write % for both ~ and ?'],
    ['../..', /open at both ends, it says nothing; write/],
    ['/', /open at both ends/],
    ['[..]', /open at both ends/],
    ['[..2020,2021..]', /open at both ends/],
    ['2021-11-05/2021-10-18', /its end is before its start; write the earlier date first$/],
    ['[2022..2021]', /its end is before its start/],
    ['a/b/c', /two ends/],
    ['[]', /empty; write \[2021/],
    ['[2021,,2022]', /empty; write \[2021/],
    ['[2021,2022', /bracket does not close/],
    ['[2021..2022]~', /bracket does not close/],
    ['[2021/2022]', /in brackets a span is A\.\.B/],
    ['[2019..2020..2021]', /a span has two ends/],
    ['2021..2022', 'A..B stands in brackets; write [2021-10-18..2021-11-05] for one day in that span'],
    ['{2021-10-18,2021-11-05}', /takes hold once.*; write \[2021-10-18\.\.2021-11-05\]/],
    ['Y17E7', 'years beyond four digits are not kept; write a year from 0000 to 9999'],
    ['-0044', 'years before 0000 are not kept; write a year from 0000 to 9999'],
    ['Y-1700', 'years beyond four digits are not kept; write a year from 0000 to 9999'],
    ['01/11/2021', /could be two days; write 2021-01-11 or 2021-11-01$/],
    ['1.11.2021', /could be two days; write 2021-01-11 or 2021-11-01$/],
    ['13/11/2021', /hyphens; write 2021-11-13$/],
    ['11/13/2021', /hyphens; write 2021-11-13$/],
    ['11.11.2021', /hyphens; write 2021-11-11$/],
    ['2021/11/01', /hyphens; write 2021-11-01$/],
    ['2021/11', /hyphens; write 2021-11$/],
    ['11.2021', /hyphens; write 2021-11$/],
    ['31/31/2021', new RegExp(`hyphens; ${form}$`)],
    ['2021-1-5', 'month and day have two digits; write 2021-01-05'],
    ['2021-5', 'month and day have two digits; write 2021-05'],
    ['20211101', /hyphens; write 2021-11-01$/],
    ['1 November 2021', 'a month is a number; write 2021-11-01'],
    ['Nov. 1st, 2021', 'a month is a number; write 2021-11-01'],
    ['November 2021', 'a month is a number; write 2021-11'],
    ['in late November 2021', `a month is a number; ${form}`],
    ['November 2021 or later', `a month is a number; ${form}`],
    ['on November 1, 2021', `a month is a number; ${form}`],
    ['November 1, 20211', `a month is a number; ${form}`],
    ['November 1 2021', 'a month is a number; write 2021-11-01'],
    ['November 31, 2021', `a month is a number; ${form}`],
    ['99991301', `a date has hyphens; ${form}`],
    ['1-5-21', `a date is year, month, day, joined by hyphens; ${form}`],
    ['13-2021', `a date is year, month, day, joined by hyphens; ${form}`],
    ['', `it is empty; ${form}`],
    ['   ', `it is empty; ${form}`],
    [' 2021-11-01', 'spaces around it; write it without the spaces'],
    ['[2021] ', 'spaces around it; write it without the spaces'],
    ['2020-07-24T16:00', /without its zone; write the zone, as in 2020-07-24T16:00-05:00, or 2020-07-24$/],
    ['2020-07-24 16:00Z', `a clock time follows a T and has a zone; ${moment}`],
    ['2020-07-24T16:00+0200', /hh:mm/],
    ['2020-07-24T16:00ZT10:00Z', /hh:mm/],
    ['2020-07-24T24:00Z', 'there is no hour 24; write an hour from 00 to 23'],
    ['2020-07-24T23:60Z', 'there is no minute 60; write a minute from 00 to 59'],
    ['2020-07-24T23:59:60Z', 'there is no second 60; write a second from 00 to 59'],
    ['2020-07-24T16:00+16:00', /no zone \+16:00/],
    ['2020-07-24T16:00+02:60', /no zone \+02:60/],
    ['2020-02-30T16:00Z', /needs a real day/],
    ['2020-07T16:00Z', /needs a real day/],
    ['2020-07-24T16:00Z~', 'a clock time takes no ~ ? %; write the day alone, as 2020-07-24~'],
    ['2020-07-24T16:00Z/2020-07-25', /a clock time stands only with a single day/],
  ])('%s is answered with what to write', (text, rest) => {
    const answer = problem(text);
    expect(answer.startsWith(`not a date: ${JSON.stringify(text)}: `)).toBe(true);
    const detail = answer.slice(`not a date: ${JSON.stringify(text)}: `.length);
    if (typeof rest === 'string') expect(detail).toBe(rest);
    else expect(detail).toMatch(rest);
  });

  test.each(['soon', 'xY-1700', '2021-1~', '20-2x1x', 'on 2020-07-24 16:00', '2021a', 'st 2021'])(
    '%s is like no date, and is answered with the form of one',
    (text) => {
      expect(problem(text)).toBe(`not a date: ${JSON.stringify(text)}; ${form}`);
    },
  );

  test('a long text is refused and echoed in part', () => {
    expect(problem('9'.repeat(60))).toBe(`not a date: "${'9'.repeat(60)}"; ${form}`);
    expect(problem(`${'9'.repeat(100)}`)).toBe(`not a date: "${'9'.repeat(59)}…"; ${form}`);
    expect(window(`[${'2021,'.repeat(38)}2021-11]`)).toBe('2021-01-01 2021-12-31');
    expect(problem(`[${'2021,'.repeat(40)}2021]`)).toContain('longer than 200 characters');
  });
});
