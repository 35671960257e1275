import { describe, expect, test } from 'vitest';
import { dateNumber, interned } from '../../src/replay/interned.ts';
import { effectiveWindow } from '../../src/time/clocks.ts';
import { type Edtf, parseEdtf } from '../../src/time/edtf.ts';

describe('values of which many are alike', () => {
  test('are kept once, numbered as they come, and found by their key', () => {
    const names = interned<{ readonly name: string }>();
    const number = (name: string) => names.number(name, () => ({ name }));
    expect([number('a'), number('b'), number('a'), number('c')]).toEqual([0, 1, 0, 2]);
    expect(names.values).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    expect([names.find('a'), names.find('c'), names.find('d')]).toEqual([0, 2, null]);
  });
});

describe('dates', () => {
  test('written alike are kept once', () => {
    expect(numbered('2021-10-01', '2021-10-02', '2021-10-01', '2021-10', '2021-10')).toEqual([0, 1, 0, 2, 2]);
  });

  test.each([
    ['a day that is certain, and one that is not', '2021-10-01', '2021-10-01~'],
    ['a day, and an hour of it', '2021-10-01', '2021-10-01T12:00Z'],
    ['a day, and what begins on it, as long in writing', '2021-10-01', '2021-10/..'],
    ['windows that begin on one day, as long in writing', '2021-01/..', '2021/2021'],
    ['a day that is not certain, and one that is doubted otherwise', '2021-10-01~', '2021-10-01?'],
    ['windows of which either end is not certain', '2015~/2016', '2015/2016~'],
    ['a day, and the window of that day alone', '2021-10-01', '2021-10-01/2021-10-01'],
  ])('%s, are two', (_, one, other) => {
    expect(numbered(one, other)).toEqual([0, 1]);
    expect(numbered(other, one)).toEqual([0, 1]);
  });

  test('of one text, where the announcement decides when they begin, are two', () => {
    const dates = interned<Edtf>();
    const date = parsed('../2021-10-31');
    const begun = { ...date, first: parsed('2021-10-01').first };
    expect([date, begun, date].map((one) => dateNumber(dates, one))).toEqual([0, 1, 0]);
    expect(dates.values).toEqual([date, begun]);
  });

  test('a day, and what was announced once its open beginning lay behind, are two', () => {
    const dates = interned<Edtf>();
    const ended = effectiveWindow(parsed('../2021-10'), parsed('2021-11-05'));
    expect(ended.first).toBe(ended.last);
    const day = parsed('2021-10-31');
    expect([ended, day, ended].map((one) => dateNumber(dates, one))).toEqual([0, 1, 0]);
  });
});

/** The numbers of dates, each read anew. */
function numbered(...texts: readonly string[]) {
  const dates = interned<Edtf>();
  const numbers = texts.map((text) => dateNumber(dates, parsed(text)));
  expect(numbers.map((number) => dates.values[number]?.edtf)).toEqual(texts);
  return numbers;
}

function parsed(text: string): Edtf {
  const read = parseEdtf(text);
  if (read.kind !== 'date') throw new Error(`the test names no date: ${text}`);
  return read.date;
}
