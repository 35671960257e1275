import { describe, expect, test } from 'vitest';
import { at, column, dayColumn, signedColumn } from '../../src/replay/column.ts';
import { addDays } from '../../src/time/day.ts';
import { dayNamed } from '../record.ts';

const numbers = Array.from({ length: 100 }, (_, n) => n);

describe('a column', () => {
  test('holds what was put into it, in order, however much it is', () => {
    const whole = column();
    for (const n of numbers) {
      expect(whole.length).toBe(n);
      whole.push(2 ** 32 - 1 - n);
    }
    expect([...whole.numbers.subarray(0, whole.length)]).toEqual(numbers.map((n) => 2 ** 32 - 1 - n));
  });

  test('of numbers below zero, and of days', () => {
    const signed = signedColumn();
    const days = dayColumn();
    const day = dayNamed('1905-05-01');
    for (const n of numbers) {
      signed.push(-n);
      days.push(addDays(day, -n));
    }
    expect(numbers.map((n) => signed.numbers[n])).toEqual(numbers.map((n) => 0 - n));
    expect(numbers.map((n) => days.numbers[n])).toEqual(numbers.map((n) => addDays(day, -n)));
  });

  test('is moved to wider room only where it is full', () => {
    const whole = column();
    const rooms = new Set(
      numbers.map((n) => {
        whole.push(n);
        return whole.numbers;
      }),
    );
    expect([...rooms].map((room) => room.length)).toEqual([16, 24, 36, 54, 81, 122]);
  });
});

test('where nothing stands, nothing is given', () => {
  expect(at(['a', 'b'], 1)).toBe('b');
  expect(() => at(['a', 'b'], 2)).toThrow(new RangeError('nothing stands at 2 of 2'));
});
