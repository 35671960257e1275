import { expect, test } from 'vitest';
import { statechartStyle } from '../../src/drawing/statechart-style.ts';

test('a style for one theme has its colours alone', () => {
  expect(statechartStyle('light')).toContain('.statechart .paper { fill: #fdfcf9 }');
  expect(statechartStyle('dark')).toContain('.statechart .paper { fill: #14181e }');
  expect(statechartStyle('light')).not.toMatch(/#14181e|light-dark/);
});

test('a style for both has of each colour the two, and all else alike', () => {
  const both = statechartStyle('both');
  expect(both).toContain('.statechart .paper { fill: light-dark(#fdfcf9, #14181e) }');
  expect(both.replaceAll(/light-dark\((#\w+), #\w+\)/g, '$1')).toBe(statechartStyle('light'));
  expect(both.replaceAll(/light-dark\(#\w+, (#\w+)\)/g, '$1')).toBe(statechartStyle('dark'));
});
