/** From a scenario as its file has it to a scenario, or to every problem that it has in itself. */
import * as z from 'zod';
import { dayNumber, parseDay } from '../time/day.ts';
import { type Delay, MOST_DAYS, plainDelaySchema, triangularSchema, weightsSchema } from './delay.ts';
import { date, id, pastDate, shown } from './fields.ts';
import { isMap, type Problem, type Read, readAs, readEvent } from './read.ts';
import { legibleConditions } from './read-condition.ts';
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
  changeSchema,
  lagSchema,
  pastSchema,
  rateSchema,
  scenarioActSchema,
  scenarioSchema,
  shareSchema,
} from './scenario-form.ts';
import { eventTypes } from './vocabulary.ts';

type Path = Problem['path'];

/**
 * A scenario as far as it can be read, and what is wrong with the rest. In the place of what cannot be read stands what
 * nothing more follows from: a name that nothing has, an act that waits for nothing, a delay beyond all others.
 */
export interface Legible {
  readonly scenario: Scenario;
  readonly problems: readonly Problem[];
}

/** Reads a scenario's file. Whether what it names exists shows only beside a record. */
export function readScenario(raw: unknown): Read<Scenario> {
  const { scenario, problems } = legibleScenario(raw);
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'value', value: scenario };
}

/** Reads what can be read of a scenario's file, so that the rest of it can be held against a record all the same. */
export function legibleScenario(raw: unknown): Legible {
  const problems: Problem[] = [];
  taken(readAs(scenarioSchema, raw, []), problems);
  const { scenario = NAMELESS, title = '', note = null, base = null } = legibleIn(scenarioSchema, raw);
  const { from: begins, without, changes, acts } = isMap(raw) ? raw : {};
  const value = {
    scenario,
    title,
    note,
    base,
    from: begins === undefined ? ALL : (taken(readPast(begins, ['from']), problems) ?? ALL),
    without: listIn(without).map((one) => (typeof one === 'string' ? one : NAMELESS)),
    changes: listIn(changes).map((change) => ({
      event: NAMELESS,
      set: {},
      ...legibleIn(changeSchema, change),
    })),
    acts: listIn(acts).map((act, index) => legibleAct(act, ['acts', index], problems)),
  };
  return { scenario: value, problems };
}

const ALL: Past = { announced: null, recorded: null };

// What is read by itself tells by itself too that it is missing.
const ACT = scenarioActSchema.partial({ announced: true });
const AFTER = afterSchema.partial({ days: true });
const ANSWERS = answersSchema.partial({ days: true });
const LAG = lagSchema.partial({ days: true });

/** A name that no file can have. */
const NAMELESS = '';

/** Later than anything else. */
const LAST: Delay = { kind: 'fixed', days: MOST_DAYS };

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

function legibleAct(raw: unknown, path: Path, problems: Problem[]): HypotheticalAct {
  if (isMap(raw)) taken(readAs(ACT, raw, path), problems);
  else taken(problem(path, `not an act: ${shown(raw)}`, 'begin it with "- act: "'), problems);
  const {
    act = NAMELESS,
    by = NAMELESS,
    title = null,
    recorded,
    sources = [],
    note = null,
  } = legibleIn(scenarioActSchema, raw);
  const { announced, probability, when, events } = isMap(raw) ? raw : {};
  return {
    act,
    by,
    title,
    announced: isMap(raw) ? legibleAnnouncement(announced, [...path, 'announced'], problems) : UNTOLD,
    recorded: recorded === undefined ? null : dayNumber(recorded),
    sources,
    note,
    probability:
      probability === undefined ? null : legibleProbability(probability, [...path, 'probability'], problems),
    when: when === undefined ? [] : legibleConditions(when, [...path, 'when'], problems),
    events: listIn(events).map((event, index) => legibleEvent(event, [...path, 'events', index], problems)),
  };
}

