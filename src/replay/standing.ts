/**
 * How subjects stand, without the reasons: the same states as `walk` comes to, as fast as a table can be walked. A
 * stream is taken through the compiled chart on a context of its own, and every few events the state is kept, so that
 * the next question begins there.
 */
import type { MachineContext, StateValue } from 'xstate';
import type { AsOf } from '../time/clocks.ts';
import { type DayNumber, NEVER } from '../time/day.ts';
import type { Chart } from './chart.ts';
import { at } from './column.ts';
import type { Knowledge } from './known.ts';
import { type EventRecord, kindOf } from './record.ts';
import { advance, begun, fresh } from './run.ts';
import type { Run, Stream } from './stream.ts';
import { chartFor } from './walk.ts';

/** A state as an answer of many: what its fields are, and since when its status, but not why. */
export interface Standing {
  readonly status: string;
  /** Null while the status is the initial one. */
  readonly since: DayNumber | null;
  readonly state: StateValue;
  /** The parts of the state beside its regions, as the rule book of the kind names them. */
  readonly context: MachineContext;
}

/** Days on which nothing changes, half-open: from `from` on (null: from the beginning) until before `to` (null: for good). */
export interface Stay {
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly standing: Standing;
}

/** How one subject stands at the end of a day, as known and told as the question says. */
export function standingAt(record: EventRecord, subject: string, when: AsOf): Standing {
  const chart = chartOf(record, subject);
  const stream = record.streamOf(subject, when);
  const run = begun(chart, stream, when);
  advance(chart, stream, run, when);
  return standingOf(chart, run);
}

/** How every subject stands at the end of a day. */
export function standingsAt(record: EventRecord, when: AsOf): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const subject in record.dossier.subjects) standings.set(subject, standingAt(record, subject, when));
  return standings;
}

/** The whole history of one subject as stays: no gaps, no overlaps, no two alike side by side. */
export function courseOf(record: EventRecord, subject: string, knowledge: Knowledge): readonly Stay[] {
  const chart = chartOf(record, subject);
  const stream = record.streamOf(subject, knowledge);
  const run = fresh(chart);
  const begins: { from: DayNumber | null; standing: Standing }[] = [{ from: null, standing: seen() }];
  for (const day of daysOf(stream)) {
    advance(chart, stream, run, { ...knowledge, at: day });
    const standing = seen();
    const before = begins[begins.length - 1]?.standing;
    if (before === undefined || !alike(before, standing)) begins.push({ from: day, standing });
  }
  return begins.map((begin, index) => ({ ...begin, to: begins[index + 1]?.from ?? null }));

  /** The run goes on to write its context. */
  function seen(): Standing {
    return standingOf(chart, { ...run, context: chart.copied(run.context) });
  }
}

/** Where two records part: the first day at whose end some subject stands otherwise in one than in the other. */
export interface Parting {
  readonly day: DayNumber;
  readonly subject: string;
  /** Null where the record has no such subject. */
  readonly here: Standing | null;
  readonly there: Standing | null;
}

/** Where two records part, by what is known of both as the question says; null where they never do. */
export function firstDifference(here: EventRecord, there: EventRecord, knowledge: Knowledge): Parting | null {
  let first: Parting | null = null;
  for (const subject of new Set([here, there].flatMap(({ dossier }) => Object.keys(dossier.subjects)))) {
    // A subject of which both have the same stream is not looked at: a branch shares what it does not touch.
    if (here.streamOf(subject, knowledge) === there.streamOf(subject, knowledge)) continue;
    const parting = partingOf(here, there, subject, knowledge);
    if (parting !== null && (first === null || parting.day < first.day)) first = parting;
  }
  return first;
}

function partingOf(
  here: EventRecord,
  there: EventRecord,
  subject: string,
  knowledge: Knowledge,
): Parting | null {
  const stays = [here, there].map((record) =>
    Object.hasOwn(record.dossier.subjects, subject) ? courseOf(record, subject, knowledge) : [],
  );
  const days = stays.flatMap((course) => course.flatMap(({ from }) => from ?? []));
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const [one = null, other = null] = stays.map((course) => standingOn(course, day));
    if (!alike(one, other)) return { day, subject, here: one, there: other };
  }
  return null;
}

function standingOn(course: readonly Stay[], day: DayNumber): Standing | null {
  return course.findLast(({ from }) => from === null || from <= day)?.standing ?? null;
}

/** The days on which some telling of a stream takes hold, in order. */
function* daysOf({ parts }: Stream): Iterable<DayNumber> {
  let last: DayNumber | null = null;
  for (const { start, end, columns } of parts) {
    for (let place = start; place < end; place++) {
      const day = at(columns.days, place);
      if (day === NEVER) return;
      if (day !== last) yield day;
      last = day;
    }
  }
}

function chartOf(record: EventRecord, subject: string): Chart {
  return chartFor(kindOf(record, subject));
}

function standingOf(chart: Chart, { at, context, since }: Run): Standing {
  return { status: chart.statusOf(at), since, state: chart.compiled.numbered(at).value, context };
}

function alike(a: Standing | null, b: Standing | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
