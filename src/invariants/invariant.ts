/** What an invariant is: a named predicate on states, on transitions, across subjects, or on the record itself. */
import type { Subject } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import type { Described } from '../replay/describe.ts';
import type { ActOnRecord } from '../replay/record.ts';
import type { DayNumber } from '../time/day.ts';

/** A predicate with its statement; each kind says in its own words what is wrong, and nothing where nothing is. */
export type Invariant = {
  /** A short name, as in `within-ceiling`. */
  readonly id: string;
  /** What must always hold, in one sentence. */
  readonly statement: string;
  /** The article it rests on; null where it is reason or good practice. */
  readonly article: string | null;
} & (
  | { readonly on: 'state'; readonly broken: (state: Described) => Fault | null }
  | {
      readonly on: 'transition';
      /** The status before an event that was applied, the event, and the status after it. */
      readonly broken: (before: string, event: DomainEvent, after: string) => string | null;
    }
  | { readonly on: 'world'; readonly broken: (subjects: readonly SubjectOnDay[]) => readonly Clash[] }
  | { readonly on: 'record'; readonly broken: (known: KnownRecord) => readonly Breach[] }
);

/** What is wrong with a state, and the fields that show it. */
export interface Fault {
  readonly says: string;
  readonly fields: readonly string[];
}

/** A subject and its state on one day. */
export interface SubjectOnDay {
  readonly id: string;
  readonly subject: Subject;
  readonly state: Described;
}

/** What a question knows of a record. */
export interface KnownRecord {
  readonly events: readonly DomainEvent[];
  readonly acts: readonly ActOnRecord[];
  /** The first day on which something was recorded of an event, by its id; none for what was always on record. */
  readonly recorded: ReadonlyMap<string, DayNumber>;
}

/** One case in which an invariant does not hold. */
export interface Breach {
  /** Null where it concerns no one subject. */
  readonly subject: string | null;
  readonly says: string;
  /** The events that break it. */
  readonly events: readonly string[];
  /** The act that breaks it, where it is not its events that do. */
  readonly act?: string;
}

/** A breach that is seen in the statuses of several subjects together. */
export interface Clash extends Breach {
  readonly between: readonly string[];
}
