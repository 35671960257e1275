import { beforeAll, expect, test } from 'vitest';
import { daysSpanned, historyOf } from '../../src/drawing/history.ts';
import { ALL_KNOWN } from '../../src/replay/known.ts';
import { addDays, type DayNumber, dayNumber, parseDay } from '../../src/time/day.ts';
import {
  beyondInWords,
  doubtedIn,
  historiesOf,
  type Standing,
  tookHoldInWords,
} from '../../src/web/history/answers.ts';
import { firstView } from '../../src/web/view.ts';
import { branchOf } from '../../src/web/what-if/branch.ts';
import { openedBundled } from './opened.ts';

let opened: Awaited<ReturnType<typeof openedBundled>>;
beforeAll(async () => {
  opened = await openedBundled();
});

test('a day outside of what is known is told to be so', () => {
  const span = { first: dayNamed('1997-10-01'), last: dayNamed('2026-01-30') };
  expect(beyondInWords(span, dayNamed('1997-09-30'))).toMatch(/^Before the first event .* 1997-10-01:/);
  expect(beyondInWords(span, span.first)).toBeNull();
  expect(beyondInWords(span, span.last)).toBeNull();
  expect(beyondInWords(span, dayNamed('2026-01-31'))).toMatch(/^After the last event .* 2026-01-30:/);
  expect(beyondInWords(null, span.first)).toMatch(/^No event is known/);
});

test('doubted is what the other reading has otherwise, but not since when', () => {
  const since = '2021-10-18';
  const standing: Standing = { status: 'operating', since, ceiling: null, accredited: { min: 7, max: 7 } };
  const of = (change: Partial<Standing>) =>
    doubtedIn(new Map([['office', standing]]), new Map([['office', { ...standing, ...change }]]));
  expect(of({ since: '2021-11-05' }).size).toBe(0);
  expect([...of({ status: 'suspended' })]).toEqual(['office']);
  expect([...of({ ceiling: { min: 9, max: 9 } })]).toEqual(['office']);
  expect([...of({ accredited: { min: 7, max: 8 } })]).toEqual(['office']);
  expect(doubtedIn(new Map([['office', standing]]), new Map()).size).toBe(0);
});

test('of a day is told what takes hold on it, and nothing of one on which nothing does', () => {
  const { record } = opened;
  const history = historyOf(record, ALL_KNOWN);
  expect(tookHoldInWords(history, null, dayNamed('2021-10-18'))).toMatch(
    /^2021-10-18: Emergency ties through the Russian ambassador to Belgium: channel designated/,
  );
  expect(tookHoldInWords(history, null, dayNamed('2021-10-19'))).toBe('');
  // It has no place in the rules.
  expect(tookHoldInWords(history, null, dayNamed('1997-10-31'))).toBe('');
  expect(tookHoldInWords(history, null, dayNamed('1998-10-11')).split('; ')).toHaveLength(4);
  const { record: branch } = parted();
  expect(tookHoldInWords(history, historyOf(branch, ALL_KNOWN), dayNamed('2021-10-19'))).toBe(
    '2021-10-19: NATO Information Office Moscow: mission closed, hypothetical',
  );
});

/** The branch of a scenario that closes the office on a day on which nothing else happens. */
function parted() {
  const text = `scenario: s
title: S
acts:
  - {act: a, by: russia, announced: 2021-10-19, events: [{subject: information-office, type: mission.closed}]}
`;
  const beside = branchOf(opened, { scenario: { text } });
  if (beside.kind !== 'branch') throw new Error('no branch');
  return beside.branch;
}

test('a record is opened today, or on its last day where that is long ago', () => {
  const { record } = opened;
  const last = daysSpanned(historiesOf(record, ALL_KNOWN))?.last ?? dayNamed('2000-01-01');
  const [near, far] = [addDays(last, 3_653), addDays(last, 3_654)];
  expect([near, far].map((today) => firstView(record, today).at)).toEqual([near, last]);
});

function dayNamed(text: string): DayNumber {
  const day = parseDay(text);
  if (day === null) throw new Error(`no day: ${text}`);
  return dayNumber(day);
}
