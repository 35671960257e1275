/** What doubtful dates leave open, in words. */
import { dataOf } from '../events/event.ts';
import { eventAsKnown, type Knowledge } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';
import type { Uncertain } from '../replay/uncertain.ts';
import { eventInWords, valueInWords } from './words.ts';

/** `status: operating or suspended, depending on when: operations suspended, [2021-10-18..2021-11-05] (…)`. */
export function doubtInWords(record: EventRecord, knowledge: Knowledge, doubt: Uncertain): string {
  const { field, because } = doubt;
  const events = because.map((id) => dated(record, knowledge, id));
  return `${field}: ${valuesInWords(doubt, valueInWords)}, depending on the day of: ${events.join('; ')}`;
}

/** `operating or suspended`: what a field may be, each as `inWords` has it. */
export function valuesInWords(
  { field, earliest, latest, others = [], unexplored }: Uncertain,
  inWords: (value: unknown) => string,
): string {
  // A region that a state does not have is of a mission that does not exist on that day.
  const possible = (value: unknown) =>
    value === null && field.startsWith('state') ? 'not there' : inWords(value);
  const values = new Set([latest, earliest, ...others].map(possible));
  return `${[...values].join(' or ')}${unexplored ? ' or others (too many orders to try)' : ''}`;
}

/** An event in words with its date as it is on record and its name. */
export function dated(record: EventRecord, knowledge: Knowledge, id: string): string {
  const event = eventAsKnown(record, id, knowledge);
  if (event === null) throw new Error(`${id} is behind an answer and not on record`);
  return `${eventInWords(event.type, dataOf(event))}, ${event.effective.edtf} (${id})`;
}
