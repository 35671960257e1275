/** Whole streams replayed from their beginning to their end: the compiled chart against others. */
import { isDeepStrictEqual } from 'node:util';
import type { EventRecord } from '../src/replay/record.ts';
import { advance, fresh } from '../src/replay/run.ts';
import type { Run, Stream } from '../src/replay/stream.ts';
import { chartFor } from '../src/replay/walk.ts';
import { eventsOf, FOREVER, subjectsOf } from './material.ts';
import { figure, inTurns, ratio } from './measure.ts';
import { byActor, byCastore, byReducer, byTransition, inTheChartsWords } from './rivals.ts';
import { atLeast, type Row } from './row.ts';

const chart = chartFor('permanent-mission');

// With a bound that leaves nothing out no states are kept on the way, from which a replay could begin.
const bounds = { ...FOREVER, announcedBy: FOREVER.at };

/** The stream of a mission replayed. */
export function replayed(stream: Stream): Run {
  const run = fresh(chart);
  advance(chart, stream, run, bounds);
  return run;
}

/** Missions that XState is given, which takes seconds for what others do in a moment. */
const FEW = 200;

export function bulk(record: EventRecord): readonly Row[] {
  const streams = subjectsOf(record).map((subject) => record.streamOf(subject, FOREVER));
  const events = streams.map(eventsOf);
  const [fewStreams, fewEvents] = [streams.slice(0, FEW), events.slice(0, FEW)];
  streams.forEach((stream, mission) => {
    const list = events[mission] ?? [];
    same(stream, inTheChartsWords(byReducer(list)));
    const castore = byCastore(list);
    same(stream, castore && inTheChartsWords(castore));
  });
  fewStreams.forEach((stream, mission) => {
    for (const snapshot of [byTransition(fewEvents[mission] ?? []), byActor(fewEvents[mission] ?? [])]) {
      same(stream, { value: snapshot.value, context: snapshot.context });
    }
  });

  const all = events.reduce((sum, list) => sum + list.length, 0);
  const some = fewEvents.reduce((sum, list) => sum + list.length, 0);
  const whole = inTurns(
    {
      compiled: { run: () => streams.forEach(replayed), things: all },
      reducer: { run: () => events.forEach(byReducer), things: all },
      castore: { run: () => events.forEach(byCastore), things: all },
    },
    { rounds: 15, time: 0 },
  );
  const few = inTurns(
    {
      compiled: { run: () => fewStreams.forEach(replayed), things: some },
      transition: { run: () => fewEvents.forEach(byTransition), things: some },
      actor: { run: () => fewEvents.forEach(byActor), things: some },
    },
    { rounds: 9, time: 50 },
  );
  const unit = '×';
  return [
    {
      name: 'bulk/transition',
      what: `XState's transition() takes so many times as long an event, over ${FEW} missions`,
      ...ratio(few.transition, few.compiled),
      unit,
      bound: atLeast(200),
    },
    {
      name: 'bulk/actor',
      what: `send() to a live actor takes so many times as long an event, over ${FEW} missions`,
      ...ratio(few.actor, few.compiled),
      unit,
      bound: atLeast(60),
    },
    {
      name: 'bulk/reducer',
      what: 'a mutable reducer by hand takes so many times as long, over all missions',
      ...ratio(whole.reducer, whole.compiled),
      unit,
      bound: atLeast(0.5),
    },
    {
      name: 'bulk/castore',
      what: "@castore/core's buildAggregate takes so many times as long, over all missions",
      ...ratio(whole.castore, whole.compiled),
      unit,
      bound: atLeast(1),
    },
    ...Object.entries({
      compiled: whole.compiled,
      reducer: whole.reducer,
      castore: whole.castore,
      actor: few.actor,
      transition: few.transition,
    }).map(
      ([rival, times]): Row => ({
        name: `bulk/ns/${rival}`,
        what: `nanoseconds an event: ${rival}`,
        ...figure(times.map((time) => time * 1e6)),
        unit: 'ns',
        bound: null,
      }),
    ),
  ];
}

function same(stream: Stream, theirs: object | undefined): void {
  const { at, context } = replayed(stream);
  const ours = { value: chart.compiled.numbered(at).value, context };
  if (!isDeepStrictEqual(ours, theirs)) {
    throw new Error(`not the same state: ${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`);
  }
}
