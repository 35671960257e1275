import { expect, test } from 'vitest';
import {
  activeIn,
  isIn,
  type Statechart,
  statechartOf,
  statesIn,
  type Trigger,
} from '../../src/drawing/statechart.ts';
import { kinds } from '../../src/events/dossier.ts';
import { ruleBooks, understoodBy } from '../../src/machines/rulebooks.ts';
import type { StateNode } from '../../src/replay/regions.ts';

test.each(kinds)(
  'the statechart of %s has every state of its machine and every event that this understands',
  (kind) => {
    const chart = statechartOf(kind);
    const paths = nodesIn(ruleBooks[kind].machine.root).map((node) => node.path.join('.'));
    expect(
      statesIn(chart.root)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(paths.sort());
    const types = new Set(toldIn(chart).map(({ type }) => type));
    expect([...types].sort()).toEqual([...understoodBy(kind)].sort());
  },
);

test.each(kinds)('each transition of %s is told once, as an arrow or as one that stays', (kind) => {
  const told = toldIn(statechartOf(kind));
  const nodes = nodesIn(ruleBooks[kind].machine.root);
  const transitions = nodes.flatMap((node) => [...node.transitions.values()].flat());
  expect(told).toHaveLength(transitions.length);
});

test('what leads from one state to another is gathered under one arrow', () => {
  const { arrows } = statechartOf('permanent-mission');
  const ends = arrows.map(({ from, to }) => `${from} ${to}`);
  expect(new Set(ends).size).toBe(ends.length);
  expect(arrows.find(({ from, to }) => from.endsWith('charge.acting') && to.endsWith('charge.none'))).toEqual(
    {
      from: 'established.charge.acting',
      to: 'established.charge.none',
      within: 'established.charge',
      triggers: [
        { type: 'charge.ended', guard: null, about: null, refusal: null },
        { type: 'head.appointed', guard: 'postIsFree', about: null, refusal: 'somebody else is head' },
        {
          type: 'head.returned',
          guard: 'isTheHeadNow',
          about: null,
          refusal: 'the post is vacant or somebody else is head',
        },
        { type: 'accreditation.withdrawn', guard: 'ofEveryone', about: null, refusal: null },
        { type: 'staff.recalled', guard: 'ofEveryone', about: null, refusal: null },
      ],
    },
  );
});

test('what is taken note of without leaving a state stands in it', () => {
  const states = statesIn(statechartOf('cooperation').root);
  expect(states.find(({ path }) => path === 'practical.suspended')?.stays).toEqual([
    { type: 'cooperation.suspended', guard: null, about: null, refusal: null },
    {
      type: 'cooperation.resumed',
      guard: 'suspendedInThatScope',
      about: null,
      refusal: 'that scope is not suspended by itself',
    },
  ]);
  const office = statesIn(statechartOf('permanent-mission').root).find(({ key }) => key === 'withMission');
  expect(office?.stays.map(({ type }) => type)).toEqual(['military-representative.suspended']);
});

test('an arrow goes on within the innermost state around the change', () => {
  const { arrows } = statechartOf('channel');
  const within = Object.fromEntries(arrows.map(({ from, to, within }) => [`${from} ${to}`, within]));
  expect(within['designated designated.confirmed']).toBe('designated');
  expect(within['designated ended']).toBe('');
});

test('a guard that is asked about one thing of many says which', () => {
  const { arrows } = statechartOf('representation');
  expect(arrows.map(({ to, triggers: [trigger] }) => [to, trigger?.guard, trigger?.about])).toContainEqual([
    'embassy',
    'setsLevel',
    'embassy',
  ]);
});

test('active states are named by their paths, each before those within it', () => {
  expect(activeIn('closed')).toEqual(['closed']);
  expect(
    activeIn({ established: { operation: 'suspended', militaryRepresentative: { post: 'vacant' } } }),
  ).toEqual([
    'established',
    'established.operation',
    'established.operation.suspended',
    'established.militaryRepresentative',
    'established.militaryRepresentative.post',
    'established.militaryRepresentative.post.vacant',
  ]);
});

test('a state lies within those that its path begins with, and never within itself', () => {
  expect(isIn('established.operation', 'established')).toBe(true);
  expect(isIn('established', '')).toBe(true);
  expect(isIn('established', 'established')).toBe(false);
  expect(isIn('', '')).toBe(false);
  expect(isIn('established-anew', 'established')).toBe(false);
});

function toldIn({ root, arrows }: Statechart): readonly Trigger[] {
  return [...arrows.flatMap(({ triggers }) => triggers), ...statesIn(root).flatMap(({ stays }) => stays)];
}

function nodesIn(node: StateNode): readonly StateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesIn)];
}
