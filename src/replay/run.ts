/**
 * A run through a stream at the speed of the table: the same states as `walk` comes to, without the reasons. The run
 * has a context of its own, which the recipes write straight away, and every few tellings its state is kept, so that
 * the next run through that stream begins there.
 */
import type { AsOf } from '../time/clocks.ts';
import { type DayNumber, EVER, later, NEVER } from '../time/day.ts';
import type { Chart } from './chart.ts';
import { at } from './column.ts';
import { countsBy } from './known.ts';
import type { Mark, Recordings, Run, Stream, Stretch } from './stream.ts';

/** What bounds a run: the day asked about, and what is known. */
export type Bounds = Pick<AsOf, 'at' | 'announcedBy' | 'recordedBy'>;

/** A run that begins as far on as was kept of earlier ones within the bounds. */
export function begun(chart: Chart, stream: Stream, bounds: Bounds): Run {
  const mark = markWithin(stream, stream.length, bounds);
  if (mark !== null) return { ...mark.run, context: chart.copied(mark.run.context) };
  return fresh(chart);
}

/** A run with everything before it. */
export function fresh(chart: Chart): Run {
  const { at, context } = chart.initial;
  return {
    passed: 0,
    at: at.number,
    context: chart.copied(context),
    since: null,
    told: EVER,
    recorded: EVER,
  };
}

/** Takes a run on to the end of the day asked about. */
export function advance(chart: Chart, stream: Stream, run: Run, bounds: Bounds): void {
  let before = 0;
  for (const stretch of stream.parts) {
    const length = stretch.end - stretch.start;
    if (run.passed < before + length && !through(chart, stream, run, bounds, stretch, run.passed - before))
      return;
    before += length;
  }
}

/**
 * Takes a run through a stretch, some of which lies behind it; false where a later day begins before its end. Columns
 * are read by place here and not through a function: one that serves every kind of column is slow in each.
 */
function through(
  chart: Chart,
  stream: Stream,
  run: Run,
  { at: until, announcedBy, recordedBy }: Bounds,
  { start, end, columns }: Stretch,
  behind: number,
): boolean {
  const { days, told, recorded, types, payload, payloads } = columns;
  const { decide, after } = chart.compiled;
  const { context } = run;
  const all = announcedBy === null && recordedBy === null;
  let configuration = run.at;
  for (let place = start + behind; place < end; place++) {
    const day = days[place] ?? NEVER;
    if (day > until || day === NEVER) return false;
    run.passed += 1;
    const counts =
      (announcedBy === null || (told[place] ?? NEVER) <= announcedBy) &&
      (recorded === null || countsBy(recorded, place, recordedBy));
    const event = counts ? payloads[payload[place] ?? NONE] : undefined;
    if (event !== undefined) {
      const verdict = decide(configuration, types[place] ?? NONE, context, event);
      if (verdict.change !== null) verdict.change(context, event);
      if (verdict.moves) {
        const to = after(configuration, verdict);
        if (chart.statusOf(to) !== chart.statusOf(configuration)) run.since = day;
        configuration = to;
        run.at = to;
      }
    }
    if (!all) continue;
    run.told = later(run.told, told[place] ?? NEVER);
    if (recorded !== null) run.recorded = later(run.recorded, settledOn(recorded, place));
    if (run.passed % EVERY === 0) keep(chart, stream, run, day);
  }
  return true;
}

const NONE = -1;

/** The day of recording from which on a telling counts, or no longer does, for good. */
function settledOn({ from, until }: Recordings, place: number): DayNumber {
  const end = at(until, place);
  return end === NEVER ? at(from, place) : end;
}

/** A state is kept after so many tellings: the next question takes half as many steps, after a search. */
const EVERY = 8;

function keep(chart: Chart, { marks }: Stream, run: Run, day: DayNumber): void {
  const last = marks[marks.length - 1];
  if (last !== undefined && last.run.passed >= run.passed) return;
  marks.push({ day, run: { ...run, context: chart.copied(run.context) } });
}

/** The last state kept among the first tellings of a stream that holds within the bounds. */
function markWithin({ marks, root }: Stream, passed: number, bounds: Bounds): Mark | null {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { day, run } = at(marks, middle);
    const within =
      run.passed <= passed &&
      day <= bounds.at &&
      (bounds.announcedBy === null || run.told <= bounds.announcedBy) &&
      (bounds.recordedBy === null || run.recorded <= bounds.recordedBy);
    if (within) low = middle + 1;
    else high = middle;
  }
  if (low > 0) return at(marks, low - 1);
  return root === null ? null : markWithin(root.stream, Math.min(passed, root.kept), bounds);
}
