import { describe, expect, test } from 'vitest';
import { deedsOf } from '../../src/replay/deeds.ts';
import type { Knowledge } from '../../src/replay/known.ts';
import { assembled, dayNamed } from '../record.ts';

const KNOWN: Knowledge = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' };

const act = (name: string, announced: string, events: readonly object[], more: object = {}) => ({
  act: name,
  by: 'a',
  title: name,
  announced,
  sources: [{ title: 'a source' }],
  ...more,
  events,
});

const record = assembled(
  {
    title: 'A test',
    parties: { a: 'A', b: 'B' },
    subjects: {
      embassy: { kind: 'embassy', name: 'Embassy' },
      ties: { kind: 'relations', name: 'Relations' },
    },
  },
  [
    {
      file: 'a.yaml',
      entries: [
        act('opening', '2020-01-01', [
          { subject: 'embassy', type: 'mission.established' },
          { subject: 'ties', type: 'relations.established' },
        ]),
        act('limit', '2020-02-01', [
          { subject: 'embassy', type: 'ceiling.set', limit: 10, effective: '2020-03-01' },
          { subject: 'embassy', type: 'mission.reopened' },
          { subject: 'ties', type: 'relations.broken-off', effective: '2020-05-01/..' },
        ]),
        act('late', '2020-06-01', [{ subject: 'embassy', type: 'ceiling.lifted' }], {
          recorded: '2021-01-01',
        }),
        act('window', '2020-07-01', [
          { subject: 'embassy', type: 'operations.suspended', effective: '2020-08-01/2020-08-09' },
        ]),
      ],
    },
  ],
);

describe('what an act did', () => {
  test('is told event by event: its day, the fields that it changed, and nothing else', () => {
    const [opened, tied, ...more] = deedsOf(record, 'opening', KNOWN);
    expect(more).toEqual([]);
    expect(tied).toEqual({
      event: 'opening/2',
      subject: 'ties',
      type: 'relations.established',
      effective: '2020-01-01',
      data: {},
      day: '2020-01-01',
      changes: [
        { field: 'status', before: 'none', after: 'established' },
        { field: 'state', before: 'none', after: 'established' },
      ],
      finding: null,
    });
    expect(opened?.changes).toContainEqual({ field: 'state.operation', before: null, after: 'operating' });
  });

  test('is told beside the state before it, and without what stayed as it was', () => {
    const [limit] = deedsOf(record, 'limit', KNOWN);
    expect(limit).toMatchObject({ day: '2020-03-01', data: { limit: { min: 10, max: 10 } } });
    const changed = limit?.changes.map(({ field }) => field);
    expect(changed).toContain('staff.ceiling');
    expect(changed).not.toContain('status');
    expect(limit?.changes.find(({ field }) => field === 'staff.ceiling')).toMatchObject({
      before: null,
      after: { min: 10, max: 10 },
    });
  });

  test('is nothing where the rules have no place for it, and where it never certainly takes hold', () => {
    const [, again, broken] = deedsOf(record, 'limit', KNOWN);
    expect(again).toMatchObject({ changes: [], day: '2020-02-01', finding: { reason: 'not-applicable' } });
    expect(broken).toMatchObject({ changes: [], day: null, finding: null, effective: '2020-05-01/..' });
  });

  test('counts on the day of the reading', () => {
    expect(deedsOf(record, 'window', KNOWN)[0]?.day).toBe('2020-08-09');
    expect(deedsOf(record, 'window', { ...KNOWN, reading: 'earliest' })[0]?.day).toBe('2020-08-01');
  });

  test('leaves out what is not on record by then, and what no act did', () => {
    expect(deedsOf(record, 'late', KNOWN)).toHaveLength(1);
    expect(deedsOf(record, 'late', { ...KNOWN, recordedBy: dayNamed('2020-12-31') })).toEqual([]);
    expect(deedsOf(record, 'nothing', KNOWN)).toEqual([]);
  });
});
