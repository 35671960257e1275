/** The fingerprint of a record, by which an answer says what it rests on. */
import { createHash } from 'node:crypto';
import type { EventRecord } from '../replay/record.ts';
import { canonicalText } from './canonical.ts';

/**
 * `sha256:` and 64 hexadecimal digits, over the canonical text of all that is on record. Comments, the order of fields
 * and the layout of the files leave it as it is; so does the folder in which they lie.
 */
export function digestOf(record: EventRecord): string {
  const hash = createHash('sha256');
  for (const piece of canonicalText(record)) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
}
