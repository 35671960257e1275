/** Counting while runs are made, where every step counts. */
import type { Count } from '../count.ts';
import type { Counts, DayTally } from './tally.ts';
import type { Track } from './track.ts';

/** How one subject stood at the end of a day, as it is counted. */
export interface DayCounter {
  /** In how many runs it was in each configuration, by number. */
  readonly configurations: number[];
  readonly least: NumberCounter;
  readonly most: NumberCounter;
}

/** In how many runs a number was so: small ones by place. */
interface NumberCounter {
  readonly small: Uint32Array;
  readonly others: Map<number | null, number>;
}

export function dayCounter(): DayCounter {
  return { configurations: [], least: numberCounter(), most: numberCounter() };
}

/** Counts how a run left a subject on each day, in so many runs. */
export function countDays({ seen }: Track, counters: readonly DayCounter[], runs: number): void {
  for (let day = 0; day < counters.length; day++) {
    const [counter, one] = [counters[day], seen[day]];
    if (counter === undefined || one === undefined)
      throw new Error('a day that is asked about is not counted');
    counter.configurations[one.at] = (counter.configurations[one.at] ?? 0) + runs;
    if (one.accredited !== null) countRange(counter, one.accredited, runs);
  }
}

/** What was counted. */
export function dayTally({ chart }: Track, { configurations, least, most }: DayCounter): DayTally {
  const status = new Map<string, number>();
  configurations.forEach((runs, number) => {
    const word = chart.statusOf(number);
    status.set(word, (status.get(word) ?? 0) + runs);
  });
  return { status, least: countsIn(least), most: countsIn(most) };
}

function countRange({ least, most }: DayCounter, { min, max }: Count, runs: number): void {
  countNumber(least, min, runs);
  countNumber(most, max, runs);
}

const SMALL = 256;

function numberCounter(): NumberCounter {
  return { small: new Uint32Array(SMALL), others: new Map() };
}

function countNumber({ small, others }: NumberCounter, number: number | null, runs: number): void {
  if (number !== null && number < SMALL) small[number] = (small[number] ?? 0) + runs;
  else others.set(number, (others.get(number) ?? 0) + runs);
}

function countsIn({ small, others }: NumberCounter): Counts {
  const counts = new Map<number | null, number>();
  small.forEach((runs, number) => {
    if (runs > 0) counts.set(number, runs);
  });
  for (const [number, runs] of others) counts.set(number, runs);
  return counts;
}
