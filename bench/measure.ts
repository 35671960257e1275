/** Times of rivals that take turns, so that what slows the machine for a while slows all of them alike. */
import { Bench } from 'tinybench';

/** One of those that are compared: what it does in one call, and of how many things that consists. */
export interface Rival {
  readonly run: () => unknown;
  readonly things: number;
}

/** Milliseconds a thing, for each rival one figure a round: the median of its calls in that round. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/** Measures rivals in rounds; in each every one has at least so many milliseconds, and at least one call. */
export function inTurns<Name extends string>(
  rivals: Readonly<Record<Name, Rival>>,
  { rounds, time }: { readonly rounds: number; readonly time: number },
): Times<Name> {
  const names = Object.keys(rivals) as Name[];
  const times = Object.fromEntries(names.map((name): [Name, number[]] => [name, []])) as Record<
    Name,
    number[]
  >;
  for (let round = 0; round < rounds; round++) {
    const bench = new Bench({
      time,
      iterations: 1,
      warmup: round === 0,
      warmupIterations: 1,
      warmupTime: time,
    });
    for (const name of names) bench.add(name, () => void rivals[name].run(), { async: false });
    bench.runSync();
    for (const name of names) {
      const result = bench.getTask(name)?.result;
      if (result?.state !== 'completed') throw new Error(`${name} was not measured: ${result?.state}`);
      times[name].push(result.latency.p50 / rivals[name].things);
    }
  }
  return times;
}

/** A figure with the least and the greatest of its rounds. */
export interface Figure {
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** How many times as long one takes as another, round by round. */
export function ratio(one: readonly number[], other: readonly number[]): Figure {
  return figure(one.map((time, round) => time / (other[round] ?? Number.NaN)));
}

/** The median of some figures, with their least and greatest. */
export function figure(figures: readonly number[]): Figure {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { value: at(0.5), least: at(0), most: at(1) };
}
