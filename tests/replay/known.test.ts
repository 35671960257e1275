import { describe, expect, test } from 'vitest';
import { eventAsKnown, isRecorded, knownOf, versionBy } from '../../src/replay/known.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { assembled, dayNamed } from '../record.ts';

const KNOWN = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;

describe('an event as a question knows it', () => {
  test.each([
    [null, null, null],
    ['2020-01-31', null, null],
    ['2020-02-01', null, 'eight'],
    ['2020-02-01', 'a', 'seven'],
    ['2020-02-01', 'b', 'eight'],
    ['2020-02-29', 'a', 'seven'],
    ['2020-03-01', 'a', 'six'],
    ['2020-04-01', null, null],
    ['2020-04-01', 'a', null],
  ])('by %s, told by %s', (recordedBy, account, note) => {
    const knowledge = { ...KNOWN, recordedBy: recordedBy === null ? null : dayNamed(recordedBy), account };
    expect(eventAsKnown(recalled(), 'recall/1', knowledge)?.note ?? null).toBe(note);
  });

  test('is none where no event has that name', () => {
    expect(eventAsKnown(recalled(), 'recall/2', KNOWN)).toBeNull();
    expect(eventAsKnown(recalled(), 'recall/2', { ...KNOWN, account: 'a' })).toBeNull();
  });

  test('is the last version of those recorded by then', () => {
    const entry = recalled().events.get('recall/1');
    if (entry === null) throw new Error('the event is on record');
    const note = (day: string) => versionBy(entry, dayNamed(day))?.event?.note;
    expect(['2020-01-31', '2020-02-01', '2020-03-01', '2020-04-01'].map(note)).toEqual([
      undefined,
      'eight',
      'six',
      undefined,
    ]);
    expect(versionBy(entry, null)?.event).toBeNull();
  });

  test('was known on every day, however early, where it was always on record', () => {
    expect(isRecorded({ recorded: null }, { recordedBy: dayNamed('1905-05-01') })).toBe(true);
    expect(isRecorded({ recorded: dayNamed('1905-05-02') }, { recordedBy: dayNamed('1905-05-01') })).toBe(
      false,
    );
  });
});

test('what cannot have been announced by then is not known', () => {
  const known = (announcedBy: string) =>
    knownOf(recalled(), 'it', {
      ...KNOWN,
      recordedBy: dayNamed('2020-02-01'),
      announcedBy: dayNamed(announcedBy),
    });
  expect(known('2019-12-31')).toEqual([]);
  expect(known('2020-01-01').map(({ id }) => id)).toEqual(['recall/1']);
});

test('of an event that version is known which was recorded last by then', () => {
  const known = (recordedBy: string | null) =>
    knownOf(recalled(), 'it', { ...KNOWN, recordedBy: recordedBy === null ? null : dayNamed(recordedBy) });
  const notes = ['2020-01-31', '2020-02-29', '2020-03-01', '2020-03-31', '2020-04-01', null].map((day) =>
    known(day).map(({ note }) => note),
  );
  expect(notes).toEqual([[], ['eight'], ['six'], ['six'], [], []]);
});

/** A recall of which there are two versions, the first told otherwise by one party, and then a retraction. */
function recalled(): EventRecord {
  const common = { reason: 'a better source', sources: [{ title: 'a source' }] };
  const entries = [
    {
      act: 'recall',
      by: 'a',
      title: 'A recall',
      announced: '2020-01',
      recorded: '2020-02-01',
      sources: common.sources,
      events: [
        {
          subject: 'it',
          type: 'staff.recalled',
          count: '8',
          note: 'eight',
          accounts: { a: { note: 'seven' } },
        },
      ],
    },
    { ...common, corrects: 'recall/1', set: { note: 'six', accounts: null }, recorded: '2020-03-01' },
    { ...common, retracts: 'recall/1', recorded: '2020-04-01' },
  ];
  const subjects = { it: { kind: 'embassy', name: 'It' } } as const;
  return assembled({ title: 'A test', parties: { a: 'A', b: 'B' }, subjects }, [{ file: 'a.yaml', entries }]);
}
