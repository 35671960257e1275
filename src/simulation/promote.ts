/** How an act that was assumed becomes one on record: only by its sources. */
import { isCount, showCount } from '../count.ts';
import { type Problem, readEntry } from '../events/read.ts';
import { assumedIn, unmarked } from '../replay/mark.ts';
import type { EventRecord } from '../replay/record.ts';
import { written } from '../replay/told.ts';
import type { Day } from '../time/day.ts';
import { accountsWritten } from './changed.ts';

/** An entry for an act file, or why there is none. */
export type Promoted =
  | { readonly kind: 'entry'; readonly entry: { readonly [field: string]: unknown } }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** What the recorder adds: the documents that say that it happened, as an act file has them, and when they were found. */
export interface Grounds {
  readonly sources: readonly unknown[];
  readonly recorded: Day | null;
  /** The name that it will have on record; left out, the one that it has in its scenario. */
  readonly name?: string;
}

/**
 * An act of a branch as the entry by which a record would have it; appended to the record, it gives the states of the
 * branch from its recording on. Without sources it is refused, and so is what only changes an act on record: that takes
 * a correction.
 */
export function promote(branch: EventRecord, name: string, grounds: Grounds): Promoted {
  const act = branch.acts.get(name);
  if (act === null) return refused(`no such act: ${name}`, 'write one of the branch, as in SCENARIO:ACT');
  if (assumedIn(name) === null) return refused(`${name} is on record`, 'write an act that is assumed');
  const original = unmarked(name);
  if (branch.acts.get(original) !== null)
    return refused(`${name} only changes what is on record`, 'append a correction of its events');
  const { by, title, announced, note } = act;
  const entry = {
    act: grounds.name ?? original,
    by,
    title,
    announced: announced.edtf,
    ...(grounds.recorded === null ? {} : { recorded: grounds.recorded }),
    sources: grounds.sources,
    ...(note === undefined ? {} : { note }),
    events: act.events.map((id) => eventAsWritten(branch, id)),
  };
  const read = readEntry(entry);
  return read.kind === 'value' ? { kind: 'entry', entry } : { kind: 'refused', problems: read.problems };
}

function eventAsWritten(branch: EventRecord, id: string): unknown {
  const [version] = branch.events.get(id)?.versions ?? [];
  if (version === undefined || version.event === null)
    throw new Error(`${id} is in its act and not on the branch`);
  const accounts = accountsWritten(version);
  return plain({ ...written(version.event), ...(Object.keys(accounts).length === 0 ? {} : { accounts }) });
}

/** Ranges in their short form, as a file has them. */
function plain(value: unknown): unknown {
  if (isCount(value)) return showCount(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function refused(what: string, instead: string): Promoted {
  return { kind: 'refused', problems: [{ path: [], atKey: false, what, instead }] };
}
