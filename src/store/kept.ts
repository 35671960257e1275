/** A record as one JSON value, as it was put together: what it is made of need not be read and looked through again. */
import type { Dossier } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import type { ActOnRecord, EventRecord, Version } from '../replay/record.ts';
import { recorder } from '../replay/recorder.ts';

/** All that is on record, with its digest. */
export interface Kept {
  /** See digestOf. */
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

/** What is to be kept of a record. */
export function keptOf(record: EventRecord, digest: string): Kept {
  const events = [...record.events].map(({ id, versions }) => ({
    id,
    versions: versions.map((version) => ({ ...version, accounts: [...version.accounts] })),
  }));
  return { digest, dossier: record.dossier, acts: [...record.acts], events };
}

/** The record of which that was kept. */
export function recordOf({ dossier, acts, events }: Kept): EventRecord {
  const { act, event, finish } = recorder(dossier);
  for (const one of acts) act(one);
  for (const { id, versions } of events) {
    const [first, ...later] = versions.map((version) => ({
      ...version,
      accounts: new Map(version.accounts),
    }));
    if (first !== undefined) event({ id, versions: [first, ...later] });
  }
  return finish();
}
