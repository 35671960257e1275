import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysSpanned, historyOf } from '../../src/drawing/history.ts';
import { logOf } from '../../src/replay/log.ts';
import { courseOf } from '../../src/replay/standing.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { dayOf } from '../../src/time/day.ts';
import { anyDossier, anyQuestion, recordFrom } from '../laws/dossiers.ts';
import { dayNamed, IT, recordOf } from '../record.ts';
import { KNOWN } from './pictures.ts';

const ALL = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false };

test('a history tells status, staffing and events with the days of their telling and effect', () => {
  const record = recordOf({
    kind: 'embassy',
    events: [
      'mission.established',
      { type: 'ceiling.set', limit: 9, announced: '2020-01-02', effective: '2020-02-01/2020-02-03' },
      { type: 'operations.suspended', announced: '2020-03-01' },
      'mission.reopened',
    ],
  });
  const [history] = historyOf(record, KNOWN).subjects;
  expect(history?.periods).toMatchObject([
    { status: 'absent', from: null, to: dayNamed('2020-01-01'), began: [] },
    { status: 'operating', from: dayNamed('2020-01-01'), to: dayNamed('2020-03-01'), hypothetical: false },
    { status: 'suspended', from: dayNamed('2020-03-01'), to: null, began: [{ event: 'e3/1' }] },
  ]);
  expect(history?.ceiling).toMatchObject([
    { from: null, to: dayNamed('2020-02-03'), count: null, began: [] },
    { from: dayNamed('2020-02-03'), to: null, count: { min: 9, max: 9 }, began: [{ event: 'e2/1' }] },
  ]);
  expect(history?.headcount.map(({ began }) => began.map(({ event }) => event))).toEqual([
    [],
    ['e1/1'],
    ['e2/1'],
  ]);
  const [, set] = history?.events.filter(({ finding }) => finding === null) ?? [];
  expect(set).toMatchObject({
    event: 'e2/1',
    told: dayNamed('2020-01-02'),
    day: dayNamed('2020-02-03'),
    effective: { edtf: '2020-02-01/2020-02-03', first: dayNamed('2020-02-01'), last: dayNamed('2020-02-03') },
  });
  expect(history?.events.flatMap(({ finding }) => finding ?? [])).toEqual([
    'mission.reopened has no place while established',
  ]);
});

test('an effect that never certainly arrives has no day, and ends no period', () => {
  const events = ['mission.established', { type: 'mission.closed', effective: '2020-06-01/..' }] as const;
  const history = historyOf(recordOf({ kind: 'embassy', events }), KNOWN);
  expect(history.subjects[0]?.periods.map(({ status }) => status)).toEqual(['absent', 'operating']);
  expect(history.subjects[0]?.events[1]).toMatchObject({ day: null, effective: { last: null } });
  expect(daysSpanned(history)).toEqual({ first: dayNamed('2020-01-01'), last: dayNamed('2020-06-01') });
});

test('the periods of a history are those of the timeline, and its steps those of the course', () => {
  fc.assert(
    fc.property(anyDossier({ entries: 14 }), anyQuestion(), (written, { at: _, ...knowledge }) => {
      const record = recordFrom(written);
      for (const { subject, periods, ceiling, headcount } of historyOf(record, knowledge).subjects) {
        const timeline = timelineOf(record, knowledge, [subject])[subject] ?? [];
        const statuses = timeline.filter(({ status }, index) => status !== timeline[index - 1]?.status);
        expect(periods.map(({ status, from }) => [status, from === null ? null : dayOf(from)])).toEqual(
          statuses.map(({ status, from }) => [status, from]),
        );
        periods.forEach(({ from, to, began }, index) => {
          expect(to).toBe(periods[index + 1]?.from ?? null);
          expect(began.length > 0).toBe(from !== null);
        });
        const course = courseOf(record, subject, knowledge);
        for (const [steps, field] of [
          [ceiling, 'ceiling'],
          [headcount, 'accredited'],
        ] as const) {
          for (const { from, standing } of course) {
            const step = steps.findLast((one) => one.from === null || (from !== null && one.from <= from));
            expect(step?.count).toEqual(standing.context['staff']?.[field]);
          }
        }
      }
    }),
  );
});

test('the findings of a history are those of the log', () => {
  fc.assert(
    fc.property(
      anyDossier({ entries: 14, changes: false }),
      anyQuestion(),
      (written, { at: _, ...knowledge }) => {
        const record = recordFrom(written);
        const drawn = historyOf(record, knowledge).subjects.flatMap(({ events }) => events);
        const log = logOf(record, knowledge, ALL).flatMap(({ event, finding }) =>
          event === null ? [] : [[event, finding?.says ?? null] as const],
        );
        expect(new Map(drawn.map(({ event, finding }) => [event, finding]))).toEqual(new Map(log));
      },
    ),
  );
});

test('only the subjects asked for are told, in the order of the dossier', () => {
  const record = recordOf({ kind: 'channel', events: [] });
  expect(historyOf(record, KNOWN, [IT]).subjects.map(({ subject }) => subject)).toEqual([IT]);
  expect(historyOf(record, KNOWN, []).subjects).toEqual([]);
  expect(daysSpanned(historyOf(record, KNOWN))).toBeNull();
});
