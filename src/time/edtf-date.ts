import { type DayNumber, dayNumberOf, daysInMonth } from './day.ts';

/** The days a date may mean, first to last, both included. */
export type Span = {
  readonly kind: 'span';
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly doubtful: boolean;
};

/** Why a text is no date (null: nothing more to say than that) and what to write instead. */
export type Trouble = { readonly kind: 'trouble'; readonly why: string | null; readonly instead: string };

export const FORM = 'write YYYY-MM-DD, as in 2021-11-01';

/**
 * The days one EDTF date may mean: a day, month or year, with digits left unspecified on the right (`201X`,
 * `2021-11-XX`) and `~ ? %` at either side of any part (ISO 8601-2:2019, clauses 4.4 and 8; EDTF levels 1 and 2).
 * Null if the text has another form; trouble if it has this form but names no days.
 */
export function dateSpan(text: string): Span | Trouble | null {
  const match = ONE_DATE.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  if (!UNSPECIFIED_RIGHT.test(year + month + day)) {
    return trouble(
      'X stands only at the end, for digits not known',
      'write a window, as in 2021-11-01/2021-11-30',
    );
  }
  if (year === 'XXXX') return trouble('it says nothing', 'write a window of years, as in 1991/2021');
  if (day === '' && Number(month) >= 21 && Number(month) <= 41) {
    return trouble(
      `${month} in place of a month is a season or a part of a year`,
      `write a window of months, as in ${year}-03/${year}-05`,
    );
  }
  const months = within(month, 12);
  if (months === null) return trouble(`there is no month ${month}`, FORM);
  const years = { low: lowest(year), high: highest(year) };
  const length = daysInMonth(years.high, months.high);
  const days = within(day, length);
  if (days === null) return noSuchDay(year, month, day, length);
  return {
    kind: 'span',
    first: dayNumberOf(years.low, months.low, days.low),
    last: dayNumberOf(years.high, months.high, days.high),
    doubtful: DOUBT.test(text),
  };
}

export function trouble(why: string | null, instead: string): Trouble {
  return { kind: 'trouble', why, instead };
}

const ONE_DATE = /^[~?%]?([0-9X]{4})[~?%]?(?:-[~?%]?([0-9X]{2})[~?%]?(?:-[~?%]?([0-9X]{2})[~?%]?)?)?$/;
const UNSPECIFIED_RIGHT = /^[0-9]*X*$/;
const DOUBT = /[~?%]/;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The values a two-digit part may have, of 1 to `most`; every one of them where the part is left out. */
function within(part: string, most: number): { readonly low: number; readonly high: number } | null {
  if (part === '') return { low: 1, high: most };
  const low = Math.max(1, lowest(part));
  const high = Math.min(most, highest(part));
  return low <= high ? { low, high } : null;
}

function lowest(part: string): number {
  return Number(part.replaceAll('X', '0'));
}

function highest(part: string): number {
  return Number(part.replaceAll('X', '9'));
}

function noSuchDay(year: string, month: string, day: string, length: number): Trouble {
  if (day === '00') return trouble('there is no day 00', `write ${year}-${month} for the whole month`);
  const name = MONTHS[Number(month) - 1];
  const which = month === '02' ? `${name} ${year}` : name;
  return trouble(`${which} has ${length} days`, `write a day up to ${year}-${month}-${length}`);
}
