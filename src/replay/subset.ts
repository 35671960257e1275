/** Which statecharts can be compiled: those that are functions of their configuration and context. */
import type { AnyStateMachine } from 'xstate';

/** Throws an Error that names the machine, the state and the feature, for the first that cannot be compiled. */
export function refuseOutsideSubset(
  machine: AnyStateMachine,
  changes: { readonly [name: string]: unknown },
): void {
  const { guards = {}, actions = {} } = machine.implementations;
  for (const [name, guard] of Object.entries(guards)) {
    const feature = unfitGuard(guard);
    if (feature !== null)
      throw new Error(`${machine.id}: the guard ${name} uses ${feature}, which cannot be compiled`);
  }
  const ends = Object.values(machine.root.states).some(hasEnd);
  visit(machine.root);

  function visit(node: StateNode): void {
    for (const feature of featuresOf(node)) {
      const place = node.path.length === 0 ? 'the root state' : `the state ${node.path.join('.')}`;
      throw new Error(`${machine.id}: ${place} uses ${feature}, which cannot be compiled`);
    }
    for (const inner of Object.values(node.states)) visit(inner);
  }

  function* featuresOf(node: StateNode): Generator<string, void> {
    if (node.type === 'history') yield 'history';
    if (node.invoke.length > 0) yield 'invoke';
    if (node.after.length > 0) yield 'after';
    if (node.output !== undefined) yield 'output';
    for (const action of [...node.entry, ...node.exit]) yield* unfitAction(action);
    for (const { guard, actions } of node.always ?? []) {
      if (guard !== undefined) yield 'an eventless transition with a guard';
      for (const action of actions) yield* unfitAction(action);
    }
    for (const [type, transitions] of node.transitions) {
      for (const { guard, actions } of transitions) {
        const feature = unfitPart(guard);
        if (feature !== null) yield feature;
        // The event may be one that the chart raised itself, after the context has changed.
        const raised = type.startsWith('xstate.') || (type === '*' && ends);
        if (guard !== undefined && raised) yield `a guard on ${type}, which the event of a final state meets`;
        for (const action of actions) yield* unfitAction(action);
      }
    }
  }

  function* unfitAction(action: unknown): Generator<string, void> {
    if (typeof action === 'function') return yield `${builtIn(action) ?? 'an action'} without a name`;
    const { name, params } = named(action);
    if (typeof params === 'function') yield `reckoned parameters of the action ${name}`;
    if (!Object.hasOwn(changes, name)) yield `the action ${name}, of which no change is given`;
    const type = builtIn(actions[name]);
    if (type !== null && type !== 'assign') yield `${type} in the action ${name}`;
  }
}

type StateNode = AnyStateMachine['root'];

/** What is wrong with a guard, or with one of those that it is made of; null for nothing. */
function unfitGuard(guard: unknown): string | null {
  if (typeof guard !== 'function') {
    const { name, params } = named(guard);
    return typeof params === 'function' ? `reckoned parameters of the guard ${name}` : null;
  }
  const parts = 'guards' in guard && Array.isArray(guard.guards) ? guard.guards : [];
  return parts.map(unfitPart).find((feature) => feature !== null) ?? null;
}

function unfitPart(guard: unknown): string | null {
  if (typeof guard === 'function' && !('check' in guard)) return 'a guard without a name';
  return unfitGuard(guard);
}

function named(use: unknown): { readonly name: string; readonly params: unknown } {
  if (typeof use === 'string') return { name: use, params: undefined };
  const { type, params } = Object(use);
  return { name: String(type), params };
}

/** The name of one of XState's own actions, as in `raise`; null for any other. */
function builtIn(action: unknown): string | null {
  const type = typeof action === 'function' && 'type' in action ? String(action.type) : '';
  return type.startsWith('xstate.') ? type.slice('xstate.'.length) : null;
}

/** Whether some state within this one is final, which raises an event of its own. */
function hasEnd({ states }: StateNode): boolean {
  return Object.values(states).some((inner) => inner.type === 'final' || hasEnd(inner));
}
