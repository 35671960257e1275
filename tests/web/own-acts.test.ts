/** What of a branch the reader's own scenario says itself. */
import { beforeAll, expect, test } from 'vitest';
import { goneInWords } from '../../src/telling/branches.ts';
import { branchOf } from '../../src/web/what-if/branch.ts';
import { ownActOf, toPutBack } from '../../src/web/what-if/own-acts.ts';
import { openedBundled } from './opened.ts';

let opened: Awaited<ReturnType<typeof openedBundled>>;
beforeAll(async () => {
  opened = await openedBundled();
});

function branched(text: string) {
  const beside = branchOf(opened, { scenario: { text: `scenario: s\ntitle: S\n${text}` } });
  if (beside.kind !== 'branch') throw new Error(JSON.stringify(beside));
  return beside;
}

test('an act is its own by its name, and the first of those that answer', () => {
  const { scenario } = branched(
    'base: tit-for-tat.yaml\nacts: [{act: a, by: nato, announced: 2022-01-01, events: []}]\n',
  );
  const names = ['s:a', 's:a#1', 's:a#2', 's:a#12', 's:b', 'tit-for-tat:a', 'a'];
  expect(names.filter((name) => ownActOf(name, scenario)?.act === 'a')).toEqual(['s:a', 's:a#1']);
});

test('what is taken out is put back by the name by which it was, an act at its first event', () => {
  const { branch, chain, scenario } = branched(
    'from: 2022-01-01\nwithout: [2021-10-06-nato, 2021-10-18-russia/2]\nchanges: [{event: 2021-10-18-russia/4, set: {effective: 2021-12-01}}]\n',
  );
  const gone = goneInWords({ record: opened.record, branch: branch.record, chain });
  expect([...toPutBack(gone, scenario)]).toEqual([
    ['2021-10-06-nato/1', '2021-10-06-nato'],
    ['2021-10-18-russia/2', '2021-10-18-russia/2'],
    ['2021-10-18-russia/4', '2021-10-18-russia/4'],
  ]);
});
