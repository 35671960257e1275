/** A record of two subjects, and what a branch of it can have otherwise. */
import { expect } from 'vitest';
import { branchOf, type Departure } from '../../src/replay/branch.ts';
import type { EventOnRecord, EventRecord } from '../../src/replay/record.ts';
import type { Stream, Telling } from '../../src/replay/stream.ts';
import { dayOf, NEVER } from '../../src/time/day.ts';
import { assembled, dayNamed } from '../record.ts';

/** The base version, by its latest days. */
export const BASE: Telling = { reading: 'latest', account: null };

const DOSSIER = {
  title: 'A test',
  parties: { a: 'A', b: 'B' },
  subjects: { it: { kind: 'relations', name: 'It' }, ties: { kind: 'relations', name: 'Ties' } },
} as const;

/** The record with what departs from it. */
export function departed(record: EventRecord, departure: Partial<Departure>): EventRecord {
  return branchOf(record, { acts: [], events: [], without: [], ...departure });
}

/** Relations established, broken off and restored, a month apart; others beside them, in the same way. */
export function inTurn(): EventRecord {
  const types = ['established', 'broken-off', 'restored'].map((what) => `relations.${what}`);
  return recorded(
    ...['it', 'ties'].map((subject) => {
      const events = types.map((type, n) => ({ subject, type, effective: `2020-0${n + 1}-01` }));
      return { ...NAMED, act: subject, events };
    }),
  );
}

/** What happens in the branches: broken off once more. */
export function onceMore(): EventRecord {
  return recorded({
    ...NAMED,
    act: 'more',
    announced: '2020-04-01',
    events: [{ subject: 'it', type: 'relations.broken-off' }],
  });
}

const NAMED = { by: 'a', title: 'An act', announced: '2020-01-01', sources: [{ title: 'a source' }] };

function recorded(...entries: readonly object[]): EventRecord {
  return assembled(DOSSIER, [{ file: 'a.yaml', entries }]);
}

/** An event that takes hold on another day. */
export function moved(
  entry: EventOnRecord | null,
  day: string,
  id = entry?.id ?? '',
  subject = 'it',
): readonly [EventOnRecord] {
  const told = event(entry);
  const effective = { ...told.effective, edtf: day, first: dayNamed(day), last: dayNamed(day) };
  return [{ id, versions: [version({ ...told, id, subject, effective })] }];
}

/** What happens once more, on a day of its own. */
export function again(day: string, id = 'more/1', subject = 'it'): readonly [EventOnRecord] {
  return moved(onceMore().events.get('more/1'), day, id, subject);
}

/** An event as its first version tells it. */
export function event(entry: EventOnRecord | null) {
  const told = entry?.versions[0].event;
  if (!told) throw new Error('the test names no event');
  return told;
}

/** A version that always counted, and is the same in every account. */
export function version(told: ReturnType<typeof event>) {
  return { recorded: null, event: told, accounts: new Map<string, typeof told>(), change: null };
}

/** The events of the stream of a subject, with the days on which they take hold. */
export function shown(record: EventRecord, telling = BASE, subject = 'it'): readonly string[] {
  const { parts }: Stream = record.streamOf(subject, telling);
  return parts.flatMap(({ start, end, columns }) =>
    Array.from({ length: end - start }, (_, n) => {
      const { id, type } = columns.eventAt(start + n);
      expect(columns.payloads[columns.payload[start + n] ?? -1]?.type).toBe(type);
      return `${id} ${dayOf(columns.days[start + n] ?? NEVER)}`;
    }),
  );
}
