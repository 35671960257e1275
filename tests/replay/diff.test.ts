import { describe, expect, test } from 'vitest';
import { diffBetween } from '../../src/replay/diff.ts';
import { assembled, dayNamed } from '../record.ts';

const KNOWN = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;

describe('what changed between two days', () => {
  test('is told field by field, with the events between them that wrote it', () => {
    expect(diff('2020-01-15', '2020-03-15', ['ties']).changes).toEqual([
      { subject: 'ties', field: 'status', before: 'established', after: 'broken-off', because: ['ties/2'] },
      { subject: 'ties', field: 'state', before: 'established', after: 'broken-off', because: ['ties/2'] },
    ]);
    const ceiling = diff('2020-01-15', '2020-03-15').changes.filter(({ field }) => field === 'staff.ceiling');
    expect(ceiling).toEqual([
      {
        subject: 'embassy',
        field: 'staff.ceiling',
        before: null,
        after: { min: 10, max: 10 },
        because: ['embassy/2', 'embassy/3'],
      },
    ]);
  });

  test('is told backwards too, by the same events', () => {
    expect(diff('2020-03-15', '2020-01-15', ['ties']).changes).toEqual([
      { subject: 'ties', field: 'status', before: 'broken-off', after: 'established', because: ['ties/2'] },
      { subject: 'ties', field: 'state', before: 'broken-off', after: 'established', because: ['ties/2'] },
    ]);
  });

  test('has a field that only one of the states has, as null in the other', () => {
    const operation = diff('2019-12-31', '2020-03-15').changes.filter(
      ({ field }) => field === 'state.operation',
    );
    expect(operation).toEqual([
      {
        subject: 'embassy',
        field: 'state.operation',
        before: null,
        after: 'operating',
        because: ['embassy/1'],
      },
    ]);
  });

  test('is nothing where what changed was changed back, and of subjects not asked for', () => {
    expect(diff('2020-01-15', '2020-05-01', ['ties']).changes).toEqual([]);
    expect(diff('2020-01-15', '2020-05-01', []).changes).toEqual([]);
    const subjects = diff('2019-12-31', '2020-05-01').changes.map(({ subject }) => subject);
    expect([...new Set(subjects)]).toEqual(['embassy', 'ties']);
  });

  test('has with it what of either state is uncertain, and on which of the days', () => {
    const status = { field: 'status', because: ['ties/3'] };
    expect(diff('2020-04-10', '2020-05-01').uncertain.filter(({ field }) => field === 'status')).toEqual([
      { ...status, subject: 'ties', at: '2020-04-10', earliest: 'established', latest: 'broken-off' },
    ]);
    expect(diff('2020-01-15', '2020-04-10', ['ties']).uncertain.map(({ at }) => at)).toEqual([
      '2020-04-10',
      '2020-04-10',
    ]);
    expect(diff('2020-04-10', '2020-04-11', ['embassy']).uncertain).toEqual([]);
  });
});

function diff(from: string, to: string, subjects?: readonly string[]) {
  const subjectsNamed = {
    embassy: { kind: 'embassy', name: 'Embassy' },
    ties: { kind: 'relations', name: 'Ties' },
  } as const;
  const entries = [
    act(
      'ties',
      ['relations.established', '2020-01-01'],
      ['relations.broken-off', '2020-03-01'],
      ['relations.restored', '2020-04'],
    ),
    act(
      'embassy',
      ['mission.established', '2020-01-01'],
      ['ceiling.set', '2020-02-01', { limit: '12' }],
      ['ceiling.set', '2020-03-01', { limit: '10' }],
    ),
  ];
  const record = assembled({ title: 'A test', parties: { a: 'A' }, subjects: subjectsNamed }, [
    { file: 'a.yaml', entries },
  ]);
  return diffBetween(record, [dayNamed(from), dayNamed(to)], KNOWN, subjects);
}

function act(
  subject: string,
  ...events: readonly (readonly [type: string, effective: string, data?: object])[]
) {
  return {
    act: subject,
    by: 'a',
    title: subject,
    announced: '2020-01-01',
    sources: [{ title: 'a source' }],
    events: events.map(([type, effective, data]) => ({ subject, type, effective, ...data })),
  };
}
