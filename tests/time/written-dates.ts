import fc from 'fast-check';
import { type Day, daysInMonth, parseDay } from '../../src/time/day.ts';
import { type Edtf, parseEdtf } from '../../src/time/edtf.ts';

const ALL_YEARS = { min: 0, max: 9999 };

/** The day a text names; a test that writes no day fails. */
export function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new Error(`the test names no day: ${text}`);
  return found;
}

/** The date a text gives; a test that writes no date fails. */
export function date(text: string): Edtf {
  const found = parseEdtf(text);
  if (found.kind === 'problem') throw new Error(found.problem.what);
  return found.date;
}

/** Any day of the years given, written YYYY-MM-DD. */
export function anyDay(years = ALL_YEARS): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer(years), fc.integer({ min: 1, max: 12 }), fc.nat())
    .map(([year, month, n]) => iso(year, month, 1 + (n % daysInMonth(year, month))));
}

/** A day, month or year. */
export function anyPlainDate(years = ALL_YEARS): fc.Arbitrary<string> {
  return fc
    .tuple(anyDay(years), fc.constantFrom(4, 7, 10))
    .map(([written, length]) => written.slice(0, length));
}

/** A date with none or some of its last digits replaced by X, at most all but the first. */
export function anyMaskedDate(years = ALL_YEARS): fc.Arbitrary<string> {
  return fc
    .tuple(anyPlainDate(years), fc.nat(7))
    .map(([written, digits]) => masked(written, Math.min(digits, written.replaceAll('-', '').length - 1)));
}

/** A date, perhaps masked, with one sign of doubt or none at either side of each part. */
export function anyQualifiedDate(): fc.Arbitrary<string> {
  const sign = fc.constantFrom('', '', '', '~', '?', '%');
  return fc
    .tuple(anyMaskedDate(), fc.array(fc.tuple(sign, sign), { minLength: 3, maxLength: 3 }))
    .map(([written, signs]) =>
      written
        .split('-')
        .map((part, i) => `${signs[i]?.[0]}${part}${signs[i]?.[1]}`)
        .join('-'),
    );
}

/** A clock time with its zone, less than half a day from UTC. */
export function anyClock(): fc.Arbitrary<string> {
  const two = (max: number) => fc.nat(max).map((n) => String(n).padStart(2, '0'));
  const zone = fc.oneof(
    fc.constant('Z'),
    fc
      .tuple(fc.constantFrom('+', '-'), two(11), two(59))
      .map(([sign, h, m]) => `${sign}${h}:${m}`)
      .filter((z) => z !== '-00:00'),
  );
  return fc
    .tuple(two(23), two(59), fc.option(two(59)), zone)
    .map(([h, m, s, z]) => `${h}:${m}${s === null ? '' : `:${s}`}${z}`);
}

function iso(year: number, month: number, n: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(n).padStart(2, '0')].join(
    '-',
  );
}

function masked(written: string, digits: number): string {
  let left = digits;
  return [...written]
    .reverse()
    .map((c) => (c === '-' || left-- <= 0 ? c : 'X'))
    .reverse()
    .join('');
}
