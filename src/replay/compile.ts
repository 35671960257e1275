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
  getInitialSnapshot,
  type MachineContext,
  type StateValue,
} from 'xstate';
import { activeIn, stateValueOf } from './active.ts';
import { at } from './column.ts';
import { type Call, type Change, type Guard, inquiry, type Known } from './inquiry.ts';
import type { StateNode } from './regions.ts';
import { scopes } from './scope.ts';
import { refuseOutsideSubset } from './subset.ts';

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
  const probe = inquiry(machine, changes);
  const { root, ask } = probe;
  const scopeOf = scopes(root);
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
    return placeOf(probe.whole(value), 'active');
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

  /** What is decided when these guards say so: the verdict, or the next guard to ask. */
  function answered(place: Place, event: AnyEventObject, known: Known): Node {
    const { guard, enabled, next, calls } = ask(place, event, known);
    const { leaves } = scopeOf(event.type);
    const isLeft = (state: StateNode) => enabled.some((one) => leaves(one, state));
    const moves = place.active.some(isLeft);
    return {
      asks: guard?.asks ?? null,
      params: guard?.params,
      yes: null,
      no: null,
      change: allOf(calls),
      moves,
      to: [],
      guard,
      place,
      event,
      known,
      kind: enabled.length > 0 ? 'applied' : known.length > 0 ? 'refused' : 'not-applicable',
      calls,
      asked: [...new Set(known.map(([{ name }]) => name))],
      sources: enabled.map(({ source }) => source),
      isLeft,
      entered: moves ? activeIn(root, next.value).filter(isLeft) : [],
      status: next.status,
    };
  }
}

/** A configuration with its active states. */
interface Place extends Configuration {
  readonly active: readonly StateNode[];
}

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
function allOf(calls: readonly Call[]): Verdict['change'] {
  const [first, second, third, ...more] = calls.map(once);
  if (first === undefined) return null;
  if (second === undefined) return first;
  if (third === undefined) {
    return (context, event) => {
      first(context, event);
      second(context, event);
    };
  }
  return (context, event) => {
    first(context, event);
    second(context, event);
    third(context, event);
    for (const change of more) change(context, event);
  };
}

function once({ change, params, event: own }: Call): NonNullable<Verdict['change']> {
  // What reads no parameters and takes the event given is called straight away.
  if (own === null && params === undefined) return change as NonNullable<Verdict['change']>;
  return (context, event) => change(context, own ?? event, params);
}
