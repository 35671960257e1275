/** The acts and events of a record as lines to choose from, sought by any part of them. */
import { ALL_KNOWN } from '../../replay/known.ts';
import { logOf } from '../../replay/log.ts';
import type { EventRecord } from '../../replay/record.ts';
import { eventInWords } from '../../telling/words.ts';

/** An act, or an event of one. */
export interface RecordLine {
  readonly name: string;
  readonly says: string;
  readonly isAct: boolean;
}

/** The lines in the order of the record, each act before its first event; reckoned once. */
export function linesOf(record: EventRecord): readonly RecordLine[] {
  const known = lines.get(record) ?? reckoned(record);
  lines.set(record, known);
  return known;
}

/** Those in which every word stands, at most so many, and how many more there are. */
export function linesWith(
  all: readonly RecordLine[],
  words: string,
  most: number,
): { readonly shown: readonly RecordLine[]; readonly more: number } {
  const sought = words.toLowerCase().split(/\s+/);
  const found = all.filter(({ name, says }) => {
    const line = `${name} ${says}`.toLowerCase();
    return sought.every((word) => line.includes(word));
  });
  return { shown: found.slice(0, most), more: Math.max(0, found.length - most) };
}

const lines = new WeakMap<EventRecord, readonly RecordLine[]>();
const WHOLE = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false };

function reckoned(record: EventRecord): readonly RecordLine[] {
  const told = new Set<string>();
  return logOf(record, ALL_KNOWN, WHOLE).flatMap(
    ({ event, act, title, subject, type, data, announced, effective }) => {
      const first = told.has(act)
        ? []
        : [{ name: act, says: `${announced} · whole act: ${title}`, isAct: true }];
      told.add(act);
      if (event === null || type === null) return first;
      return [
        ...first,
        { name: event, says: `${effective} · ${subject}: ${eventInWords(type, data)}`, isAct: false },
      ];
    },
  );
}
