/** What a statechart of a kind consists of, and how its recipes run under XState. */
import { produce } from 'immer';
import { type AnyStateMachine, assign, type MachineContext, type StateValue } from 'xstate';
import { type DomainEvent, type EventOf, isOneOf } from '../events/event.ts';
import type { EventType } from '../events/vocabulary.ts';

/**
 * A small named change of the context: pure but for its draft, which it may write, and safe to run either under Immer
 * or straight on a private copy. It sets fields of the rule book to new values and writes nothing within a value, for
 * that may be shared.
 */
export interface Recipe<Context> {
  (draft: Context, event: DomainEvent): void;
  /** For events of these types alone, where it is certain that the event is of one: no look at its type. */
  readonly upon?: {
    readonly types: readonly EventType[];
    readonly change: (draft: Context, event: never) => void;
  };
}

/** The law for one kind of subject: a statechart without clock or effects, and how to read its state. */
export interface RuleBook {
  readonly machine: AnyStateMachine;
  /** The recipes by the names under which the machine's transitions call them. */
  readonly recipes: Readonly<Record<string, Recipe<never>>>;
  /** What a guard's refusal means, in plain words; guards that only choose between transitions have none. */
  readonly refusals: Readonly<Record<string, string>>;
  /** The parts of the context that hold a value of their own, as dotted paths. */
  readonly fields: readonly string[];
  /** The headline of a state, `operating`, `suspended`, …, and the regions of the chart that decide it. */
  readonly status: { readonly from: readonly string[]; readonly of: (state: StateValue) => string };
  /** Whether the subject has staff, so that vacancies can be reckoned. */
  readonly staffed: boolean;
}

/** A recipe for events of the given types; any other event is a fault of the machine that called it. */
export function upon<Context, T extends EventType>(
  types: readonly T[],
  change: (draft: Context, event: EventOf<T>) => void,
): Recipe<Context> {
  const checked = (draft: Context, event: DomainEvent) => {
    if (!isOneOf(event, types)) throw new Error(`a recipe for ${types.join(', ')} was given ${event.type}`);
    change(draft, event);
  };
  return Object.assign(checked, { upon: { types, change } });
}

/** Recipes as XState actions of the same names: the context after each is a new value made by Immer. */
export function actions<Context extends MachineContext, Name extends string>(
  recipes: Readonly<Record<Name, Recipe<Context>>>,
): Record<Name, ReturnType<typeof underXState<Context>>> {
  const result: Partial<Record<Name, ReturnType<typeof underXState<Context>>>> = {};
  for (const name in recipes) result[name] = underXState(recipes[name]);
  return result as Record<Name, ReturnType<typeof underXState<Context>>>;
}

function underXState<Context extends MachineContext>(recipe: Recipe<Context>) {
  return assign<Context, DomainEvent, undefined, DomainEvent, never>(({ context, event }) =>
    produce(context, (draft: Context) => recipe(draft, event)),
  );
}
