/**
 * What all missions have in common: the words of the rule book (guards and recipes) and the regions that run side by
 * side while a mission exists. Each kind of mission puts them together in a file of its own.
 */
import { and, type MachineContext, not, type StateValue, setup, stateIn } from 'xstate';
import type { Count } from '../count.ts';
import type { DomainEvent } from '../events/event.ts';
import * as posts from './posts.ts';
import { actions, upon } from './rulebook.ts';
import * as staffing from './staffing.ts';

/** What is known of a mission besides the state of its regions. */
export interface MissionContext extends MachineContext {
  staff: staffing.Staff;
  head: posts.Head | null;
  charge: posts.Holder | null;
  /** How many may enter unescorted; null where no number is set. */
  admitted: Count | null;
  militaryRepresentative: posts.Holder | null;
}

/** A mission of which nothing is on record yet. */
export const noMission: MissionContext = {
  staff: staffing.nobody,
  head: null,
  charge: null,
  admitted: null,
  militaryRepresentative: null,
};

/** Every named change of a mission. */
export const missionRecipes = {
  ...staffing.staffingRecipes,
  ...posts.headRecipes,
  ...posts.militaryRepresentativeRecipes,

  setAdmitted: upon(['access.restricted', 'access.restored'], (draft: MissionContext, event) => {
    draft.admitted = event.admitted ?? null;
  }),

  openAccess: (draft: MissionContext) => {
    draft.admitted = null;
  },
};

/** Why each guard refuses; a guard that only chooses between transitions has no say here. */
export const missionRefusals = {
  withinCeiling: 'the ceiling leaves no post for them',
  hasAccredited: 'fewer are accredited than would lose it',
  hasPending: 'fewer requests are pending than would be denied',
  hasVacantPosts: 'fewer posts are vacant than would be abolished',
  agreesWithRecord: 'the report contradicts what is on record',
  isTheHead: 'somebody else is head',
  isTheHeadNow: 'the post is vacant or somebody else is head',
  postIsFree: 'somebody else is head',
  isTheRepresentative: 'somebody else is chief military representative',
};

/** The vocabulary in which the charts of missions are written. */
export const mission = setup({
  // The idiom by which XState learns its types: nothing is read from these values.
  types: { context: {} as MissionContext, events: {} as DomainEvent },
  guards: {
    withinCeiling: staffing.withinCeiling,
    hasAccredited: staffing.hasAccredited,
    hasPending: staffing.hasPending,
    hasVacantPosts: staffing.hasVacantPosts,
    agreesWithRecord: staffing.agreesWithRecord,
    ofEveryone: staffing.ofEveryone,
    isTheHead: posts.isTheHead,
    /** To a post that is known to be vacant nobody comes back. */
    isTheHeadNow: and([not(stateIn({ established: { headship: 'vacant' } })), 'isTheHead']),
    postIsFree: posts.postIsFree,
    isTheRepresentative: posts.isTheRepresentative,
  },
  actions: actions<MissionContext, keyof typeof missionRecipes>(missionRecipes),
});

/** A mission works or is suspended; suspended it goes on existing in law. */
export const operation = mission.createStateConfig({
  initial: 'operating',
  states: {
    operating: { on: { 'operations.suspended': 'suspended' } },
    suspended: { on: { 'operations.resumed': 'operating' } },
  },
});

/** Who may enter unescorted is apart from who is accredited. */
export const access = mission.createStateConfig({
  initial: 'full',
  states: {
    full: { on: { 'access.restricted': { target: 'restricted', actions: 'setAdmitted' } } },
    restricted: {
      on: {
        'access.restricted': { actions: 'setAdmitted' },
        'access.restored': { target: 'full', actions: 'setAdmitted' },
      },
    },
  },
});

