/** From a scenario as its file has it to a scenario, or to every problem that it has in itself. */
import type * as z from 'zod';
import { dayNumber, parseDay } from '../time/day.ts';
import { type Delay, plainDelaySchema, triangularSchema, weightsSchema } from './delay.ts';
import { pastDate, shown } from './fields.ts';
import { isMap, type Problem, type Read, readAs, readEvent } from './read.ts';
import { readConditions } from './read-condition.ts';
import {
  type Announcement,
  type HypotheticalAct,
  type HypotheticalEvent,
  MOST_ANSWERS,
  type Past,
  type Probability,
  type Scenario,
} from './scenario.ts';
import {
  afterSchema,
  answersSchema,
  lagSchema,
  pastSchema,
  rateSchema,
  scenarioActSchema,
  scenarioSchema,
  shareSchema,
} from './scenario-form.ts';

type Path = Problem['path'];

/** Reads a scenario's file. Whether what it names exists shows only beside a record. */
export function readScenario(raw: unknown): Read<Scenario> {
  const problems: Problem[] = [];
  const whole = taken(readAs(scenarioSchema, raw, []), problems);
  const written = isMap(raw) ? raw : {};
  const { from: begins } = written;
  const past = begins === undefined ? ALL : taken(readPast(begins, ['from']), problems);
  const list = Array.isArray(written['acts']) ? written['acts'] : [];
  const acts = list.flatMap((act, index) => taken(readAct(act, ['acts', index]), problems) ?? []);
  if (whole === null || past === null || problems.length > 0) return { kind: 'problems', problems };
  const { scenario, title, note = null, base = null, without = [], changes = [] } = whole;
  return { kind: 'value', value: { scenario, title, note, base, from: past, without, changes, acts } };
}

const ALL: Past = { announced: null, recorded: null };

function readPast(raw: unknown, path: Path): Read<Past> {
  if (isMap(raw)) {
    return andThen(readAs(pastSchema, raw, path), ({ announced, recorded }) => ({
      announced: announced === undefined ? null : dayNumber(announced),
      recorded: recorded === undefined ? null : dayNumber(recorded),
    }));
  }
  const day = typeof raw === 'string' ? parseDay(raw) : null;
  if (day !== null) return { kind: 'value', value: { announced: dayNumber(day), recorded: null } };
  const what = raw === null ? 'empty' : `not one exact day: ${shown(raw)}`;
  return problem(path, what, 'write YYYY-MM-DD, or {announced: YYYY-MM-DD, recorded: YYYY-MM-DD}');
}

function readAct(raw: unknown, path: Path): Read<HypotheticalAct> {
  if (!isMap(raw)) return problem(path, `not an act: ${shown(raw)}`, 'begin it with "- act: "');
  const problems: Problem[] = [];
  const act = taken(readAs(scenarioActSchema, raw, path), problems);
  const announced = taken(readAnnouncement(raw['announced'], [...path, 'announced']), problems);
  const [probability, when] = [
    'probability' in raw
      ? taken(readProbability(raw['probability'], [...path, 'probability']), problems)
      : null,
    'when' in raw ? taken(readConditions(raw['when'], [...path, 'when']), problems) : [],
  ];
  const list = Array.isArray(raw['events']) ? raw['events'] : [];
  const events = list.flatMap(
    (event, index) => taken(readHypotheticalEvent(event, [...path, 'events', index]), problems) ?? [],
  );
  if (act === null || announced === null || when === null || problems.length > 0)
    return { kind: 'problems', problems };
  const { recorded, title = null, sources = [], note = null, by } = act;
  const value = {
    act: act.act,
    by,
    title,
    announced,
    recorded: recorded === undefined ? null : dayNumber(recorded),
    sources,
    note,
    probability,
    when,
    events,
  };
  return { kind: 'value', value };
}

function readAnnouncement(raw: unknown, path: Path): Read<Announcement> {
  if (!isMap(raw)) return andThen(readAs(pastDate, raw, path), (date) => ({ kind: 'dated', date }));
  if ('after' in raw) {
    return withDelay(raw, path, readAs(afterSchema, raw, path), ({ after }, days) => ({
      kind: 'after',
      after,
      days,
    }));
  }
  if ('answers' in raw) {
    const form = readAs(answersSchema, raw, path);
    return withDelay(
      raw,
      path,
      form,
      ({ answers, by = null, subject = null, times = MOST_ANSWERS }, days) => {
        return { kind: 'answers', type: answers, by, subject, days, times };
      },
    );
  }
  return problem(
    path,
    'a map that is no announcement',
    'write a date, {after: ACT, days: N} or {answers: TYPE, days: N}',
  );
}

/** Reads one event of an act that is assumed; `path` leads to it in its file. */
export function readHypotheticalEvent(raw: unknown, path: Path): Read<HypotheticalEvent> {
  if (!isMap(raw) || !isMap(raw['effective']))
    return andThen(readEvent(raw, path), (written) => ({ written, lag: null, raw: isMap(raw) ? raw : {} }));
  const { effective, ...rest } = raw;
  const problems: Problem[] = [];
  const lagPath = [...path, 'effective'];
  const written = taken(readEvent(rest, path), problems);
  const lag = taken(
    withDelay(effective, lagPath, readAs(lagSchema, effective, lagPath), (_, days) => days),
    problems,
  );
  if (written === null || lag === null) return { kind: 'problems', problems };
  return { kind: 'value', value: { written, lag, raw } };
}

/** Reads days that pass: `20`, `20..60`, `{triangular: […]}` or `{weights: {…}}`. */
function readDelay(raw: unknown, path: Path): Read<Delay> {
  if (!isMap(raw)) return readAs(plainDelaySchema, raw, path);
  if ('triangular' in raw) return readAs(triangularSchema, raw, path);
  if ('weights' in raw) return readAs(weightsSchema, raw, path);
  const instead = 'write a number, a range, {triangular: [20, 30, 90]} or {weights: {20: 0.5, 40: 0.5}}';
  return problem(path, 'a map that says no days', instead);
}

function readProbability(raw: unknown, path: Path): Read<Probability> {
  if (isMap(raw)) return andThen(readAs(rateSchema, raw, path), ({ rate }) => ({ kind: 'rate', rate }));
  return andThen(readAs(shareSchema, raw, path), (share) => ({ kind: 'share', share }));
}

/** A form together with the delay that it has under `days`, or what is wrong with both. */
function withDelay<Form extends z.output<z.ZodObject>, T>(
  raw: unknown,
  path: Path,
  form: Read<Form>,
  make: (form: Form, days: Delay) => T,
): Read<T> {
  const problems: Problem[] = [];
  const read = taken(form, problems);
  const days = taken(readDelay(isMap(raw) ? raw['days'] : undefined, [...path, 'days']), problems);
  if (read === null || days === null) return { kind: 'problems', problems };
  return { kind: 'value', value: make(read, days) };
}

/** What was read; null, and its problems among the others, where it could not be. */
function taken<T>(read: Read<T>, problems: Problem[]): T | null {
  if (read.kind === 'value') return read.value;
  for (const one of read.problems) problems.push(one);
  return null;
}

function andThen<A, B>(read: Read<A>, next: (value: A) => B): Read<B> {
  return read.kind === 'value' ? { kind: 'value', value: next(read.value) } : read;
}

function problem(path: Path, what: string, instead: string): Read<never> {
  return { kind: 'problems', problems: [{ path, atKey: false, what, instead }] };
}
