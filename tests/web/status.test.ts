/** What was done last, as long as it holds. */
import { expect, test } from 'vitest';
import { type Status, statusBeside } from '../../src/web/what-if/status.ts';

const STATUS: Status = {
  kind: 'done',
  place: 'top',
  lines: ['x is removed.'],
  scenario: { text: 'b' },
  hasCome: false,
};

test('it waits for the scenario that it is told of', () => {
  expect(statusBeside(STATUS, { text: 'a' })).toBe(STATUS);
  expect(statusBeside(STATUS, { text: 'b' })).toEqual({ ...STATUS, hasCome: true });
});

test('it stays while that one is shown, and goes with it', () => {
  const come = { ...STATUS, hasCome: true };
  expect(statusBeside(come, { text: 'b' })).toBe(come);
  expect(statusBeside(come, { text: 'a' })).toBe(null);
  expect(statusBeside(come, { name: 'b' })).toBe(null);
  expect(statusBeside(come, null)).toBe(null);
  expect(statusBeside(null, { text: 'b' })).toBe(null);
});
