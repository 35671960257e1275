import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticksOf } from '../../src/drawing/axis.ts';
import { historyOf } from '../../src/drawing/history.ts';
import { dayScale, spanOf } from '../../src/drawing/scale.ts';
import { addDays, type DayNumber, dayNumberOf, dayOf } from '../../src/time/day.ts';
import { recordOf } from '../record.ts';
import { KNOWN, viewOf } from './pictures.ts';

const anyDay = fc
  .integer({ min: dayNumberOf(0, 1, 1), max: dayNumberOf(9999, 12, 31) })
  .map((day) => addDays(dayNumberOf(1970, 1, 1), day));

test('the pixel at which a day begins is of that day, and the pixel before it of the day before', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 12_000 }),
      fc.integer({ min: 320, max: 2560 }),
      (from, days, width) => {
        fc.pre(from + days <= dayNumberOf(9999, 12, 31));
        const scale = dayScale({ width, from, to: addDays(from, days) });
        for (const ahead of [0, Math.floor(days / 2), days - 1]) {
          const day = addDays(from, ahead);
          expect(scale.dayAt(scale.x(day))).toBe(day);
          if (ahead > 0) expect(scale.dayAt(scale.x(day) - 0.01 / days)).toBe(day - 1);
        }
        expect([scale.dayAt(-50), scale.dayAt(width + 50)]).toEqual([from, addDays(from, days - 1)]);
      },
    ),
  );
});

test('what lies beyond the days shown lies at their edge', () => {
  const { left, right, within } = dayScale(viewOf('2020-01-01', '2021-01-01'));
  expect([within(dayNumberOf(1900, 1, 1)), within(dayNumberOf(2300, 1, 1))]).toEqual([left, right]);
});

test('where nobody says which days, whole years, months or days hold all that is on record', () => {
  const span = (...days: string[]) => {
    const events = days.map((announced) => ({ type: 'mission.established', announced }) as const);
    const found = spanOf(historyOf(recordOf({ kind: 'embassy', events }), KNOWN));
    return found && [dayOf(found.from), dayOf(addDays(found.to, -1))];
  };
  expect(span('1998-03-18', '2021-11-05')).toEqual(['1998-01-01', '2022-12-31']);
  expect(span('2021-09-20', '2021-11-29')).toEqual(['2021-09-01', '2021-11-30']);
  expect(span('2021-10-06', '2021-10-18')).toEqual(['2021-10-05', '2021-10-19']);
  expect(span('0000-01-01', '9999-12-31')).toEqual(['0000-01-01', '9999-12-31']);
  expect(span()).toBeNull();
});

test('the axis counts years, months or days, as there is room', () => {
  const labels = (from: string, to: string, width = 1000) =>
    ticksOf(viewOf(from, to, { width })).map(({ label, above }) =>
      above === null ? label : `${above}|${label}`,
    );
  expect(labels('1998-01-01', '2023-01-01')).toEqual(
    '1998 2000 2002 2004 2006 2008 2010 2012 2014 2016 2018 2020 2022'.split(' '),
  );
  expect(labels('2021-10-01', '2022-03-01', 600)).toEqual([
    '2021|Oct',
    'Nov',
    'Dec',
    '2022|Jan',
    'Feb',
    'Mar',
  ]);
  expect(labels('2021-10-30', '2021-11-03')).toEqual(['Oct 2021|30', '31', 'Nov 2021|1', '2', '3']);
  expect(labels('2021-10-30', '2021-10-31')).toEqual(['Oct 2021|30', '31']);
  expect(labels('9998-01-01', '9999-12-31', 400)).toContain('9998|Jan');
});

test('the lines of the axis are days of the calendar, in order, however many days are shown', () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: 320, max: 2560 }), (one, other, width) => {
      const [from, to] = one < other ? [one, other] : [other, one];
      const ticks = ticksOf({ width, from, to, at: null, branch: null, isClickable: false, prefix: 'p' });
      const days: DayNumber[] = ticks.map(({ day }) => day);
      expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
      expect(ticks.length).toBeLessThan(width / 20);
    }),
  );
});
