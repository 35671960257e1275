/**
 * XState asked what it would do: with an event in a configuration, when the guards say so. The guards themselves are not
 * asked, and no context is changed; told are the first guard of whose answer nothing is known yet, or what follows.
 */
import {
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type ExecutableActionObject,
  type StateValue,
} from 'xstate';

/** A change of the context: writes the draft that it is given, and does nothing else. */
export interface Change {
  (draft: never, event: never, params: never): void;
  /** The same for events of these types alone, without a look at the type: that is then known from the table. */
  readonly upon?: { readonly types: readonly string[]; readonly change: Plain };
}

type Plain = (draft: never, event: never, params: never) => void;

/** A change, and what it is called with. */
export interface Call {
  readonly name: string;
  readonly change: (draft: unknown, event: unknown, params: unknown) => void;
  readonly params: unknown;
  /** Null for the event given; else the one that the chart raised itself when it came to a final state. */
  readonly event: AnyEventObject | null;
}

/** A guard as it is asked in one place: the same name with other parameters is another. */
export interface Guard {
  readonly key: string;
  readonly name: string;
  readonly params: unknown;
  readonly asks: (
    question: { readonly context: unknown; readonly event: unknown },
    params: unknown,
  ) => boolean;
}

export type Known = readonly (readonly [Guard, boolean])[];

/** A configuration as XState has it. */
interface Value {
  readonly value: StateValue;
  /** XState's `done`, once a final state of the whole chart was reached, or `active`. */
  readonly status: AnyMachineSnapshot['status'];
}

/** What follows; where a guard is still to be asked nothing does. */
export interface Answer {
  readonly guard: Guard | null;
  /** The transitions that are taken. */
  readonly enabled: ReturnType<AnyStateMachine['getTransitionData']>;
  readonly next: Value;
  readonly calls: readonly Call[];
}

/** Makes a machine ready to be asked. */
export function inquiry(machine: AnyStateMachine, changes: Readonly<Record<string, Change>>) {
  const outcomes = new Map<string, boolean>();
  let unknown: Guard | null = null;
  const probe = machine.provide({ guards: probedGuards(), actions: namedActions() });
  const stepped = stepping(probe);
  // XState works out from a state value which states are active: once for each configuration.
  const snapshots = new WeakMap<Value, AnyMachineSnapshot>();
  return {
    root: probe.root,
    ask,
    /** A state value with all that goes without saying. */
    whole: (value: StateValue): StateValue => probe.resolveState({ value, context: {} }).value,
  };

  function ask(from: Value, event: AnyEventObject, known: Known): Answer {
    outcomes.clear();
    for (const [guard, yes] of known) outcomes.set(guard.key, yes);
    unknown = null;
    const before = snapshotOf(from);
    const enabled = probe.getTransitionData(before, event);
    if (unknown !== null || enabled.length === 0) {
      return { guard: unknown, enabled: [], next: before, calls: [] };
    }
    const [next, actions] = stepped(before, event);
    const calls = actions.map(({ type, params, info }) =>
      callOf(type, params, event, info.event === event ? null : info.event),
    );
    return { guard: null, enabled, next, calls };
  }

  function snapshotOf(from: Value): AnyMachineSnapshot {
    const { value, status } = from;
    const snapshot = snapshots.get(from) ?? probe.resolveState({ value, status, context: {} });
    snapshots.set(from, snapshot);
    return snapshot;
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
