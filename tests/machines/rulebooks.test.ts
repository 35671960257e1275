import { expect, test } from 'vitest';
import { kinds } from '../../src/events/dossier.ts';
import { ruleBooks } from '../../src/machines/rulebooks.ts';

test('each kind follows the chart of its name, and States all send missions of one kind', () => {
  const names = Object.fromEntries(kinds.map((kind) => [kind, ruleBooks[kind].machine.id]));
  expect(names).toEqual({
    ...Object.fromEntries(kinds.map((kind) => [kind, kind])),
    embassy: 'mission-of-state',
    consulate: 'mission-of-state',
    'interests-section': 'mission-of-state',
  });
});

test('what a chart asks of its context, its recipes, guards and refusals, it has by name', () => {
  for (const kind of kinds) {
    const { machine, recipes, refusals } = ruleBooks[kind];
    const { guards = {}, actions = {} } = machine.implementations;
    expect(Object.keys(actions).sort()).toEqual(Object.keys(recipes).sort());
    expect(Object.keys(refusals).filter((name) => !(name in guards))).toEqual([]);
    for (const says of Object.values(refusals)) expect(says).not.toBe('');
  }
});
