/** A subject's history as periods: no gaps, no overlaps, each holding the answer of every day in it. */
import { type DomainEvent, dataOf } from '../events/event.ts';
import type { EventType } from '../events/vocabulary.ts';
import { type Day, type DayNumber, dayOf } from '../time/day.ts';
import type { Chart } from './chart.ts';
import { type Described, describe } from './describe.ts';
import { begin, type State } from './evolve.ts';
import { type Knowledge, knownOf } from './known.ts';
import { markOf } from './mark.ts';
import type { EventRecord } from './record.ts';
import { chartFor, walk } from './walk.ts';

/** A stretch of days, half-open: from `from` on (null: from the beginning) to the day before `to` (null: for good). */
export interface Period extends Described {
  readonly from: Day | null;
  readonly to: Day | null;
  /** The events that began it, with their dates as they are on record. */
  readonly began: readonly Beginning[];
}

/** An event that begins a period. */
export interface Beginning {
  readonly event: string;
  /** The scenario that assumes it; not there for what is on record. */
  readonly hypothetical?: string;
  readonly type: EventType;
  readonly effective: string;
  readonly data: { readonly [field: string]: unknown };
}

/** The periods of each subject, all or those named, as known and told as the question says. */
export function timelineOf(
  record: EventRecord,
  knowledge: Knowledge,
  subjects: readonly string[] | null = null,
): { readonly [subject: string]: readonly Period[] } {
  const wanted = Object.entries(record.dossier.subjects).filter(([id]) => subjects?.includes(id) ?? true);
  return Object.fromEntries(
    wanted.map(([id, { kind }]) => [id, periods(chartFor(kind), knownOf(record, id, knowledge), knowledge)]),
  );
}

function periods(chart: Chart, stream: readonly DomainEvent[], knowledge: Knowledge): readonly Period[] {
  const stretches: Stretch[] = [{ from: null, state: begin(chart), events: [] }];
  for (const [day, { state, events }] of endsOfDays(chart, stream, knowledge)) {
    const before = stretches[stretches.length - 1]?.state;
    if (before !== undefined && !sameFields(before, state)) stretches.push({ from: day, state, events });
  }
  return stretches.map(({ from, state, events }, index) => {
    const to = stretches[index + 1]?.from ?? null;
    return {
      from: from === null ? null : dayOf(from),
      to: to === null ? null : dayOf(to),
      began: events.map((event) => ({
        event: event.id,
        ...markOf(event.id),
        type: event.type,
        effective: event.effective.edtf,
        data: dataOf(event),
      })),
      ...describe(chart, state, knowledge.reading),
    };
  });
}

interface Stretch {
  readonly from: DayNumber | null;
  readonly state: State;
  readonly events: readonly DomainEvent[];
}

/** The state at the end of each day on which something was applied, and what was. */
function endsOfDays(chart: Chart, stream: readonly DomainEvent[], knowledge: Knowledge) {
  const days = new Map<DayNumber, { state: State; events: readonly DomainEvent[] }>();
  for (const { day, event, outcome, state } of walk(chart, stream, knowledge)) {
    if (outcome.kind !== 'applied') continue;
    days.set(day, { state, events: [...(days.get(day)?.events ?? []), event] });
  }
  return days;
}

function sameFields(a: State, b: State): boolean {
  return a.since === b.since && JSON.stringify([...a.fields]) === JSON.stringify([...b.fields]);
}
