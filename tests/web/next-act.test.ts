import { expect, test } from 'vitest';
import { nextAct } from '../../src/web/history/next-act.ts';

test('clicks on a mark go through all its acts, each once however many events it has, and begin anew', () => {
  const acts = ['a', 'b', 'b', 'c'];
  const clicked = [null, 'a', 'b', 'c', 'elsewhere'].map((shown) => nextAct(acts, shown));
  expect(clicked).toEqual(['a', 'b', 'c', 'a', 'a']);
  expect(nextAct(['a'], 'a')).toBe('a');
});
