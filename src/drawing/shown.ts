/** What of a history falls on the days that a picture shows. */
import type { HistoryEvent, SubjectHistory } from './history.ts';
import type { View } from './scale.ts';

/** A history within the days of a view: what begins before or ends after them is open at that end. */
export function shownOf(history: SubjectHistory, view: Pick<View, 'from' | 'to'>): SubjectHistory {
  const { periods, ceiling, headcount, events } = history;
  return {
    ...history,
    periods: within(periods, view),
    ceiling: within(ceiling, view),
    headcount: within(headcount, view),
    events: events.filter((event) => touches(event, view)),
  };
}

function within<Part extends Pick<SubjectHistory['periods'][number], 'from' | 'to'>>(
  parts: readonly Part[],
  { from, to }: Pick<View, 'from' | 'to'>,
): readonly Part[] {
  return parts
    .filter((part) => (part.from === null || part.from < to) && (part.to === null || part.to > from))
    .map((part) => ({
      ...part,
      from: part.from !== null && part.from <= from ? null : part.from,
      to: part.to !== null && part.to >= to ? null : part.to,
    }));
}

/** Whether its announcement, its effect or what lies between them is on these days. */
function touches({ told, day }: HistoryEvent, { from, to }: Pick<View, 'from' | 'to'>): boolean {
  return Math.min(told, day ?? told) < to && Math.max(told, day ?? told) >= from;
}
