import { expect, test } from 'vitest';
import { dateInWords } from '../../src/telling/dates.ts';

test.each([
  ['2021-10-18', '2021-10-18'],
  ['2021-10-18T16:00-05:00', '2021-10-18T16:00-05:00'],
  ['2021-10', 'some day in 2021-10'],
  ['2021', 'some day in 2021'],
  ['2021~', 'some day in about 2021'],
  ['2025-12-03?', '2025-12-03 (doubtful)'],
  ['2025-12-03~', 'about 2025-12-03'],
  ['2025-12-03%', 'about 2025-12-03 (doubtful)'],
  ['1998-01-01/1998-10-11', 'some day from 1998-01-01 to 1998-10-11'],
  ['[2021-10-18..2021-11-05~]', 'some day from 2021-10-18 to about 2021-11-05'],
  ['../1997-10', 'on or before 1997-10'],
  ['[..1997-10?]', 'on or before 1997-10 (doubtful)'],
  ['1997-10/..', 'on or after 1997-10'],
  ['[1997-10..]', 'on or after 1997-10'],
  ['../..', 'some day'],
])('%s is told as %s', (edtf, words) => {
  expect(dateInWords(edtf)).toBe(words);
});

test.each(['199X', '[2021-10-18,2021-11-05]', '[2021-10-18]', '2021-10-18/2021-11-05/2021-12-01', ''])(
  '%j has no plainer words and stays as it is',
  (edtf) => {
    expect(dateInWords(edtf)).toBe(edtf);
  },
);
