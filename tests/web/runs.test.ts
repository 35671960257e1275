/** Runs as the page asks for them and makes them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { likelihoodOf } from '../../src/simulation/likelihood.ts';
import { type Prepared, prepareRuns } from '../../src/simulation/prepared.ts';
import { probabilitiesOf, withShares } from '../../src/simulation/probabilities.ts';
import { runsOf } from '../../src/simulation/runs.ts';
import { addDays } from '../../src/time/day.ts';
import { branchOf } from '../../src/web/what-if/branch.ts';
import { fanOf, isOpenIn } from '../../src/web/what-if/fan-of.ts';
import { datesBetween, type RunsForm, runsWanted, spanOfRuns } from '../../src/web/what-if/runs-wanted.ts';
import { runsInParts } from '../../src/web/workers/run-parts.ts';
import { dayNamed } from '../record.ts';
import { openedBundled } from './opened.ts';

let opened: Awaited<ReturnType<typeof openedBundled>>;
beforeAll(async () => {
  opened = await openedBundled();
});

/** No days of interest: that asked about lies outside. */
const NONE = { at: dayNamed('1990-01-01'), changes: [] };

const FORM: RunsForm = { runs: '10000', seed: '1', from: '2022-01-01', to: '2022-12-31', keep: '' };

const TEXT = `scenario: s
title: S
acts:
  - act: acceptance
    by: russia
    announced: {after: 2022-01-26-nato, days: 7..35}
    probability: 0.4
    events:
      - {subject: russian-mission, type: operations.resumed, effective: {days: 14}}
  - act: accreditation
    by: nato
    announced: {after: acceptance, days: {triangular: [20, 30, 90]}}
    when: {subject: russian-mission, status: operating}
    events:
      - {subject: russian-mission, type: accreditation.granted, count: 1..}
`;

/** A scenario ready to be run, as a form asks for it. */
function prepared(form: Partial<RunsForm>): Prepared {
  const { record } = opened;
  const beside = branchOf(opened, { scenario: { text: TEXT } });
  const asked = runsWanted({ ...FORM, ...form }, record.dossier, NONE);
  if (beside.kind !== 'branch' || asked.kind === 'wrong') throw new Error('the test asks for nothing');
  const all = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;
  const shares = probabilitiesOf(record, beside.chain, all, null);
  if (shares.kind === 'problems') throw new Error('nothing to count');
  const ready = prepareRuns(record, withShares(beside.chain, shares.acts), asked.wanted);
  if (ready.kind === 'problems') throw new Error('the test cannot be run');
  return ready.prepared;
}

describe('runs in parts', () => {
  test.each([1, 8_192, 8_193, 50_000])('%i of them come to the same as in one go', (runs) => {
    const keep = 'russian-mission.status=operating';
    const parts = [...runsInParts(prepared({ keep }), { runs, seed: 7 })];
    const whole = prepared({ keep });
    const once = likelihoodOf(whole, runsOf(whole, { seed: 7, from: 0, to: runs }), 7);
    expect(parts.at(-1)).toEqual({ done: runs, likelihood: once });
    expect(once.kept?.share).toBeGreaterThan(runs === 1 ? -1 : 0);
  });

  test('tell how many are made after each part, and what came of them now and then', () => {
    const parts = [...runsInParts(prepared({}), { runs: 200_000, seed: 1 })];
    expect(parts.map(({ done }) => done)).toEqual(
      Array.from({ length: 25 }, (_, index) => Math.min(200_000, (index + 1) * 8_192)),
    );
    const told = parts.filter(({ likelihood }) => likelihood !== null);
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThan(20);
    for (const { done, likelihood } of told) expect(likelihood?.n).toBe(done);
  });
});

