import { describe, expect, test } from 'vitest';
import { understoodBy } from '../../src/machines/rulebooks.ts';
import { insteadOf } from '../../src/nearest.ts';
import { assemble } from '../../src/replay/assemble.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { assembled } from '../record.ts';

const SOURCES = [{ title: 'a source' }];
const DOSSIER = {
  title: 'A test',
  parties: { a: 'A' },
  subjects: {
    it: { kind: 'embassy', name: 'It' },
    other: { kind: 'embassy', name: 'Other' },
    ties: { kind: 'relations', name: 'Ties' },
  },
} as const;

describe('a correction that cannot be made is told where it stands', () => {
  test.each<[name: string, entries: readonly object[], problems: readonly string[]]>([
    [
      'recorded before what it changes',
      [{ ...RECALL, recorded: '2020-03-01' }, correction({ count: '7' }, '2020-02-29')],
      ['1.recorded recorded before what it changes; write the day on which the change was recorded'],
    ],
    [
      'recorded on the day of what it changes, or long before what was always on record',
      [
        { ...RECALL, recorded: '2020-03-01' },
        correction({ count: '7' }, '2020-03-01'),
        { ...RECALL, act: 'second' },
        { ...correction({ count: '6' }, '1965-01-01'), corrects: 'second/1' },
      ],
      [],
    ],
    [
      'a type that cannot happen to the subject',
      [RECALL, correction({ type: 'channel.offered', count: null })],
      [
        `1.set.type nothing that can happen to it, of kind embassy: channel.offered; ${ofAnEmbassy('channel.offered')}`,
      ],
    ],
    [
      'a subject that there is not',
      [RECALL, correction({ subject: 'its' })],
      ['1.set.subject no such subject: its; did you mean it?'],
    ],
    [
      'a party that there is not',
      [RECALL, correction({ accounts: { b: { count: '3' } } })],
      ['1.set.accounts.b no such party: b; did you mean a?'],
    ],
    [
      'a subject of another kind, and a day that is none',
      [RECALL, correction({ subject: 'ties', effective: 'soon' })],
      ['1.set.effective not a date: "soon"; write YYYY-MM-DD, as in 2021-11-01'],
    ],
    [
      'a subject of another kind',
      [RECALL, correction({ subject: 'ties' })],
      [
        '1.set.subject nothing that can happen to ties, of kind relations: staff.recalled; write a subject to which it can happen, or retract the event',
      ],
    ],
    [
      'a field taken out without which the event is none',
      [RECALL, correction({ count: '' })],
      ['1.set.count missing; write a number, a range (7..10, ..30, 7.., unknown), or all'],
    ],
    [
      'a type whose data are not there',
      [RECALL, correction({ type: 'ceiling.set', count: null })],
      ['1.set limit: missing; write a number, or a range: 7..10, ..30, 7.. or unknown'],
    ],
    [
      'no type at all',
      [RECALL, correction({ type: null })],
      ['1.set type: missing; write what happened, as in mission.closed'],
    ],
    [
      'an announcement that is none, and another subject',
      [RECALL, correction({ announced: 'soon', subject: 'its' })],
      [
        '1.set.announced not a date: "soon"; write YYYY-MM-DD, as in 2021-11-01',
        '1.set.subject no such subject: its; did you mean it?',
      ],
    ],
  ])('%s', (_, entries, problems) => {
    expect(problemsOf(entries)).toEqual(problems);
  });

  test('but what was wrong with the event itself is told once, with the event', () => {
    const unknown = { accounts: { b: { count: '3' } } };
    const party = '0.events.0.accounts.b no such party: b; did you mean a?';
    expect(problemsOf([recall(unknown), correction({ count: '7' })])).toEqual([party]);
    expect(problemsOf([recall(unknown), correction({ subject: 'other' })])).toEqual([party]);
    const misplaced = { subject: 'ties' };
    const type = /^0\.events\.0\.type nothing that can happen to ties, of kind relations: staff\.recalled; /;
    expect(problemsOf([recall(misplaced), correction({ count: '7' })])).toEqual([
      expect.stringMatching(type),
    ]);
  });
});

