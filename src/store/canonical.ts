/** The canonical text of a record, over which its digest is reckoned. */
import canonicalize from 'canonicalize';
import type { EventRecord } from '../replay/record.ts';

/**
 * The canonical JSON (RFC 8785) of all that is on record: the dossier, the acts, and every version of every event with
 * its position, which decides between events of one day. It comes in its order and in pieces: a whole record would be
 * too long a text.
 */
export function* canonicalText({ acts, dossier, events }: EventRecord): Generator<string, void> {
  yield '{"acts":{';
  let comma = '';
  for (const name of [...acts].map(({ act }) => act).sort()) {
    yield `${comma}${JSON.stringify(name)}:${canonical(acts.get(name))}`;
    comma = ',';
  }
  yield `},"dossier":${canonical(dossier)},"events":[`;
  comma = '';
  for (const event of events) {
    yield `${comma}${canonical(event)}`;
    comma = ',';
  }
  yield ']}';
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
