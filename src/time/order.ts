import { dayUnder, type Reading } from './clocks.ts';
import type { Edtf } from './edtf.ts';

/** Where an event stands in its dossier: the file's name, its act's place in the file, its own place in the act. */
export interface Position {
  readonly file: string;
  readonly act: number;
  readonly event: number;
}

/** What the order looks at: when it took hold, when it was announced, where it stands. */
export interface Dated {
  readonly effective: Edtf;
  readonly announced: Edtf;
  readonly position: Position;
}

/**
 * The one total order of a record: day of effect under the reading, clock time, day of announcement, position.
 * An act without a clock time begins with its day, before any that has one. Negative, zero or positive as for
 * Array.prototype.sort; zero only where all of these are equal.
 */
export function byOrder(reading: Reading): (a: Dated, b: Dated) => number {
  return (a, b) =>
    dayUnder(reading, a.effective) - dayUnder(reading, b.effective) ||
    byClock(a.effective.clock, b.effective.clock) ||
    dayUnder(reading, a.announced) - dayUnder(reading, b.announced) ||
    byPosition(a.position, b.position);
}

/** By file name, in code units so that no locale has a say, then act, then event. */
export function byPosition(a: Position, b: Position): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.act - b.act || a.event - b.event;
}

function byClock(a: number | null, b: number | null): number {
  if (a === null) return b === null ? 0 : -1;
  return b === null ? 1 : a - b;
}
