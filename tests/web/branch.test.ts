/** The branch that a view stands beside the record, or what is wrong with its scenario. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { branchUnder } from '../../src/simulation/play.ts';
import { digestOf } from '../../src/store/digest.ts';
import { loadScenario } from '../../src/store/scenario-file.ts';
import { showTrouble } from '../../src/store/trouble.ts';
import { branchOf, nameOf, openedOn, textOf } from '../../src/web/what-if/branch.ts';
import { openedBundled } from './opened.ts';

let opened: Awaited<ReturnType<typeof openedBundled>>;
beforeAll(async () => {
  opened = await openedBundled();
});

function problemsIn(text: string): readonly string[] {
  const beside = branchOf(opened, { scenario: { text } });
  return beside.kind === 'problems' ? beside.problems.map(showTrouble) : [];
}

describe('a ready scenario', () => {
  test('has the same branch as the program makes of its file', () => {
    const { record, scenarios } = opened;
    expect(scenarios.size).toBeGreaterThan(3);
    for (const file of scenarios.keys()) {
      const loaded = loadScenario(
        resolve(import.meta.dirname, '../../events/nato-russia/scenarios', file),
        record,
      );
      const beside = branchOf(opened, { scenario: { name: nameOf(file) } });
      if (loaded.kind === 'problems' || beside.kind !== 'branch') throw new Error(file);
      const branch = branchUnder(record, loaded.chain);
      expect(digestOf(beside.branch.record)).toBe(digestOf(branch.record));
      expect(beside.branch.happenings).toEqual(branch.happenings);
      expect(beside.scenario).toBe(beside.chain.at(-1));
    }
  });

  test('of another name than any is told with the names there are', () => {
    const beside = branchOf(opened, { scenario: { name: 'tit-for-tad' } });
    expect(beside.kind === 'problems' && beside.problems.map(showTrouble)).toEqual([
      'tit-for-tad.yaml:1:1 no such scenario here; did you mean tit-for-tat.yaml?',
    ]);
    expect(textOf(opened.scenarios, 'tit-for-tad')).toBe(null);
    expect(textOf(opened.scenarios, 'tit-for-tat')).toContain('scenario: tit-for-tat');
  });

  test.each(['__proto__', 'constructor', '../../etc/passwd', '<img src=x onerror=alert(1)>', '', '\u202e'])(
    'by the name %j does not exist, and nothing else happens',
    (name) => {
      const { kind } = branchOf(opened, { scenario: { name } });
      expect(kind).toBe('problems');
    },
  );
});

test('no scenario is no branch', () => {
  expect(branchOf(opened, { scenario: null })).toEqual({ kind: 'none' });
});

describe('a scenario of the reader’s own', () => {
  test('can build on a ready one', () => {
    const text = 'scenario: own\ntitle: Own\nbase: tit-for-tat.yaml\n';
    const beside = branchOf(opened, { scenario: { text } });
    expect(beside.kind === 'branch' && beside.chain.map(({ scenario }) => scenario)).toEqual([
      'tit-for-tat',
      'own',
    ]);
  });

  test('without a change has the record for its branch', () => {
    const beside = branchOf(opened, { scenario: { text: 'scenario: own\ntitle: Own\nacts: []\n' } });
    expect(beside.kind === 'branch' && beside.branch).toEqual({ record: opened.record, happenings: [] });
  });

  test('tells all that is wrong with it, each at its line', () => {
    const act = 'by: nobody, announced: 2022-13-01, events: [{subject: nowhere, type: mission.closed}]';
    expect(problemsIn(`scenario: own\ntitle: Own\nacts:\n  - {act: a, ${act}}\n`)).toEqual([
      'your-own-scenario:4:18 acts[0].by: no such party: nobody; write one of: nato, russia, belgium',
      'your-own-scenario:4:37 acts[0].announced: not a date: "2022-13-01": there is no month 13; write YYYY-MM-DD, as in 2021-11-01',
      expect.stringMatching(
        /^your-own-scenario:4:68 acts\[0\]\.events\[0\]\.subject: no such subject: nowhere; /,
      ),
    ]);
    expect(problemsIn('')).toEqual(['your-own-scenario:1:1 empty; write scenario, title and acts']);
    expect(problemsIn('title: [')[0]).toMatch(/^your-own-scenario:1:\d+ /);
    expect(problemsIn('scenario: own\ntitle: T\nwithout: [2021-10-18-rusia]\n')).toEqual([
      'your-own-scenario:3:11 without[0]: no such act: 2021-10-18-rusia; did you mean 2021-10-18-russia?',
    ]);
    expect(problemsIn('scenario: own\ntitle: Own\nbase: nowhere.yaml\n')[0]).toMatch(
      /^your-own-scenario:3:7 base: "nowhere.yaml": no such scenario here; /,
    );
  });

  test.each([
    'a: *a',
    '&a [*a]',
    `${'['.repeat(10_000)}`,
    '__proto__: {x: 1}',
    '\u0000',
    '💥',
    '!!js/function x',
  ])('as hostile as %j is told as problems', (text) => {
    expect(problemsIn(text).length).toBeGreaterThan(0);
  });

  test('too large for a file is not read', () => {
    expect(problemsIn(`# ${'x'.repeat(2_000_001)}`)[0]).toContain('too large');
  });
});

describe('the same question has the same answer', () => {
  test('as long as the record and the texts stay', () => {
    const view = { scenario: { text: 'scenario: own\ntitle: Own\nacts: []\n' } };
    expect(branchOf(opened, view)).toBe(branchOf(opened, { ...view }));
    expect(branchOf({ ...opened }, view)).toBe(branchOf(opened, view));
  });
});

describe('the other rooms show', () => {
  const view = { scenario: { name: 'tit-for-tat' } };
  const whole = () => ({ ...opened, name: 'x', digest: 'sha256:1', version: '0', placeOf: () => null });

  test('the record, unless the branch is asked for', () => {
    const record = whole();
    expect(openedOn(record, { ...view, on: 'record' })).toBe(record);
    expect(openedOn(record, { scenario: null, on: 'branch' })).toBe(record);
    expect(openedOn(record, { scenario: { text: '' }, on: 'branch' })).toBe(record);
  });

  test('the branch where it is, of which no digest is told, and the same one as long as it stays', () => {
    const record = whole();
    const shown = openedOn(record, { ...view, on: 'branch' });
    const beside = branchOf(opened, view);
    expect(shown.record).toBe(beside.kind === 'branch' && beside.branch.record);
    expect(shown.digest).toBe(null);
    expect(openedOn(record, { ...view, on: 'branch' })).toBe(shown);
  });
});
