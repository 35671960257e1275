import { type DayNumber, dayNumber, EVER, earlier, later, NEVER, parseDay } from './day.ts';
import { hasClock, type Moment, parseMoment } from './edtf-clock.ts';
import { dateSpan, FORM, type Span, type Trouble, trouble } from './edtf-date.ts';
import { nearMiss, separated } from './near-miss.ts';

/**
 * A date as a source gives it: some day of the window [first, last], both included.
 * `edtf` is the text as written; `first` is EVER where the window is open at its start, `last` is NEVER where it is
 * open at its end; `clock` is minutes into that local day, corrected by the zone (16:00-05:00 is 1260; it may lie
 * below 0 or above 1440), null without a clock time; `doubtful` where any of ~ ? % stands in the text.
 */
export interface Edtf {
  readonly edtf: string;
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly clock: number | null;
  readonly doubtful: boolean;
}

/** What is wrong with a text that should be a date, and what to write instead. */
export type DateProblem = { readonly what: string; readonly instead: string };

/**
 * Reads a date in the Extended Date/Time Format (ISO 8601-2:2019; Library of Congress, EDTF specification): days,
 * months, years, unspecified digits, `~ ? %`, intervals `A/B`, one-of sets `[A..B]`, and a day with clock time and
 * zone. Takes time linear in the text, and refuses more than 200 characters.
 */
export function parseEdtf(
  text: string,
):
  | { readonly kind: 'date'; readonly date: Edtf }
  | { readonly kind: 'problem'; readonly problem: DateProblem } {
  const day = parseDay(text);
  if (day !== null) {
    const n = dayNumber(day);
    return { kind: 'date', date: { edtf: text, first: n, last: n, clock: null, doubtful: false } };
  }
  const found = text.length > LONGEST ? trouble(`it is longer than ${LONGEST} characters`, FORM) : read(text);
  if (found.kind === 'trouble') {
    const what = `not a date: ${quoted(text)}${found.why === null ? '' : `: ${found.why}`}`;
    return { kind: 'problem', problem: { what, instead: found.instead } };
  }
  const { first, last, doubtful } = found;
  const clock = found.kind === 'moment' ? found.clock : null;
  return { kind: 'date', date: { edtf: text, first, last, clock, doubtful } };
}

const LONGEST = 200;
const ECHOED = 60;
const OPEN_SPAN: Span = { kind: 'span', first: EVER, last: NEVER, doubtful: false };

function read(text: string): Span | Moment | Trouble {
  if (text.trim() !== text) return nearMiss(text);
  if (text.startsWith('[')) return oneOf(text);
  if (text.startsWith('{')) {
    return trouble(
      'an event takes hold once, not on all of several days',
      'write [2021-10-18..2021-11-05] for one day in that span, or an event for each day',
    );
  }
  if (text.includes('/')) return separated(text) ?? interval(text);
  return hasClock(text) ? parseMoment(text) : single(text);
}

function single(text: string): Span | Trouble {
  return dateSpan(text) ?? nearMiss(text);
}

/** `A/B`: from the first day of A to the last of B; `..` or nothing at an end leaves it open. */
function interval(text: string): Span | Trouble {
  const ends = text.split('/');
  const [from = '', to = ''] = ends;
  if (ends.length > 2) return trouble('an interval has two ends', 'write 2021-10-18/2021-11-05, or one date');
  return between(end(from), end(to), 'write 2021-10-18/2021-11-05, 2021-10-18/.. or ../2021-11-05');
}

function end(text: string): Span | Trouble {
  return text === '' || text === '..' ? OPEN_SPAN : part(text);
}

/** `[A..B]`, `[A,B]` and mixtures: one day among these; the window is the hull of the members. */
function oneOf(text: string): Span | Trouble {
  if (!text.endsWith(']')) return trouble('the bracket does not close at the end', SET_FORM);
  const members: Span[] = [];
  for (const written of text.slice(1, -1).split(/, ?/)) {
    const found = member(written);
    if (found.kind === 'trouble') return found;
    members.push(found);
  }
  return hull(members);
}

function member(text: string): Span | Trouble {
  if (text === '') return trouble('a member of the set is empty', SET_FORM);
  if (text.includes('/')) return trouble('in brackets a span is A..B', SET_FORM);
  const ends = text.split('..');
  const [from = '', to = ''] = ends;
  if (ends.length === 1) return part(text);
  if (ends.length > 2) return trouble('a span has two ends', SET_FORM);
  return between(end(from), end(to), SET_FORM);
}

const SET_FORM = 'write [2021-10-18..2021-11-05] or [2021-10-18,2021-11-05]';

function between(from: Span | Trouble, to: Span | Trouble, form: string): Span | Trouble {
  if (from.kind === 'trouble') return from;
  if (to.kind === 'trouble') return to;
  const doubtful = from.doubtful || to.doubtful;
  if (from.first === EVER && to.last === NEVER) return trouble('open at both ends, it says nothing', form);
  if (to.last < from.first) return trouble('its end is before its start', 'write the earlier date first');
  return { kind: 'span', first: from.first, last: to.last, doubtful };
}

function hull(members: readonly Span[]): Span | Trouble {
  const whole = members.reduce((a, b) => ({
    kind: 'span',
    first: earlier(a.first, b.first),
    last: later(a.last, b.last),
    doubtful: a.doubtful || b.doubtful,
  }));
  const open = whole.first === EVER && whole.last === NEVER;
  return open ? trouble('open at both ends, it says nothing', SET_FORM) : whole;
}

/** A date inside an interval or a set; trouble with it says which part it is. */
function part(text: string): Span | Trouble {
  const found = hasClock(text)
    ? trouble('a clock time stands only with a single day', 'write the day alone')
    : single(text);
  if (found.kind === 'span') return found;
  return trouble(`at ${quoted(text)}${found.why === null ? '' : `, ${found.why}`}`, found.instead);
}

function quoted(text: string): string {
  return JSON.stringify(text.length > ECHOED ? `${text.slice(0, ECHOED - 1)}…` : text);
}
