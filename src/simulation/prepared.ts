/** Scenarios made ready to be run: once for all runs, what they share is worked out, and what each draws is numbered. */
import type { Condition } from '../events/scenario.ts';
import { ALL_KNOWN, knownOf } from '../replay/known.ts';
import { type EventRecord, kindOf } from '../replay/record.ts';
import { payloadOf } from '../replay/tellings.ts';
import { chartFor, walk } from '../replay/walk.ts';
import { addDays, type DayNumber, dayNumbers, earlier } from '../time/day.ts';
import { byPosition } from '../time/order.ts';
import type { Cast } from './cast.ts';
import { actsOf, type Chain, type ScenarioProblem } from './chain.ts';
import { fieldTests } from './field-test.ts';
import { groundOf } from './ground.ts';
import { sharedBefore } from './parting.ts';
import { cuesOf, firstDayOf, NO_CLOCK, type RateOf, rolesOf } from './roles.ts';
import type { Entry, Track, Window } from './track.ts';
import { type Windows, windowsOf } from './windows.ts';

/** What is asked of runs. */
export interface RunsAsked {
  /** The days at whose ends the subjects are looked at: at least one, in order, each once. */
  readonly dates: readonly DayNumber[];
  /** What must hold at the end of the last of them for a run to be kept; null for nothing. */
  readonly keep: Condition | null;
  /** The share of the cases that a count gives, for acts whose probability is a rate. */
  readonly rateOf?: RateOf;
}

/** Scenarios ready to be run. */
export interface Prepared {
  readonly cast: Cast;
  readonly asked: RunsAsked;
  /** The subjects of which a run can have another history than the record, in the order of the dossier. */
  readonly touched: readonly string[];
  /** The events that the rules have no place for on record. */
  readonly findings: ReadonlySet<string>;
}

/** Scenarios ready to be run, or what keeps them from it. */
export type Preparation =
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  | { readonly kind: 'problems'; readonly problems: readonly ScenarioProblem[] };

/** Makes scenarios that are without problems beside a record (see problemsOf) ready to be run. */
export function prepareRuns(record: EventRecord, chain: Chain, asked: RunsAsked): Preparation {
  const problems = asked.rateOf === undefined ? rateProblems(chain) : [];
  if (problems.length > 0) return { kind: 'problems', problems };
  const { record: ground, acts } = groundOf(record, chain);
  const named = new Set(acts.flatMap(({ act }) => act.events.map(({ written }) => written.subject)));
  const touched = Object.keys(record.dossier.subjects).filter(
    (subject) =>
      named.has(subject) || ground.streamOf(subject, ALL_KNOWN) !== record.streamOf(subject, ALL_KNOWN),
  );
  const waitedFor = acts.flatMap(({ act }) => act.when.map(({ subject }) => subject));
  const windows = windowsOf();
  const cues = cuesOf(ground, chain, acts, windows);
  const [first] = asked.dates;
  if (first === undefined) throw new RangeError('no day is asked about');
  const parting = earlier(firstDayOf(acts, cues) ?? first, addDays(first, 1));
  // What is kept comes last: what is drawn for the others does not hang on it.
  const subjects = new Set([...touched, ...waitedFor, ...(asked.keep === null ? [] : [asked.keep.subject])]);
  const tracks = new Map(
    [...subjects].map((subject) => [subject, trackOf(ground, subject, parting, windows, asked)]),
  );
  const roles = rolesOf({
    chain,
    acts,
    rateOf: asked.rateOf ?? unknownRate,
    trackOf: (subject) => tracks.get(subject) ?? missing(subject),
  });
  const capacity = roles.reduce((sum, { times }) => sum + times, 0);
  const cast = {
    roles,
    tracks: [...tracks.values()],
    windows: windowsNeeded([...tracks.values()], cues),
    cues,
    due: {
      length: 0,
      places: new Int32Array(capacity),
      days: dayNumbers(capacity),
      luck: new Int32Array(capacity),
    },
    happened: { length: 0, places: [], answers: [], days: [] },
  };
  return { kind: 'prepared', prepared: { cast, asked, touched, findings: findingsOn(record, touched) } };
}

function trackOf(
  record: EventRecord,
  subject: string,
  parting: DayNumber,
  windows: Windows,
  { dates, keep }: RunsAsked,
): Track {
  const chart = chartFor(kindOf(record, subject));
  const known = knownOf(record, subject, ALL_KNOWN);
  const byPlace = [...known].sort((a, b) => byPosition(a.position, b.position));
  const ranks = new Map(byPlace.map((event, rank) => [event, rank]));
  // All have their numbers, also those that are not drawn: the days that are asked about change no draw.
  for (const event of known) windows.ofEffect(event);
  const { state, findings, rest } = sharedBefore(chart, known, parting);
  const { at, context } = state.snapshot;
  const past = rest.map((event): Entry => {
    const window = windows.ofEffect(event);
    return {
      id: event.id,
      type: chart.compiled.typeNumber(event.type),
      payload: payloadOf(event),
      day: event.effective.last,
      clock: event.effective.clock ?? NO_CLOCK,
      told: event.announced.last,
      rank: ranks.get(event) ?? 0,
      window,
      isToldThen: event.atAnnouncement,
      refusals: [],
    };
  });
  return {
    subject,
    chart,
    start: { at: at.number, context },
    findings,
    past,
    isLoose: past.some(({ window }) => window !== null),
    own: [],
    assumed: 0,
    dates,
    seen: dates.map(() => ({ at: at.number, accredited: null })),
    noted: 0,
    goal: keep?.subject === subject ? fieldTests(keep.tests) : null,
    isThere: false,
    pastTaken: 0,
    ownTaken: 0,
    last: null,
    at: at.number,
    context,
    isCopy: false,
    refused: [],
    refusals: 0,
  };
}

function windowsNeeded(tracks: readonly Track[], cues: Cast['cues']): readonly Window[] {
  const all = [...tracks.flatMap(({ past }) => past), ...cues].flatMap(({ window }) => window ?? []);
  return [...new Set(all)];
}

function findingsOn(record: EventRecord, subjects: readonly string[]): ReadonlySet<string> {
  const turns = subjects.flatMap((subject) => [
    ...walk(chartFor(kindOf(record, subject)), knownOf(record, subject, ALL_KNOWN), ALL_KNOWN),
  ]);
  return new Set(turns.flatMap(({ event, outcome }) => (outcome.kind === 'applied' ? [] : [event.id])));
}

function rateProblems(chain: Chain): readonly ScenarioProblem[] {
  return actsOf(chain).flatMap(({ act: { probability }, scenario, index }) => {
    if (probability?.kind !== 'rate') return [];
    const path = ['acts', index, 'probability'];
    const what = 'a rate that nobody has counted';
    return [{ scenario, path, atKey: false, what, instead: 'write a number from 0 to 1, as in 0.4' }];
  });
}

function unknownRate(): never {
  throw new Error('a rate that nobody has counted');
}

function missing(subject: string): never {
  throw new Error(`${subject} takes no part`);
}
