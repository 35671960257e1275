import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/events/dossier.ts';
import { knownOf } from '../../src/replay/known.ts';
import { uncertainties } from '../../src/replay/uncertain.ts';
import { chartFor } from '../../src/replay/walk.ts';
import { dayNamed, type Happening, IT, recordOf } from '../record.ts';

const KNOWN = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;

describe('a field is uncertain', () => {
  test('where one event may have happened or not, by that event', () => {
    const events: Happening[] = [
      'relations.established',
      { type: 'relations.broken-off', effective: '2020-02' },
    ];
    expect(doubts('relations', events, '2020-01-31')).toEqual([]);
    expect(doubts('relations', events, '2020-02-29')).toEqual([]);
    expect(doubts('relations', events, '2020-02-15')).toEqual([
      { field: 'status', earliest: 'broken-off', latest: 'established', because: ['e2/1'] },
      { field: 'state', earliest: 'broken-off', latest: 'established', because: ['e2/1'] },
    ]);
  });

  test('where both readings give the same, but some order in between another', () => {
    const events: Happening[] = [
      'relations.established',
      { type: 'relations.broken-off', effective: '2020-02' },
      { type: 'relations.restored', effective: '2020-02' },
    ];
    expect(doubts('relations', events, '2020-03-01', 'status')).toEqual([
      {
        field: 'status',
        earliest: 'established',
        latest: 'established',
        others: ['broken-off'],
        because: ['e3/1'],
      },
    ]);
  });

  test('where only the order of two events is open, by both of them', () => {
    const events: Happening[] = [
      'mission.established',
      { type: 'ceiling.set', limit: '10', effective: '2020-02' },
      { type: 'ceiling.set', limit: '20', effective: '2020-02' },
      { type: 'operations.suspended', effective: '2020-02-10' },
    ];
    expect(doubts('embassy', events, '2020-03-01').map(({ field }) => field)).toEqual([
      'staff.ceiling',
      'staff.vacant',
    ]);
    expect(doubts('embassy', events, '2020-03-01', 'staff.ceiling')).toEqual([
      {
        field: 'staff.ceiling',
        earliest: { min: 20, max: 20 },
        latest: { min: 20, max: 20 },
        others: [{ min: 10, max: 10 }],
        because: ['e2/1', 'e3/1'],
      },
    ]);
  });

  test('in all its parts where there are too many orders to try them all, as unexplored', () => {
    const events: Happening[] = [
      'mission.established',
      ...Array.from(
        { length: 14 },
        (_, n): Happening => ({
          type: 'ceiling.set',
          limit: String(n),
          effective: '2020-02',
        }),
      ),
    ];
    const found = doubts('embassy', events, '2020-02-15');
    expect(found.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'status',
        'state',
        'state.operation',
        'state.headship',
        'staff.ceiling',
        'head',
      ]),
    );
    expect(found.every(({ unexplored }) => unexplored)).toBe(true);
    const status = found.find(({ field }) => field === 'status');
    expect(status).toEqual({
      field: 'status',
      earliest: 'operating',
      latest: 'operating',
      unexplored: true,
      because: events.slice(1).map((_, n) => `e${n + 2}/1`),
    });
  });
});

function doubts(kind: Kind, events: readonly Happening[], at: string, field?: string) {
  const when = { ...KNOWN, at: dayNamed(at) };
  const stream = knownOf(recordOf({ kind, events }), IT, when);
  const found = uncertainties(chartFor(kind), stream, when);
  return found.filter((doubt) => field === undefined || doubt.field === field);
}
