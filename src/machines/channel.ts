/**
 * A channel of communication carried by somebody else's mission: emergency ties, a protecting power, a contact point
 * (VCDR 5(3), 45(c), 46). It is a function, not a mission.
 */
import { type MachineContext, type StateValue, setup } from 'xstate';
import type { DomainEvent } from '../events/event.ts';
import { actions, upon } from './rulebook.ts';

/** Who carries the channel, and in what other capacity; null where not known. */
export interface ChannelContext extends MachineContext {
  holder: string | null;
  capacity: string | null;
}

/** Every named change of a channel. */
export const channelRecipes = {
  nameHolder: upon(['channel.offered', 'channel.designated'], (draft: ChannelContext, event) => {
    draft.holder = event.holder ?? null;
    draft.capacity = event.capacity ?? null;
  }),

  releaseHolder: (draft: ChannelContext) => {
    draft.holder = null;
    draft.capacity = null;
  },
};

export const channel = setup({
  // The idiom by which XState learns its types: nothing is read from these values.
  types: { context: {} as ChannelContext, events: {} as DomainEvent },
  actions: actions<ChannelContext, keyof typeof channelRecipes>(channelRecipes),
}).createMachine({
  id: 'channel',
  context: { holder: null, capacity: null },
  initial: 'none',
  states: {
    none: {
      on: {
        'channel.offered': { target: 'offered', actions: 'nameHolder' },
        'channel.designated': { target: 'designated', actions: 'nameHolder' },
      },
    },
    offered: {
      on: {
        'channel.offered': { actions: 'nameHolder' },
        'channel.designated': { target: 'designated', actions: 'nameHolder' },
        'channel.ended': { target: 'ended', actions: 'releaseHolder' },
      },
    },
    designated: {
      initial: 'unconfirmed',
      on: {
        'channel.designated': { target: '.unconfirmed', actions: 'nameHolder' },
        'channel.confirmed': '.confirmed',
        'channel.ended': { target: 'ended', actions: 'releaseHolder' },
      },
      states: { unconfirmed: {}, confirmed: {} },
    },
    ended: {
      on: {
        'channel.offered': { target: 'offered', actions: 'nameHolder' },
        'channel.designated': { target: 'designated', actions: 'nameHolder' },
      },
    },
  },
});

/** The headline of a channel: none, offered, designated or ended. */
export function channelStatus(state: StateValue): string {
  return typeof state === 'string' ? state : 'designated';
}
