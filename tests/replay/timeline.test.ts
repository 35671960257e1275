import { describe, expect, test } from 'vitest';
import { timelineOf } from '../../src/replay/timeline.ts';
import { stateAt } from '../../src/replay/world.ts';
import { dayNamed, IT, recordOf } from '../record.ts';

const knowledge = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;

describe('the timeline', () => {
  test('broken off and restored on one day, relations are what they were, but since that day', () => {
    const record = recordOf({
      kind: 'relations',
      events: [
        { type: 'relations.established', announced: '2020-01-16' },
        { type: 'relations.broken-off', announced: '2020-01-18' },
        { type: 'relations.restored', announced: '2020-01-18' },
      ],
    });
    const answer = stateAt(record, { ...knowledge, at: dayNamed('2020-01-18') }).subjects[IT];
    const last = timelineOf(record, knowledge)[IT]?.at(-1);
    expect(answer).toMatchObject({ status: 'established', since: '2020-01-18' });
    expect(last).toMatchObject({ status: 'established', since: '2020-01-18' });
  });

  test('has no gaps, and tells what began each period, without what the rules have no place for', () => {
    const record = recordOf({
      kind: 'channel',
      events: [
        { type: 'channel.confirmed', announced: '2020-01-15' },
        { type: 'channel.offered', announced: '2020-01-16' },
        { type: 'channel.designated', announced: '2020-01-16', holder: 'Smith' },
        { type: 'channel.offered', announced: '2020-01-16' },
        { type: 'channel.ended', announced: '2020-02', effective: '2020-02' },
      ],
    });
    const offered = { event: 'e2/1', type: 'channel.offered', effective: '2020-01-16', data: {} };
    const named = {
      event: 'e3/1',
      type: 'channel.designated',
      effective: '2020-01-16',
      data: { holder: 'Smith' },
    };
    const ended = { event: 'e5/1', type: 'channel.ended', effective: '2020-02', data: {} };
    const periods = timelineOf(record, knowledge)[IT] ?? [];
    expect(periods.map(({ from, to, status, began }) => [from, to, status, began])).toEqual([
      [null, '2020-01-16', 'none', []],
      ['2020-01-16', '2020-02-29', 'designated', [offered, named]],
      ['2020-02-29', null, 'ended', [ended]],
    ]);
  });

  test('is of the subjects asked for', () => {
    const record = recordOf({ kind: 'relations', events: ['relations.established'] });
    expect(Object.keys(timelineOf(record, knowledge))).toEqual([IT]);
    expect(Object.keys(timelineOf(record, knowledge, [IT]))).toEqual([IT]);
    expect(timelineOf(record, knowledge, ['nowhere'])).toEqual({});
  });
});
