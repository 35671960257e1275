import { type DayNumber, EVER, earlier } from './day.ts';
import type { Edtf } from './edtf.ts';

/**
 * Which end of an imprecise date counts: `latest` (an event is in effect only once it certainly is) or `earliest`
 * (as soon as it may be).
 */
export type Reading = 'latest' | 'earliest';

/**
 * A question's place on three clocks. `at` is the day of effect asked about: which acts had taken hold.
 * `announcedBy` bounds announcement: what the world had been told by the end of that day. `recordedBy` bounds
 * recording: what this record had learnt by then. Null is no bound. Effect is the valid time and recording the transaction
 * time of Snodgrass ("Developing Time-Oriented Database Applications in SQL", 1999); announcement lies between them.
 * `account` is the party whose version of events is followed, null for the base version.
 */
export interface AsOf {
  readonly at: DayNumber;
  readonly announcedBy: DayNumber | null;
  readonly recordedBy: DayNumber | null;
  readonly account: string | null;
  readonly reading: Reading;
}

/** The day on which a date counts under a reading; EVER or NEVER where the window is open at that end. */
export function dayUnder(reading: Reading, date: Pick<Edtf, 'first' | 'last'>): DayNumber {
  return reading === 'latest' ? date.last : date.first;
}

/**
 * When an act takes hold: on its announcement where nothing else is said, and not before its announcement
 * where the window is open at its start.
 */
export function effectiveWindow(effective: Edtf | null, announced: Edtf): Edtf {
  if (effective === null) return announced;
  if (effective.first !== EVER) return effective;
  return { ...effective, first: earlier(announced.first, effective.last) };
}
