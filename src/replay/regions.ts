/**
 * The regions of a statechart as fields. The chart's own state is `state`; each region that runs beside others is
 * `state.REGION`, regions within it `state.REGION.REGION`. A field's value is the active state's name, with the names
 * of states within it after dots, down to a simple state or to where regions part.
 */
import type { AnyStateMachine, StateValue } from 'xstate';

/** A state of a chart. */
export type StateNode = AnyStateMachine['root'];

/** The active regions and their states, in the order of the chart. */
export function regions(root: StateNode, value: StateValue): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  enter(root, value, 'state');
  return found;

  function enter(node: StateNode, inside: StateValue | undefined, field: string): void {
    const trail: string[] = [];
    let [here, rest] = [node, inside];
    while (here.type === 'compound' && rest !== undefined) {
      const [key, deeper] =
        typeof rest === 'string' ? [rest, undefined] : (Object.entries(rest)[0] ?? ['', undefined]);
      trail.push(key);
      [here, rest] = [child(here, key), deeper];
    }
    if (trail.length > 0) found.set(field, trail.join('.'));
    if (here.type !== 'parallel' || typeof rest !== 'object') return;
    for (const [key, part] of Object.entries(rest)) enter(child(here, key), part, `${field}.${key}`);
  }
}

/** The regions that must be as they are for this state to be active, outermost first. */
export function regionsAbove(node: StateNode): readonly string[] {
  const above: string[] = [];
  for (let here: StateNode | undefined = node; here !== undefined; here = here.parent) {
    if (here.parent?.type === 'compound') above.unshift(fieldOfRegion(here.parent));
  }
  return [...new Set(above)];
}

/** The field that says which of a compound state's states is active. */
function fieldOfRegion(node: StateNode): string {
  const names: string[] = [];
  for (let here = node; here.parent !== undefined; here = here.parent) {
    if (here.parent.type === 'parallel') names.unshift(here.key);
  }
  return ['state', ...names].join('.');
}

function child(node: StateNode, key: string): StateNode {
  const found = node.states[key];
  if (found === undefined) throw new Error(`no state ${key} in ${node.id}`);
  return found;
}

/** Every region of a chart, active or not. */
export function regionsOf(node: StateNode): readonly string[] {
  const own = node.type === 'compound' ? [fieldOfRegion(node)] : [];
  return [...new Set([...own, ...Object.values(node.states).flatMap(regionsOf)])];
}
