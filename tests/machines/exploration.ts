/**
 * A statechart explored to its end by xstate/graph: every state that the events of an alphabet lead to, and what each of
 * them does there. No two states are taken for one, so that every path is a history that a record can have.
 */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import type { Kind } from '../../src/events/dossier.ts';
import type { DomainEvent } from '../../src/events/event.ts';
import { ruleBooks } from '../../src/machines/rulebooks.ts';
import type { Chart, Snapshot } from '../../src/replay/chart.ts';
import { type Described, describe } from '../../src/replay/describe.ts';
import { begin, evolve } from '../../src/replay/evolve.ts';
import { chartFor } from '../../src/replay/walk.ts';
import { type Happening, recordOf } from '../record.ts';

/** A configuration: the paths of the innermost active states, sorted. */
export type Configuration = readonly string[];

/** What the events of an alphabet make of a kind; a state goes by its key. */
export interface Exploration {
  readonly states: ReadonlyMap<string, Configuration>;
  readonly transitions: readonly Transition[];
  /** The states as the engine tells them. */
  readonly told: ReadonlyMap<string, Described>;
  /** Where the engine does otherwise than XState. */
  readonly disagreements: readonly string[];
}

/** An event that has a place in a state, and the state after it. */
export interface Transition {
  readonly from: string;
  readonly event: DomainEvent;
  readonly to: string;
}

/** Explores a kind, with no step on from a state that is too far, and takes the engine along. */
export function explore(
  kind: Kind,
  alphabet: readonly Happening[],
  isFar: (state: Bare) => boolean,
): Exploration {
  const { machine } = ruleBooks[kind];
  const record = recordOf({ kind, events: alphabet });
  const events = [...record.events].flatMap(({ versions: [{ event }] }) => event ?? []);
  const graph = adjacencyMapToArray<AnyMachineSnapshot, DomainEvent>(
    getAdjacencyMap(machine, {
      events,
      filterEvents: (snapshot, event) => machine.getTransitionData(snapshot, event).length > 0,
      stopWhen: isFar,
      serializeState: keyOf,
      serializeEvent: ({ id }) => id,
    }),
  );
  const states = new Map<string, Configuration>();
  const transitions: Transition[] = [];
  for (const { state, event, nextState } of graph) {
    const [from, to] = [keyOf(state), keyOf(nextState)];
    if (!states.has(from)) states.set(from, configurationOf(state));
    if (!states.has(to)) states.set(to, configurationOf(nextState));
    transitions.push({ from, event, to });
  }
  return { states, transitions, ...engineAlong(chartFor(kind), events, transitions, isFar) };
}

/** The configurations that a chart would have if its regions were free of each other and its guards never refused. */
export function productOf({ root }: AnyStateMachine): readonly Configuration[] {
  return within(root).map((leaves) => leaves.toSorted());

  function within(node: AnyStateMachine['root']): readonly Configuration[] {
    const inner = Object.values(node.states).map(within);
    if (inner.length === 0) return [[node.path.join('.')]];
    if (node.type !== 'parallel') return inner.flat();
    return inner.reduce((all, region) => all.flatMap((one) => region.map((more) => [...one, ...more])));
  }
}

/** The states to which transitions lead from one, itself among them. */
export function leadingFrom(state: string, transitions: readonly Transition[]): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of transitions) {
    const known = next.get(from);
    if (known === undefined) next.set(from, [to]);
    else known.push(to);
  }
  const found = new Set([state]);
  for (const here of found) for (const there of next.get(here) ?? []) found.add(there);
  return found;
}

/** The states from which transitions lead to one, itself among them. */
export function leadingTo(state: string, transitions: readonly Transition[]): ReadonlySet<string> {
  return leadingFrom(
    state,
    transitions.map(({ from, event, to }) => ({ from: to, event, to: from })),
  );
}

/** Takes the engine through all that these events make of its initial state, to be held against the transitions. */
function engineAlong(
  chart: Chart,
  events: readonly DomainEvent[],
  transitions: readonly Transition[],
  isFar: (state: Bare) => boolean,
): Pick<Exploration, 'told' | 'disagreements'> {
  const expected = new Map(events.map((event) => [event, new Map<string, string>()]));
  for (const { from, event, to } of transitions) expected.get(event)?.set(from, to);

  const met = new Map([[keyOf(bare(chart.initial)), begin(chart)]]);
  const disagreements: string[] = [];
  for (const [from, state] of met) {
    if (isFar(bare(state.snapshot))) continue;
    for (const event of events) {
      const step = chart.step(state.snapshot, event);
      const to = step.kind === 'applied' ? keyOf(bare(step.snapshot)) : undefined;
      const byGraph = expected.get(event)?.get(from);
      if (to !== byGraph) disagreements.push(`${event.type} in ${from}: ${to}, by the graph ${byGraph}`);
      if (to === undefined || met.has(to)) continue;
      const outcome = evolve(chart, state, event);
      if (outcome.kind === 'applied') met.set(to, outcome.state);
    }
  }
  const told = new Map([...met].map(([key, state]) => [key, describe(chart, state, 'latest')]));
  return { told, disagreements };
}

/** What a state of the graph and one of the engine have in common. */
export type Bare = Pick<AnyMachineSnapshot, 'value' | 'context'>;

function bare({ at, context }: Snapshot): Bare {
  return { value: at.value, context };
}

function keyOf({ value, context }: Bare): string {
  return JSON.stringify([value, context]);
}

function configurationOf({ _nodes: active }: AnyMachineSnapshot): Configuration {
  return active
    .filter(({ type }) => type === 'atomic')
    .map(({ path }) => path.join('.'))
    .sort();
}
