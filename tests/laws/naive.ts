/**
 * The engine as plainly as it can be said, to hold the other one against: take the versions that count, keep the
 * events that are told and in effect, sort them, and ask XState for one state after another.
 */
import { getInitialSnapshot, type StateValue, transition } from 'xstate';
import type { Kind } from '../../src/events/dossier.ts';
import type { DomainEvent } from '../../src/events/event.ts';
import { ruleBooks } from '../../src/machines/rulebooks.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import type { AsOf, Reading } from '../../src/time/clocks.ts';

/** The state of one subject on a day. */
export function naively(record: EventRecord, when: AsOf, subject: string, kind: Kind) {
  const { machine } = ruleBooks[kind];
  let snapshot = getInitialSnapshot(machine);
  let since: string | null = null;
  for (const event of inEffect(record, when)) {
    if (event.subject !== subject) continue;
    const before = headline(kind, snapshot.value);
    [snapshot] = transition(machine, snapshot, event);
    if (headline(kind, snapshot.value) !== before) since = event.effective.edtf;
  }
  return { status: headline(kind, snapshot.value), since, state: snapshot.value, context: snapshot.context };
}

/** The events that are known, told and in effect by the bounds of a question, in their order. */
export function inEffect(record: EventRecord, when: AsOf): readonly DomainEvent[] {
  const { at, announcedBy, recordedBy, account, reading } = when;
  const events: DomainEvent[] = [];
  for (const { versions } of record.events) {
    let counts: (typeof versions)[number] | undefined;
    for (const version of versions) {
      if (recordedBy === null || version.recorded === null || version.recorded <= recordedBy)
        counts = version;
    }
    if (counts === undefined || counts.event === null) continue;
    const event = (account !== null && counts.accounts.get(account)) || counts.event;
    if (announcedBy !== null && dayOf(event.announced, reading) > announcedBy) continue;
    if (dayOf(event.effective, reading) <= at) events.push(event);
  }
  return events.sort((a, b) => {
    const [x, y] = [placeOf(a, reading), placeOf(b, reading)];
    const differs = x.findIndex((part, index) => part !== y[index]);
    return differs < 0 ? 0 : (x[differs] ?? '') < (y[differs] ?? '') ? -1 : 1;
  });
}

function placeOf({ effective, announced, position }: DomainEvent, reading: Reading): (number | string)[] {
  const { file, act, event } = position;
  const clock = effective.clock ?? Number.NEGATIVE_INFINITY;
  return [dayOf(effective, reading), clock, dayOf(announced, reading), file, act, event];
}

function dayOf({ first, last }: { readonly first: number; readonly last: number }, reading: Reading): number {
  return reading === 'earliest' ? first : last;
}

function headline(kind: Kind, state: StateValue): unknown {
  if (kind === 'channel') return typeof state === 'string' ? state : 'designated';
  if (kind === 'cooperation') {
    const { practical, dialogue } = Object(state);
    if (practical !== dialogue) return 'partly-suspended';
    return practical;
  }
  return typeof state === 'string' ? state : Object(state).established.operation;
}
