import { expect, test } from 'vitest';
import * as z from 'zod';
import { answer, chancery } from './program.ts';

test.each([
  ['--within 0', '--within: not a number of days: 0; write 1 to 36525'],
  ['--within year', '--within: not a number of days: year; write 1 to 36525'],
  ['--kind chanel', '--kind: no such kind: chanel; did you mean channel?'],
  ['--kind embassy', '--kind: no subject of kind embassy; write one of: permanent-mission, '],
  [
    'russian-mission --kind channel',
    '--kind: russian-mission is of kind permanent-mission, not channel; leave one of them out',
  ],
  [
    '--from 2022 --to 2021',
    '--from: 2022-01-01 is after 2021-12-31, where counting ends; write a day before it',
  ],
  ['--to 9999', '--to: 9999-12-31 is still to come; write today, '],
  ['--from 2021-13', '--from: not a date: "2021-13": there is no month 13; '],
  [
    '--hold-out 2999',
    '--hold-out: 2999-01-01 is after 2026-02-09, where counting ends; write a day before it',
  ],
  [
    '--from 2012 --hold-out 2010',
    '--hold-out: 2010-01-01 leaves nothing to count since 2012-01-01; write a later day',
  ],
])('chancery rates %s is refused with what to write', (line, says) => {
  const { out, err, code } = chancery(`rates ${line}`);
  expect([out, code]).toEqual(['', 2]);
  expect(err.slice(0, says.length)).toBe(says);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

const answerSchema = z.object({
  within: z.number(),
  watched: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  rates: z.array(z.object({ kind: z.string(), statuses: z.array(z.object({ status: z.string() })) })),
});

test('counting ends with the record, with what was announced by a day, or with the day asked for', () => {
  const watched = (line: string) => answerSchema.parse(answer(`rates ${line}`)).watched;
  expect(watched('')).toEqual({ from: null, to: '2026-02-09' });
  expect(watched('--from 2014 --to 2021-10')).toEqual({ from: '2014-01-01', to: '2021-10-31' });
  expect(watched('--to 2021-10 --announced-by 2020')).toEqual({ from: null, to: '2020-12-31' });
});

test('before anything is known there is nothing to count, and that is said', () => {
  const { out, code } = chancery('rates --announced-by 1990');
  expect(code).toBe(0);
  expect(out).toContain('Nothing is on record that could be counted.');
});

test('too few cases are called too few', () => {
  const { out } = chancery('rates --hold-out 2008');
  expect(out).toContain('too few spells: the scores do not tell one forecast from another');
  expect(chancery('rates --hold-out 2008 --kind channel').out).toContain('there is no score');
});
