/**
 * A statechart compiled to a table. XState itself is asked, once for each configuration, event type and outcome of the
 * guards, where the machine goes and which actions run; from then on the answer is looked up. What a machine does is
 * so decided by XState alone, at the speed of a table. Configurations that differ only in states that have no say in an
 * event (see scope.ts) share the answer, so that the table stays as small as the chart, and not as large as the number
 * of ways in which states side by side combine.
 *
 * It takes machines that are functions of their configuration and context: guards and actions have names, and each
 * action is a change of the context that can be made on any draft of it. Others are refused, see subset.ts.
 */
import {
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type ExecutableActionObject,
  getInitialSnapshot,
  type MachineContext,
  type StateValue,
} from 'xstate';
import { activeIn, stateValueOf } from './active.ts';
import { at } from './column.ts';
import type { StateNode } from './regions.ts';
import { scopes } from './scope.ts';
import { refuseOutsideSubset } from './subset.ts';

/** A change of the context: writes the draft that it is given, and does nothing else. */
export interface Change {
  (draft: never, event: never, params: never): void;
  /** The same for events of these types alone, without a look at the type: that is then known from the table. */
  readonly upon?: { readonly types: readonly string[]; readonly change: Plain };
}

type Plain = (draft: never, event: never, params: never) => void;

/** The active states of a chart: one object for each combination, so that two are the same or differ. */
export interface Configuration {
  /** Counted from 0, in the order in which they are first met. */
  readonly number: number;
  readonly value: StateValue;
  /** XState's `done`, once a final state of the whole chart was reached, or `active`. */
  readonly status: AnyMachineSnapshot['status'];
}

/** What becomes of an event, given what the guards say: one object for all configurations that do not differ in it. */
export interface Verdict {
  /** `refused`: there are transitions, and a guard said no to each. `not-applicable`: there are none. */
  readonly kind: 'applied' | 'refused' | 'not-applicable';
  /** Whether the configuration may be another afterwards. */
  readonly moves: boolean;
  /** The changes of the context, in order. */
  readonly calls: readonly Call[];
  /** All of these in one, made on a context by the event given; null for none. */
  readonly change: ((context: unknown, event: unknown) => void) | null;
  /** The guards that were asked, in order, each once. */
  readonly asked: readonly string[];
  /** The states whose transitions are taken. */
  readonly sources: readonly StateNode[];
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
  /** The configuration with this number. */
  readonly numbered: (number: number) => Configuration;
  /** The number of an event type, whether or not the chart has a place for it. */
  readonly typeNumber: (type: string) => number;
  /**
   * What becomes of an event in a configuration, both by number: the guards look at the context, and nothing is changed.
   */
  readonly decide: (at: number, type: number, context: unknown, event: AnyEventObject) => Verdict;
  /** The number of the configuration to which a verdict leads. */
  readonly after: (at: number, verdict: Verdict) => number;
}

/**
 * Compiles a machine whose actions are these changes, by name. `known` are event types by the numbers under which the
 * caller knows them; others get the numbers after those. Throws an Error that names machine, state and feature where it
 * uses one outside the subset.
 */
