/** The fingerprint of a record, by which an answer says what it rests on. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EventRecord } from '../replay/record.ts';

/**
 * `sha256:` and 64 hexadecimal digits, over the canonical JSON (RFC 8785) of all that is on record: the dossier, the
 * acts, and every version of every event with its position, which decides between events of one day. Comments, the
 * order of fields and the layout of the files leave it as it is; so does the folder in which they lie.
 */
export function digestOf({ acts, dossier, events }: EventRecord): string {
  // The canonical form of the whole, its parts in their order and one at a time: a whole record would be too long a text.
  const hash = createHash('sha256');
  hash.update('{"acts":{');
  const names = [...acts].map(({ act }) => act).sort();
  names.forEach((name, index) => {
    hash.update(`${index === 0 ? '' : ','}${JSON.stringify(name)}:${canonical(acts.get(name))}`);
  });
  hash.update(`},"dossier":${canonical(dossier)},"events":[`);
  let comma = '';
  for (const event of events) {
    hash.update(`${comma}${canonical(event)}`);
    comma = ',';
  }
  return `sha256:${hash.update(']}').digest('hex')}`;
}

function canonical(value: unknown): string {
  const json = canonicalize(plain(value));
  if (json === undefined) throw new Error('a part of a record has no canonical form');
  return json;
}

/** The same value with every Map as an object. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  const entries: [string, unknown][] = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}
