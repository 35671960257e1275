import { parseDay } from './day.ts';
import { FORM, type Trouble, trouble } from './edtf-date.ts';

/**
 * What the writer of a text that has no form of EDTF most likely meant. A conversion is offered only
 * where it can mean one day; where it could mean two, both are named.
 */
export function nearMiss(text: string): Trouble {
  if (text.trim() === '') return trouble('it is empty', FORM);
  if (text.trim() !== text) return trouble('spaces around it', 'write it without the spaces');
  if (/^-\d/.test(text)) return trouble('years before 0000 are not kept', 'write a year from 0000 to 9999');
  if (/^Y-?\d/.test(text))
    return trouble('years beyond four digits are not kept', 'write a year from 0000 to 9999');
  if (text.includes('..')) {
    return trouble('A..B stands in brackets', 'write [2021-10-18..2021-11-05] for one day in that span');
  }
  if (/[~?%]{2}/.test(text)) return trouble('one sign of doubt to a part', 'write % for both ~ and ?');
  if (/^[0-9x]{4}(-[0-9x]{2}){0,2}$/.test(text)) {
    return trouble('an unspecified digit is a capital X', `write ${text.replaceAll('x', 'X')}`);
  }
  if (/^\d{4}-\d{2}-\d{2}[ t]\d/.test(text)) {
    return trouble(
      'a clock time follows a T and has a zone',
      'write day, time and zone, as in 2020-07-24T16:00-05:00',
    );
  }
  return separated(text) ?? runTogether(text) ?? named(text) ?? trouble(null, FORM);
}

/** The trouble with numbers joined the wrong way or short of a zero, `01/11/2021` or `2021-1-5`; null if it is none. */
export function separated(text: string): Trouble | null {
  const match = NUMBERS.exec(text);
  if (match === null) return null;
  const [, one = '', join, two = '', three = ''] = match;
  const why =
    join === '-' && one.length === 4
      ? 'month and day have two digits'
      : 'a date is year, month, day, joined by hyphens';
  if (three === '') return one.length === two.length ? null : offered(why, [iso(one, two), iso(two, one)]);
  if (one.length === 4) return offered(why, [iso(one, two, three)]);
  return offered(why, [iso(three, two, one), iso(three, one, two)]);
}

const NUMBERS = /^(\d{1,4})([-./])(\d{1,4})(?:\2(\d{1,4}))?$/;
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_FIRST = /^(?:(\d{1,2})(?:st|nd|rd|th|\.)? )?([a-z]{3,9})\.?,? (\d{4})$/i;
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
const MONTH_WORD = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/i;
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

function runTogether(text: string): Trouble | null {
  const [, year, month, day] = RUN_TOGETHER.exec(text) ?? [];
  if (year === undefined || month === undefined) return null;
  return offered('a date has hyphens', [iso(year, month, day)]);
}

function named(text: string): Trouble | null {
  const [, firstDay, firstMonth, firstYear] = DAY_FIRST.exec(text) ?? [];
  const [, thenMonth, thenDay, thenYear] = MONTH_FIRST.exec(text) ?? [];
  const month = monthNamed(firstMonth ?? thenMonth ?? '');
  if (month === null) return MONTH_WORD.test(text) ? trouble('a month is a number', FORM) : null;
  return offered('a month is a number', [iso(firstYear ?? thenYear ?? '', month, firstDay ?? thenDay)]);
}

function monthNamed(word: string): string | null {
  const index = MONTHS.findIndex((name) => word.length >= 3 && name.startsWith(word.toLowerCase()));
  return index < 0 ? null : String(index + 1);
}

/** The day or month that numbers written in this order name, as EDTF; null if they name none. */
function iso(year: string, month: string, day?: string): string | null {
  if (year.length !== 4) return null;
  const start = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return parseDay(`${start}-01`) === null ? null : start;
  return parseDay(`${start}-${day.padStart(2, '0')}`);
}

function offered(why: string, readings: readonly (string | null)[]): Trouble {
  const real = [...new Set(readings)].filter((reading) => reading !== null).sort();
  if (real.length === 0) return trouble(why, FORM);
  return trouble(real.length > 1 ? `${why}; this could be two days` : why, `write ${real.join(' or ')}`);
}
