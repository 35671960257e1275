/** Answers that the page asks for again and again, kept for as long as their record and what is known of it stay. */
import type { Count } from '../../count.ts';
import { type History, historyOf } from '../../drawing/history.ts';
import { typeInWords } from '../../events/vocabulary.ts';
import type { Knowledge } from '../../replay/known.ts';
import type { EventRecord } from '../../replay/record.ts';
import { type DayNumber, dayOf } from '../../time/day.ts';
import { keyOf, remembering } from '../remembered.ts';

/** The histories of all subjects; those asked for last are kept. */
export function historiesOf(record: EventRecord, knowledge: Knowledge): History {
  return histories.of(record, knowledge, () => historyOf(record, knowledge, null));
}

const histories = remembering<Knowledge, History>(keyOf);

/** The days on which something that is known takes hold, in order. */
export function daysOfChange({ subjects }: History): readonly DayNumber[] {
  const days = new Set(
    subjects.flatMap(({ events }) =>
      events.flatMap(({ day, finding }) => (day === null || finding !== null ? [] : [day])),
    ),
  );
  return [...days].sort((a, b) => a - b);
}

/** What is to be said of a day before or after everything that is known; null between. */
export function beyondInWords(
  span: { readonly first: DayNumber; readonly last: DayNumber } | null,
  day: DayNumber,
): string | null {
  if (span === null) return 'No event is known so: the states are those that the rules begin with.';
  if (day < span.first)
    return `Before the first event on record, of ${dayOf(span.first)}: the states are those that the rules begin with.`;
  return day > span.last
    ? `After the last event on record, of ${dayOf(span.last)}: what came later is not known here.`
    : null;
}

/** What takes hold on a day, and what is assumed to on a branch, for those who hear the page; '' where nothing does. */
export function tookHoldInWords(history: History, branch: History | null, day: DayNumber): string {
  const toldOf = ({ subjects }: History, isAssumed: boolean) =>
    subjects.flatMap(({ name, events }) =>
      events
        .filter((event) => event.day === day && event.finding === null)
        .filter(({ hypothetical }) => (hypothetical !== null) === isAssumed)
        .map(({ type }) => `${name}: ${typeInWords(type)}${isAssumed ? ', hypothetical' : ''}`),
    );
  const told = [...toldOf(history, false), ...(branch === null ? [] : toldOf(branch, true))];
  if (told.length === 0) return '';
  const more = told.length > MOST_TOLD ? `; and ${told.length - MOST_TOLD} more` : '';
  return `${dayOf(day)}: ${told.slice(0, MOST_TOLD).join('; ')}${more}`;
}

const MOST_TOLD = 5;

/** How a subject stands at the end of a day, on one line. */
export interface Standing {
  readonly status: string;
  /** The date in EDTF, which may be a window; null while the status is the initial one. */
  readonly since: string | null;
  /** Null where nothing is said of any, or the kind has no staff. */
  readonly ceiling: Count | null;
  readonly accredited: Count | null;
}

/** How the subjects stand at the end of a day, in the order of the history. */
export function standingsOn({ subjects }: History, day: DayNumber): ReadonlyMap<string, Standing> {
  return new Map(
    subjects.map(({ subject, periods, ceiling, headcount }) => {
      const period = stayOn(periods, day);
      if (period === null) throw new Error(`the history of ${subject} has a gap`);
      const standing = {
        status: period.status,
        since: period.began.at(-1)?.effective.edtf ?? null,
        ceiling: stayOn(ceiling, day)?.count ?? null,
        accredited: stayOn(headcount, day)?.count ?? null,
      };
      return [subject, standing] as const;
    }),
  );
}

/** The subjects that stand otherwise where of a doubtful date the other end counts. */
export function doubtedIn(
  standings: ReadonlyMap<string, Standing>,
  others: ReadonlyMap<string, Standing>,
): ReadonlySet<string> {
  const said = ({ status, ceiling, accredited }: Standing) => JSON.stringify([status, ceiling, accredited]);
  const doubted = [...standings].filter(([subject, standing]) => {
    const other = others.get(subject);
    return other !== undefined && said(other) !== said(standing);
  });
  return new Set(doubted.map(([subject]) => subject));
}

/** That of some stretches, in their order, in which a day lies. */
function stayOn<Stay extends { readonly from: DayNumber | null }>(
  stays: readonly Stay[],
  day: DayNumber,
): Stay | null {
  let [low, high] = [0, stays.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const from = stays[middle]?.from ?? null;
    if (from === null || from <= day) low = middle;
    else high = middle - 1;
  }
  return stays[low] ?? null;
}

/** The first day of change after a day, or the last one before it; null where there is none. */
export function stepFrom(
  days: readonly DayNumber[],
  day: DayNumber,
  direction: 'next' | 'previous',
): DayNumber | null {
  const step = direction === 'next' ? days.find((one) => one > day) : days.findLast((one) => one < day);
  return step ?? null;
}
