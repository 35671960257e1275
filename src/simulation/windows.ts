/** The windows of doubtful dates, each with a number by which it is drawn; an announcement has one for all its events. */
import type { DomainEvent } from '../events/event.ts';
import { type DayNumber, EVER, NEVER } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import type { Window } from './track.ts';

/** The windows of a record, made as they are first asked for. */
export interface Windows {
  /** When an event takes hold; null where the day is certain. */
  readonly ofEffect: (event: DomainEvent) => Window | null;
  /** When an act was announced; null where the day is certain, or the end is open so that it counts as never. */
  readonly ofAnnouncement: (act: string, date: Edtf) => Window | null;
}

/** Windows by numbers that no act of a scenario has. */
export function windowsOf(): Windows {
  let things = 2 ** 31;
  const known = new Map<string, Window | null>();
  const ofAnnouncement = (act: string, date: Edtf) => windowOf(`${act} ${date.edtf}`, date);
  return {
    ofAnnouncement,
    ofEffect: ({ id, act, announced, effective, atAnnouncement }) =>
      atAnnouncement ? ofAnnouncement(act, announced) : windowOf(id, effective),
  };

  function windowOf(key: string, { first, last }: Edtf): Window | null {
    const found = known.get(key);
    if (found !== undefined) return found;
    const window = isSettled(first, last) ? null : { thing: things++, first, last, day: last };
    known.set(key, window);
    return window;
  }
}

/** Whether there is nothing to draw from: one day, or no first or last. */
function isSettled(first: DayNumber, last: DayNumber): boolean {
  return first === last || first === EVER || last === NEVER;
}
