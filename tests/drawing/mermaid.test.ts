import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { mermaidOf } from '../../src/drawing/mermaid.ts';
import { type State, statechartOf, statesIn } from '../../src/drawing/statechart.ts';
import { kinds } from '../../src/events/dossier.ts';
import { understoodBy } from '../../src/machines/rulebooks.ts';

test.each(kinds)('the statechart of %s in Mermaid is the one on file', async (kind) => {
  await expect(mermaidOf(kind)).toMatchFileSnapshot(resolve(import.meta.dirname, `golden/${kind}.mmd`));
});

test.each(kinds)('in Mermaid %s has every state under a name of its own, and every event', (kind) => {
  const text = mermaidOf(kind);
  const states = statesIn(statechartOf(kind).root).slice(1);
  const named = [...text.matchAll(/^ *state "[^"]+" as (\w+)/gm)].map(([, id]) => id);
  expect(new Set(named).size).toBe(named.length);
  expect(named.filter((id) => id !== 'chart')).toEqual(states.map(({ path }) => path.replaceAll(/\W/g, '_')));
  for (const type of understoodBy(kind))
    expect(text).toMatch(new RegExp(`[ :]${type.replace('.', '\\.')}( \\[|$)`, 'm'));
});

test.each(kinds)(
  'in Mermaid %s is a tree of blocks, its regions parted and its beginnings marked',
  (kind) => {
    const lines = mermaidOf(kind).split('\n');
    const states = statesIn(statechartOf(kind).root);
    const count = (line: RegExp) => lines.filter((one) => line.test(one)).length;
    expect(count(/^ *\}$/)).toBe(count(/\{$/));
    expect(count(/^ *--$/)).toBe(
      states.reduce((sum, state) => sum + (isParted(state) ? state.states.length - 1 : 0), 0),
    );
    expect(count(/^ *\[\*\] --> \w+$/)).toBe(states.filter(({ initial }) => initial !== null).length);
  },
);

test('no sign that Mermaid reads otherwise stands in a label', () => {
  for (const kind of kinds) {
    for (const [, label = ''] of mermaidOf(kind).matchAll(/--> \w+ : (.*)$/gm))
      expect(label).toMatch(/^[\w .[\]-]+$/);
  }
});

function isParted({ type }: State): boolean {
  return type === 'parallel';
}
