/** What scenarios leave of a record before any act of theirs happens. */

import { actOf, type DomainEvent } from '../events/event.ts';
import { branchOf } from '../replay/branch.ts';
import { markedName } from '../replay/mark.ts';
import type { ActOnRecord, EventOnRecord, EventRecord } from '../replay/record.ts';
import { type Chain, type ChainedAct, pastLeft, takenOut } from './chain.ts';
import { type ChangedEvent, otherwise } from './changed.ts';
import { lessActs, pastOf } from './past.ts';

/** The record as it is left, and the acts that may happen on it. */
export interface Ground {
  readonly record: EventRecord;
  readonly acts: readonly ChainedAct[];
}

/** Sets aside, takes out and changes what scenarios without problems say; see problemsOf. */
export function groundOf(record: EventRecord, chain: Chain): Ground {
  const past = pastOf(record, pastLeft(chain));
  const { events, acts } = otherwise(record, past, chain);
  const gone = takenOut(chain);
  const taken = [...gone].flatMap((name) =>
    name.includes('/') ? [name] : (past.acts.get(name)?.events ?? []),
  );
  const without = new Set([...taken.filter((id) => past.events.get(id) !== null), ...events.keys()]);
  if (without.size === 0 && gone.size === 0) return { record: past, acts };
  const marked = [...events.values()].map((changed) => markedEvent(changed, chain));
  const put = { acts: changedActs(past, events, chain), events: marked, without: [...without] };
  return { record: lessActs(branchOf(past, put), ({ act }) => !gone.has(act)), acts };
}

function markedEvent({ event: { id, versions }, scenario }: ChangedEvent, chain: Chain): EventOnRecord {
  const name = (written: string) => markedName(chain[scenario]?.scenario ?? '', written);
  const mark = (event: DomainEvent): DomainEvent => ({ ...event, id: name(event.id), act: name(event.act) });
  const [version] = versions;
  const accounts = new Map([...version.accounts].map(([party, event]) => [party, mark(event)]));
  const event = version.event === null ? null : mark(version.event);
  return { id: name(id), versions: [{ ...version, event, accounts }] };
}

/** For each act of which a scenario changes events, one that has these; what its sources say is not of them. */
function changedActs(
  past: EventRecord,
  events: ReadonlyMap<string, ChangedEvent>,
  chain: Chain,
): readonly ActOnRecord[] {
  const acts = new Map<string, ActOnRecord>();
  for (const [id, { scenario }] of events) {
    const act = past.acts.get(actOf(id));
    const by = chain[scenario]?.scenario;
    if (act === null || by === undefined) throw new Error(`${id} is changed and not on record`);
    const name = markedName(by, act.act);
    const known = acts.get(name)?.events ?? [];
    const title = `${act.title} (otherwise than on record)`;
    acts.set(name, { ...act, act: name, title, sources: [], events: [...known, markedName(by, id)] });
  }
  return [...acts.values()];
}