export function compile(
  machine: AnyStateMachine,
  changes: Readonly<Record<string, Change>>,
  known: readonly string[] = [],
): CompiledChart {
  refuseOutsideSubset(machine, changes);
  const types = new Map(known.map((type, number) => [type, number]));
  const names = [...known];
  const places: Place[] = [];
  const byValue = new Map<string, Place>();
  // The table: for each configuration and type of event the number of a decision in `decisions`, 0 where none is made
  // yet. Numbers of four bytes, since a record that is large comes by all of it again and again.
  const decisions: (Node | null)[] = [null];
  const shared = new Map<string, number>();
  let width = Math.max(16, names.length);
  let table = new Uint32Array(16 * width);
  const outcomes = new Map<string, boolean>();
  let unknown: Guard | null = null;
  const probe = machine.provide({ guards: probedGuards(), actions: namedActions() });
  const { root } = probe;
  const scopeOf = scopes(probe);
  const stepped = stepping(probe);
  const start = getInitialSnapshot(machine);
  const initial = placeOf(start.value, start.status);
  return {
    initial,
    initialContext: start.context,
    configuration,
    numbered: (number) => at(places, number),
    typeNumber,
    decide,
    after,
  };

  function decide(place: number, type: number, context: unknown, event: AnyEventObject): Verdict {
    let node = decisions[table[place * width + type] ?? 0] ?? first(at(places, place), type);
    if (node.asks === null) return node;
    const question = { context, event };
    while (node.asks !== null) {
      const yes = node.asks(question, node.params);
      node = (yes ? node.yes : node.no) ?? grown(node, yes);
    }
    return node;
  }

  function after(place: number, verdict: Verdict): number {
    if (!verdict.moves) return place;
    const outcome = verdict as Node;
    return outcome.to[place] ?? moved(at(places, place), outcome);
  }

  function typeNumber(type: string): number {
    const number = types.get(type) ?? names.push(type) - 1;
    types.set(type, number);
    if (number >= width) {
      width = 2 * number;
      table = new Uint32Array(places.length * width);
    }
    return number;
  }

  function configuration(value: StateValue): Configuration {
    return placeOf(probe.resolveState({ value, context: {} }).value, 'active');
  }

  function placeOf(value: StateValue, status: AnyMachineSnapshot['status']): Place {
    const key = `${status} ${JSON.stringify(value)}`;
    const known = byValue.get(key);
    if (known !== undefined) return known;
    const place = { number: places.length, value, status, active: activeIn(root, value) };
    places.push(place);
    byValue.set(key, place);
    if (places.length * width > table.length) {
      const larger = new Uint32Array(2 * places.length * width);
      larger.set(table);
      table = larger;
    }
    return place;
  }

  function moved(from: Place, { isLeft, entered, status, to }: Node): number {
    const stay = from.active.filter((state) => !isLeft(state));
    const { number } = placeOf(stateValueOf(root, [...stay, ...entered]), status);
    to[from.number] = number;
    return number;
  }

  /** What is known of a type in all configurations in which the states that have a say in it are the same. */
  function first(place: Place, type: number): Node {
    const name = at(names, type);
    const { states } = scopeOf(name);
    const withSay = place.active.filter((state) => states.includes(state));
    const key = `${place.status} ${name} ${withSay.map(({ order }) => order).join(' ')}`;
    const number = shared.get(key) ?? decisions.push(answered(place, { type: name }, [])) - 1;
    shared.set(key, number);
    table[place.number * width + type] = number;
    const node = decisions[number];
    if (!node) throw new Error(`no decision has the number ${number}`);
    return node;
  }

  function grown(node: Node, yes: boolean): Node {
    const { place, event, guard, known } = node;
    if (guard === null) throw new Error('a verdict asks nothing more');
    const inner = answered(place, event, [...known, [guard, yes]]);
    if (yes) node.yes = inner;
    else node.no = inner;
    return inner;
  }

  /** What XState says when these guards say so: the verdict, or the next guard that it wants to ask. */
  function answered(place: Place, event: AnyEventObject, known: Known): Node {
    outcomes.clear();
    for (const [guard, yes] of known) outcomes.set(guard.key, yes);
    unknown = null;
    const before = probe.resolveState({ value: place.value, status: place.status, context: {} });
    const enabled = probe.getTransitionData(before, event);
    const taken = unknown === null && enabled.length > 0;
    const [next, actions] = taken ? stepped(before, event) : [before, []];
    const calls = actions.map(({ type, params, info }) =>
      callOf(type, params, event, info.event === event ? null : info.event),
    );
    const { leaves } = scopeOf(event.type);
    const isLeft = (state: StateNode) => taken && enabled.some((one) => leaves(one, state));
    const guard = unknown as Guard | null;
    return {
      asks: guard?.asks ?? null,
      params: guard?.params,
      yes: null,
      no: null,
      change: allOf(calls),
      moves: place.active.some(isLeft),
      to: [],
      guard,
      place,
      event,
      known,
      kind: taken ? 'applied' : known.length > 0 ? 'refused' : 'not-applicable',
      calls,
      asked: [...new Set(known.map(([{ name }]) => name))],
      sources: taken ? enabled.map(({ source }) => source) : [],
      isLeft,
      entered: activeIn(root, next.value).filter(isLeft),
      status: next.status,
    };
  }

  function callOf(name: string, params: unknown, given: AnyEventObject, own: AnyEventObject | null): Call {
    const change = changes[name];
    if (change === undefined) throw new Error(`${machine.id}: no change of the context is named ${name}`);
    const { upon } = change;
    const plain = upon?.types.includes((own ?? given).type) ? upon.change : change;
    return { name, change: plain as Call['change'], params, event: own };
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

/** A configuration with its active states. */
interface Place extends Configuration {
  readonly active: readonly StateNode[];
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

/**
 * A guard to ask, with what follows from either answer as far as it was met; or, where none is left to ask, the verdict.
 * Both are objects of one shape: a processor guesses wrong where they alternate.
 */
interface Node extends Verdict {
  readonly guard: Guard | null;
  readonly asks: Guard['asks'] | null;
  readonly params: unknown;
  readonly place: Place;
  readonly event: AnyEventObject;
  readonly known: Known;
  yes: Node | null;
  no: Node | null;
  /** Which states the verdict leaves, and which it enters, whatever others are active. */
  readonly isLeft: (state: StateNode) => boolean;
  readonly entered: readonly StateNode[];
  readonly status: AnyMachineSnapshot['status'];
  /** Where the verdict led so far: numbers of configurations, by that of the configuration before. */
  readonly to: number[];
}

/** Changes in one: each call of a function costs as much as what most of them do. */
function allOf([call, ...more]: readonly Call[]): Verdict['change'] {
  if (call === undefined) return null;
  const { change, params, event: own } = call;
  const one: NonNullable<Verdict['change']> =
    own === null && params === undefined
      ? (change as NonNullable<Verdict['change']>)
      : (context, event) => change(context, own ?? event, params);
  const rest = allOf(more);
  if (rest === null) return one;
  return (context, event) => {
    one(context, event);
    rest(context, event);
  };
}

/**
 * XState's `transition()`, which makes an actor for each call, with one actor for all of them: it is there only to be
 * asked, and is never started.
 */
function stepping(machine: AnyStateMachine) {
  const self = createActor(machine);
  const nothing = () => {};
  let actions: ExecutableActionObject[] = [];
  const actionExecutor = (action: ExecutableActionObject) => void actions.push(action);
  const scope = {
    self,
    id: self.id,
    sessionId: self.sessionId,
    system: self.system,
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor,
  };
  return (before: AnyMachineSnapshot, event: AnyEventObject) => {
    actions = [];
    const next: AnyMachineSnapshot = machine.transition(before, event, scope);
    return [next, actions] as const;
  };
}

/** Whether a guard is made of others by and, or, not, or looks at the active states: XState evaluates it itself. */
function isComposed(guard: unknown): boolean {
  return typeof guard !== 'function' || 'check' in guard;
}
