/** The statechart of a kind as plain data: its states, one within another, and what leads from one to another. */
import type { Kind } from '../events/dossier.ts';
import { type EventType, isEventType } from '../events/vocabulary.ts';
import type { RuleBook } from '../machines/rulebook.ts';
import { ruleBooks } from '../machines/rulebooks.ts';
import type { StateNode } from '../replay/regions.ts';
import { domainOf, type Transition } from '../replay/scope.ts';

/** A statechart. */
export interface Statechart {
  /** The name of its machine, which several kinds may share. */
  readonly id: string;
  /** The chart as a whole; its path is empty. */
  readonly root: State;
  readonly arrows: readonly Arrow[];
}

/** A state; in a `parallel` one all states within are active together, each a region of its own. */
export interface State {
  /** Its name after those of the states that it lies in, `established.operation.suspended`. */
  readonly path: string;
  readonly key: string;
  readonly type: 'simple' | 'compound' | 'parallel';
  /** The path of the state within that is active first; null where there is none, or all are. */
  readonly initial: string | null;
  readonly states: readonly State[];
  /** What is taken note of here without leaving the state. */
  readonly stays: readonly Trigger[];
}

/** A type of event, and what else must be true for it to count. */
export interface Trigger {
  readonly type: EventType;
  /** The guard by its name in the rule book; null for none. */
  readonly guard: string | null;
  /** What the guard is asked about, as a level; null for nothing beside the event. */
  readonly about: string | null;
  /** Why the event is refused where the guard says no; null where the guard only chooses where it leads. */
  readonly refusal: string | null;
}

/** What leads from one state to another, all of it gathered. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** The state that goes on being active meanwhile: the innermost around the change. */
  readonly within: string;
  readonly triggers: readonly Trigger[];
}

/** The statechart of a kind, in the order of its rule book. */
export function statechartOf(kind: Kind): Statechart {
  const known = charts.get(kind);
  if (known !== undefined) return known;
  const { machine, refusals } = ruleBooks[kind];
  const chart = {
    id: machine.id,
    root: stateOf(machine.root, refusals),
    arrows: arrowsIn(machine.root, refusals),
  };
  charts.set(kind, chart);
  return chart;
}

/** A state and all within it, each before those within it. */
export function statesIn(state: State): readonly State[] {
  return [state, ...state.states.flatMap(statesIn)];
}

/** The active states of a subject in XState's form, as in the answers of `replay --json`. */
export type ActiveStates = string | { readonly [state: string]: ActiveStates | undefined };

/** The paths of all active states, each before those within it. */
export function activeIn(states: ActiveStates): readonly string[] {
  const inside = typeof states === 'string' ? { [states]: undefined } : states;
  return Object.entries(inside).flatMap(([key, inner]) => [
    key,
    ...(inner === undefined ? [] : activeIn(inner).map((path) => `${key}.${path}`)),
  ]);
}

/** Whether the state of one path lies within that of another. */
export function isIn(path: string, around: string): boolean {
  return path !== around && (around === '' || path.startsWith(`${around}.`));
}

type Refusals = RuleBook['refusals'];

const charts = new Map<Kind, Statechart>();

function stateOf(node: StateNode, refusals: Refusals): State {
  const states = Object.values(node.states).map((inner) => stateOf(inner, refusals));
  const [first] = node.type === 'compound' ? (node.initial.target ?? []) : [];
  return {
    path: pathOf(node),
    key: node.key,
    type: node.type === 'parallel' ? 'parallel' : states.length > 0 ? 'compound' : 'simple',
    initial: first === undefined ? null : pathOf(first),
    states,
    stays: transitionsOf(node).flatMap((transition) =>
      goalOf(transition) === null ? [triggerOf(transition, refusals)] : [],
    ),
  };
}

function arrowsIn(root: StateNode, refusals: Refusals): readonly Arrow[] {
  const gathered = new Map<string, Arrow>();
  for (const node of nodesIn(root)) {
    for (const transition of transitionsOf(node)) {
      const to = goalOf(transition);
      if (to === null) continue;
      const within = domainOf(transition);
      if (within === null) throw new Error(`${root.id}: a transition to ${to.id} takes place nowhere`);
      const arrow = { from: pathOf(node), to: pathOf(to), within: pathOf(within) };
      const key = Object.values(arrow).join(' ');
      const triggers = [...(gathered.get(key)?.triggers ?? []), triggerOf(transition, refusals)];
      gathered.set(key, { ...arrow, triggers });
    }
  }
  return [...gathered.values()];
}

/** Where a transition leads; null where the state is not left. */
function goalOf({ source, target, reenter }: Transition): StateNode | null {
  const [goal] = target ?? [];
  return goal === undefined || (goal === source && !reenter) ? null : goal;
}

function triggerOf({ eventType: type, guard }: Transition, refusals: Refusals): Trigger {
  if (!isEventType(type)) throw new Error(`a chart has a transition on ${type}, which is no event type`);
  if (guard === undefined) return { type, guard: null, about: null, refusal: null };
  const { type: name, params } = typeof guard === 'string' ? { type: guard, params: {} } : Object(guard);
  const about = Object.values(params ?? {}).join(', ');
  return {
    type,
    guard: String(name),
    about: about === '' ? null : about,
    refusal: refusals[String(name)] ?? null,
  };
}

function transitionsOf(node: StateNode): readonly Transition[] {
  return [...node.transitions.values()].flat();
}

function nodesIn(node: StateNode): readonly StateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesIn)];
}

function pathOf(node: StateNode): string {
  return node.path.join('.');
}
