import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/events/dossier.ts';
import { ruleBooks } from '../../src/machines/rulebooks.ts';
import { eventsBehind, writersOf } from '../../src/replay/causes.ts';
import { chartOf } from '../../src/replay/chart.ts';
import { begin, causesBehind } from '../../src/replay/evolve.ts';
import { chartFor } from '../../src/replay/walk.ts';
import { type Happening, turnsOf } from '../record.ts';

const established = 'mission.established';
const reported = { type: 'staff.reported', accredited: '18' } as const;
const ceiling = { type: 'ceiling.set', limit: '20' } as const;

describe('a subject of which nothing has happened', () => {
  test('is in its initial state, for which there are no causes', () => {
    const { fields, causes, since, applied } = begin(chartFor('embassy'));
    expect([...fields.keys()]).toEqual([
      'status',
      'state',
      'staff.ceiling',
      'staff.accredited',
      'staff.pending',
      'head',
      'charge',
      'admitted',
      'staff.vacant',
    ]);
    expect(fields.get('status')).toBe('absent');
    expect([causes.size, since, applied]).toEqual([0, null, 0]);
    expect([...begin(chartFor('relations')).fields.keys()]).toEqual(['status', 'state']);
  });
});

test.each(['nobody', 'staff.nobody', 'head.name', 'toString'])(
  'a rule book cannot name %s as a field, which the context does not have',
  (field) => {
    const chart = chartOf({ ...ruleBooks.embassy, fields: [field] });
    expect(() => begin(chart)).toThrow(`the rule book names ${field}, which the context does not have`);
  },
);

describe('the events behind a field', () => {
  test('are those that wrote it, and what made these possible', () => {
    const behind = behindOf('embassy', established, ceiling, reported, 'operations.suspended');
    expect(behind('status')).toEqual([
      ['e1', 'e4'],
      ['e1', 'e4'],
    ]);
    expect(behind('state.operation')).toEqual([
      ['e1', 'e4'],
      ['e1', 'e4'],
    ]);
    expect(behind('staff.ceiling')).toEqual([['e2'], ['e1', 'e2']]);
    expect(behind('state')).toEqual([['e1'], ['e1']]);
  });

  test('are of a vacancy those behind the ceiling and the headcount', () => {
    const behind = behindOf('embassy', established, ceiling, reported);
    expect(behind('staff.vacant')).toEqual([
      ['e1', 'e2', 'e3'],
      ['e1', 'e2', 'e3'],
    ]);
  });

  test('are also those on which it rested what an event wrote', () => {
    const withdrawn = { type: 'accreditation.withdrawn', count: '3' } as const;
    const behind = behindOf('embassy', established, reported, withdrawn);
    expect(behind('staff.accredited')).toEqual([
      ['e1', 'e2', 'e3'],
      ['e1', 'e2', 'e3'],
    ]);
    const closed = behindOf(
      'embassy',
      established,
      'operations.suspended',
      'operations.resumed',
      'mission.closed',
    );
    expect(closed('status')[1]).toEqual(['e1', 'e2', 'e3', 'e4']);
    expect(closed('staff.accredited')[1]).not.toContain('e2');
  });

  test('are not those that the rules have no place for', () => {
    const behind = behindOf(
      'relations',
      'relations.established',
      'relations.restored',
      'relations.broken-off',
    );
    expect(behind('state')).toEqual([
      ['e1', 'e3'],
      ['e1', 'e3'],
    ]);
    expect(turnsOf('relations', ['relations.established', 'relations.restored']).at(-1)?.state.applied).toBe(
      1,
    );
  });
});

test('a status holds since the event that made it so, whatever else happens', () => {
  const since = turnsOf('embassy', [established, ceiling, 'operations.suspended', reported]).map(
    ({ state }) => state.since?.act,
  );
  expect(since).toEqual(['e1', 'e1', 'e3', 'e3']);
});

test('a region that is no longer active was ended by an event', () => {
  const behind = behindOf('embassy', established, 'operations.suspended', 'mission.closed');
  expect(behind('state.operation')[0]).toEqual(['e1', 'e2', 'e3']);
});

/** The acts whose events wrote a field, and all behind it. */
function behindOf(kind: Kind, ...events: readonly Happening[]) {
  const turns = turnsOf(kind, events);
  const state = turns.at(-1)?.state ?? begin(chartFor(kind));
  return (field: string) => {
    const causes = causesBehind(chartFor(kind), state, field);
    return [writersOf(causes), eventsBehind(causes)].map((found) => found.map(({ act }) => act));
  };
}
