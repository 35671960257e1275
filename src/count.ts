/** Persons or posts as far as sources bound them: at least `min`, at most `max`; null is no upper bound. */
export interface Count {
  readonly min: number;
  readonly max: number | null;
}

/** What is wrong with a text that should be a count, and what to write instead. */
export type CountProblem = { readonly what: string; readonly instead: string };

/** Any number at all, none included. */
export const UNKNOWN: Count = { min: 0, max: null };

/** Certainly nobody. */
export const NONE: Count = { min: 0, max: 0 };

/** Reads a count: `8`, `7..10`, `..30` (0 to 30), `7..` (7 or more) or `unknown`. */
export function parseCount(
  text: string,
):
  | { readonly kind: 'count'; readonly count: Count }
  | { readonly kind: 'problem'; readonly problem: CountProblem } {
  if (text === 'unknown') return { kind: 'count', count: UNKNOWN };
  const [, only, from, to] = COUNT.exec(text) ?? [];
  const low = only ?? from;
  const high = only ?? to;
  if (low === undefined || high === undefined || (low === '' && high === ''))
    return problem(text, ...nearMiss(text));
  const min = Number(low);
  const max = high === '' ? null : Number(high);
  if (/^0\d/.test(low) || /^0\d/.test(high)) return problem(text, 'a number has no leading zero', FORM);
  if (min > Number.MAX_SAFE_INTEGER || (max ?? 0) > Number.MAX_SAFE_INTEGER) {
    return problem(text, 'too large to count with', `write a number up to ${Number.MAX_SAFE_INTEGER}`);
  }
  if (max !== null && min > max) return problem(text, 'the range is empty', `write ${high}..${low}`);
  return { kind: 'count', count: { min, max } };
}

/** The shortest text that parseCount reads as this count. */
export function showCount(count: Count): string {
  if (count.max === null) return count.min === 0 ? 'unknown' : `${count.min}..`;
  if (count.min === count.max) return String(count.min);
  return count.min === 0 ? `..${count.max}` : `${count.min}..${count.max}`;
}

/** A count known exactly; RangeError unless n is a whole number from 0 to Number.MAX_SAFE_INTEGER. */
export function exactly(n: number): Count {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a number of persons or posts: ${n}`);
  return { min: n, max: n };
}

/** Whether a value of any kind is a count. */
export function isCount(value: unknown): value is Count {
  return typeof value === 'object' && value !== null && 'min' in value && 'max' in value;
}

export function equalCounts(a: Count, b: Count): boolean {
  return a.min === b.min && a.max === b.max;
}

/**
 * Both together: a + b for every pair. This and the functions below are interval arithmetic (Moore, "Interval
 * Analysis", 1966; Moore, Kearfott and Cloud, "Introduction to Interval Analysis", 2009): the result holds every
 * exact outcome and nothing wider. Where a sum passes Number.MAX_SAFE_INTEGER it is rounded outwards.
 */
export function plus(a: Count, b: Count): Count {
  const max = a.max === null || b.max === null ? null : a.max + b.max;
  return {
    min: Math.min(a.min + b.min, Number.MAX_SAFE_INTEGER),
    max: max === null || max > Number.MAX_SAFE_INTEGER ? null : max,
  };
}

/** What is left when b leave a: a − b for the pairs with a ≥ b. RangeError if there is none (see canReach). */
export function minus(a: Count, b: Count): Count {
  if (!canReach(a, b)) throw new RangeError(`${showCount(a)} cannot be as many as ${showCount(b)}`);
  return minusToZero(a, b);
}

/** What is left when b leave a, and none where b are more: max(0, a − b) for every pair. */
export function minusToZero(a: Count, b: Count): Count {
  return {
    min: b.max === null ? 0 : Math.max(0, a.min - b.max),
    max: a.max === null ? null : Math.max(0, a.max - b.min),
  };
}

/** The smaller of the two, for every pair: what a ceiling leaves of a headcount. */
export function least(a: Count, b: Count): Count {
  return { min: Math.min(a.min, b.min), max: lower(a.max, b.max) };
}

/** What of a count is no more than a limit may be; the same object where all of it is. */
export function within(a: Count, limit: Count): Count {
  if (limit.max === null || (a.max !== null && a.max <= limit.max)) return a;
  if (a.min > limit.max) throw new RangeError(`${showCount(a)} cannot be as few as ${showCount(limit)}`);
  return { min: a.min, max: limit.max };
}

/** What both allow; null where they contradict each other. */
export function meet(a: Count, b: Count): Count | null {
  const min = Math.max(a.min, b.min);
  const max = lower(a.max, b.max);
  return max !== null && min > max ? null : { min, max };
}

/** Whether some exact a is at least some exact b. */
export function canReach(a: Count, b: Count): boolean {
  return a.max === null || a.max >= b.min;
}

const COUNT = /^(?:(\d+)|(\d*)\.\.(\d*))$/;
const FORM = 'write a whole number, a range as in 7..10, ..30 or 7.., or unknown';
const ECHOED = 60;

/** The lower of two upper bounds, where null is none. */
function lower(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

/** Why a text is no count, and what its writer may have meant. */
function nearMiss(text: string): readonly [why: string | null, instead: string] {
  if (text.trim() === '') return ['it is empty', FORM];
  if (text.trim() !== text) return ['spaces around it', 'write it without the spaces'];
  if (text === '..') return ['open at both ends', 'write unknown'];
  if (ABOUT.test(text)) {
    return ['"about" bounds nothing', 'write a range that certainly holds, as in 40..60, or unknown'];
  }
  const [, low, high] = /^(\d+) ?[-–—] ?(\d+)$/.exec(text) ?? [];
  if (low !== undefined) return ['a range has two dots', `write ${low}..${high}`];
  if (/^[-−]/.test(text)) return ['fewer than none', 'write 0 or more'];
  if (/^\d+(\.\d+)?e[-+]?\d+$/i.test(text)) return ['an exponent', 'write all the digits'];
  if (/^\d{1,3}([, ]\d{3})+$/.test(text))
    return ['digits are not grouped', `write ${text.replaceAll(/[, ]/g, '')}`];
  if (/^\d*[.,]\d+$/.test(text)) return ['persons and posts are whole', FORM];
  return [null, FORM];
}

const ABOUT = /^([~≈]|(about|around|approximately|approx|circa|ca|c|some|nearly|almost|roughly)\b)|[~?%]$/i;

function problem(
  text: string,
  why: string | null,
  instead: string,
): { readonly kind: 'problem'; readonly problem: CountProblem } {
  const shown = JSON.stringify(text.length > ECHOED ? `${text.slice(0, ECHOED - 1)}…` : text);
  const what = `not a count: ${shown}${why === null ? '' : `: ${why}`}`;
  return { kind: 'problem', problem: { what, instead } };
}
