import { expect, test } from 'vitest';
import { insteadOf, insteadOfName } from '../src/nearest.ts';

test.each([
  ['the nearest word is meant', 'suspnded', ['suspended', 'operating'], 'did you mean suspended?'],
  ['capitals are no difference', 'SUSPENDED', ['operating', 'suspended'], 'did you mean suspended?'],
  ['of two as near the first is meant', 'bat', ['cat', 'hat'], 'did you mean cat?'],
  ['a nearer word that comes later is meant', 'mission', ['missive', 'missions'], 'did you mean missions?'],
  ['two letters too many are near', 'ab', ['abcd'], 'did you mean abcd?'],
  ['three letters too many are far from a short word', 'ab', ['abcde'], 'write one of: abcde'],
  ['a third of a long word may be wrong', 'abcdefghi', ['abcdefxyz'], 'did you mean abcdefxyz?'],
  [
    'its family is told where none is near',
    'mission.x',
    ['mission.opened', 'head.ended'],
    'write one of: mission.opened',
  ],
  ['nothing is near where there is nothing', 'mission', [], 'there are none'],
])('%s', (_, word, words, told) => {
  expect(insteadOf(word, words)).toBe(told);
});

test('a long list is told in part', () => {
  const words = Array.from({ length: 17 }, (_, n) => `word-number-${n}`);
  expect(insteadOf('other', words)).toBe(`write one of: ${words.slice(0, 15).join(', ')} and 2 more`);
});

test('among names the search ends after five hundred, however many there are', () => {
  let seen = 0;
  function* names() {
    for (; ; seen++) yield `name-${seen}`;
  }
  expect(insteadOfName('name-499', names())).toBe('did you mean name-499?');
  expect(seen).toBeLessThanOrEqual(500);
  expect(insteadOfName('n', ['n'.repeat(101)])).toBe('there are none');
});
