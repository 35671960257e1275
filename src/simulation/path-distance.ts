/**
 * How many events a goal is away at least: no fewer than it takes types of events to have, for each condition that is not
 * met, one that can bring it about. This is never more than there are, so that a search loses nothing by it.
 */
import type { EventType } from '../events/vocabulary.ts';
import type { Chart, Snapshot } from '../replay/chart.ts';
import { fieldIn, reckonedFrom } from '../replay/evolve.ts';
import type { StateNode } from '../replay/regions.ts';
import { combinationsOf, type Shown } from './path-fields.ts';
import { type Condition, meets } from './path-goal.ts';
import type { Influences } from './path-influence.ts';

/** The least number of events from a state to one that meets the conditions: 0 where it does, up to so many at a time. */
export function distanceTo(
  chart: Chart,
  influences: Influences,
  conditions: readonly Condition[],
): (snapshot: Snapshot) => number {
  const shown = combinationsOf(chart);
  const bringing = conditions.map((condition) => bringersOf(chart, influences, shown, condition));
  const known = new Map<number, number>();
  return (snapshot) => {
    let unmet = 0;
    conditions.forEach((condition, index) => {
      if (!meets(fieldIn(chart, snapshot, condition.field), condition)) unmet |= 1 << index;
    });
    const least = known.get(unmet) ?? fewest(bringing.filter((_, index) => (unmet & (1 << index)) !== 0));
    known.set(unmet, least);
    return least;
  };
}

/** The types of events after which a condition can be met that was not. */
function bringersOf(
  chart: Chart,
  { all, moves }: Influences,
  shown: readonly Shown[],
  condition: Condition,
): ReadonlySet<EventType> {
  const fields = reckonedFrom(chart, condition.field);
  const isShown = condition.field === 'status' || fields.some((field) => /^state(\.|$)/.test(field));
  if (!isShown) {
    return new Set(all.flatMap(({ type, writes }) => (fields.includes(writes) ? [type] : [])));
  }
  const meeting = shown.filter(({ status, regions }) =>
    meets(condition.field === 'status' ? status : regions.get(condition.field), condition),
  );
  return new Set(
    moves
      .filter(({ regions }) => fields.some((field) => regions.has(field)))
      .filter(({ targets }) => meeting.some(({ value }) => targets.every((node) => isIn(value, node))))
      .map(({ type }) => type),
  );
}

function isIn(value: Shown['value'], { path }: StateNode): boolean {
  let here: Shown['value'] | undefined = value;
  for (const key of path) {
    if (here === undefined) return false;
    here = typeof here === 'string' ? (here === key ? {} : undefined) : here[key];
  }
  return here !== undefined;
}

/** The fewest types such that each set has one of them, told up to three. */
function fewest(sets: readonly ReadonlySet<EventType>[]): number {
  const [first] = sets;
  if (first === undefined) return 0;
  for (const most of [1, 2]) if (canHit(sets, most)) return most;
  return 3;
}

function canHit(sets: readonly ReadonlySet<EventType>[], most: number): boolean {
  const [first] = sets;
  if (first === undefined) return true;
  if (most === 0) return false;
  return [...first].some((type) =>
    canHit(
      sets.filter((set) => !set.has(type)),
      most - 1,
    ),
  );
}
