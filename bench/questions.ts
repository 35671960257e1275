/** Questions about a large record: one subject on a day, all of them on a day, and what if. */
import { isDeepStrictEqual } from 'node:util';
import { branchOf } from '../src/replay/branch.ts';
import type { EventRecord } from '../src/replay/record.ts';
import { standingAt, standingsAt } from '../src/replay/standing.ts';
import { addDays, type DayNumber } from '../src/time/day.ts';
import { byOrder } from '../src/time/order.ts';
import { replayed } from './bulk.ts';
import { drawing } from './generated.ts';
import { eventsOf, FIRST, FOREVER, type KeptEvent, LAST, subjectsOf } from './material.ts';
import { figure, inTurns, ratio } from './measure.ts';
import { byReducer, byTransition, inTheChartsWords } from './rivals.ts';
import { atLeast, atMost, type Row } from './row.ts';

const QUESTIONS = 500;

export function questions(record: EventRecord): readonly Row[] {
  const draw = drawing(3);
  const subjects = subjectsOf(record);
  const asked = Array.from({ length: QUESTIONS }, () => {
    const subject = subjects[draw(subjects.length)] ?? '';
    const at = addDays(FIRST, draw(LAST - FIRST));
    return { subject, at, events: arrived(eventsOf(record.streamOf(subject, FOREVER))) };
  });
  // What a record was asked before it keeps states of: as one that is in use.
  standingsAt(record, FOREVER);
  for (const { subject, at, events } of asked) {
    const { state, context } = standingAt(record, subject, { ...FOREVER, at });
    const ours = { value: state, context };
    const { value, context: theirs } = byTransition(known(events, at));
    const byHand = inTheChartsWords(byReducer(known(events, at)));
    if (!isDeepStrictEqual(ours, { value, context: theirs }) || !isDeepStrictEqual(ours, byHand)) {
      throw new Error(`not the same state: ${subject} on ${at}`);
    }
  }
  const things = asked.length;
  const point = inTurns(
    {
      point: {
        run: () => asked.forEach(({ subject, at }) => void standingAt(record, subject, { ...FOREVER, at })),
        things,
      },
      naive: { run: () => asked.forEach(({ events, at }) => void byTransition(known(events, at))), things },
      reducer: { run: () => asked.forEach(({ events, at }) => void byReducer(known(events, at))), things },
    },
    { rounds: 15, time: 30 },
  );
  const days = Array.from({ length: 7 }, () => addDays(FIRST, draw(LAST - FIRST)));
  let day = 0;
  const world = inTurns(
    { world: { run: () => standingsAt(record, { ...FOREVER, at: days[day++ % 7] ?? LAST }), things: 1 } },
    { rounds: 15, time: 0 },
  );
  return [
    {
      name: 'point/naive',
      what: 'filter, sort and fold of its stream by transition() takes so many times as long as one subject on one day',
      ...ratio(point.naive, point.point),
      unit: '×',
      bound: atLeast(20),
    },
    {
      name: 'point/reducer',
      what: 'the same with the fold by the reducer by hand',
      ...ratio(point.reducer, point.point),
      unit: '×',
      bound: null,
    },
    {
      name: 'world',
      what: `all ${subjects.length} missions on one day`,
      ...figure(world.world),
      unit: 'ms',
      bound: null,
    },
  ];
}

/** One hypothetical event at the end of a large record and of a small one, and the state that it leads to. */
export function whatIf(large: EventRecord, small: EventRecord): readonly Row[] {
  const [many, few] = [departures(large), departures(small)];
  const { large: long, small: short } = inTurns(
    { large: { run: many.run, things: many.things }, small: { run: few.run, things: few.things } },
    { rounds: 15, time: 30 },
  );
  return [
    {
      name: 'whatif/1k-to-1m',
      what: `one hypothetical event in a record of ${large.events.size} takes so many times as long as in one of ${small.events.size}`,
      ...ratio(long, short),
      unit: '×',
      bound: atMost(2),
    },
  ];
}

function departures(record: EventRecord) {
  const draw = drawing(5);
  const subjects = subjectsOf(record);
  const cases = Array.from({ length: 40 }, () => {
    const subject = subjects[draw(subjects.length)] ?? '';
    const last = eventsOf(record.streamOf(subject, FOREVER)).at(-1);
    if (last === undefined) throw new Error(`nothing happens to ${subject}`);
    const { aggregateId: _, version: __, timestamp: ___, ...event } = last;
    const day = addDays(event.effective.last, 1);
    const effective = { ...event.effective, first: day, last: day };
    const added = { ...event, id: 'if/1', act: 'if', effective };
    const versions = [{ recorded: null, event: added, accounts: new Map(), change: null }] as const;
    return { subject, at: day, events: [{ id: 'if/1', versions }] };
  });
  standingsAt(record, FOREVER);
  const run = () => {
    for (const { subject, at, events } of cases) {
      const branch = branchOf(record, { acts: [], events, without: [] });
      standingAt(branch, subject, { ...FOREVER, at });
    }
  };
  return { run, things: cases.length };
}

/** How the time of a replay grows with the record: the slope of a line through the points on logarithmic axes. */
export function growth(records: readonly EventRecord[]): readonly Row[] {
  const sizes = records.map(({ events }) => events.size);
  const rivals = Object.fromEntries(
    records.map((record) => {
      const streams = subjectsOf(record).map((subject) => record.streamOf(subject, FOREVER));
      return [String(record.events.size), { run: () => streams.forEach(replayed), things: 1 }];
    }),
  );
  const times = inTurns(rivals, { rounds: 15, time: 50 });
  const slopes = Array.from({ length: 15 }, (_, round) =>
    slope(
      sizes.map(Math.log),
      sizes.map((size) => Math.log(times[String(size)]?.[round] ?? Number.NaN)),
    ),
  );
  return [
    {
      name: 'growth',
      what: `time of a replay of ${sizes.join(', ')} events: the slope on logarithmic axes`,
      ...figure(slopes),
      unit: 'slope',
      bound: atMost(1.1),
    },
  ];
}

/** By least squares. */
function slope(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, value, n) => sum + (value - x) * ((ys[n] ?? 0) - y), 0);
  return covariance / xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
}

/** In the order in which they were announced, as in a file that is kept day by day. */
function arrived(events: readonly KeptEvent[]): readonly KeptEvent[] {
  return [...events].sort((a, b) => a.announced.first - b.announced.first);
}

function known(events: readonly KeptEvent[], at: DayNumber): readonly KeptEvent[] {
  return events.filter(({ effective }) => effective.last <= at).sort(byOrder('latest'));
}
