/**
 * One subject in run after run: from the state where runs can first differ through what is on record from there on and
 * what is assumed, in the record's one total order, on the compiled chart. Nothing is made anew for a run that an
 * earlier one can lend it.
 */
import type { Count } from '../count.ts';
import type { Chart, Snapshot, Unmoved } from '../replay/chart.ts';
import type { Verdict } from '../replay/compile.ts';
import type { Finding } from '../replay/findings.ts';
import type { Payload } from '../replay/stream.ts';
import { addDays, type DayNumber, EVER, NEVER } from '../time/day.ts';
import { allHold, type FieldTest } from './field-test.ts';
import { among, draw, type Words } from './random.ts';

/** A window of days on one of which something falls, drawn once in each run. */
export interface Window {
  /** The number by which it is drawn. */
  readonly thing: number;
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** In this run. */
  day: DayNumber;
}

/** An event as a run takes it, in its place in the order of this run. */
export interface Entry {
  readonly id: string;
  readonly type: number;
  readonly payload: Payload;
  day: DayNumber;
  /** Minutes into its day; before all others where no time is known. */
  readonly clock: number;
  told: DayNumber;
  /** Where it stands on record, among the events of its subject. */
  readonly rank: number;
  /** The window in which it falls where the record does not name the day; null where it does, or it is assumed. */
  readonly window: Window | null;
  readonly isToldThen: boolean;
  readonly refusals: Refusal[];
}

/** That the rules had no place for an event in one configuration, and in how many runs. */
export interface Refusal {
  readonly at: number;
  readonly verdict: Verdict;
  readonly why: Unmoved;
  runs: number;
}

type Context = Snapshot['context'];

/** How a subject stood at the end of a day asked about. */
export interface Seen {
  at: number;
  /** Null for a subject without staff. */
  accredited: Count | null;
}

/** A subject and how far on a run has taken it. */
export interface Track {
  readonly subject: string;
  readonly chart: Chart;
  readonly start: { readonly at: number; readonly context: Context };
  /** What the rules have no place for before it, in every run. */
  readonly findings: readonly Finding[];
  /** What is on record from there on, in the order of this run. */
  readonly past: Entry[];
  readonly isLoose: boolean;
  /** What this run assumes, in order, as far as `assumed` goes. */
  readonly own: Entry[];
  assumed: number;
  /** The days asked about, in order, and the states at the ends of those that lie behind. */
  readonly dates: readonly DayNumber[];
  readonly seen: readonly Seen[];
  noted: number;
  /** What must hold on the last of the days for a run to be kept, and whether it does; null where nothing must here. */
  readonly goal: readonly FieldTest[] | null;
  isThere: boolean;
  pastTaken: number;
  ownTaken: number;
  last: Entry | null;
  at: number;
  context: Context;
  /** Whether the context may be written: until a run changes it, it has that of the start. */
  isCopy: boolean;
  /** What was refused in this run, as far as `refusals` goes. */
  readonly refused: Refusal[];
  refusals: number;
}

/** Draws a day within a window. */
export function fall(window: Window, seed: number, run: number, words: Words): void {
  draw(seed, run, window.thing, words);
  window.day = addDays(window.first, among(window.last - window.first + 1, words.first));
}

/** Begins another run, in which every window has its day. */
export function begin(track: Track): void {
  track.assumed = 0;
  if (track.isLoose) settle(track.past);
  rewind(track);
}

/** Puts in what the run assumes; where that comes before what was taken already, all is taken again. */
export function assume(track: Track, entry: Entry): void {
  const { own } = track;
  let place = track.assumed;
  for (; place > 0; place--) {
    const before = own[place - 1];
    if (before === undefined || !isBefore(entry, before)) break;
    own[place] = before;
  }
  own[place] = entry;
  track.assumed += 1;
  if (track.last !== null && isBefore(entry, track.last)) rewind(track);
  while (track.noted > 0 && (track.dates[track.noted - 1] ?? EVER) >= entry.day) track.noted -= 1;
}

/** Takes the run on to the end of a day. */
export function advance(track: Track, until: DayNumber): void {
  const { past, own, dates } = track;
  for (;;) {
    const one = track.pastTaken < past.length ? past[track.pastTaken] : undefined;
    const other = track.ownTaken < track.assumed ? own[track.ownTaken] : undefined;
    const next = one === undefined || (other !== undefined && isBefore(other, one)) ? other : one;
    if (next === undefined || next.day > until) break;
    while (track.noted < dates.length && (dates[track.noted] ?? NEVER) < next.day) note(track);
    if (next === one) track.pastTaken += 1;
    else track.ownTaken += 1;
    take(track, next);
  }
  while (track.noted < dates.length && (dates[track.noted] ?? NEVER) <= until) note(track);
}

/** Whether one event comes before another: the order of byOrder, with the days of the run. */
function isBefore(a: Entry, b: Entry): boolean {
  if (a.day !== b.day) return a.day < b.day;
  if (a.clock !== b.clock) return a.clock < b.clock;
  return a.told !== b.told ? a.told < b.told : a.rank < b.rank;
}

function rewind(track: Track): void {
  track.pastTaken = 0;
  track.ownTaken = 0;
  track.noted = 0;
  track.refusals = 0;
  track.last = null;
  track.at = track.start.at;
  track.context = track.start.context;
  track.isCopy = false;
}

/** Gives what is on record the days of this run, and puts it in order; from run to run little changes its place. */
function settle(past: Entry[]): void {
  for (const entry of past) {
    if (entry.window === null) continue;
    entry.day = entry.window.day;
    if (entry.isToldThen) entry.told = entry.day;
  }
  for (let next = 1; next < past.length; next++) {
    const entry = past[next];
    if (entry === undefined) continue;
    let place = next;
    for (; place > 0; place--) {
      const before = past[place - 1];
      if (before === undefined || !isBefore(entry, before)) break;
      past[place] = before;
    }
    past[place] = entry;
  }
}

function take(track: Track, entry: Entry): void {
  const { compiled } = track.chart;
  track.last = entry;
  const verdict = compiled.decide(track.at, entry.type, track.context, entry.payload);
  if (verdict.kind !== 'applied') {
    track.refused[track.refusals] = refusalOf(track, entry, verdict);
    track.refusals += 1;
    return;
  }
  if (verdict.change !== null) {
    if (!track.isCopy) {
      track.context = track.chart.copied(track.context);
      track.isCopy = true;
    }
    verdict.change(track.context, entry.payload);
  }
  if (verdict.moves) track.at = compiled.after(track.at, verdict);
}

function note(track: Track): void {
  const seen = track.seen[track.noted];
  if (seen === undefined) throw new Error('a day is noted that nobody asked about');
  seen.at = track.at;
  seen.accredited = track.chart.rules.staffed ? accreditedIn(track.context) : null;
  track.noted += 1;
  if (track.goal !== null && track.noted === track.dates.length)
    track.isThere = allHold(track.goal, track.chart, track.at, track.context);
}

function accreditedIn({ staff }: Context): Count {
  return staff.accredited;
}

/** The refusal under its number of runs; what it says is asked for once. */
function refusalOf(track: Track, { refusals, payload }: Entry, verdict: Verdict): Refusal {
  for (const known of refusals) if (known.verdict === verdict && known.at === track.at) return known;
  const why = track.chart.unmoved(verdict, track.chart.compiled.numbered(track.at), payload);
  const refusal = { at: track.at, verdict, why, runs: 0 };
  refusals.push(refusal);
  return refusal;
}
