/** A question in words. */
import type { Knowledge } from '../replay/known.ts';
import type { AsOf } from '../time/clocks.ts';
import { type DayNumber, dayOf } from '../time/day.ts';

/** The day asked about, where there is one, and the terms on which it is asked, as far as they are not the usual ones. */
export function questionInWords(question: Knowledge & { readonly at: DayNumber | null }): readonly string[] {
  return [...(question.at === null ? [] : [`on ${dayOf(question.at)}`]), ...termsOf(question)];
}

/** All of a question, the usual terms too, for those who do not know which they are. */
export function questionInFull(question: AsOf): string {
  const { at, announcedBy, recordedBy, account, reading } = question;
  return [
    `On ${dayOf(at)}`,
    announcedBy === null ? 'with all that was announced since' : announcedInWords(announcedBy),
    recordedBy === null ? 'with all that is on record' : recordedInWords(recordedBy),
    account === null ? 'in the account of no party' : accountInWords(account),
    reading === 'latest'
      ? 'in the latest reading of doubtful dates'
      : 'in the earliest reading of doubtful dates',
  ].join(', ');
}

/** The terms on which something is known, as far as they are not the usual ones. */
export function termsOf({ announcedBy, recordedBy, account, reading }: Knowledge): readonly string[] {
  return [
    ...(announcedBy === null ? [] : [announcedInWords(announcedBy)]),
    ...(recordedBy === null ? [] : [recordedInWords(recordedBy)]),
    ...(account === null ? [] : [accountInWords(account)]),
    ...(reading === 'latest' ? [] : ['in the earliest reading']),
  ];
}

function announcedInWords(day: DayNumber): string {
  return `as announced by ${dayOf(day)}`;
}

function recordedInWords(day: DayNumber): string {
  return `as recorded by ${dayOf(day)}`;
}

function accountInWords(party: string): string {
  return `in the account of ${party}`;
}
