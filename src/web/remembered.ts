/** Answers that the page need not reckon again: those asked for last, for each record and what is known of it. */
import type { Knowledge } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';

/** A place for answers to one question. */
export interface Remembered<T> {
  /** The answer by now; null where there is none yet. */
  readonly get: (record: EventRecord, knowledge: Knowledge) => T | null;
  readonly set: (record: EventRecord, knowledge: Knowledge, answer: T) => void;
}

/** A new place, in which some answers are kept for as long as their record is. */
export function remembering<T extends object>(): Remembered<T> {
  const answers = new WeakMap<EventRecord, Map<string, T>>();
  return {
    get: (record, knowledge) => answers.get(record)?.get(keyOf(knowledge)) ?? null,
    set: (record, knowledge, answer) => {
      const kept = answers.get(record) ?? new Map<string, T>();
      answers.set(record, kept);
      const key = keyOf(knowledge);
      kept.delete(key);
      kept.set(key, answer);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** The same text for the same knowledge. */
export function keyOf({ announcedBy, recordedBy, account, reading }: Knowledge): string {
  return JSON.stringify([announcedBy, recordedBy, account, reading]);
}

const MOST = 8;
