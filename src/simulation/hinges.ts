/** The single events on which an answer hinges: had one of them not happened, what would be otherwise, and how. */
import type { DomainEvent } from '../events/event.ts';
import type { Chart, Snapshot } from '../replay/chart.ts';
import { at } from '../replay/column.ts';
import { type FieldValue, fieldsOf } from '../replay/evolve.ts';
import { isAnnounced, knownOf } from '../replay/known.ts';
import { type EventRecord, kindOf } from '../replay/record.ts';
import { type Uncertain, uncertainties } from '../replay/uncertain.ts';
import { chartFor } from '../replay/walk.ts';
import { type AsOf, dayUnder } from '../time/clocks.ts';
import { NEVER } from '../time/day.ts';
import { after } from './next-proposals.ts';

/** A field that would be otherwise without one event; null where a state has no such field. */
export interface Hinge {
  readonly event: string;
  readonly field: string;
  readonly with: FieldValue;
  readonly without: FieldValue;
}

/** The hinges of a subject's state on a day, in the order of the events. */
export interface Hinges {
  readonly subject: string;
  readonly hinges: readonly Hinge[];
  /** How many events were taken out, one at a time: all that are known and in effect. */
  readonly tried: number;
  /** Which of the fields asked about doubtful dates leave open. */
  readonly uncertain: readonly Uncertain[];
}

/**
 * What would be otherwise at the end of a day without each event that is known of a subject, in these fields, or in all
 * where `fields` is null. RangeError where the record has no such subject.
 */
export function hingesOf(
  record: EventRecord,
  subject: string,
  when: AsOf,
  fields: readonly string[] | null = null,
): Hinges {
  const chart = chartFor(kindOf(record, subject));
  const stream = knownOf(record, subject, when);
  // What is not known or not in effect makes no difference; nor does an event of another subject.
  const counting = stream.filter((event) => {
    const day = dayUnder(when.reading, event.effective);
    return isAnnounced(event, when) && day <= when.at && day !== NEVER;
  });
  const isAsked = (field: string) => fields === null || fields.includes(field);
  const course = courseOf(chart, counting);
  const is = fieldsOf(chart, last(course));
  const hinges = counting.flatMap(({ id: event }, index) => {
    const other = without(chart, counting, course, index);
    return other === null
      ? []
      : differences(is, fieldsOf(chart, other))
          .filter(({ field }) => isAsked(field))
          .map((difference) => ({ event, ...difference }));
  });
  const uncertain = uncertainties(chart, stream, when).filter(({ field }) => isAsked(field));
  return { subject, hinges, tried: counting.length, uncertain };
}

/** The states that events lead through, the first before any of them. */
function courseOf(chart: Chart, events: readonly DomainEvent[]): readonly Snapshot[] {
  const course = [chart.initial];
  for (const event of events) course.push(after(chart, last(course), event) ?? last(course));
  return course;
}

/**
 * The state that the events lead to without one of them: what comes after it is taken again, until it is as if nothing
 * had been taken out; null where it comes to that.
 */
function without(
  chart: Chart,
  events: readonly DomainEvent[],
  course: readonly Snapshot[],
  index: number,
): Snapshot | null {
  let state = at(course, index);
  for (let next = index + 1; ; next++) {
    if (isSame(state, at(course, next))) return null;
    const event = events[next];
    if (event === undefined) return state;
    state = after(chart, state, event) ?? state;
  }
}

function isSame(a: Snapshot, b: Snapshot): boolean {
  return a === b || (a.at === b.at && JSON.stringify(a.context) === JSON.stringify(b.context));
}

function last(course: readonly Snapshot[]): Snapshot {
  return at(course, course.length - 1);
}

function differences(
  is: ReadonlyMap<string, FieldValue>,
  would: ReadonlyMap<string, FieldValue>,
): readonly Omit<Hinge, 'event'>[] {
  return [...new Set([...is.keys(), ...would.keys()])].flatMap((field) => {
    const [value, other] = [is.get(field) ?? null, would.get(field) ?? null];
    if (JSON.stringify(value) === JSON.stringify(other)) return [];
    return [{ field, with: value, without: other }];
  });
}
