/**
 * Which numbers to try on the way to a wanted state. There is no end of numbers, but those that matter lie where a
 * condition begins to hold, where the state is now, or as far from each other as two of these, among the fields that the
 * rules look at together.
 */
import { isCount } from '../count.ts';
import type { Chart, Snapshot } from '../replay/chart.ts';
import { type FieldValue, fieldIn, reckonedFrom } from '../replay/evolve.ts';
import { numbersIn } from './next-proposals.ts';
import { type Condition, thresholdsOf } from './path-goal.ts';
import type { Influences } from './path-influence.ts';

/** For each field the numbers to come to, each with its rank: 0 where the goal names it, 1 where the state has it, else 2. */
export type Numbers = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** The numbers that the fields which matter may come to on a way from a state to a goal. */
export function numbersFor(
  chart: Chart,
  { numbered, together }: Influences,
  fields: ReadonlySet<string>,
  conditions: readonly Condition[],
  start: Snapshot,
): Numbers {
  const numbers = new Map<string, ReadonlyMap<number, number>>();
  for (const field of fields) {
    if (!chart.rules.fields.includes(field) || !numbered.has(field) || numbers.has(field)) continue;
    const kin = kinOf(field, together);
    const named = conditions.filter((one) => reckonedFrom(chart, one.field).some((part) => kin.has(part)));
    const known = [...kin].flatMap((one) => numbersIn(fieldIn(chart, start, one) ?? null));
    const ranked = rankedFrom(named.flatMap(thresholdsOf), known);
    for (const one of kin) numbers.set(one, ranked);
  }
  return numbers;
}

/** The numbers that may stand in the data of an event in a state: those to come to, and how far it is to them. */
export function countsIn(chart: Chart, numbers: Numbers, snapshot: Snapshot): readonly number[] {
  const all = new Set<number>();
  for (const [field, ranked] of numbers) {
    const here = numbersIn(fieldIn(chart, snapshot, field) ?? null);
    for (const n of ranked.keys()) {
      all.add(n);
      for (const now of here) all.add(Math.abs(n - now));
    }
  }
  return [...all];
}

/** Whether a number leads on: one of its ends is among those to come to. */
export function leadsOn(value: FieldValue | undefined, ranked: ReadonlyMap<number, number>): boolean {
  return !isCount(value) || numbersIn(value).some((n) => ranked.has(n));
}

/** The fields that are looked at together with a field, by whatever way. */
function kinOf(field: string, together: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const kin = new Set([field]);
  // The set grows while it is gone through.
  for (const one of kin)
    for (const group of together) if (group.has(one)) for (const more of group) kin.add(more);
  return kin;
}

function rankedFrom(named: readonly number[], known: readonly number[]): ReadonlyMap<number, number> {
  const ranked = new Map<number, number>();
  const add = (n: number, rank: number) => {
    if (Number.isSafeInteger(n) && n >= 0 && !ranked.has(n)) ranked.set(n, rank);
  };
  for (const n of named) add(n, 0);
  for (const n of known) add(n, 1);
  for (const n of [0, 1]) add(n, 2);
  const base = [...named, ...known];
  base.forEach((a, index) => {
    base.forEach((b, other) => {
      if (other === index) return;
      add(a + b, 2);
      add(a - b, 2);
    });
  });
  return ranked;
}
