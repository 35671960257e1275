/**
 * What somebody who has no statechart would write: a reducer for permanent missions, by hand, that writes its state in
 * place. It does the same arithmetic on ranges as the recipes and comes to the same states, in one switch.
 */
import {
  type Count,
  canReach,
  least,
  meet,
  minus,
  minusToZero,
  NONE,
  plus,
  UNKNOWN,
  within,
} from '../src/count.ts';
import type { DomainEvent } from '../src/events/event.ts';
import type { Head, Holder } from '../src/machines/posts.ts';

/** A permanent mission as flat as it can be. */
export interface Mission {
  phase: 'absent' | 'established' | 'closed';
  suspended: boolean;
  restricted: boolean;
  headship: 'unreported' | 'vacant' | 'inPost' | 'recalled';
  chargeActs: boolean;
  limited: boolean;
  post: 'unreported' | 'vacant' | 'inPost' | 'recalled';
  office: 'operating' | 'alone' | 'withMission' | 'both';
  ceiling: Count | null;
  accredited: Count;
  pending: Count;
  head: Head | null;
  charge: Holder | null;
  admitted: Count | null;
  representative: Holder | null;
}

export function noMission(): Mission {
  return {
    phase: 'absent',
    suspended: false,
    restricted: false,
    headship: 'unreported',
    chargeActs: false,
    limited: false,
    post: 'unreported',
    office: 'operating',
    ceiling: null,
    accredited: NONE,
    pending: NONE,
    head: null,
    charge: null,
    admitted: null,
    representative: null,
  };
}

/** Changes the state by one event; one that has no place changes nothing. */
export function reduce(state: Mission, event: DomainEvent): void {
  if (state.phase !== 'established') {
    if (state.phase === 'absent' && event.type === 'mission.established') {
      state.phase = 'established';
      state.accredited = UNKNOWN;
      state.pending = UNKNOWN;
    } else if (state.phase === 'closed' && event.type === 'mission.reopened') state.phase = 'established';
    return;
  }
  switch (event.type) {
    case 'mission.closed':
      Object.assign(state, noMission(), { phase: 'closed' });
      return;
    case 'operations.suspended':
      if (!state.suspended) {
        state.suspended = true;
      }
      if (state.office === 'operating') state.office = 'withMission';
      else if (state.office === 'alone') state.office = 'both';
      return;
    case 'operations.resumed':
      state.suspended = false;
      if (state.office === 'withMission') state.office = 'operating';
      else if (state.office === 'both') state.office = 'alone';
      return;
    case 'access.restricted':
      state.restricted = true;
      state.admitted = event.admitted ?? null;
      return;
    case 'access.restored':
      if (!state.restricted) return;
      state.restricted = false;
      state.admitted = event.admitted ?? null;
      return;
    case 'ceiling.set':
      state.limited = true;
      state.ceiling = event.limit;
      state.accredited = least(state.accredited, event.limit);
      return;
    case 'ceiling.lifted':
      state.limited = false;
      state.ceiling = null;
      return;
    case 'posts.abolished':
      if (state.ceiling === null || !canReach(state.ceiling, plus(state.accredited, event.count))) return;
      state.ceiling = minus(state.ceiling, event.count);
      fitUnderCeiling(state);
      return;
    case 'accreditation.requested':
      state.pending = plus(state.pending, event.count);
      return;
    case 'accreditation.granted': {
      const more = plus(state.accredited, event.count);
      if (state.ceiling !== null && !canReach(state.ceiling, more)) return;
      state.accredited = more;
      fitUnderCeiling(state);
      state.pending = minusToZero(state.pending, event.count);
      return;
    }
    case 'accreditation.denied':
      if (canReach(state.pending, event.count)) state.pending = minus(state.pending, event.count);
      return;
    case 'accreditation.withdrawn':
    case 'staff.recalled':
      leave(state, event);
      return;
    case 'staff.reported':
      report(state, event);
      return;
    default:
      takePosts(state, event);
  }
}

/** Nobody is accredited beyond what the ceiling may be. */
function fitUnderCeiling(state: Mission): void {
  if (state.ceiling !== null) state.accredited = within(state.accredited, state.ceiling);
}

