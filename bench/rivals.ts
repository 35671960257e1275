/** Those that replay the same events otherwise, each to the state in which a stream leaves its mission. */
import { EventStore } from '@castore/core';
import { createActor, getInitialSnapshot, type StateValue, transition } from 'xstate';
import { permanentMission } from '../src/machines/permanent-mission.ts';
import type { KeptEvent } from './material.ts';
import { type Mission, noMission, reduce } from './reducer.ts';

/** XState's pure function, event by event. */
export function byTransition(events: readonly KeptEvent[]) {
  let snapshot = getInitialSnapshot(permanentMission);
  for (const event of events) [snapshot] = transition(permanentMission, snapshot, event);
  return snapshot;
}

/** A live actor that is sent each event. */
export function byActor(events: readonly KeptEvent[]) {
  const actor = createActor(permanentMission).start();
  for (const event of events) actor.send(event);
  const snapshot = actor.getSnapshot();
  actor.stop();
  return snapshot;
}

/** The reducer by hand, on a state of its own. */
export function byReducer(events: readonly KeptEvent[]): Mission {
  const mission = noMission();
  for (const event of events) reduce(mission, event);
  return mission;
}

type Aggregate = Mission & { readonly aggregateId: string; readonly version: number };

const store = new EventStore<
  'missions',
  [],
  KeptEvent,
  KeptEvent,
  (mission: Aggregate, event: KeptEvent) => Aggregate
>({
  eventStoreId: 'missions',
  eventTypes: [],
  // As Castore would have it, each state is a new value.
  reducer: (mission: Aggregate, event: KeptEvent): Aggregate => {
    const next = { ...mission, version: event.version };
    reduce(next, event);
    return next;
  },
});

/** Castore's aggregate, by the same arithmetic. */
export function byCastore(events: readonly KeptEvent[]): Mission | undefined {
  const [first] = events;
  return store.buildAggregate([...events], {
    ...noMission(),
    aggregateId: first?.aggregateId ?? '',
    version: 0,
  });
}

/** The state of a mission by hand in the form of the statechart's. */
export function inTheChartsWords(mission: Mission): { readonly value: StateValue; readonly context: object } {
  const { phase, office, ceiling, accredited, pending, head, charge, admitted, representative } = mission;
  const regions = {
    operation: mission.suspended ? 'suspended' : 'operating',
    access: mission.restricted ? 'restricted' : 'full',
    headship: mission.headship,
    charge: mission.chargeActs ? 'acting' : 'none',
    staffing: mission.limited ? 'limited' : 'unlimited',
    militaryRepresentative: {
      post: mission.post,
      office: office === 'operating' ? 'operating' : { suspended: office },
    },
  };
  return {
    value: phase === 'established' ? { established: regions } : phase,
    context: {
      staff: { ceiling, accredited, pending },
      head,
      charge,
      admitted,
      militaryRepresentative: representative,
    },
  };
}
