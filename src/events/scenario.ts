/**
 * A scenario as a value: what is assumed, of which past. It does nothing by itself; src/simulation makes another history
 * of it. How it is written, see scenario-form.ts.
 */
import type { DayNumber } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import type { Delay } from './delay.ts';
import type { Kind, Source } from './dossier.ts';
import type { WrittenEvent } from './read.ts';
import type { EventType } from './vocabulary.ts';

/** What is assumed. */
export interface Scenario {
  readonly scenario: string;
  readonly title: string;
  readonly note: string | null;
  /** Another scenario's file, on whose branch this one stands, as it is written; null for the record itself. */
  readonly base: string | null;
  readonly from: Past;
  /** Events (`ACT/N`) and whole acts (`ACT`) that are taken out. */
  readonly without: readonly string[];
  readonly changes: readonly HypotheticalChange[];
  readonly acts: readonly HypotheticalAct[];
}

/** The past that a scenario begins from, on the clocks of announcement and recording; null is no bound. */
export interface Past {
  /** What was announced after this day is set aside. */
  readonly announced: DayNumber | null;
  /** What was recorded after this day is set aside, corrections and retractions among it. */
  readonly recorded: DayNumber | null;
}

/** An event that is moved or otherwise changed; `set` as in a correction, unread. */
export interface HypotheticalChange {
  readonly event: string;
  readonly set: { readonly [field: string]: unknown };
}

/** An act that is assumed. */
export interface HypotheticalAct {
  readonly act: string;
  readonly by: string;
  readonly title: string | null;
  readonly announced: Announcement;
  /** When the record would learn of it; null for always on record. */
  readonly recorded: DayNumber | null;
  readonly sources: readonly Source[];
  readonly note: string | null;
  /** Null where it happens in every run. */
  readonly probability: Probability | null;
  /** All of these must hold on its day, or it does not happen. */
  readonly when: readonly Condition[];
  readonly events: readonly HypotheticalEvent[];
}

/** When the world is told of an act. */
export type Announcement =
  | { readonly kind: 'dated'; readonly date: Edtf }
  /** So many days after another act was announced; it does not happen where that one does not. */
  | { readonly kind: 'after'; readonly after: string; readonly days: Delay }
  /**
   * So many days after every event of a type was announced, on record or assumed, by this party and of this subject
   * where one is named; never after an event of the act itself, and no oftener than `times`.
   */
  | {
      readonly kind: 'answers';
      readonly type: EventType;
      readonly by: string | null;
      readonly subject: string | null;
      readonly days: Delay;
      readonly times: number;
    };

/** An event of an act that is assumed. */
export interface HypotheticalEvent {
  /** As an act file would have it; without `effective` it takes hold with the announcement, or `lag` later. */
  readonly written: WrittenEvent;
  /** Days from the announcement until it takes hold; null where `written` says. */
  readonly lag: Delay | null;
  /** As it stands in the file, for changes. */
  readonly raw: { readonly [field: string]: unknown };
}

/** How likely an act is where its other conditions hold. */
export type Probability =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'rate'; readonly rate: Rate };

/**
 * A count that a dossier gives: of the spells in which a subject of the kind had the status, the share in which an event
 * of the type followed within so many days of its beginning.
 */
export interface Rate {
  readonly event: EventType;
  readonly while: string;
  readonly kind: Kind;
  readonly within: number;
}

/** Fields of one subject that must be so; of a range it is enough that it may be, as it is for a guard. */
export interface Condition {
  /** Its place in the list of its act; null where it stands alone. */
  readonly place: number | null;
  readonly subject: string;
  readonly tests: readonly Test[];
}

/** One field, by its name in an answer: `status`, `state.access`, `staff.accredited`, `head`. */
export type Test =
  /** The field's value, or the name of who holds a post; `none` for nothing; for a range a number or a range. */
  | { readonly kind: 'is'; readonly field: string; readonly value: string }
  | {
      readonly kind: 'count';
      readonly field: string;
      readonly relation: '>=' | '<=' | '>' | '<';
      readonly number: number;
    };

/** How often an act answers where its scenario does not say. */
export const MOST_ANSWERS = 100;
