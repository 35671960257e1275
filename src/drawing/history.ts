/**
 * The history of subjects as pictures need it: for each the periods of its status, the steps of its ceiling and
 * headcount, and every event known of it with the days on which it was told and took hold. Plain data, without causes,
 * so that it is quick enough to be made anew for every question.
 */
import { type Count, equalCounts } from '../count.ts';
import type { Kind } from '../events/dossier.ts';
import type { EventType } from '../events/vocabulary.ts';
import type { Knowledge } from '../replay/known.ts';
import { assumedIn } from '../replay/mark.ts';
import type { EventRecord } from '../replay/record.ts';
import { dayUnder, type Reading } from '../time/clocks.ts';
import { type DayNumber, earlier, later, NEVER } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import { type Passed, passageOf } from './passage.ts';

/** The histories of some subjects, in the order of the dossier. */
export interface History {
  readonly reading: Reading;
  readonly subjects: readonly SubjectHistory[];
}

/** What is drawn of one subject. */
export interface SubjectHistory {
  readonly subject: string;
  readonly name: string;
  readonly kind: Kind;
  /** No gaps, no overlaps, no two alike side by side; at least one. */
  readonly periods: readonly StatusPeriod[];
  /** The limit on its size; a count of null where none is in force. Empty for a subject without staff. */
  readonly ceiling: readonly Step[];
  /** How many are accredited. Empty for a subject without staff. */
  readonly headcount: readonly Step[];
  /** Every event that is known of it, in the record's order. */
  readonly events: readonly HistoryEvent[];
}

/** Days of one status, half-open: from `from` on (null: from the beginning) until before `to` (null: for good). */
export interface StatusPeriod {
  readonly status: string;
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  /** The events of the first day that moved the status. */
  readonly began: readonly HistoryEvent[];
  /** Whether a scenario assumes one of these. */
  readonly hypothetical: boolean;
}

/** Days on which a number stays as it is, half-open as those of a period. */
export interface Step {
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly count: Count | null;
  /** The events of the first day that changed the number. */
  readonly began: readonly HistoryEvent[];
}

/** An event as a mark on the axis of days. */
export interface HistoryEvent {
  readonly event: string;
  readonly type: EventType;
  readonly announced: Window;
  readonly effective: Window;
  /** The days on which the reading has it announced and in effect; null for an effect that never certainly arrives. */
  readonly told: DayNumber;
  readonly day: DayNumber | null;
  /** Why the rules have no place for it; null where they have. */
  readonly finding: string | null;
  /** The scenario that assumes it; null for what is on record. */
  readonly hypothetical: string | null;
}

/** A date as it is on record: some day from `first` to `last`, both included; null is open at that end. */
export interface Window {
  readonly edtf: string;
  readonly first: DayNumber;
  readonly last: DayNumber | null;
  /** Whether the source itself doubts it (`~`, `?`, `%`). */
  readonly doubtful: boolean;
}

/** The histories of the subjects, all or those named, as known and told as the question says. */
export function historyOf(
  record: EventRecord,
  knowledge: Knowledge,
  subjects: readonly string[] | null = null,
): History {
  const wanted = subjects === null ? null : new Set(subjects);
  const histories = Object.entries(record.dossier.subjects)
    .filter(([id]) => wanted?.has(id) ?? true)
    .map(([id, { name, kind }]) => ({
      subject: id,
      name,
      kind,
      ...courseDrawn(passageOf(record, id, knowledge), knowledge),
    }));
  return { reading: knowledge.reading, subjects: histories };
}

/** The first day on which something is told or takes hold, and the last; null where nothing ever does. */
export function daysSpanned(
  history: History,
): { readonly first: DayNumber; readonly last: DayNumber } | null {
  let span: { first: DayNumber; last: DayNumber } | null = null;
  for (const { events } of history.subjects) {
    for (const { told, day, announced, effective } of events) {
      const first = earlier(earlier(told, announced.first), effective.first);
      const last = later(later(told, day ?? told), effective.last ?? effective.first);
      span =
        span === null ? { first, last } : { first: earlier(span.first, first), last: later(span.last, last) };
    }
  }
  return span;
}

function courseDrawn({ start, passed }: ReturnType<typeof passageOf>, { reading }: Knowledge) {
  const events: HistoryEvent[] = [];
  const periods: Opened<{ status: string; began: HistoryEvent[] }>[] = [
    { from: null, status: start.status, began: [] },
  ];
  const ceiling: OpenedStep[] = [];
  const headcount: OpenedStep[] = [];
  if (start.staff !== null) {
    ceiling.push({ from: null, count: start.staff.ceiling, began: [] });
    headcount.push({ from: null, count: start.staff.accredited, began: [] });
  }
  let { staff } = start;
  let limiting: HistoryEvent[] = [];
  let counting: HistoryEvent[] = [];
  let status = start.status;
  let movers: HistoryEvent[] = [];
  passed.forEach((one, index) => {
    const event = drawn(one, reading);
    events.push(event);
    if (one.day === null) return;
    if (one.status !== status) movers.push(event);
    status = one.status;
    if (one.staff !== null && staff !== null) {
      if (!isSame(one.staff.ceiling, staff.ceiling)) limiting.push(event);
      if (!isSame(one.staff.accredited, staff.accredited)) counting.push(event);
    }
    staff = one.staff;
    // What counts is how things stand at the end of the day.
    if (passed[index + 1]?.day === one.day) return;
    if (status !== periods[periods.length - 1]?.status)
      periods.push({ from: one.day, status, began: movers });
    movers = [];
    if (one.staff !== null) {
      stepped(ceiling, one.day, one.staff.ceiling, limiting);
      stepped(headcount, one.day, one.staff.accredited, counting);
    }
    limiting = [];
    counting = [];
  });
  return {
    periods: closed(periods).map((period) => ({
      ...period,
      hypothetical: period.began.some(({ hypothetical }) => hypothetical !== null),
    })),
    ceiling: closed(ceiling),
    headcount: closed(headcount),
    events,
  };
}

type OpenedStep = Opened<{ count: Count | null; began: readonly HistoryEvent[] }>;

type Opened<Rest> = Rest & { readonly from: DayNumber | null };

function closed<Rest>(opened: readonly Opened<Rest>[]) {
  return opened.map((one, index) => ({ ...one, to: opened[index + 1]?.from ?? null }));
}

function stepped(
  steps: OpenedStep[],
  from: DayNumber,
  count: Count | null,
  began: readonly HistoryEvent[],
): void {
  if (!isSame(steps[steps.length - 1]?.count ?? null, count)) steps.push({ from, count, began });
}

function isSame(one: Count | null, other: Count | null): boolean {
  return one === null || other === null ? one === other : equalCounts(one, other);
}

function drawn({ event, day, finding }: Passed, reading: Reading): HistoryEvent {
  const { id, type, announced, effective } = event;
  return {
    event: id,
    type,
    announced: windowOf(announced),
    effective: windowOf(effective),
    told: dayUnder(reading, announced),
    day,
    finding: finding?.says ?? null,
    hypothetical: assumedIn(id),
  };
}

function windowOf({ edtf, first, last, doubtful }: Edtf): Window {
  return { edtf, first, last: last === NEVER ? null : last, doubtful };
}
