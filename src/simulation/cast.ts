/** The acts that may happen in a run, each with all that is drawn for it, and those that are due at a time. */
import type { DayNumber, DayNumbers } from '../time/day.ts';
import type { FieldTest } from './field-test.ts';
import type { Spread } from './spread.ts';
import type { Entry, Track, Window } from './track.ts';

/** All that takes part in a run. What a run writes here is of no use to the next one. */
export interface Cast {
  readonly roles: readonly Role[];
  readonly tracks: readonly Track[];
  /** Windows of the record that some track or some act waits for. */
  readonly windows: readonly Window[];
  /** What is on record of which acts follow, in the order in which they come to be due. */
  readonly cues: readonly Cue[];
  readonly due: Due;
  /** Which acts happened in this run, in their order, as far as `length` goes. */
  readonly happened: {
    length: number;
    readonly places: number[];
    readonly answers: number[];
    readonly days: DayNumber[];
  };
}

/** An act of a scenario. */
export interface Role {
  /** The number of the first thing that is drawn for it; those for its answers follow. */
  readonly thing: number;
  /** Its name; of one that answers, that of the n-th answer, from 0. */
  readonly nameOf: (answer: number) => string;
  /** The share of the cases in which it happens; 1 for always. */
  readonly share: number;
  /** The days on one of which it is announced; null where it follows something. */
  readonly date: { readonly first: DayNumber; readonly last: DayNumber } | null;
  /** The days after what it follows. */
  readonly spread: Spread;
  readonly times: number;
  /** The last day on which it may happen, by the scenarios that build on its own. */
  readonly until: DayNumber;
  readonly checks: readonly Check[];
  readonly parts: readonly Part[];
  /** The places of the acts that follow it. */
  readonly followers: readonly number[];
  /** In this run: how often it came to be due, had its turn, and happened. */
  asked: number;
  turns: number;
  happened: number;
}

/** What must be so on the day of an act. */
export interface Check {
  readonly track: Track;
  readonly tests: readonly FieldTest[];
}

/** An event of an act. */
export interface Part {
  readonly track: Track;
  readonly thing: number;
  /** Days from the announcement until it takes hold; null where `date` says, or it takes hold at once. */
  readonly lag: Spread | null;
  /** The days on one of which it takes hold; `first` is null where they begin with the announcement. */
  readonly date: { readonly first: DayNumber | null; readonly last: DayNumber } | null;
  readonly entryOf: (answer: number) => Entry;
  readonly entries: Entry[];
  /** The acts that answer it, and after which announcements; null for all. */
  readonly answeredBy: readonly { readonly place: number; readonly after: DayNumber | null }[];
}

/** Something on record that an act follows. */
export interface Cue {
  readonly place: number;
  readonly day: DayNumber;
  /** Where the day is not certain, the window from which it is drawn. */
  readonly window: Window | null;
}

/** Acts that are to come: their places and days, and the word that decides whether each happens. */
export interface Due {
  length: number;
  readonly places: Int32Array;
  readonly days: DayNumbers;
  readonly luck: Int32Array;
}
