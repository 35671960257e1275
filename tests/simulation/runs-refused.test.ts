/** What runs tell of events that the rules have no place for, where that is settled before anything is assumed. */
import { expect, test } from 'vitest';
import { likelihoodOf } from '../../src/simulation/likelihood.ts';
import { prepareRuns } from '../../src/simulation/prepared.ts';
import { runsOf } from '../../src/simulation/runs.ts';
import { scenario } from '../laws/scenarios.ts';
import { assembled, dayNamed } from '../record.ts';

type Raw = { readonly [field: string]: unknown };

const LATER = {
  act: 'later',
  by: 'a',
  announced: '2020-06-01',
  events: [{ subject: 'it', type: 'relations.restored' }],
};

test('an event on record is refused in every run where what it needs is taken out', () => {
  const events = [
    { type: 'relations.established', effective: '2020-01-01' },
    { type: 'relations.broken-off', effective: '2020-02-01' },
  ];
  expect(refusedIn(events, { without: ['e0'], acts: [LATER] }, 10)).toEqual([
    ['e1/1', 1],
    ['s:later/1', 1],
  ]);
  expect(refusedIn(events, { without: ['e0'], acts: [LATER] }, 0)).toEqual([]);
  expect(refusedIn(events, { acts: [LATER] }, 10)).toEqual([]);
});

test('of two events of which the first makes the second needless, now one is refused and now the other', () => {
  const brokenOff = { type: 'relations.broken-off', effective: '[2020-02-01..2020-02-04]' };
  const events = [{ type: 'relations.established', effective: '2020-01-01' }, brokenOff, brokenOff];
  const told = refusedIn(events, { acts: [LATER] }, 10_000);
  expect(told.map(([event]) => event)).toEqual(['e2/1', 'e1/1']);
  // On one day, as on one of four, the second is refused.
  for (const [index, share] of [5 / 8, 3 / 8].entries()) {
    const error = Math.sqrt((share * (1 - share)) / 10_000);
    expect(Math.abs((told[index]?.[1] ?? 0) - share)).toBeLessThanOrEqual(3 * error);
  }
});

/** The events that are refused in some of so many runs, with their shares; each event on record is an act of its own. */
function refusedIn(
  events: readonly Raw[],
  assumed: Raw,
  runs: number,
): readonly (readonly [string, number])[] {
  const entries = events.map((event, index) => ({
    act: `e${index}`,
    by: 'a',
    title: 'An act',
    announced: '2020-01-01',
    sources: [{ title: 'a source' }],
    events: [{ subject: 'it', ...event }],
  }));
  const subjects = { it: { kind: 'relations', name: 'It' } } as const;
  const record = assembled({ title: 'T', parties: { a: 'A' }, subjects }, [{ file: 'a.yaml', entries }]);
  const ready = prepareRuns(record, [scenario(assumed)], { dates: [dayNamed('2020-12-31')], keep: null });
  if (ready.kind === 'problems') throw new Error(ready.problems.map(({ what }) => what).join('\n'));
  const { refused } = likelihoodOf(ready.prepared, runsOf(ready.prepared, { seed: 1, from: 0, to: runs }), 1);
  return refused.map(({ event, share }) => [event, share]);
}
