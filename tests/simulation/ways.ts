/** Goals as conditions, and ways taken step by step. */
import type { Kind } from '../../src/events/dossier.ts';
import type { Chart, Snapshot } from '../../src/replay/chart.ts';
import { fieldIn } from '../../src/replay/evolve.ts';
import { chartFor } from '../../src/replay/walk.ts';
import { eventOf } from '../../src/simulation/next-proposals.ts';
import type { Paths } from '../../src/simulation/path.ts';
import { type Condition, meets, parseGoal } from '../../src/simulation/path-goal.ts';
import { influencesOf } from '../../src/simulation/path-influence.ts';

/** The conditions of a goal, as written. */
export function conditionsOf(kind: Kind, goal: string): readonly Condition[] {
  const chart = chartFor(kind);
  const parsed = parseGoal(goal, chart, influencesOf(kind, chart).numbered);
  if (parsed.kind === 'goal') return parsed.conditions;
  throw new Error(parsed.problems.map(({ what }) => what).join('; '));
}

/** Whether a state meets all conditions. */
export function isMet(chart: Chart, snapshot: Snapshot, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => meets(fieldIn(chart, snapshot, condition.field), condition));
}

/** Takes a way step by step with its trace; a step without a place fails the test. */
export function replayed(chart: Chart, start: Snapshot, way: Paths['paths'][number]): Snapshot {
  return way.reduce((snapshot, proposal) => {
    const step = chart.step(snapshot, eventOf(proposal));
    if (step.kind !== 'applied') throw new Error(`${proposal.type} has no place`);
    return step.snapshot;
  }, start);
}
