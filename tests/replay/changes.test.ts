import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../src/replay/record.ts';
import { assembled } from '../record.ts';

const SOURCES = [{ title: 'a source' }];

/** What a recall counts after corrections that set this, one after another. */
function counted(recall: { [field: string]: unknown }, ...sets: readonly { [field: string]: unknown }[]) {
  const act = {
    act: 'recall',
    by: 'a',
    title: 'A recall',
    announced: '2020-01-01',
    sources: SOURCES,
    events: [{ subject: 'it', type: 'staff.recalled', ...recall }],
  };
  const corrections = sets.map((set) => ({
    corrects: 'recall/1',
    set,
    reason: 'a better source',
    recorded: '2020-02-01',
    sources: SOURCES,
  }));
  const subjects = { it: { kind: 'embassy', name: 'It' } } as const;
  const dossier = { title: 'A test', parties: { a: 'A' }, subjects };
  return countIn(assembled(dossier, [{ file: 'a.yaml', entries: [act, ...corrections] }]));
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
