/**
 * The active states of a chart, from a state value in XState's form and back to one. Regions keep the order in which
 * they stand in the value: XState takes their transitions in that order.
 */
import type { StateValue } from 'xstate';
import type { StateNode } from './regions.ts';

/** All active states, each before those within it. */
export function activeIn(node: StateNode, value: StateValue | undefined): readonly StateNode[] {
  const inside = typeof value === 'string' ? { [value]: undefined } : (value ?? {});
  return [
    node,
    ...Object.entries(inside).flatMap(([key, deeper]) => {
      const inner = node.states[key];
      return inner === undefined ? [] : activeIn(inner, deeper);
    }),
  ];
}

/** The state value of active states, its regions in the order in which these stand. */
export function stateValueOf(node: StateNode, active: readonly StateNode[]): StateValue {
  const inside = active.filter(({ parent }) => parent === node);
  const [only] = inside;
  if (node.type === 'compound' && only !== undefined && Object.keys(only.states).length === 0)
    return only.key;
  return Object.fromEntries(inside.map((inner) => [inner.key, stateValueOf(inner, active)]));
}
