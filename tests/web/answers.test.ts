import { expect, test } from 'vitest';
import { type DayNumber, dayNumber, parseDay } from '../../src/time/day.ts';
import { beyondInWords, doubtedIn, type Standing } from '../../src/web/history/answers.ts';

test('a day outside of what is known is told to be so', () => {
  const span = { first: dayNamed('1997-10-01'), last: dayNamed('2026-01-30') };
  expect(beyondInWords(span, dayNamed('1997-09-30'))).toMatch(/^Before the first event .* 1997-10-01:/);
  expect(beyondInWords(span, span.first)).toBeNull();
  expect(beyondInWords(span, span.last)).toBeNull();
  expect(beyondInWords(span, dayNamed('2026-01-31'))).toMatch(/^After the last event .* 2026-01-30:/);
  expect(beyondInWords(null, span.first)).toMatch(/^No event is known/);
});

test('doubted is what the other reading has otherwise, but not since when', () => {
  const since = dayNamed('2021-10-18');
  const standing: Standing = { status: 'operating', since, ceiling: null, accredited: { min: 7, max: 7 } };
  const of = (change: Partial<Standing>) =>
    doubtedIn(new Map([['office', standing]]), new Map([['office', { ...standing, ...change }]]));
  expect(of({ since: dayNamed('2021-11-05') }).size).toBe(0);
  expect([...of({ status: 'suspended' })]).toEqual(['office']);
  expect([...of({ ceiling: { min: 9, max: 9 } })]).toEqual(['office']);
  expect([...of({ accredited: { min: 7, max: 8 } })]).toEqual(['office']);
  expect(doubtedIn(new Map([['office', standing]]), new Map()).size).toBe(0);
});

function dayNamed(text: string): DayNumber {
  const day = parseDay(text);
  if (day === null) throw new Error(`no day: ${text}`);
  return dayNumber(day);
}
