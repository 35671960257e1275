/**
 * All tests of the room in which mutants are sought, as one file: each mutant then loads what they share once. Where a
 * mutant keeps a module from loading, that is a failing test too, and not a file that has none.
 */
import { expect, test } from 'vitest';
import { rooms } from './rooms.js';

const { tests } = rooms[process.env['CHANCERY_ROOM'] ?? ''] ?? { tests: [] };

const failed: unknown[] = [];
for (const file of tests) await import(`../../${file}`).catch((error: unknown) => failed.push(error));

test('all modules load', () => {
  expect(failed).toEqual([]);
  expect(tests.length).toBeGreaterThan(0);
});
