declare const brand: unique symbol;

/** A calendar day as written, 'YYYY-MM-DD': years 0000 to 9999, proleptic Gregorian, without a zone. */
export type Day = string & { readonly [brand]: 'Day' };

/** A calendar day as the engine counts it: whole days since 1970-01-01, negative before. */
export type DayNumber = number & { readonly [brand]: 'DayNumber' };

/** Later than every day: the last day of a window open at its end. */
export const NEVER = branded(2147483647);

/** Earlier than every day: the first day of a window open at its start. */
export const EVER = branded(-2147483648);

/** Days in a column, four bytes each. */
export interface DayNumbers {
  readonly length: number;
  [place: number]: DayNumber;
}

/** A column of so many days, each 1970-01-01 until another is written there. */
export function dayNumbers(length: number): DayNumbers {
  return new Int32Array(length) as unknown as DayNumbers;
}

/** The day a text names, or null if it is not exactly 'YYYY-MM-DD' or the calendar has no such day. */
export function parseDay(text: string): Day | null {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return null;
  return day <= daysInMonth(year, month) ? (text as Day) : null;
}

/** Days from 1970-01-01 to this day. */
export function dayNumber(day: Day): DayNumber {
  return dayNumberOf(digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10));
}

/**
 * Days from 1970-01-01 to a day given as year 0 to 9999, month 1 to 12 and day of the month, by integer
 * arithmetic on years that begin in March, so that the leap day comes last (Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", days_from_civil, 2013).
 */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return branded(era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970);
}

/**
 * The calendar day a number stands for (Hinnant, civil_from_days).
 * Throws RangeError for what is not a whole number or lies outside the years 0000 to 9999, NEVER and EVER among them.
 */
export function dayOf(n: DayNumber): Day {
  if (!Number.isInteger(n) || n < FIRST_DAY || n > LAST_DAY) {
    throw new RangeError(`no day of the years 0000 to 9999 has the number ${n}`);
  }
  const sinceEpoch = n + DAYS_TO_1970;
  const era = Math.floor(sinceEpoch / DAYS_PER_ERA);
  const dayOfEra = sinceEpoch - era * DAYS_PER_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / (DAYS_PER_ERA - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as Day;
}

/** Days in a month, 28 to 31; month 1 to 12, else RangeError. */
export function daysInMonth(year: number, month: number): number {
  const days = MONTH_LENGTHS[month - 1];
  if (days === undefined) throw new RangeError(`there is no month ${month}`);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : days;
}

/**
 * The day k days later (k may be negative). NEVER and EVER stay what they are: an open end has no day after it.
 * Throws RangeError when k is not a whole number or the sum would pass an open end.
 */
export function addDays(n: DayNumber, k: number): DayNumber {
  const sum = n + k;
  if (!Number.isSafeInteger(k)) throw new RangeError(`not a whole number of days: ${k}`);
  if (n === NEVER || n === EVER) return n;
  if (!(sum > EVER && sum < NEVER)) throw new RangeError(`${k} days from day ${n} lie outside all reckoning`);
  return branded(sum);
}

export function earlier(a: DayNumber, b: DayNumber): DayNumber {
  if (a < b) return a;
  return b;
}

export function later(a: DayNumber, b: DayNumber): DayNumber {
  if (a > b) return a;
  return b;
}

const HYPHEN = 45;
const ZERO = 48;
const DAYS_PER_ERA = 146097; // 400 Gregorian years
const DAYS_TO_1970 = 719468; // from 0000-03-01
const FIRST_DAY = -719528; // 0000-01-01
const LAST_DAY = 2932896; // 9999-12-31
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number written in text[from..to), NaN if anything but a digit stands there. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function padded(n: number, width: number): string {
  return String(n).padStart(width, '0');
}

/** The one place where a plain number becomes a day number. */
function branded(n: number): DayNumber {
  return n as DayNumber;
}