function legibleAnnouncement(raw: unknown, path: Path, problems: Problem[]): Announcement {
  if (!isMap(raw)) {
    const date = taken(readAs(pastDate, raw, path), problems);
    return date === null ? UNTOLD : { kind: 'dated', date };
  }
  if ('after' in raw) {
    taken(readAs(AFTER, raw, path), problems);
    const days = taken(readDelay(raw['days'], [...path, 'days']), problems) ?? LAST;
    const { after } = legibleIn(afterSchema, raw);
    return after === undefined ? UNTOLD : { kind: 'after', after, days };
  }
  if ('answers' in raw) {
    taken(readAs(ANSWERS, raw, path), problems);
    const days = taken(readDelay(raw['days'], [...path, 'days']), problems) ?? LAST;
    const { answers, by = null, subject = null, times } = legibleIn(answersSchema, raw);
    return { ...UNTOLD, type: answers ?? UNTOLD.type, by, subject, days, times: times ?? UNTOLD.times };
  }
  const instead = 'write a date, {after: ACT, days: N} or {answers: TYPE, days: N}';
  taken(problem(path, 'a map that is no announcement', instead), problems);
  return UNTOLD;
}

/** When an act is announced of which that cannot be read: on no day that could be too early. */
const UNTOLD: Extract<Announcement, { readonly kind: 'answers' }> = {
  kind: 'answers',
  type: 'mission.closed',
  by: null,
  subject: null,
  days: LAST,
  times: MOST_ANSWERS,
};

function legibleProbability(raw: unknown, path: Path, problems: Problem[]): Probability | null {
  if (!isMap(raw)) {
    const share = taken(readAs(shareSchema, raw, path), problems);
    return share === null ? null : { kind: 'share', share };
  }
  taken(readAs(rateSchema, raw, path), problems);
  const { event, while: status, kind, within } = legibleIn(rateSchema.shape.rate, raw['rate']);
  if (kind === undefined) return null;
  // What is not of the kind is told at its place, where it could not be read either.
  const rate = { event: event ?? UNTOLD.type, while: status ?? NAMELESS, kind, within: within ?? 1 };
  return { kind: 'rate', rate };
}

function legibleEvent(raw: unknown, path: Path, problems: Problem[]): HypotheticalEvent {
  const read = readHypotheticalEvent(raw, path);
  if (read.kind === 'value') return read.value;
  taken(read, problems);
  const written = isMap(raw) ? raw : {};
  const named = id.safeParse(written['subject']);
  const type = eventTypes.find((known) => known === written['type']);
  // Of an event whose type is not known no more is read than this.
  if (isMap(raw) && type === undefined) taken(readAs(id, raw['subject'], [...path, 'subject']), problems);
  const effective = date.safeParse(written['effective']);
  const said = effective.success ? { effective: effective.data } : {};
  const accounts = isMap(written['accounts'])
    ? Object.fromEntries(Object.keys(written['accounts']).map((party) => [party, {}]))
    : {};
  return {
    written: {
      subject: named.success ? named.data : NAMELESS,
      type: type ?? UNTOLD.type,
      said,
      accounts,
    },
    lag: null,
    raw: written,
  };
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
    withDelay(effective, lagPath, readAs(LAG, effective, lagPath), (_, days) => days),
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

/** The fields of a map that can be read, each by itself. */
function legibleIn<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, raw: unknown): Fields<Shape> {
  const fields = Object.entries(isMap(raw) ? raw : {}).flatMap(([field, value]) => {
    const read = schema.shape[field] === undefined ? null : z.safeParse(schema.shape[field], value);
    return read?.success ? [[field, read.data] as const] : [];
  });
  // Each value is what the schema of its field gives.
  return Object.fromEntries(fields) as Fields<Shape>;
}

type Fields<Shape extends z.ZodRawShape> = { readonly [Field in keyof Shape]?: z.output<Shape[Field]> };

function listIn(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : [];
}
