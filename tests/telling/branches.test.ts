/** What came of a scenario, in words. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { EventRecord } from '../../src/replay/record.ts';
import { compared } from '../../src/simulation/compare.ts';
import { assumptionsOf, probabilitiesOf } from '../../src/simulation/probabilities.ts';
import {
  findingChangeInWords,
  goneInWords,
  happeningInWords,
  leavingInWords,
  whyInWords,
} from '../../src/telling/branches.ts';
import { dayNumberOf } from '../../src/time/day.ts';
import { branchOf } from '../../src/web/what-if/branch.ts';
import { bundled } from '../simulation/bundled.ts';

let record: EventRecord;
beforeAll(async () => {
  record = await bundled();
});

const ALL = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;

/** The branch of a scenario that says this besides its name. */
function parted(text: string) {
  const beside = branchOf(
    { record, scenarios: new Map() },
    { scenario: { text: `scenario: s\ntitle: S\n${text}` } },
  );
  if (beside.kind !== 'branch') throw new Error(JSON.stringify(beside));
  const { branch, chain } = beside;
  return { record, branch: branch.record, chain, happenings: branch.happenings };
}

/** Why a field of the mission is otherwise on a day. */
function why(text: string, field: string, day = dayNumberOf(2021, 11, 10)) {
  const both = parted(text);
  const { dates } = compared(record, both.branch, [day], ALL);
  const change = dates[0]?.changes.find((one) => one.subject === 'russian-mission' && one.field === field);
  return change === undefined ? 'no change' : whyInWords(change, both);
}

const event = (said: string) =>
  `acts:\n  - {act: a, by: nato, announced: 2021-10-12, events: [{subject: russian-mission, ${said}}]}\n`;

describe('what is otherwise is so', () => {
  test('as an event is taken out, by itself or with its act', () => {
    const told = 'as 2021-10-18-russia/1 is taken out';
    expect(why('without: [2021-10-18-russia/1]\n', 'status')).toBe(told);
    expect(why('without: [2021-10-18-russia]\n', 'status')).toBe(told);
  });

  test('as many others that only follow are told by their number', () => {
    const told = why('without: [1998-russia/1]\n', 'staff.ceiling');
    expect(told).toMatch(/^as \S+ no longer counts; as \d+ more events no longer count$/);
    expect(Number(/(\d+) more/.exec(told)?.[1])).toBeGreaterThan(1);
  });

  test('as it is set aside, where the branch leaves the record before it', () => {
    expect(why('from: 2021-10-08\n', 'status')).toBe('as 2021-10-18-russia/1 is set aside');
  });

  test('as it is moved', () => {
    expect(why('changes: [{event: 2021-10-18-russia/1, set: {effective: 2021-12-01}}]\n', 'status')).toBe(
      'as 2021-10-18-russia/1 is moved to 2021-12-01',
    );
  });

  test('because of what stands in its place, which has its name', () => {
    expect(why('changes: [{event: 2021-10-06-nato/1, set: {count: 9}}]\n', 'staff.accredited')).toBe(
      'because of s:2021-10-06-nato/1',
    );
  });

  test('because of an event that is assumed', () => {
    expect(why(event('type: operations.suspended'), 'status', dayNumberOf(2021, 10, 12))).toBe(
      'because of s:a/1',
    );
  });

  test('as one on record no longer counts', () => {
    expect(why(event('type: accreditation.withdrawn, count: 18'), 'staff.accredited')).toBe(
      'as 2021-10-06-nato/1 no longer counts; because of s:a/1',
    );
  });
});

test('a finding that appears for want of an event says so', () => {
  const both = parted('without: [2000-12-15-nato/1]\n');
  const [added] = compared(record, both.branch, [], ALL).findings.added;
  expect(added && findingChangeInWords(added, both)).toMatch(
    /^2001-11-20-nato\/1 information-office: .*; as 2000-12-15-nato\/1 is taken out$/,
  );
});

describe('of what is on record and not on the branch it is told', () => {
  test('whether it is taken out, set aside or otherwise', () => {
    const gone = goneInWords(
      parted(
        'from: 2021-10-20\nwithout: [2021-10-18-russia/1]\nchanges: [{event: 2021-10-18-russia/4, set: {effective: 2021-12-01}}]\n',
      ),
    );
    const kinds = Object.fromEntries(gone.map(({ event: id, kind }) => [id, kind]));
    expect(kinds).toMatchObject({
      '2021-10-18-russia/1': 'taken-out',
      '2021-10-18-russia/4': 'otherwise',
      '2025-12-03-nato/1': 'set-aside',
    });
    expect(gone.find(({ kind }) => kind === 'otherwise')?.says).toMatch(
      /; instead .*2021-12-01 \(s:2021-10-18-russia\/4\)/,
    );
  });

  test.each([
    ['', null],
    [
      'from: 2022-01-26\n',
      'The branch leaves the record on 2022-01-26: what was announced later is not on it.',
    ],
    [
      'from: {recorded: 2022-02-01}\n',
      'The branch leaves the record as it was recorded by 2022-02-01: what was recorded later is not on it.',
    ],
    [
      'from: {announced: 2022-01-26, recorded: 2022-02-01}\n',
      'The branch leaves the record on 2022-01-26 as it was recorded by 2022-02-01: what was announced or recorded later is not on it.',
    ],
  ])('where the branch leaves the record: %j', (text, told) => {
    expect(leavingInWords(parted(text).chain)).toBe(told);
  });
});

test.each([
  ['', null],
  ['probability: 0.6, ', '; assumed to happen here; 60 % in runs'],
  [
    'probability: {rate: {event: cooperation.resumed, while: partly-suspended, kind: cooperation, within: 365}}, ',
    '; assumed to happen here; 25 % in runs, as counted',
  ],
])('of an act with %j it is told that it need not happen', (probability, told) => {
  const text = `acts:\n  - {act: a, by: nato, announced: 2022-03-01, ${probability}events: [{subject: russian-mission, type: operations.resumed}]}\n`;
  const { chain, branch, happenings } = parted(text);
  const shares = probabilitiesOf(record, chain, ALL, null);
  if (shares.kind === 'problems') throw new Error('nothing to count');
  const [only] = happenings.map((one) => happeningInWords(one, branch, assumptionsOf(chain, shares.acts)));
  expect(only?.says).toBe(`russian-mission: operations resumed (s:a/1)${told ?? ''}`);
});

test('so it is of each answer of an act', () => {
  const text =
    'acts:\n  - {act: a, by: nato, announced: {answers: operations.suspended, by: russia, days: 3}, probability: 0.5, events: []}\n';
  const { chain, branch, happenings } = parted(text);
  const assumed = [{ act: 's:a', share: 0.5, counted: null }];
  expect(chain).toHaveLength(1);
  expect(happenings.length).toBeGreaterThan(1);
  for (const one of happenings)
    expect(happeningInWords(one, branch, assumed).says).toContain('; assumed to happen here; 50 % in runs');
});
