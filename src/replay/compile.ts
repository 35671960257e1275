/**
 * A statechart compiled to a table. XState itself is asked, once for each configuration, event type and outcome of the
 * guards, where the machine goes and which actions run; from then on the answer is looked up. What a machine does is
 * so decided by XState alone, at the speed of a table.
 *
 * It takes machines that are functions of their configuration and context: guards and actions have names, and each
 * action is a change of the context that can be made on any draft of it. Others are refused, see subset.ts.
 */
import {
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  getInitialSnapshot,
  type MachineContext,
  type StateValue,
  transition,
} from 'xstate';
import { refuseOutsideSubset } from './subset.ts';

/** A change of the context: writes the draft that it is given, and does nothing else. */
export type Change = (draft: never, event: never, params: never) => void;

/** The active states of a chart: one object for each combination, so that two are the same or differ. */
export interface Configuration {
  readonly value: StateValue;
  /** XState's `done`, once a final state of the whole chart was reached, or `active`. */
  readonly status: AnyMachineSnapshot['status'];
}

/** What becomes of an event in a configuration, given what the guards say. */
export interface Verdict {
  /** `refused`: there are transitions, and a guard said no to each. `not-applicable`: there are none. */
  readonly kind: 'applied' | 'refused' | 'not-applicable';
  /** The configuration after it; the same one where nothing is applied. */
  readonly to: Configuration;
  /** The changes of the context, in order. */
  readonly calls: readonly Call[];
  /** The guards that were asked, in order, each once. */
  readonly asked: readonly string[];
  /** The states whose transitions are taken. */
  readonly sources: readonly AnyStateMachine['root'][];
}

/** A change, and what it is called with. */
export interface Call {
  readonly name: string;
  readonly change: (draft: unknown, event: unknown, params: unknown) => void;
  readonly params: unknown;
  /** Null for the event given; else the one that the chart raised itself when it came to a final state. */
  readonly event: AnyEventObject | null;
}

/** A compiled chart. */
export interface CompiledChart {
  readonly initial: Configuration;
  /** The context that every run begins with, not to be written. */
  readonly initialContext: MachineContext;
  /** The configuration of a state value in XState's form. */
  readonly configuration: (value: StateValue) => Configuration;
  /** What becomes of an event: the guards look at the context, and nothing is changed. */
  readonly decide: (at: Configuration, context: unknown, event: AnyEventObject) => Verdict;
}

/**
 * Compiles a machine whose actions are these changes, by name. Throws an Error that names machine, state and feature
 * where it uses one outside the subset.
 */
export function compile(machine: AnyStateMachine, changes: Readonly<Record<string, Change>>): CompiledChart {
  refuseOutsideSubset(machine, changes);
  const places = new Map<string, Place>();
  const outcomes = new Map<string, boolean>();
  let unknown: Guard | null = null;
  const probe = machine.provide({ guards: probedGuards(), actions: namedActions() });
  const start = getInitialSnapshot(machine);
  return { initial: placeOf(start), initialContext: start.context, configuration, decide };

  function decide(at: Configuration, context: unknown, event: AnyEventObject): Verdict {
    const place = at as Place;
    let node = place.byType.get(event.type) ?? first(place, event.type);
    if (node.verdict !== null) return node.verdict;
    const question = { context, event };
    while (node.verdict === null) {
      const yes = node.guard.asks(question, node.guard.params);
      node = (yes ? node.yes : node.no) ?? grown(node, yes);
    }
    return node.verdict;
  }

  function configuration(value: StateValue): Configuration {
    return placeOf(probe.resolveState({ value, context: {} }));
  }

  function placeOf({ value, status }: AnyMachineSnapshot): Place {
    const key = `${status} ${JSON.stringify(value)}`;
    const place = places.get(key) ?? { value, status, byType: new Map() };
    places.set(key, place);
    return place;
  }

  function first(at: Place, type: string): Node {
    const node = answered(at, { type }, []);
    at.byType.set(type, node);
    return node;
  }

  function grown(node: Question, yes: boolean): Node {
    const inner = answered(node.at, node.event, [...node.known, [node.guard, yes]]);
    if (yes) node.yes = inner;
    else node.no = inner;
    return inner;
  }

  /** What XState says when these guards say so: the verdict, or the next guard that it wants to ask. */
  function answered(at: Place, event: AnyEventObject, known: Known): Node {
    outcomes.clear();
    for (const [guard, yes] of known) outcomes.set(guard.key, yes);
    unknown = null;
    const before = probe.resolveState({ value: at.value, status: at.status, context: {} });
    const enabled = probe.getTransitionData(before, event);
    if (unknown !== null) return { verdict: null, at, event, known, guard: unknown, yes: null, no: null };

    const asked = [...new Set(known.map(([{ name }]) => name))];
    if (enabled.length === 0) {
      const kind = asked.length === 0 ? 'not-applicable' : 'refused';
      return { verdict: { kind, to: at, calls: [], asked, sources: [] } };
    }
    const [after, actions] = transition(probe, before, event);
    const calls = actions.map(({ type, params, info }) =>
      callOf(type, params, info.event === event ? null : info.event),
    );
    const sources = enabled.map(({ source }) => source);
    return { verdict: { kind: 'applied', to: placeOf(after), calls, asked, sources } };
  }

  function callOf(name: string, params: unknown, event: AnyEventObject | null): Call {
    const change = changes[name];
    if (change === undefined) throw new Error(`${machine.id}: no change of the context is named ${name}`);
    return { name, change: change as Call['change'], params, event };
  }

  /** In place of each guard one that says what it is told to, and notes the first of which it is told nothing. */
  function probedGuards() {
    const named = Object.entries(machine.implementations.guards ?? {});
    return Object.fromEntries(
      named.map(([name, guard]) => [name, isComposed(guard) ? guard : probed(name, guard)]),
    );
  }

  function probed(name: string, guard: unknown) {
    return (_: unknown, params: unknown): boolean => {
      const key = params === undefined ? name : `${name} ${JSON.stringify(params)}`;
      const known = outcomes.get(key);
      if (known === undefined) unknown ??= { key, name, params, asks: guard as Guard['asks'] };
      return known ?? false;
    };
  }

  function namedActions() {
    return Object.fromEntries(Object.keys(changes).map((name) => [name, () => {}]));
  }
}

/** A configuration with what is known of each event type in it. */
interface Place extends Configuration {
  readonly byType: Map<string, Node>;
}

/** A guard as it is asked in one place: the same name with other parameters is another. */
interface Guard {
  readonly key: string;
  readonly name: string;
  readonly params: unknown;
  readonly asks: (
    question: { readonly context: unknown; readonly event: unknown },
    params: unknown,
  ) => boolean;
}

type Known = readonly (readonly [Guard, boolean])[];

/** A guard to ask, and what follows from either answer as far as it was met. */
interface Question {
  readonly verdict: null;
  readonly at: Place;
  readonly event: AnyEventObject;
  readonly known: Known;
  readonly guard: Guard;
  yes: Node | null;
  no: Node | null;
}

type Node = Question | { readonly verdict: Verdict };

/** Whether a guard is made of others by and, or, not, or looks at the active states: XState evaluates it itself. */
function isComposed(guard: unknown): boolean {
  return typeof guard !== 'function' || 'check' in guard;
}
