/** The day on which something on record counts in a view. */
import { eventAsKnown } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';
import { dayUnder } from '../time/clocks.ts';
import { type DayNumber, EVER, NEVER } from '../time/day.ts';
import type { View } from './view.ts';

/**
 * The day under the reading on which an event takes hold, or an act without one is announced; where that end is open,
 * the day at the other. Null where there is none.
 */
export function dayInView(
  record: EventRecord,
  view: View,
  {
    event,
    act,
  }:
    | ({ readonly event: string } & { readonly act?: never })
    | { readonly act: string; readonly event?: never },
): DayNumber | null {
  const date =
    event === undefined ? record.acts.get(act)?.announced : eventAsKnown(record, event, view)?.effective;
  if (date === undefined) return null;
  const days = [dayUnder(view.reading, date), date.first, date.last];
  return days.find((day) => day !== EVER && day !== NEVER) ?? null;
}
