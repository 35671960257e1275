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
});