/** One head at a time (VCDR 14, 19); recalled for consultations he keeps the post, and may be recalled again. */
export const headship = mission.createStateConfig({
  initial: 'unreported',
  states: {
    unreported: {
      on: {
        'head.appointed': { target: 'inPost', actions: 'nameHead' },
        'head.recalled': { target: 'recalled', actions: 'nameHead' },
        'head.returned': { target: 'inPost', actions: 'nameHead' },
        'head.ended': 'vacant',
      },
    },
    vacant: { on: { 'head.appointed': { target: 'inPost', actions: 'nameHead' } } },
    inPost: {
      on: {
        'head.recalled': { guard: 'isTheHead', target: 'recalled' },
        'head.ended': { guard: 'isTheHead', target: 'vacant', actions: 'endHeadship' },
        'accreditation.withdrawn': { guard: 'ofEveryone', target: 'vacant', actions: 'endHeadship' },
        'staff.recalled': { guard: 'ofEveryone', target: 'recalled' },
      },
    },
    recalled: {
      on: {
        'head.recalled': { guard: 'isTheHead' },
        'head.returned': { guard: 'isTheHead', target: 'inPost' },
        'head.ended': { guard: 'isTheHead', target: 'vacant', actions: 'endHeadship' },
        'accreditation.withdrawn': { guard: 'ofEveryone', target: 'vacant', actions: 'endHeadship' },
      },
    },
  },
});

/** A chargé d'affaires ad interim acts until the head takes up his functions or comes back (VCDR 19; VCCR 15). */
export const charge = mission.createStateConfig({
  initial: 'none',
  states: {
    none: { on: { 'charge.designated': { target: 'acting', actions: 'designateCharge' } } },
    acting: {
      on: {
        'charge.designated': { actions: 'designateCharge' },
        'charge.ended': { target: 'none', actions: 'endCharge' },
        'head.appointed': { guard: 'postIsFree', target: 'none', actions: 'endCharge' },
        'head.returned': { guard: 'isTheHeadNow', target: 'none', actions: 'endCharge' },
        'accreditation.withdrawn': { guard: 'ofEveryone', target: 'none', actions: 'endCharge' },
        'staff.recalled': { guard: 'ofEveryone', target: 'none', actions: 'endCharge' },
      },
    },
  },
});

/** Accreditation is asked for, granted, denied and withdrawn alike whether or not a ceiling is in force. */
export const accreditationEvents = {
  'accreditation.requested': { actions: 'noteRequest' },
  'accreditation.granted': {
    guard: 'withinCeiling',
    actions: ['grantAccreditation', 'fitUnderCeiling', 'answerRequests'],
  },
  'accreditation.denied': { guard: 'hasPending', actions: 'denyRequests' },
  'accreditation.withdrawn': { guard: 'hasAccredited', actions: 'withdrawAccreditation' },
  'staff.recalled': { guard: 'hasAccredited', actions: 'withdrawAccreditation' },
  'staff.reported': { guard: 'agreesWithRecord', actions: 'narrowToReport' },
} as const;

/** The receiving side may limit the size of the mission (VCDR 11; VCCR 20). */
export const staffingUnderCeiling = mission.createStateConfig({
  initial: 'unlimited',
  on: accreditationEvents,
  states: {
    unlimited: { on: { 'ceiling.set': { target: 'limited', actions: ['setCeiling', 'cutToCeiling'] } } },
    limited: {
      on: {
        'ceiling.set': { actions: ['setCeiling', 'cutToCeiling'] },
        'ceiling.lifted': { target: 'unlimited', actions: 'liftCeiling' },
        'posts.abolished': { guard: 'hasVacantPosts', actions: ['abolishPosts', 'fitUnderCeiling'] },
      },
    },
  },
});

/** Before it is established a mission knows one event alone. */
export const absent = mission.createStateConfig({
  on: { 'mission.established': { target: 'established', actions: 'leaveStaffUncounted' } },
});

/** Closing ends all accreditation and every post with it. */
export const closing = {
  target: 'closed',
  actions: ['endAllAccreditation', 'endHeadship', 'endCharge', 'endRepresentation', 'openAccess'],
} as const;

/** A closed mission comes back only by a reopening. */
export const closed = mission.createStateConfig({ on: { 'mission.reopened': 'established' } });

/** The headline of a mission: absent, operating, suspended or closed. */
export function missionStatus(state: StateValue): string {
  if (typeof state === 'string') return state;
  const regions = state['established'];
  return typeof regions === 'object' && typeof regions['operation'] === 'string'
    ? regions['operation']
    : 'absent';
}
