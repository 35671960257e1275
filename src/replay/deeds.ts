/** What an act did: the fields that each of its events changed, or why the rules have no place for it. */
import { type DomainEvent, dataOf } from '../events/event.ts';
import type { EventType } from '../events/vocabulary.ts';
import { type Day, dayOf } from '../time/day.ts';
import { begin, type FieldValue, type State } from './evolve.ts';
import { type Finding, findingOf } from './findings.ts';
import { eventAsKnown, type Knowledge, knownOf } from './known.ts';
import { type EventRecord, kindOf } from './record.ts';
import { chartFor, type Turn, walk } from './walk.ts';

/** One event of an act, and what it did. */
export interface Deed {
  readonly event: string;
  readonly subject: string;
  readonly type: EventType;
  readonly effective: string;
  readonly data: { readonly [field: string]: unknown };
  /** The day on which it counts, under the reading; null where it never certainly takes hold, or is not known. */
  readonly day: Day | null;
  /** The fields before and after it; null where a state has no such field. */
  readonly changes: readonly {
    readonly field: string;
    readonly before: FieldValue;
    readonly after: FieldValue;
  }[];
  readonly finding: Finding | null;
}

/** What the events of an act did, in their order; those that are not on record by then, or retracted, are left out. */
export function deedsOf(record: EventRecord, act: string, knowledge: Knowledge): readonly Deed[] {
  const events = (record.acts.get(act)?.events ?? []).flatMap(
    (id) => eventAsKnown(record, id, knowledge) ?? [],
  );
  return events.map((event) => deedOf(record, event, knowledge));
}

function deedOf(record: EventRecord, event: DomainEvent, knowledge: Knowledge): Deed {
  const { id, subject, type, effective } = event;
  const chart = chartFor(kindOf(record, subject));
  const told = { event: id, subject, type, effective: effective.edtf, data: dataOf(event) };
  let before = begin(chart);
  for (const turn of walk(chart, knownOf(record, subject, knowledge), knowledge)) {
    if (turn.event.id === id) {
      return {
        ...told,
        day: dayOf(turn.day),
        changes: changed(before, turn),
        finding: findingOf(chart, turn),
      };
    }
    before = turn.state;
  }
  return { ...told, day: null, changes: [], finding: null };
}

function changed({ fields }: State, { state }: Turn): Deed['changes'] {
  return [...new Set([...fields.keys(), ...state.fields.keys()])].flatMap((field) => {
    const [before, after] = [fields.get(field) ?? null, state.fields.get(field) ?? null];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, before, after }];
  });
}
