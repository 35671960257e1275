/** What a check of a record found, in words. */
import type { EventType } from '../events/vocabulary.ts';
import { addDays, type Day, dayNumber, dayOf } from '../time/day.ts';
import { eventInWords, valueInWords } from './words.ts';

/** `embassy: it works while …, from 1973-10-06 to 1973-10-20`, the last day included. */
export function violationInWords({
  subject,
  says,
  from,
  to,
}: {
  readonly subject: string | null;
  readonly says: string;
  readonly from: Day | null;
  readonly to: Day | null;
}): string {
  const about = subject === null ? '' : `${subject}: `;
  const last = to === null ? null : dayOf(addDays(dayNumber(to), -1));
  if (from === null) return last === null ? `${about}${says}` : `${about}${says}, until ${last}`;
  if (last === null) return `${about}${says}, from ${from} on`;
  return `${about}${says}, ${from === last ? `on ${from}` : `from ${from} to ${last}`}`;
}

/** `office: effective on record: 2021-11-01; according to nato: ../2021-10-31`. */
export function conflictInWords({
  subject,
  party,
  field,
  base,
  account,
}: {
  readonly subject: string;
  readonly party: string;
  readonly field: string;
  readonly base: unknown;
  readonly account: unknown;
}): string {
  return `${subject}: ${field} on record: ${valueInWords(base)}; according to ${party}: ${valueInWords(account)}`;
}

/** `office: closed, some day of 2021-10`; `data` is that of the event. */
export function doubtfulDateInWords(
  {
    subject,
    field,
    date,
    because,
  }: {
    readonly subject: string;
    readonly field: 'effective' | 'announced';
    readonly date: string;
    readonly because: 'window' | 'marked';
  },
  type: EventType,
  data: { readonly [field: string]: unknown },
): string {
  const what = `${subject}: ${eventInWords(type, data)}`;
  const verb = field === 'effective' ? '' : 'announced ';
  return because === 'window'
    ? `${what}, ${verb}some day of ${date}`
    : `${what}, ${verb}${date}, marked as doubtful`;
}

/** `All 17 invariants hold`, or how many break. */
export function verdictInWords(invariants: readonly { readonly holds: boolean }[]): string {
  const broken = invariants.filter(({ holds }) => !holds).length;
  return broken === 0
    ? `All ${invariants.length} invariants hold`
    : `${broken} of ${invariants.length} invariants ${broken === 1 ? 'breaks' : 'break'}`;
}

/** `no findings`, `1 finding`, `3 findings`. */
export function counted(n: number, what: string): string {
  return `${n === 0 ? 'no' : n} ${what}${n === 1 ? '' : 's'}`;
}
