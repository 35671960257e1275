/**
 * The size of a mission: the ceiling that the receiving side sets (VCDR 11, VCCR 20) and the staff under it, all in
 * ranges. A guard asks whether an event is possible for some exact numbers within the ranges; a recipe keeps all that
 * remain possible.
 */
import {
  type Count,
  canReach,
  equalCounts,
  least,
  meet,
  minus,
  minusToZero,
  NONE,
  plus,
  UNKNOWN,
  within,
} from '../count.ts';
import type { DomainEvent } from '../events/event.ts';
import { upon } from './rulebook.ts';

/** Persons and posts; `ceiling` is null while no limit is in force. */
export interface Staff {
  ceiling: Count | null;
  accredited: Count;
  pending: Count;
}

interface Staffed {
  staff: Staff;
}

/** The staff of a mission that does not exist: nobody. */
export const nobody: Staff = { ceiling: null, accredited: NONE, pending: NONE };

/** The vacant posts, ceiling less accredited; null while no limit is in force. */
export function vacancies(staff: Staff): Count | null {
  return staff.ceiling && minus(staff.ceiling, staff.accredited);
}

/** Some post is left under the ceiling for those granted accreditation. */
export function withinCeiling({ context, event }: Question): boolean {
  if (event.type !== 'accreditation.granted') return false;
  const { ceiling, accredited } = context.staff;
  return ceiling === null || canReach(ceiling, plus(accredited, event.count));
}

/** So many are in post that those who lose it can be among them; withdrawing everyone is always possible. */
export function hasAccredited({ context, event }: Question): boolean {
  if (event.type !== 'accreditation.withdrawn' && event.type !== 'staff.recalled') return false;
  return event.count === 'all' || canReach(context.staff.accredited, event.count);
}

/** So many requests await an answer. */
export function hasPending({ context, event }: Question): boolean {
  return event.type === 'accreditation.denied' && canReach(context.staff.pending, event.count);
}

/** So many posts stand empty. */
export function hasVacantPosts({ context, event }: Question): boolean {
  if (event.type !== 'posts.abolished') return false;
  const { ceiling, accredited } = context.staff;
  return ceiling !== null && canReach(ceiling, plus(accredited, event.count));
}

/** The observation can be true, given what is already on record. */
export function agreesWithRecord({ context, event }: Question): boolean {
  return event.type === 'staff.reported' && narrowed(context.staff, event) !== null;
}

/** Everyone loses the post, not a number of persons. */
export function ofEveryone({ event }: Question): boolean {
  if (event.type !== 'accreditation.withdrawn' && event.type !== 'staff.recalled') return false;
  return event.count === 'all';
}

export const staffingRecipes = {
  /** A mission comes into being with a staff that nobody has counted yet. */
  leaveStaffUncounted: upon(['mission.established'], (draft: Staffed) => {
    draft.staff.accredited = UNKNOWN;
    draft.staff.pending = UNKNOWN;
  }),

  /** Closing ends all accreditation, all requests, and the limit on them. */
  endAllAccreditation: upon(['mission.closed'], (draft: Staffed) => {
    draft.staff.accredited = NONE;
    draft.staff.pending = NONE;
    draft.staff.ceiling = null;
  }),

  setCeiling: upon(['ceiling.set'], (draft: Staffed, event) => {
    draft.staff.ceiling = event.limit;
  }),

  /** Above the ceiling the receiving side recognises nobody (VCDR 11). */
  cutToCeiling: upon(['ceiling.set'], (draft: Staffed) => {
    const { ceiling, accredited } = draft.staff;
    if (ceiling === null) return;
    const recognised = least(accredited, ceiling);
    if (!equalCounts(recognised, accredited)) draft.staff.accredited = recognised;
  }),

  liftCeiling: upon(['ceiling.lifted'], (draft: Staffed) => {
    draft.staff.ceiling = null;
  }),

  abolishPosts: upon(['posts.abolished'], (draft: Staffed, event) => {
    if (draft.staff.ceiling !== null) draft.staff.ceiling = minus(draft.staff.ceiling, event.count);
  }),

  /** Only vacant posts go, so that the staff fits under the ceiling as it now is. */
  fitUnderCeiling: upon(['posts.abolished', 'accreditation.granted'], (draft: Staffed) => {
    const { ceiling, accredited } = draft.staff;
    if (ceiling === null) return;
    const fitting = within(accredited, ceiling);
    if (fitting !== accredited) draft.staff.accredited = fitting;
  }),

  noteRequest: upon(['accreditation.requested'], (draft: Staffed, event) => {
    draft.staff.pending = plus(draft.staff.pending, event.count);
  }),

  grantAccreditation: upon(['accreditation.granted'], (draft: Staffed, event) => {
    draft.staff.accredited = plus(draft.staff.accredited, event.count);
  }),

  /** Grants answer requests, as far as requests are on record. */
  answerRequests: upon(['accreditation.granted'], (draft: Staffed, event) => {
    draft.staff.pending = minusToZero(draft.staff.pending, event.count);
  }),

  denyRequests: upon(['accreditation.denied'], (draft: Staffed, event) => {
    draft.staff.pending = minus(draft.staff.pending, event.count);
  }),

  withdrawAccreditation: upon(['accreditation.withdrawn', 'staff.recalled'], (draft: Staffed, event) => {
    draft.staff.accredited = event.count === 'all' ? NONE : minus(draft.staff.accredited, event.count);
  }),

  narrowToReport: upon(['staff.reported'], (draft: Staffed, event) => {
    const { ceiling, accredited, pending } = draft.staff;
    const staff = possible(narrowed({ ceiling, accredited, pending }, event));
    if (!equalCounts(staff.accredited, accredited)) draft.staff.accredited = staff.accredited;
    if (!equalCounts(staff.pending, pending)) draft.staff.pending = staff.pending;
    if (ceiling && staff.ceiling && !equalCounts(staff.ceiling, ceiling)) draft.staff.ceiling = staff.ceiling;
  }),
};

interface Question {
  readonly context: Staffed;
  readonly event: DomainEvent;
}

interface Report {
  readonly accredited?: Count;
  readonly vacant?: Count;
  readonly pending?: Count;
}

/** What remains possible of the staffing after an observation; null where nothing does. */
function narrowed(staff: Staff, report: Report): Staff | null {
  const pending = meet(staff.pending, report.pending ?? UNKNOWN);
  let accredited = meet(staff.accredited, report.accredited ?? UNKNOWN);
  let ceiling = staff.ceiling;
  if (accredited !== null && ceiling !== null) {
    const vacant = report.vacant ?? UNKNOWN;
    if (!canReach(ceiling, vacant)) return null;
    accredited = meet(accredited, minus(ceiling, vacant));
    ceiling = accredited && meet(ceiling, plus(accredited, vacant));
    if (ceiling === null) return null;
  }
  return accredited && pending && { ceiling, accredited, pending };
}

function possible<T>(value: T | null): T {
  if (value === null) throw new Error('a recipe ran although its guard had found the event impossible');
  return value;
}
