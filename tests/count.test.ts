import { describe, expect, test } from 'vitest';
import {
  canReach,
  equalCounts,
  exactly,
  least,
  meet,
  minus,
  minusToZero,
  NONE,
  parseCount,
  plus,
  showCount,
  UNKNOWN,
} from '../src/count.ts';

function problem(text: string): string {
  const found = parseCount(text);
  return found.kind === 'count'
    ? `a count: ${showCount(found.count)}`
    : `${found.problem.what}; ${found.problem.instead}`;
}

describe('a count', () => {
  test.each([
    ['8', { min: 8, max: 8 }],
    ['7..10', { min: 7, max: 10 }],
    ['..30', { min: 0, max: 30 }],
    ['7..', { min: 7, max: null }],
    ['unknown', UNKNOWN],
    ['0', NONE],
  ])('%s is read and shown again', (text, count) => {
    expect(parseCount(text)).toEqual({ kind: 'count', count });
    expect(showCount(count)).toBe(text);
  });

  test.each([
    ['0..', 'unknown'],
    ['8..8', '8'],
    ['0..30', '..30'],
    ['..0', '0'],
  ])('%s is shown in its shortest form, %s', (text, shown) => {
    expect(problem(text)).toBe(`a count: ${shown}`);
  });

  test.each([
    ['-3', 'fewer than none; write 0 or more'],
    ['−3', 'fewer than none; write 0 or more'],
    ['1.5', /^persons and posts are whole; write a whole number/],
    ['10,25', /^persons and posts are whole/],
    ['.5', /^persons and posts are whole/],
    ['1,5', /persons and posts are whole/],
    ['1e3', 'an exponent; write all the digits'],
    ['12.25E+10', 'an exponent; write all the digits'],
    ['1e-3', 'an exponent; write all the digits'],
    ['10..7', 'the range is empty; write 7..10'],
    ['08', /leading zero/],
    ['7..010', /leading zero/],
    ['07..10', /leading zero/],
    ['9007199254740992', /too large/],
    ['..9007199254740992', /too large/],
    ['9007199254740992..', /too large/],
    ['7-10', 'a range has two dots; write 7..10'],
    ['17—210', 'a range has two dots; write 17..210'],
    ['7 – 10', 'a range has two dots; write 7..10'],
    ['~50', '"about" bounds nothing; write a range that certainly holds, as in 40..60, or unknown'],
    ['50?', /"about" bounds nothing/],
    ['about 50', /"about" bounds nothing/],
    ['c. 50', /"about" bounds nothing/],
    ['1,210', 'digits are not grouped; write 1210'],
    ['121,210', 'digits are not grouped; write 121210'],
    ['1 000 000', 'digits are not grouped; write 1000000'],
    ['..', 'open at both ends; write unknown'],
    ['', /^it is empty; write a whole number/],
    ['  ', /^it is empty/],
    [' 8', 'spaces around it; write it without the spaces'],
  ])('%s is no count, and the answer says what to write', (text, rest) => {
    const answer = problem(text);
    const start = `not a count: ${JSON.stringify(text)}: `;
    expect(answer.startsWith(start)).toBe(true);
    if (typeof rest === 'string') expect(answer.slice(start.length)).toBe(rest);
    else expect(answer.slice(start.length)).toMatch(rest);
  });

  test.each([
    'eight',
    '7-10 or so',
    'from 7-10',
    'x-3',
    '1e3x',
    'x1e3',
    '1ex3',
    '1.xe3',
    'x1,210',
    '1,210x',
    '1.5x',
    'x1.5',
    '5? or 6',
  ])('%s is like no count, and is answered with the form of one', (text) => {
    expect(problem(text)).toBe(
      `not a count: "${text}"; write a whole number, a range as in 7..10, ..30 or 7.., or unknown`,
    );
  });

  test('a long text is echoed in part', () => {
    expect(problem('x'.repeat(60))).toMatch(/^not a count: "x{60}"; write/);
    expect(problem('x'.repeat(61))).toMatch(/^not a count: "x{59}…"; write/);
  });

  test('the largest number is one that can be counted with', () => {
    for (const text of ['9007199254740991', '9007199254740991..', '..9007199254740991']) {
      expect(problem(text)).toBe(`a count: ${text}`);
    }
    expect(parseCount('9007199254740992')).toEqual({
      kind: 'problem',
      problem: {
        what: 'not a count: "9007199254740992": too large to count with',
        instead: 'write a number up to 9007199254740991',
      },
    });
  });

  test('exactly so many is a whole number, and not below zero', () => {
    for (const n of [0, 8, Number.MAX_SAFE_INTEGER]) expect(exactly(n)).toEqual({ min: n, max: n });
    for (const n of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => exactly(n)).toThrow(new RangeError(`not a number of persons or posts: ${n}`));
    }
  });
});

describe('arithmetic', () => {
  test('eight of eighteen withdrawn leaves ten', () => {
    expect(minus(exactly(18), exactly(8))).toEqual(exactly(10));
  });

  test('of an unknown number eight withdrawn leaves an unknown number', () => {
    expect(minus(UNKNOWN, exactly(8))).toEqual(UNKNOWN);
  });

  test('what cannot leave, leaves not', () => {
    expect(canReach({ min: 0, max: 7 }, exactly(8))).toBe(false);
    expect(() => minus({ min: 0, max: 7 }, exactly(8))).toThrow(new RangeError('..7 cannot be as many as 8'));
    expect(minusToZero({ min: 0, max: 7 }, exactly(8))).toEqual(NONE);
  });

  test('a ceiling of 455 cuts 1210 to 455, and says something about a headcount not known', () => {
    expect(least(exactly(1210), exactly(455))).toEqual(exactly(455));
    expect(least(UNKNOWN, exactly(455))).toEqual({ min: 0, max: 455 });
  });

  test('two statements meet in what both allow, or contradict each other', () => {
    expect(meet({ min: 7, max: null }, { min: 0, max: 10 })).toEqual({ min: 7, max: 10 });
    expect(meet(exactly(7), exactly(8))).toBeNull();
    expect(equalCounts({ min: 7, max: null }, { min: 7, max: 10 })).toBe(false);
    expect(equalCounts({ min: 6, max: 10 }, { min: 7, max: 10 })).toBe(false);
  });

  test('a sum too large to count with is rounded outwards', () => {
    const most = exactly(Number.MAX_SAFE_INTEGER);
    expect(plus(most, exactly(1))).toEqual({ min: Number.MAX_SAFE_INTEGER, max: null });
    expect(plus(most, NONE)).toEqual(most);
  });
});
