/**
 * How much of a configuration has a say in what an event does. States side by side know nothing of each other, so that
 * of the thousand ways in which they combine only a few need be told apart for each type of event; of these XState is
 * asked once. Selection and exit of transitions are those of SCXML (W3C, "State Chart XML", 2015, Algorithm for SCXML
 * Interpretation), which XState follows.
 */
import type { AnyStateMachine } from 'xstate';
import type { StateNode } from './regions.ts';

/** What an event of one type can depend on, and what it can change. */
export interface Scope {
  /** The states that have a say where they are active: what they do with the event, or do when it takes them away. */
  readonly states: readonly StateNode[];
  /** Whether a transition leaves a state where that is active; it may enter it anew. */
  readonly leaves: (transition: Transition, state: StateNode) => boolean;
}

/** A transition of a chart. */
export type Transition = ReturnType<AnyStateMachine['getTransitionData']>[number];

/** Gives the scope of each type of event. */
export function scopes(root: StateNode): (type: string) => Scope {
  const nodes = withinOrSame(root);
  const whole: Scope = { states: nodes, leaves: () => true };
  const isWhole = nodes.some(looksBeyondItself);
  const found = new Map<string, Scope>();
  return (type) => {
    const scope = found.get(type) ?? (isWhole ? whole : scopeOf(type));
    found.set(type, scope);
    return scope;
  };

  function scopeOf(type: string): Scope {
    const transitions = nodes.flatMap((node) => node.transitions.get(type) ?? []);
    if (transitions.some(({ guard, source }) => looksAtStates(guard, source))) return whole;
    if (transitions.some((one) => transitions.some((other) => collide(one, other)))) return whole;
    const goesBy = (node: StateNode) => transitions.some((transition) => leaves(transition, node));
    const states = nodes.filter(
      (node) => node.transitions.has(type) || (node.exit.length > 0 && goesBy(node)),
    );
    return { states, leaves };
  }
}

/** Whether, of two transitions of states side by side, one leaves states that the other does: only one is then taken. */
function collide(one: Transition, other: Transition): boolean {
  const [a, b] = [domainOf(one), domainOf(other)];
  return areBeside(one.source, other.source) && a !== null && b !== null && (isIn(a, b) || isIn(b, a));
}

function leaves(transition: Transition, state: StateNode): boolean {
  const domain = domainOf(transition);
  if (domain === null) return false;
  return state === domain ? transition.reenter && state === transition.source : isIn(state, domain);
}

/** What makes a state depend on others, or others on it, whatever the event: ends, steps of its own, wildcards. */
function looksBeyondItself({ type, always, transitions }: StateNode): boolean {
  if (type === 'final' || (always ?? []).length > 0) return true;
  return [...transitions.keys()].some((descriptor) => descriptor.includes('*'));
}

/** Whether a guard asks which states are active, by itself or within another. */
function looksAtStates(guard: unknown, source: StateNode): boolean {
  if (typeof guard !== 'function') {
    const name = typeof guard === 'string' ? guard : Object(guard).type;
    const named = source.machine.implementations.guards?.[name];
    return typeof named === 'function' && looksAtStates(named, source);
  }
  if ('stateValue' in guard) return true;
  return (
    'guards' in guard &&
    Array.isArray(guard.guards) &&
    guard.guards.some((part) => looksAtStates(part, source))
  );
}

/** The state within which a transition takes place; null for one that goes nowhere. */
export function domainOf({ source, target, reenter }: Transition): StateNode | null {
  if (target === undefined || target.length === 0) return null;
  if (!reenter && target.every((one) => isIn(one, source))) return source;
  let domain = source;
  while (domain.parent !== undefined) {
    domain = domain.parent;
    const around = domain;
    if (target.every((one) => one !== around && isIn(one, around))) return domain;
  }
  return domain;
}

/** Whether two states can be active together, neither within the other. */
function areBeside(a: StateNode, b: StateNode): boolean {
  let above: StateNode | undefined = a;
  while (above !== undefined && !isIn(b, above)) above = above.parent;
  return above !== a && above !== b && above?.type === 'parallel';
}

/** Whether one state is another, or lies within it. */
export function isIn(state: StateNode, other: StateNode): boolean {
  for (let above: StateNode | undefined = state; above !== undefined; above = above.parent) {
    if (above === other) return true;
  }
  return false;
}

function withinOrSame(node: StateNode): readonly StateNode[] {
  return [node, ...Object.values(node.states).flatMap(withinOrSame)];
}
