/** Scenario files at the page's door. */
import { expect, test } from 'vitest';
import { readyOnes, textIn } from '../../src/web/what-if/scenario-files.ts';
import { openedBundled } from './opened.ts';

test('ready scenarios are told by their titles, or by name where the file tells none', async () => {
  const { scenarios } = await openedBundled();
  const titles = readyOnes(scenarios);
  expect(titles.map(({ name }) => name)).toContain('tit-for-tat');
  expect(titles.every(({ name, title }) => title !== name)).toBe(true);
  const odd = new Map([
    ['a.yaml', 'title: ['],
    ['b.yml', '- x'],
    ['c.yaml', ''],
    ['d.yaml', 'title: [x]'],
    ['e.yaml', 'title: <b>E</b>'],
  ]);
  expect(readyOnes(odd)).toEqual([
    { name: 'a', title: 'a' },
    { name: 'b', title: 'b' },
    { name: 'c', title: 'c' },
    { name: 'd', title: 'd' },
    { name: 'e', title: '<b>E</b>' },
  ]);
});

test('a file is read as text, or it is told what keeps it from that', async () => {
  const { File } = await import('node:buffer');
  expect(await textIn(new File(['title: é'], 'a.yaml'))).toEqual({ kind: 'text', text: 'title: é' });
  expect(await textIn(new File([new Uint8Array([0x74, 0xff])], 'a.yaml'))).toMatchObject({
    kind: 'unread',
    line: expect.stringMatching(/^a\.yaml:1:2 /),
  });
  expect(await textIn(new File(['x'.repeat(2_000_001)], 'a.yaml'))).toMatchObject({
    line: expect.stringContaining('too large'),
  });
});