function leave(
  state: Mission,
  event: DomainEvent & { readonly type: 'accreditation.withdrawn' | 'staff.recalled' },
) {
  if (event.count !== 'all') {
    if (canReach(state.accredited, event.count)) state.accredited = minus(state.accredited, event.count);
    return;
  }
  state.accredited = NONE;
  if (state.chargeActs) {
    state.chargeActs = false;
    state.charge = null;
  }
  if (event.type === 'staff.recalled') {
    if (state.headship === 'inPost') state.headship = 'recalled';
    if (state.post === 'inPost') state.post = 'recalled';
    return;
  }
  if (state.headship === 'inPost' || state.headship === 'recalled') {
    state.headship = 'vacant';
    state.head = null;
  }
  if (state.post === 'inPost' || state.post === 'recalled') {
    state.post = 'vacant';
    state.representative = null;
  }
}

function report(state: Mission, event: DomainEvent & { readonly type: 'staff.reported' }): void {
  const pending = meet(state.pending, event.pending ?? UNKNOWN);
  let accredited = meet(state.accredited, event.accredited ?? UNKNOWN);
  let { ceiling } = state;
  if (accredited !== null && ceiling !== null) {
    const vacant = event.vacant ?? UNKNOWN;
    if (!canReach(ceiling, vacant)) return;
    accredited = meet(accredited, minus(ceiling, vacant));
    ceiling = accredited && meet(ceiling, plus(accredited, vacant));
    if (ceiling === null) return;
  }
  if (accredited === null || pending === null) return;
  state.ceiling = ceiling;
  state.accredited = accredited;
  state.pending = pending;
}

function takePosts(state: Mission, event: DomainEvent): void {
  switch (event.type) {
    case 'head.appointed':
      if (state.chargeActs && state.head === null) {
        state.chargeActs = false;
        state.charge = null;
      }
      if (state.headship !== 'unreported' && state.headship !== 'vacant') return;
      state.headship = 'inPost';
      state.head = { name: event.name };
      return;
    case 'head.recalled':
      if (state.headship === 'unreported') state.head = { name: event.name };
      else if (state.headship === 'vacant' || !isHead(state, event.name)) return;
      state.headship = 'recalled';
      return;
    case 'head.returned':
      // To a post that is known to be vacant nobody comes back.
      if (state.chargeActs && state.headship !== 'vacant' && isHead(state, event.name)) {
        state.chargeActs = false;
        state.charge = null;
      }
      if (state.headship === 'unreported') state.head = { name: event.name };
      else if (state.headship !== 'recalled' || !isHead(state, event.name)) return;
      state.headship = 'inPost';
      return;
    case 'head.ended':
      if (state.headship === 'unreported') state.headship = 'vacant';
      else if (state.headship !== 'vacant' && isHead(state, event.name)) {
        state.headship = 'vacant';
        state.head = null;
      }
      return;
    case 'charge.designated':
      state.chargeActs = true;
      state.charge = { name: event.name ?? null };
      return;
    case 'charge.ended':
      state.chargeActs = false;
      state.charge = null;
      return;
    case 'military-representative.appointed':
      if (state.post !== 'unreported' && state.post !== 'vacant') return;
      state.post = 'inPost';
      state.representative = { name: event.name ?? null };
      return;
    case 'military-representative.ended':
      if (state.post === 'unreported') state.post = 'vacant';
      else if (state.post !== 'vacant' && isRepresentative(state, event.name)) {
        state.post = 'vacant';
        state.representative = null;
      }
      return;
    case 'military-representative.suspended':
      if (state.office === 'operating') state.office = 'alone';
      return;
    case 'military-representative.resumed':
      if (state.office === 'alone') state.office = 'operating';
      else if (state.office === 'both') state.office = 'withMission';
      return;
    default:
  }
}

function isHead({ head }: Mission, name: string): boolean {
  return head === null || head.name === name;
}

function isRepresentative({ representative }: Mission, name: string | undefined): boolean {
  const known = representative?.name ?? null;
  return known === null || name === undefined || known === name;
}
