import { expect, test } from 'vitest';
import { statechartStyle } from '../../src/drawing/statechart-style.ts';

test('a style for one theme has its colours alone', () => {
  expect(statechartStyle('light')).toContain('.statechart .paper { fill: #fdfcf9 }');
  expect(statechartStyle('dark')).toContain('.statechart .paper { fill: #14181e }');
  expect(statechartStyle('light')).not.toMatch(/#14181e|@media|data-theme/);
});

test('a style for both follows the system, also where the picture is all of a file, and then what is said around it', () => {
  const [first = '', ...rest] = statechartStyle('both').split('@media (prefers-color-scheme: dark) {\n');
  const [dark = '', said = ''] = rest.join('').split('\n}\n');
  const rules = (text: string) => text.split('\n').map((line) => line.trim());
  expect(first.trim()).toBe(statechartStyle('light'));
  expect(rules(statechartStyle('dark'))).toEqual(expect.arrayContaining(rules(dark)));
  expect(said.split('\n').filter((line) => line.includes('.paper'))).toEqual([
    '[data-theme="light"] .statechart .paper { fill: #fdfcf9 }',
    '[data-theme="dark"] .statechart .paper { fill: #14181e }',
  ]);
});
