import { expect, test } from 'vitest';
import { byOrder, byPosition, type Dated } from '../../src/time/order.ts';
import { date } from './written-dates.ts';

function dated(effective: string, announced: string, file = '2021.yaml', act = 0, event = 0): Dated {
  return { effective: date(effective), announced: date(announced), position: { file, act, event } };
}

test('day of effect, clock time, announcement and position decide in this order', () => {
  const inOrder = [
    dated('2021-10-31', '2021-11-09'),
    dated('2021-11-01', '2021-10-05', 'z.yaml'),
    dated('2021-11-01', '2021-10-06', 'Z.yaml', 9, 9),
    dated('2021-11-01', '2021-10-06', 'a.yaml', 1, 2),
    dated('2021-11-01', '2021-10-06', 'a.yaml', 2, 1),
    dated('2021-11-01', '2021-10-06', 'a.yaml', 10, 1),
    dated('2021-11-01', '2021-10-06', 'ä.yaml', 0, 0),
    dated('2021-11-01T00:30+05:00', '2021-10-04'),
    dated('2021-11-01T16:00+02:00', '2021-10-03'),
    dated('2021-11-01T16:00:30+02:00', '2021-10-02'),
    dated('2021-11-01T16:00-05:00', '2021-10-01'),
    dated('2021-11-02', '2021-09-30'),
  ];
  expect([...inOrder].reverse().sort(byOrder('latest'))).toEqual(inOrder);
});

test('the reading decides which day of a window counts', () => {
  const month = dated('2021-11', '2021-10-06');
  const day = dated('2021-11-15', '2021-10-06');
  expect(byOrder('latest')(month, day)).toBeGreaterThan(0);
  expect(byOrder('earliest')(month, day)).toBeLessThan(0);
});

test('what agrees in everything is equal, whatever its zone', () => {
  const berlin = dated('2021-11-01T16:00+02:00', '2021-10-01');
  const london = dated('2021-11-01T15:00+01:00', '2021-10-01');
  expect(byOrder('latest')(berlin, london)).toBe(0);
  expect(byPosition(berlin.position, london.position)).toBe(0);
});

test('two that never certainly arrive go by announcement and position', () => {
  const open = dated('2021/..', '2021-10-06', 'a.yaml');
  const later = dated('2022/..', '2021-10-06', 'b.yaml');
  expect(byOrder('latest')(open, later)).toBeLessThan(0);
  expect(byOrder('latest')(dated('2022/..', '2021-10-06'), dated('2021/..', '2021-10-06'))).toBe(0);
});
