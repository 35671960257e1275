/** The level at which one State is represented in another, from none to an embassy (VCDR 14; VCCR 9). */
import { type StateValue, setup } from 'xstate';
import type { DomainEvent } from '../events/event.ts';
import { levels } from '../events/vocabulary.ts';

export const representation = setup({
  // The idiom by which XState learns its types: nothing is read from these values.
  types: { events: {} as DomainEvent },
  guards: { setsLevel },
}).createMachine({
  id: 'representation',
  context: {},
  initial: 'none',
  on: {
    'level.set': levels.map((level) => ({
      guard: { type: 'setsLevel', params: { level } } as const,
      target: `.${level}` as const,
    })),
  },
  states: {
    none: {},
    'interests-section': {},
    'liaison-office': {},
    'consul-nonresident': {},
    consulate: {},
    'envoy-nonresident': {},
    legation: {},
    'ambassador-nonresident': {},
    embassy: {},
  },
});

/** The headline of a representation: its level. */
export function representationStatus(state: StateValue): string {
  return typeof state === 'string' ? state : 'none';
}

/** The level that the event sets is this one. */
function setsLevel({ event }: { event: DomainEvent }, { level }: { level: string }): boolean {
  return event.type === 'level.set' && event.level === level;
}
