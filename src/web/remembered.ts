/** Answers that the page need not reckon again: those asked for last, for each record and what is known of it. */
import type { Knowledge } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';

/** A place for answers to one question, which is asked of a record with something more. */
export interface Remembered<Asked, T> {
  /** The answer by now; null where there is none yet. */
  readonly get: (record: EventRecord, asked: Asked) => T | null;
  readonly set: (record: EventRecord, asked: Asked, answer: T) => void;
  /** The answer, reckoned where there is none yet; the same one for as long as it is kept. */
  readonly of: (record: EventRecord, asked: Asked, reckon: () => T) => T;
}

/** A new place, in which some answers are kept for as long as their record is; what is asked is told apart by its key. */
export function remembering<Asked, T extends object>(keyOf: (asked: Asked) => string): Remembered<Asked, T> {
  const answers = new WeakMap<EventRecord, Map<string, T>>();
  const get = (record: EventRecord, asked: Asked) => answers.get(record)?.get(keyOf(asked)) ?? null;
  const set = (record: EventRecord, asked: Asked, answer: T) => {
    const kept = answers.get(record) ?? new Map<string, T>();
    answers.set(record, kept);
    const key = keyOf(asked);
    kept.delete(key);
    kept.set(key, answer);
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  };
  return {
    get,
    set,
    of: (record, asked, reckon) => {
      const answer = get(record, asked) ?? reckon();
      set(record, asked, answer);
      return answer;
    },
  };
}

/** The same text for the same knowledge. */
export function keyOf({ announcedBy, recordedBy, account, reading }: Knowledge): string {
  return JSON.stringify([announcedBy, recordedBy, account, reading]);
}

const MOST = 8;
