/** The acts and events of a record as lines to choose from. */
import { beforeAll, expect, test } from 'vitest';
import type { EventRecord } from '../../src/replay/record.ts';
import { linesOf, linesWith } from '../../src/web/what-if/record-lines.ts';
import { bundled } from '../simulation/bundled.ts';

let record: EventRecord;
beforeAll(async () => {
  record = await bundled();
});

test('every act and every event has one line, each act before its first event', () => {
  const lines = linesOf(record);
  const names = lines.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(names)).toEqual(
    new Set([...[...record.acts].map(({ act }) => act), ...[...record.events].map(({ id }) => id)]),
  );
  for (const { act, events } of record.acts)
    for (const event of events) expect(names.indexOf(act)).toBeLessThan(names.indexOf(event));
  expect(linesOf(record)).toBe(lines);
});

test('a line is found by any words in it, in any order and case', () => {
  const { shown, more } = linesWith(linesOf(record), ' Withdrawn 2021-10-06 russian-mission', 200);
  expect(shown).toEqual([
    {
      name: '2021-10-06-nato/1',
      says: '2021-11-01 · russian-mission: 8 accreditations withdrawn',
      isAct: false,
    },
  ]);
  expect(more).toBe(0);
});

test('no more are shown than asked for, and it is told how many there are', () => {
  const lines = linesOf(record);
  const { shown, more } = linesWith(lines, '', 5);
  expect(shown).toEqual(lines.slice(0, 5));
  expect(more).toBe(lines.length - 5);
  expect(linesWith(lines, 'no such words', 5)).toEqual({ shown: [], more: 0 });
});
