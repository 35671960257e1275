/** A record as it stood: what was announced or recorded after a day is set aside. */
import type { Past } from '../events/scenario.ts';
import { branchOf } from '../replay/branch.ts';
import type { ActOnRecord, EventOnRecord, EventRecord, Version } from '../replay/record.ts';

/**
 * The record of a past day, on the clocks of announcement and recording. What may have been announced later, by a
 * window that goes on beyond the day, is set aside too; so are corrections and retractions recorded later.
 */
export function pastOf(record: EventRecord, past: Past): EventRecord {
  if (past.announced === null && past.recorded === null) return record;
  const changed: EventOnRecord[] = [];
  const without: string[] = [];
  for (const event of record.events) {
    const left = versionsLeft(event, past);
    if (left !== null && sameVersions(left.versions, event.versions)) continue;
    without.push(event.id);
    if (left !== null) changed.push(left);
  }
  const branch = branchOf(record, { acts: [], events: changed, without });
  return lessActs(branch, (act) => isLeft(act, past));
}

/** The record with some of its acts only; of the others no event may be left in it. */
export function lessActs(record: EventRecord, stays: (act: ActOnRecord) => boolean): EventRecord {
  const left = [...record.acts].filter(stays);
  if (left.length === record.acts.size) return record;
  const acts = new Map(left.map((act) => [act.act, act]));
  return {
    ...record,
    acts: { size: acts.size, get: (id) => acts.get(id) ?? null, [Symbol.iterator]: () => acts.values() },
  };
}

function versionsLeft({ id, versions }: EventOnRecord, past: Past): EventOnRecord | null {
  const left = versions
    .filter(({ recorded }) => past.recorded === null || recorded === null || recorded <= past.recorded)
    .map((version) => toldBy(version, past));
  // Before the first telling that is left there is nothing to retract.
  const [first, ...later] = left.slice(left.findIndex(({ event }) => event !== null));
  return first === undefined || first.event === null ? null : { id, versions: [first, ...later] };
}

/** A version, or none from its recording on, where it was announced too late. */
function toldBy(version: Version, { announced }: Past): Version {
  const { event } = version;
  if (event === null || announced === null || event.announced.last <= announced) return version;
  return { ...version, event: null, accounts: new Map() };
}

function isLeft({ announced, recorded }: ActOnRecord, past: Past): boolean {
  return (
    (past.announced === null || announced.last <= past.announced) &&
    (past.recorded === null || recorded === null || recorded <= past.recorded)
  );
}

function sameVersions(a: readonly Version[], b: readonly Version[]): boolean {
  return a.length === b.length && a.every((version, index) => version === b[index]);
}
