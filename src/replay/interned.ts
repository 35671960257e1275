/** Values of which many are alike, each kept once: dates, names, the data of events. */
import type { Edtf } from '../time/edtf.ts';

/** A table of values, each with its number. */
export interface Interned<Value> {
  readonly values: readonly Value[];
  /** The number of the value with this key, which `make` gives where it is the first. */
  readonly number: (key: string | number, make: () => Value) => number;
  readonly find: (key: string | number) => number | null;
}

export function interned<Value>(): Interned<Value> {
  const values: Value[] = [];
  const numbers = new Map<string | number, number>();
  return { values, number, find: (key) => numbers.get(key) ?? null };

  function number(key: string | number, make: () => Value): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, values.length);
    return values.push(make()) - 1;
  }
}

/**
 * The number of a date: a plain day's key is its day, which most are; another's is its text, and the day on which it
 * begins, since a window open at its start begins with the announcement.
 */
export function dateNumber(dates: Interned<Edtf>, date: Edtf): number {
  const { edtf, first, last } = date;
  const plain = first === last && edtf.length === 'YYYY-MM-DD'.length && !edtf.startsWith('..');
  return dates.number(plain ? first : `${edtf} ${first}`, () => date);
}
