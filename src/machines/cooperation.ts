/** A programme of cooperation: practical work and political dialogue, either of which can stop in part or altogether. */
import { type MachineContext, type StateValue, setup } from 'xstate';
import { type DomainEvent, isOneOf } from '../events/event.ts';
import { actions, upon } from './rulebook.ts';

/** What is suspended of each, scope by scope; a suspension that names no scope is of `all`. */
export interface CooperationContext extends MachineContext {
  suspended: { cooperation: string[]; dialogue: string[] };
}

/** Every named change of a programme. */
export const cooperationRecipes = {
  suspendCooperation: upon(['cooperation.suspended'], (draft: CooperationContext, event) => {
    draft.suspended.cooperation = including(draft.suspended.cooperation, event.scope);
  }),
  resumeCooperation: upon(['cooperation.resumed'], (draft: CooperationContext, event) => {
    draft.suspended.cooperation = without(draft.suspended.cooperation, event.scope);
  }),
  suspendDialogue: upon(['dialogue.suspended'], (draft: CooperationContext, event) => {
    draft.suspended.dialogue = including(draft.suspended.dialogue, event.scope);
  }),
  resumeDialogue: upon(['dialogue.resumed'], (draft: CooperationContext, event) => {
    draft.suspended.dialogue = without(draft.suspended.dialogue, event.scope);
  }),
};

/** Why each guard refuses; a guard that only chooses between transitions has no say here. */
export const cooperationRefusals = {
  suspendedInThatScope: 'that scope is not suspended by itself',
};

export const cooperation = setup({
  // The idiom by which XState learns its types: nothing is read from these values.
  types: { context: {} as CooperationContext, events: {} as DomainEvent },
  guards: { endsSuspension, suspendedInThatScope },
  actions: actions<CooperationContext, keyof typeof cooperationRecipes>(cooperationRecipes),
}).createMachine({
  id: 'cooperation',
  context: { suspended: { cooperation: [], dialogue: [] } },
  type: 'parallel',
  states: {
    practical: {
      initial: 'active',
      states: {
        active: { on: { 'cooperation.suspended': { target: 'suspended', actions: 'suspendCooperation' } } },
        suspended: {
          on: {
            'cooperation.suspended': { actions: 'suspendCooperation' },
            'cooperation.resumed': [
              { guard: 'endsSuspension', target: 'active', actions: 'resumeCooperation' },
              { guard: 'suspendedInThatScope', actions: 'resumeCooperation' },
            ],
          },
        },
      },
    },
    dialogue: {
      initial: 'active',
      states: {
        active: { on: { 'dialogue.suspended': { target: 'suspended', actions: 'suspendDialogue' } } },
        suspended: {
          on: {
            'dialogue.suspended': { actions: 'suspendDialogue' },
            'dialogue.resumed': [
              { guard: 'endsSuspension', target: 'active', actions: 'resumeDialogue' },
              { guard: 'suspendedInThatScope', actions: 'resumeDialogue' },
            ],
          },
        },
      },
    },
  },
});

/** The headline of a programme: active, partly-suspended or suspended. */
export function cooperationStatus(state: StateValue): string {
  if (typeof state === 'string') return state;
  const suspended = Object.values(state).filter((region) => region === 'suspended').length;
  return suspended === 0 ? 'active' : suspended === 2 ? 'suspended' : 'partly-suspended';
}

interface Question {
  readonly context: CooperationContext;
  readonly event: DomainEvent;
}

/** After it nothing stays suspended. */
function endsSuspension({ context, event }: Question): boolean {
  if (!isOneOf(event, ['cooperation.resumed', 'dialogue.resumed'])) return false;
  return (
    suspendedInThatScope({ context, event }) && without(scopes(context, event), event.scope).length === 0
  );
}

/** It names a scope that is suspended, or none, which means all. */
function suspendedInThatScope({ context, event }: Question): boolean {
  if (!isOneOf(event, ['cooperation.resumed', 'dialogue.resumed'])) return false;
  return event.scope === undefined || scopes(context, event).includes(event.scope);
}

function scopes(context: CooperationContext, event: DomainEvent): readonly string[] {
  return event.type === 'dialogue.resumed' ? context.suspended.dialogue : context.suspended.cooperation;
}

function including(suspended: readonly string[], scope = 'all'): string[] {
  return [...suspended.filter((other) => other !== scope), scope].sort();
}

function without(suspended: readonly string[], scope: string | undefined): string[] {
  return scope === undefined ? [] : suspended.filter((other) => other !== scope);
}
