/** A stream: the events of one subject, as told, in the record's one total order. */

import type { MachineContext } from 'xstate';
import type { DomainEvent } from '../events/event.ts';
import type { EventType } from '../events/vocabulary.ts';
import type { Reading } from '../time/clocks.ts';
import type { DayNumber, DayNumbers } from '../time/day.ts';

/** Whose version of the events, and which end of their dates: what decides the order of a stream. */
export interface Telling {
  readonly reading: Reading;
  readonly account: string | null;
}

/** The tellings of one subject in order: the first `kept` of another stream, where there is one, and then its own. */
export interface Stream {
  readonly length: number;
  readonly parts: readonly Stretch[];
  /** The stream with which it begins, and for how many tellings; null for one that begins by itself. */
  readonly root: { readonly stream: Stream; readonly kept: number } | null;
  /** Whether all its days are certain, of effect and of announcement. */
  readonly exact: boolean;
  /** States that runs have come to, in order; kept by them, and no part of what is on record. */
  readonly marks: Mark[];
}

/**
 * The places from `start` until before `end` of some columns: at each the day of effect and that of announcement
 * under the reading, and what a statechart sees, as a number among the payloads.
 */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly columns: Columns;
}

/** Tellings in order. `recorded` is null where every one always counted and still does. */
export interface Columns {
  readonly days: DayNumbers;
  readonly told: DayNumbers;
  readonly recorded: Recordings | null;
  /** What happened, as the number of its type in the vocabulary. */
  readonly types: Uint8Array;
  readonly payload: Uint32Array;
  readonly payloads: readonly Payload[];
  /** The event at a place, made anew. */
  readonly eventAt: (place: number) => DomainEvent;
}

/** The days of recording from which on each telling counts, and from which on it no longer does; NEVER for none. */
export interface Recordings {
  readonly from: DayNumbers;
  readonly until: DayNumbers;
}

/** A state that a run had come to at the end of some tellings, which took hold by a day. */
export interface Mark {
  readonly day: DayNumber;
  readonly run: Readonly<Run>;
}

/** How far a run through a stream has come, and to what. */
export interface Run {
  /** How many tellings of the stream lie behind it, those that do not count included. */
  passed: number;
  /** The number of the chart's configuration. */
  at: number;
  /** Its own, written by every step. */
  context: MachineContext;
  /** The day since which the status holds; null while it is the initial one. */
  since: DayNumber | null;
  /** The last days of announcement, and of recording, on which all behind it depends. */
  told: DayNumber;
  recorded: DayNumber;
}

/** What a statechart sees of an event: its type and data. Frozen, for it is shared. */
export interface Payload {
  readonly type: EventType;
  readonly [datum: string]: unknown;
}
