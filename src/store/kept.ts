/**
 * A record kept as it was put together, so that it need not be read and looked through again while its files are the
 * same. What is kept is no source: where a single byte of the files is another, the files are read.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import type { ActOnRecord, EventRecord, Version } from '../replay/record.ts';
import { recorder } from '../replay/recorder.ts';
import { belongsToDossier } from './file.ts';

/** A record as JSON. */
interface Kept {
  /** See fingerprint. */
  readonly files: string;
  readonly digest: string;
  readonly dossier: Dossier;
  readonly acts: readonly ActOnRecord[];
  readonly events: readonly {
    readonly id: string;
    readonly versions: readonly (Omit<Version, 'accounts'> & {
      readonly accounts: readonly (readonly [string, DomainEvent])[];
    })[];
  }[];
}

/** A record with its digest, as text to be kept; `folder` has the files that it was read from. */
export function keep(folder: string, record: EventRecord, digest: string): string {
  const events = [...record.events].map(({ id, versions }) => ({
    id,
    versions: versions.map((version) => ({ ...version, accounts: [...version.accounts] })),
  }));
  const kept: Kept = {
    files: fingerprint(folder),
    digest,
    dossier: record.dossier,
    acts: [...record.acts],
    events,
  };
  return JSON.stringify(kept);
}

/** The record of a folder from what was kept of it, with its digest; null where the files are others by now. */
export function recordKept(
  folder: string,
  text: string,
): { readonly record: EventRecord; readonly digest: string } | null {
  // Here the parser vouches for the form: the text is what `keep` made.
  const kept = JSON.parse(text) as Kept;
  if (kept.files !== fingerprint(folder)) return null;
  const { act, event, finish } = recorder(kept.dossier);
  for (const one of kept.acts) act(one);
  for (const { id, versions } of kept.events) {
    const [first, ...later] = versions.map((version) => ({
      ...version,
      accounts: new Map(version.accounts),
    }));
    if (first !== undefined) event({ id, versions: [first, ...later] });
  }
  return { record: finish(), digest: kept.digest };
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
