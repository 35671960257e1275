/**
 * One step of a statechart, asked of XState through one reused scope, with a trace of what the step read and wrote.
 * XState stops here: above this file a state is plain data.
 */
import { enablePatches, produceWithPatches } from 'immer';
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  assign,
  createActor,
  type MachineContext,
} from 'xstate';
import type { DomainEvent } from '../events/event.ts';
import type { RuleBook } from '../machines/rulebook.ts';
import { regions, regionsAbove, type StateNode } from './regions.ts';
import { fieldOf, watched } from './watch.ts';

/** A state of a chart: which states are active, and what else is known. Opaque to all but the chart. */
export type Snapshot = AnyMachineSnapshot;

/** A statechart ready to be walked. */
export interface Chart {
  readonly rules: RuleBook;
  readonly initial: Snapshot;
  /** Takes one event; the snapshot that it is given stays as it is. */
  readonly step: (snapshot: Snapshot, event: DomainEvent) => Step;
}

/** What one event does to a state. */
export type Step =
  | {
      readonly kind: 'applied';
      readonly snapshot: Snapshot;
      /** The fields on which it rested that the event was possible. */
      readonly enabledBy: readonly string[];
      readonly writes: readonly Write[];
    }
  | {
      readonly kind: 'not-applicable' | 'refused';
      /** The guards that said no; none where the state knows no such event. */
      readonly guards: readonly string[];
      /** The state that has no place for it. */
      readonly while: string;
    };

/** What one recipe wrote, and what it read to do so. */
export interface Write {
  readonly fields: readonly string[];
  readonly read: readonly string[];
}

/** Makes a rule book ready to be walked. */
export function chartOf(rules: RuleBook): Chart {
  enablePatches();
  const fields = new Set(rules.fields);
  let read = new Set<string>();
  let writes: Write[] = [];

  const machine = rules.machine.provide({ guards: watchedGuards(), actions: tracedActions() });
  const places = placesOf(machine.root);
  const scope = reusedScope(machine);
  return { rules, initial: machine.getInitialSnapshot(scope, undefined), step };

  function step(snapshot: Snapshot, event: DomainEvent): Step {
    read = new Set();
    writes = [];
    const transitions = machine.getTransitionData(snapshot, event);
    if (transitions.length === 0) return unmoved(snapshot, event);
    const enabledBy = [...transitions.flatMap(({ source }) => regionsAbove(source)), ...read];
    return { kind: 'applied', snapshot: machine.transition(snapshot, event, scope), enabledBy, writes };
  }

  function unmoved(snapshot: Snapshot, event: DomainEvent): Step {
    const asked = snapshot._nodes.flatMap((node) => node.transitions.get(event.type) ?? []);
    const names = new Set(asked.flatMap(({ guard }) => guardNames(guard)));
    const refusing = [...names].filter((name) => Object.hasOwn(rules.refusals, name));
    return {
      kind: asked.length === 0 ? 'not-applicable' : 'refused',
      guards: refusing.length > 0 ? refusing : [...names],
      while: whereItFailed(snapshot, places.get(event.type) ?? []),
    };
  }

  /** The machine's guards, telling which fields they look at. */
  function watchedGuards() {
    const guards = Object.entries(rules.machine.implementations.guards ?? {});
    return Object.fromEntries(guards.map(([name, guard]) => [name, watching(guard)]));
  }

  function watching(guard: Guard): Guard {
    if (typeof guard !== 'function') return guard;
    return (args: { readonly context: MachineContext; readonly event: DomainEvent }, params: unknown) =>
      guard({ ...args, context: watched(args.context, fields, (field) => read.add(field)) }, params);
  }

  /** The machine's recipes, telling which fields they look at and, by Immer's patches, which they write. */
  function tracedActions() {
    return Object.fromEntries(
      Object.entries(rules.recipes).map(([name, recipe]) => [
        name,
        assign<MachineContext, DomainEvent, undefined, DomainEvent, never>(({ context, event }) => {
          const looked = new Set<string>();
          const [next, patches] = produceWithPatches(context, (draft: never) =>
            recipe(
              watched(draft, fields, (field) => looked.add(field)),
              event,
            ),
          );
          const written = patches.flatMap(({ path }) => fieldOf(path, fields) ?? []);
          if (written.length > 0) writes.push({ fields: [...new Set(written)], read: [...looked] });
          return next;
        }),
      ]),
    );
  }
}

type Scope = Parameters<AnyStateMachine['transition']>[2];
// XState's own type for an implementation of a guard is open: the charts bring their own.
type Guard = NonNullable<AnyStateMachine['implementations']['guards']>[string];

/** Never started, an actor lends its system to a scope that all steps share; transition() makes one for each. */
function reusedScope(machine: AnyStateMachine): Scope {
  const self = createActor(machine);
  const nothing = () => {};
  const { system } = self;
  return {
    self,
    system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  };
}

/** For each event type the regions that have a place for it in some state, in the order of the chart. */
function placesOf(root: StateNode): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  visit(root);
  return places;

  function visit(node: StateNode): void {
    for (const type of node.transitions.keys()) {
      const field = regionsAbove(node).at(-1) ?? 'state';
      const known = places.get(type) ?? [];
      if (!known.includes(field)) places.set(type, [...known, field]);
    }
    for (const inner of Object.values(node.states)) visit(inner);
  }
}

/** The state of the region that the event is about, or of the whole where that region is not active. */
function whereItFailed(snapshot: Snapshot, places: readonly string[]): string {
  const active = regions(snapshot.machine.root, snapshot.value);
  const place = places.find((field) => field !== 'state' && active.has(field)) ?? 'state';
  return active.get(place) ?? snapshot.machine.id;
}

function guardNames(guard: unknown): string[] {
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'object' && guard !== null && 'type' in guard) return [String(guard.type)];
  return [];
}
