/** A question in words. */
import type { Knowledge } from '../replay/known.ts';
import { dayOf } from '../time/day.ts';

/** The terms on which something is known, as far as they are not the usual ones. */
export function termsOf({ announcedBy, recordedBy, account, reading }: Knowledge): readonly string[] {
  return [
    ...(announcedBy === null ? [] : [`as announced by ${dayOf(announcedBy)}`]),
    ...(recordedBy === null ? [] : [`as recorded by ${dayOf(recordedBy)}`]),
    ...(account === null ? [] : [`in the account of ${account}`]),
    ...(reading === 'latest' ? [] : ['in the earliest reading']),
  ];
}
