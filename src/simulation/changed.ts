/** Events that scenarios move or otherwise change: how they read then, or why they cannot. */
import { shownName } from '../events/fields.ts';
import { readHypotheticalEvent } from '../events/read-scenario.ts';
import type { HypotheticalChange } from '../events/scenario.ts';
import { insteadOfName } from '../nearest.ts';
import { changed, merged, type Raw } from '../replay/changes.ts';
import { nameProblems } from '../replay/names.ts';
import type { EventOnRecord, EventRecord, Version } from '../replay/record.ts';
import { written } from '../replay/told.ts';
import { dayNumberOf, dayOf } from '../time/day.ts';
import {
  actsOf,
  type Chain,
  type ChainedAct,
  mayBeUnread,
  NOTHING_UNREAD,
  type ScenarioProblem,
  takenOut,
  type Unread,
} from './chain.ts';

/** What the scenarios of a chain have otherwise than the record and than each other. */
export interface Otherwise {
  /** The events of the record that read otherwise, by name, and the last scenario that changes each. */
  readonly events: ReadonlyMap<string, ChangedEvent>;
  /** The acts of all scenarios, with the changes that later ones make to them. */
  readonly acts: readonly ChainedAct[];
  readonly problems: readonly ScenarioProblem[];
}

/** An event of the record as a scenario has it. */
export interface ChangedEvent {
  readonly event: EventOnRecord;
  readonly scenario: number;
}

/** Makes the changes of all scenarios, the base's first; `past` is what they leave of the record. */
export function otherwise(
  record: EventRecord,
  past: EventRecord,
  chain: Chain,
  unread: Unread = NOTHING_UNREAD,
): Otherwise {
  const events = new Map<string, ChangedEvent>();
  const problems: ScenarioProblem[] = [];
  let acts = actsOf(chain);
  for (const [scenario, { changes }] of chain.entries()) {
    const gone = takenOut(chain.slice(0, scenario + 1));
    for (const [index, change] of changes.entries()) {
      const tell: Tell = (path, what, instead) =>
        void problems.push({ scenario, path: ['changes', index, ...path], atKey: false, what, instead });
      const [act = ''] = change.event.split('/');
      const assumed = acts.find((one) => one.act.act === act && one.scenario < scenario);
      if (changes.findIndex(({ event }) => event === change.event) < index) {
        tell(['event'], `a second change of ${shownName(change.event)}`, 'write both in one set');
      } else if (gone.has(act) || gone.has(change.event)) {
        tell(['event'], `${shownName(change.event)} is taken out`, 'take it out or change it, not both');
      } else if (assumed !== undefined) {
        if (unread(assumed.scenario, ['acts', assumed.index, 'events'])) continue;
        const made = assumedOtherwise(past, assumed, change, tell);
        acts = acts.map((one) => (one === assumed ? made : one));
      } else {
        const known = events.get(change.event)?.event ?? past.events.get(change.event);
        const event = known === null ? null : onRecordOtherwise(past, known, change, tell);
        if (event !== null) events.set(change.event, { event, scenario });
        else if (known === null && (record.acts.get(act) !== null || !mayBeUnread(chain, unread, act)))
          noSuchEvent(record, change, tell);
      }
    }
  }
  return { events, acts, problems };
}

type Tell = (path: ScenarioProblem['path'], what: string, instead: string) => void;

function noSuchEvent({ events }: EventRecord, { event }: HypotheticalChange, tell: Tell): void {
  if (events.get(event) !== null) {
    tell(['event'], `${shownName(event)} is set aside by from`, 'take the change out, or begin later');
    return;
  }
  const act = `${event.split('/')[0]}/`;
  const ids = [...events].map(({ id }) => id);
  const near = ids.filter((id) => id.startsWith(act));
  tell(['event'], `no such event: ${shownName(event)}`, insteadOfName(event, near.length > 0 ? near : ids));
}

/** An event of the record with what is set, as if it had been recorded so from the first. */
function onRecordOtherwise(
  { dossier }: EventRecord,
  entry: EventOnRecord,
  { event: corrects, set }: HypotheticalChange,
  tell: Tell,
): EventOnRecord | null {
  const [first] = entry.versions;
  const last = entry.versions[entry.versions.length - 1] ?? first;
  const correction = { corrects, set, reason: '', recorded: LAST, sources: [] };
  const place = { file: '', entry: 0, value: { kind: 'correction', correction } } as const;
  const made = changed(place, entry, accountsWritten(last), dossier);
  if (made.kind === 'version') {
    return { id: entry.id, versions: [{ ...made.version, recorded: first.recorded, change: null }] };
  }
  for (const { path, what, instead } of made.problems)
    tell(
      path.slice(1).map((step) => (step === 'corrects' ? 'event' : step)),
      what,
      instead,
    );
  return null;
}

const LAST = dayOf(dayNumberOf(9999, 12, 31));

/** The accounts of a version as a file would have them: what each says differently than the version itself. */
export function accountsWritten({ event, accounts }: Version): Raw {
  const base = event === null ? {} : written(event);
  const differing = [...accounts].map(([party, account]) => {
    const said = Object.entries(written(account)).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(base[field]),
    );
    return [party, Object.fromEntries(said)];
  });
  return Object.fromEntries(differing);
}

/** An event that a base assumes, with what is set; the act as it was where that makes no event. */
function assumedOtherwise(
  { dossier }: EventRecord,
  assumed: ChainedAct,
  { event: name, set }: HypotheticalChange,
  tell: Tell,
): ChainedAct {
  const n = Number(name.slice(name.lastIndexOf('/') + 1)) - 1;
  const event = assumed.act.events[n];
  if (event === undefined) {
    const names = assumed.act.events.map((_, index) => `${assumed.act.act}/${index + 1}`);
    tell(['event'], `no such event: ${shownName(name)}`, insteadOfName(name, names));
    return assumed;
  }
  const read = readHypotheticalEvent(merged(event.raw, set), ['set']);
  if (read.kind === 'problems') {
    for (const { path, what, instead } of read.problems) {
      const [, field = ''] = path;
      tell(field in set ? path : ['set'], what, instead);
    }
    return assumed;
  }
  const misnamed = nameProblems(dossier, read.value.written, { file: '', entry: 0 }, ['set']);
  for (const { path, what, instead } of misnamed) tell(path.slice(1), what, instead);
  const events = assumed.act.events.map((one, index) => (index === n ? read.value : one));
  return { ...assumed, act: { ...assumed.act, events } };
}