describe('the form of runs', () => {
  test('asks for so many runs of a seed over days of a span', () => {
    const asked = runsWanted(
      { ...FORM, keep: ' russian-mission.staff.accredited>=10 ' },
      opened.record.dossier,
      NONE,
    );
    if (asked.kind === 'wrong') throw new Error([...asked.wrong.values()].join());
    const { runs, seed, dates, keep } = asked.wanted;
    expect([runs, seed, dates.length]).toEqual([10_000, 1, 40]);
    expect([dates[0], dates.at(-1)]).toEqual([dayNamed('2022-01-01'), dayNamed('2022-12-31')]);
    expect(keep?.tests).toEqual([{ kind: 'count', field: 'staff.accredited', relation: '>=', number: 10 }]);
  });

  test('tells what is wrong with every field at once', () => {
    const form = {
      runs: '0',
      seed: '-1',
      from: '2022-02-30',
      to: 'soon',
      keep: 'russian-mission.status=open',
    };
    const asked = runsWanted(form, opened.record.dossier, NONE);
    expect(asked.kind === 'wrong' && Object.fromEntries(asked.wrong)).toEqual({
      runs: 'not a number of runs: "0"; write a whole number from 1 to 1000000000',
      seed: 'not a seed: "-1"; write a whole number from 0 to 9007199254740991',
      from: 'not a day: "2022-02-30"; write YYYY-MM-DD, as in 2021-11-10',
      to: 'not a day: "soon"; write YYYY-MM-DD, as in 2021-11-10',
      keep: 'nothing that status can be: "open"; write one of: absent, operating, suspended, closed',
    });
    const backwards = runsWanted({ ...FORM, to: '2021-12-31' }, opened.record.dossier, NONE);
    expect(backwards.kind === 'wrong' && [...backwards.wrong]).toEqual([
      ['to', 'before the first day; write 2022-01-01 or later'],
    ]);
  });

  test('has each day once, in order, both ends among them', () => {
    const from = dayNamed('2022-01-01');
    expect(datesBetween(from, from, NONE)).toEqual([from]);
    expect(datesBetween(from, dayNamed('2022-01-04'), NONE)).toHaveLength(4);
    const many = datesBetween(from, dayNamed('2023-03-05'), NONE);
    expect(new Set(many).size).toBe(40);
    expect([...many].sort((a, b) => a - b)).toEqual(many);
    const changes = ['2021-12-31', '2022-01-05', '2023-03-04', '2023-03-05', '2023-03-06'].map(dayNamed);
    const exact = datesBetween(from, dayNamed('2023-03-05'), { ...NONE, changes });
    expect(exact).toEqual([...new Set([...many, ...changes.slice(1, 3)])].sort((a, b) => a - b));
    const daily = Array.from({ length: 400 }, (_, day) => addDays(from, day));
    expect(
      datesBetween(from, dayNamed('2023-03-05'), { ...NONE, changes: daily }).length,
    ).toBeLessThanOrEqual(80);
    const at = dayNamed('2022-01-02');
    expect(datesBetween(from, dayNamed('2023-03-05'), { at, changes: [] })).toEqual([
      from,
      at,
      ...many.slice(1),
    ]);
  });

  test('begins before the first act that is assumed and ends after the last', () => {
    const beside = branchOf(opened, { scenario: { text: TEXT } });
    if (beside.kind !== 'branch') throw new Error('no branch');
    const at = dayNamed('2020-01-01');
    expect(spanOfRuns(beside.branch, at)).toEqual({ from: '2021-12-18', to: '2022-05-17' });
    // To the day asked about, where that lies not far beyond.
    expect(spanOfRuns(beside.branch, dayNamed('2022-06-01')).to).toBe('2022-06-01');
    expect(spanOfRuns(beside.branch, dayNamed('2023-06-01')).to).toBe('2022-05-17');
    const { record } = opened;
    expect(spanOfRuns({ record, happenings: [] }, at)).toEqual({ from: '2019-11-02', to: '2020-03-01' });
  });
});

describe('what came of runs is drawn', () => {
  test('of each subject touched, day by day, and of no other', () => {
    const ready = prepared({ from: '2022-01-01', to: '2022-03-31' });
    const likelihood = likelihoodOf(ready, runsOf(ready, { seed: 1, from: 0, to: 2_000 }), 1);
    const drawn = fanOf(likelihood, 'russian-mission', 'The mission');
    expect(drawn).toMatchObject({ from: dayNamed('2022-01-01'), to: dayNamed('2022-04-01') });
    expect(drawn?.fan.shares).toHaveLength(40);
    expect(drawn?.fan.bands).toHaveLength(40);
    expect(drawn?.fan.shares[0]).toEqual({ day: dayNamed('2022-01-01'), of: { suspended: 1 } });
    expect(drawn?.fan.shares.at(-1)?.of['operating']).toBeCloseTo(0.4, 1);
    expect(fanOf(likelihood, 'information-office', 'The office')).toBe(null);
    expect(fanOf(likelihood, '__proto__', 'Nothing')).toBe(null);
  });

  test('where not all runs agree', () => {
    const ready = prepared({ from: '2022-01-01', to: '2022-03-31' });
    const likelihood = likelihoodOf(ready, runsOf(ready, { seed: 1, from: 0, to: 2_000 }), 1);
    expect(isOpenIn(likelihood, 'russian-mission')).toBe(true);
    const before = prepared({ from: '2022-01-01', to: '2022-01-20' });
    const alike = likelihoodOf(before, runsOf(before, { seed: 1, from: 0, to: 100 }), 1);
    expect(isOpenIn(alike, 'russian-mission')).toBe(false);
    expect(isOpenIn(alike, 'no-such')).toBe(false);
  });
});
