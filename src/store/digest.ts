/** The fingerprint of a record, by which an answer says what it rests on. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EventRecord } from '../replay/record.ts';

/**
 * `sha256:` and 64 hexadecimal digits, over the canonical JSON (RFC 8785) of all that is on record: the dossier, the
 * acts, and every version of every event with its position, which decides between events of one day. Comments, the
 * order of fields and the layout of the files leave it as it is; so does the folder in which they lie.
 */
export function digestOf(record: EventRecord): string {
  const json = canonicalize(plain(record));
  if (json === undefined) throw new Error('a record has no canonical form');
  return `sha256:${createHash('sha256').update(json).digest('hex')}`;
}

/** The same value with every Map as an object. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  const entries: [string, unknown][] = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}