test('a correction moves the announcement, and with it what takes hold then', () => {
  const dates = (set: object) => {
    const event = recorded([recall({}), correction(set)])
      .events.get('recall/1')
      ?.versions.at(-1)?.event;
    return [event?.announced.edtf, event?.effective.edtf];
  };
  expect(dates({ announced: '2019-12' })).toEqual(['2019-12', '2019-12']);
  expect(dates({ announced: '2019-12', effective: '2020-03-01' })).toEqual(['2019-12', '2020-03-01']);
  expect(dates({ effective: '2020-03-01' })).toEqual(['2020-01-01', '2020-03-01']);
});

describe('a correction takes a field out', () => {
  test.each([null, 'null', '~', ''])('where it sets it to %j', (nothing) => {
    const record = recorded([recall({ note: 'a rumour' }), correction({ note: nothing })]);
    const [before, after] = record.events.get('recall/1')?.versions ?? [];
    expect(before?.event?.note).toBe('a rumour');
    expect(after?.event).toBeDefined();
    expect(after?.event).not.toHaveProperty('note');
  });
});

describe('corrections', () => {
  test('are made in the order of their recording, those of one day as they stand', () => {
    const counts = (...days: readonly string[]) => {
      const sets = days.map((day, n) => correction({ count: String(n) }, day));
      const versions = recorded([RECALL, ...sets]).events.get('recall/1')?.versions ?? [];
      return versions.slice(1).map(({ event }) => (event?.type === 'staff.recalled' ? event.count : null));
    };
    const count = (n: number) => ({ min: n, max: n });
    expect(counts('2020-02-01', '2020-02-01', '2020-02-01')).toEqual([count(0), count(1), count(2)]);
    expect(counts('2020-03-01', '2020-02-01', '2020-02-02')).toEqual([count(1), count(2), count(0)]);
  });
});

const RECALL = recall({});

function recall(data: object) {
  return {
    act: 'recall',
    by: 'a',
    title: 'A recall',
    announced: '2020-01-01',
    sources: SOURCES,
    events: [{ subject: 'it', type: 'staff.recalled', count: '8', ...data }],
  };
}

function correction(set: object, recorded = '2020-02-01') {
  return { corrects: 'recall/1', set, reason: 'a better source', recorded, sources: SOURCES };
}

function ofAnEmbassy(type: string): string {
  return insteadOf(type, understoodBy('embassy'));
}

function problemsOf(entries: readonly object[]): readonly string[] {
  const result = assemble(DOSSIER, [{ file: 'a.yaml', entries }]);
  if (result.kind === 'record') return [];
  return result.problems.map(({ path, what, instead }) => `${path.join('.')} ${what}; ${instead}`);
}

function recorded(entries: readonly object[]): EventRecord {
  return assembled(DOSSIER, [{ file: 'a.yaml', entries }]);
}

/** What a recall counts after corrections that set this, one after another. */
function counted(data: { [field: string]: unknown }, ...sets: readonly { [field: string]: unknown }[]) {
  const events = [{ subject: 'it', type: 'staff.recalled', ...data }];
  return countIn(recorded([{ ...RECALL, events }, ...sets.map((set) => correction(set))]));
}

function countIn({ events }: EventRecord): unknown {
  const [first] = events;
  const event = first?.versions.at(-1)?.event;
  return event?.type === 'staff.recalled' ? event.count : undefined;
}

describe('a correction', () => {
  test('of everyone to a number, and of a number to everyone', () => {
    expect(counted({ all: true }, { count: '8' })).toEqual({ min: 8, max: 8 });
    expect(counted({ count: '8' }, { all: true })).toBe('all');
    expect(counted({ count: '8' }, { all: 'true' }, { count: '7' }, { count: 'all' })).toBe('all');
  });
});
