/** The calendar day where the reader is. */
import { type DayNumber, dayNumberOf } from '../time/day.ts';

export function today(now: Date): DayNumber {
  return dayNumberOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
