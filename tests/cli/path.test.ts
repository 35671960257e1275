/** Ways to a state, in words. */
import { expect, test } from 'vitest';
import { pathsInWords } from '../../src/cli/path.ts';
import type { Paths } from '../../src/simulation/path.ts';
import { terminal } from './terminal.ts';

/** What is told where there are no ways, of those of up to eight events that were asked for. */
function told(none: Paths['none']): string {
  const answer = { subject: 'embassy', goal: 'ceiling=3', paths: [], more: false, none, uncertain: [] };
  return pathsInWords(answer, 8, terminal).replaceAll(/\s+/g, ' ').trim();
}

test('where all ways of so many events were tried a longer one can be asked for', () => {
  expect(told({ kind: 'within', steps: 8 })).toBe(
    'There is no way of up to 8 events. There may be a longer one; --steps allows more events.',
  );
});

test('where there was too much to try that is said, and what to ask instead', () => {
  expect(told({ kind: 'within', steps: 1 })).toBe(
    'There is no way of up to 1 event. Of longer ones there are too many to try; ask for fewer things at once.',
  );
  expect(told({ kind: 'within', steps: 0 })).toBe(
    'There are too many ways to try; ask for fewer things at once.',
  );
});

test('where the rules lead to no such state it is no use to look further', () => {
  expect(told({ kind: 'at-all' })).toContain('There is no way at all');
});
