/**
 * A record kept beside its files, so that they need not be read again while they are the same. What is kept is no
 * source: where a single byte of the files is another, the files are read.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventRecord } from '../replay/record.ts';
import { belongsToDossier } from './file.ts';
import { type Kept, keptOf, recordOf } from './kept.ts';

interface KeptOfFolder extends Kept {
  /** See fingerprint. */
  readonly files: string;
}

/** A record with its digest, as text to be kept; `folder` has the files that it was read from. */
export function keep(folder: string, record: EventRecord, digest: string): string {
  const kept: KeptOfFolder = { files: fingerprint(folder), ...keptOf(record, digest) };
  return JSON.stringify(kept);
}

/** The record of a folder from what was kept of it, with its digest; null where the files are others by now. */
export function recordKept(
  folder: string,
  text: string,
): { readonly record: EventRecord; readonly digest: string } | null {
  // Here the parser vouches for the form: the text is what `keep` made.
  const kept = JSON.parse(text) as KeptOfFolder;
  return kept.files === fingerprint(folder) ? { record: recordOf(kept), digest: kept.digest } : null;
}

/** What tells whether the files of a folder are those that they were: SHA-256 over their names and bytes. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).filter(belongsToDossier).sort()) {
    const bytes = readFileSync(join(folder, name));
    hash.update(`${JSON.stringify(name)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
