import { expect, test } from 'vitest';
import type { Kind } from '../../src/events/dossier.ts';
import { findingOf } from '../../src/replay/findings.ts';
import { chartFor } from '../../src/replay/walk.ts';
import { type Happening, turnsOf } from '../record.ts';

const established = 'mission.established';
const reported = { type: 'staff.reported', accredited: '8', pending: '0' } as const;

test('what is applied is no finding', () => {
  expect(lastFinding('embassy', established)).toBeNull();
});

test('what the state does not know is told with that state', () => {
  expect(lastFinding('embassy', established, 'mission.closed', 'operations.suspended')).toEqual({
    event: 'e3/1',
    subject: 'it',
    type: 'operations.suspended',
    reason: 'not-applicable',
    while: 'closed',
    says: 'operations.suspended has no place while closed',
  });
});

test('what a guard refuses is told with the guard, and in plain words', () => {
  const denied = { type: 'accreditation.denied', count: '1' } as const;
  expect(lastFinding('embassy', established, reported, denied)).toEqual({
    event: 'e3/1',
    subject: 'it',
    type: 'accreditation.denied',
    reason: 'refused',
    while: 'established',
    guards: ['hasPending'],
    says: 'accreditation.denied is refused: fewer requests are pending than would be denied',
  });
});

test('a guard that has no words for it is told by its name', () => {
  const chart = chartFor('embassy');
  const [turn] = turnsOf('embassy', ['mission.closed']);
  if (turn === undefined) throw new Error('nothing happens');
  const outcome = { kind: 'refused', while: 'absent', guards: ['isTheHead', 'nobodyKnows'] } as const;
  expect(findingOf(chart, { ...turn, outcome })).toMatchObject({
    says: 'mission.closed is refused: somebody else is head; nobodyKnows',
  });
});

function lastFinding(kind: Kind, ...events: readonly Happening[]) {
  const turn = turnsOf(kind, events).at(-1);
  if (turn === undefined) throw new Error('nothing happens');
  return findingOf(chartFor(kind), turn);
}
