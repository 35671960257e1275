/** What came of runs, counted: whole numbers only, so that the counts of parts add up to those of the whole. */
import type { Finding } from '../replay/findings.ts';

/** What came of some runs. */
export interface Tally {
  readonly runs: number;
  /** Of each subject touched, a count for each day asked about. */
  readonly subjects: ReadonlyMap<string, readonly DayTally[]>;
  /** By the event and the reason, as text. */
  readonly refused: ReadonlyMap<string, Refused>;
  /** The runs that were kept, by how often each act happened in them, as text. */
  readonly kept: ReadonlyMap<string, Kept>;
}

/** How one subject stood at the end of a day, in how many runs. */
export interface DayTally {
  readonly status: ReadonlyMap<string, number>;
  /** By the least and by the greatest number that may be accredited; null for no bound. Empty without staff. */
  readonly least: Counts;
  readonly most: Counts;
}

/** In how many runs a number was so. */
export type Counts = ReadonlyMap<number | null, number>;

/** That the rules had no place for an event, and in how many runs. */
export interface Refused {
  readonly finding: Finding;
  readonly runs: number;
}

/** Runs in which the same acts happened as often, and the first few of them. */
export interface Kept {
  readonly runs: number;
  readonly first: readonly number[];
}

/** So many runs are shown of those that lead to an outcome. */
export const SHOWN = 3;

/** What came of some runs and of others. */
export function together(one: Tally, other: Tally): Tally {
  return {
    runs: one.runs + other.runs,
    subjects: merged(one.subjects, other.subjects, (a, b) =>
      a.map((day, index) => bothDays(day, b[index] ?? day)),
    ),
    refused: merged(one.refused, other.refused, (a, b) => ({ ...a, runs: a.runs + b.runs })),
    kept: merged(one.kept, other.kept, (a, b) => ({
      runs: a.runs + b.runs,
      first: [...a.first, ...b.first].sort((a, b) => a - b).slice(0, SHOWN),
    })),
  };
}

function bothDays(a: DayTally, b: DayTally): DayTally {
  return {
    status: merged(a.status, b.status, sum),
    least: merged(a.least, b.least, sum),
    most: merged(a.most, b.most, sum),
  };
}

function sum(a: number, b: number): number {
  return a + b;
}

function merged<K, V>(
  one: ReadonlyMap<K, V>,
  other: ReadonlyMap<K, V>,
  both: (a: V, b: V) => V,
): ReadonlyMap<K, V> {
  const all = new Map(one);
  for (const [key, value] of other) {
    const known = all.get(key);
    all.set(key, known === undefined ? value : both(known, value));
  }
  return all;
}
