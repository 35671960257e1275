/**
 * Which states of a chart can become active at all from a configuration on, whatever guards say and numbers are: more
 * than there are, never fewer, so that a wanted state that is not among them is out of reach for good.
 */
import type { Chart } from '../replay/chart.ts';
import type { Configuration } from '../replay/compile.ts';
import type { StateNode } from '../replay/regions.ts';
import { combinationsOf } from './path-fields.ts';
import { type Condition, meets } from './path-goal.ts';

/** Whether some combination of states that can become active shows what the conditions want of status and regions. */
export function mayBeReached(
  chart: Chart,
  { value }: Configuration,
  conditions: readonly Condition[],
): boolean {
  const { root } = chart.rules.machine;
  const active = new Set<StateNode>([root]);
  activeIn(root, value, active);
  // The set grows while it is gone through.
  for (const node of active) {
    for (const transitions of node.transitions.values()) {
      for (const { target = [] } of transitions) for (const one of target) enter(one, active);
    }
  }
  const shown = conditions.filter(({ field }) => field === 'status' || /^state(\.|$)/.test(field));
  return combinationsOf(chart, (node) => active.has(node)).some(({ status, regions }) =>
    shown.every((condition) =>
      meets(condition.field === 'status' ? status : regions.get(condition.field), condition),
    ),
  );
}

function activeIn(node: StateNode, value: Configuration['value'], active: Set<StateNode>): void {
  const inner = typeof value === 'string' ? [[value, {}] as const] : Object.entries(value);
  for (const [key, deeper] of inner) {
    const state = node.states[key];
    if (state === undefined || deeper === undefined) continue;
    active.add(state);
    activeIn(state, deeper, active);
  }
}

/** A state that becomes active brings those within it that it begins with, and those in which it lies. */
function enter(node: StateNode, active: Set<StateNode>): void {
  begin(node, active);
  for (let here = node.parent; here !== undefined; here = here.parent) {
    if (active.has(here)) continue;
    active.add(here);
    if (here.type === 'parallel') begin(here, active);
  }
}

function begin(node: StateNode, active: Set<StateNode>): void {
  active.add(node);
  if (node.type === 'parallel') for (const region of Object.values(node.states)) begin(region, active);
  if (node.type === 'compound') for (const first of node.initial.target ?? []) begin(first, active);
}
