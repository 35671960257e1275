/** Which lines of the record are listed. */
import { eventTypes } from '../../events/vocabulary.ts';
import { isOfSort, type LogEntry } from '../../replay/log.ts';
import { findingInWords } from '../../telling/findings.ts';
import { eventInWords } from '../../telling/words.ts';

/** What the reader looks for; null, and an empty text, look for nothing in particular. */
export interface Filter {
  readonly subject: string | null;
  /** An event type, or the first part of one: `accreditation`. */
  readonly type: string | null;
  readonly by: string | null;
  readonly findingsOnly: boolean;
  /** Words, each of which stands somewhere in the line, in capitals or not. */
  readonly text: string;
}

export const ALL: Filter = { subject: null, type: null, by: null, findingsOnly: false, text: '' };

/** The first parts of event types. */
export const FAMILIES: readonly string[] = [
  ...new Set(eventTypes.map((type) => type.slice(0, type.indexOf('.')))),
];

/** The lines that the filter lets through, in their order. */
export function listed(lines: readonly LogEntry[], filter: Filter): readonly LogEntry[] {
  const { subject, type, by, findingsOnly, text } = filter;
  const sort = {
    subjects: subject === null ? null : [subject],
    types: type === null ? null : [type],
    by,
    findingsOnly,
  };
  const words = plain(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return lines.filter((line) => isOfSort(line, sort) && (words.length === 0 || says(line, words)));
}

/** What happened, in a few words. */
export function lineInWords({ type, data }: LogEntry): string {
  return type === null ? 'no change of state' : eventInWords(type, data);
}

function says(line: LogEntry, words: readonly string[]): boolean {
  const { event, act, title, subject, type, effective, note, finding, changes } = line;
  const reasons = changes.map(({ reason }) => reason);
  const text = [
    event ?? act,
    title,
    subject,
    type,
    lineInWords(line),
    effective,
    note,
    finding?.says,
    finding && findingInWords(finding),
    ...reasons,
  ];
  const all = plain(text.filter((part) => part !== null && part !== undefined).join('\n'));
  return words.every((word) => all.includes(word));
}

/** Without capitals and accents, so that "charge" finds "chargé". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
