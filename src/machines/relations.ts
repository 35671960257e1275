/** Diplomatic relations between two States (VCDR 2, 45): they take place by mutual consent and end by one side's act. */
import { type StateValue, setup } from 'xstate';
import type { DomainEvent } from '../events/event.ts';

export const relations = setup({
  // The idiom by which XState learns its types: nothing is read from these values.
  types: { events: {} as DomainEvent },
}).createMachine({
  id: 'relations',
  context: {},
  initial: 'none',
  states: {
    none: { on: { 'relations.established': 'established' } },
    established: { on: { 'relations.broken-off': 'broken-off' } },
    'broken-off': { on: { 'relations.restored': 'established' } },
  },
});

/** The headline of relations: none, established or broken-off. */
export function relationsStatus(state: StateValue): string {
  return typeof state === 'string' ? state : 'none';
}
