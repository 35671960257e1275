/** What an invariant is: a named predicate on states, on transitions, across subjects, or on the record itself. */
import type { Subject } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import type { Described } from '../replay/describe.ts';
import type { EventRecord } from '../replay/record.ts';

/** A predicate with its statement; each kind says in its own words what is wrong, and nothing where nothing is. */
export type Invariant = {
  /** A short name, as in `within-ceiling`. */
  readonly id: string;
  /** What must always hold, in one sentence. */
  readonly statement: string;
  /** The article it rests on; null where it is reason or good practice. */
  readonly article: string | null;
} & (
  | { readonly on: 'state'; readonly broken: (state: Described) => string | null }
  | {
      readonly on: 'transition';
      readonly broken: (before: Described, event: DomainEvent, after: Described) => string | null;
    }
  | { readonly on: 'world'; readonly broken: (subjects: readonly SubjectOnDay[]) => readonly Breach[] }
  | {
      readonly on: 'record';
      readonly broken: (events: readonly DomainEvent[], record: EventRecord) => readonly Breach[];
    }
);

/** A subject and its state on one day. */
export interface SubjectOnDay {
  readonly id: string;
  readonly subject: Subject;
  readonly state: Described;
}

/** One case in which an invariant does not hold. */
export interface Breach {
  readonly subject: string | null;
  readonly says: string;
  /** The events that break it. */
  readonly events: readonly string[];
}
