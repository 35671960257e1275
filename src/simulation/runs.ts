/**
 * Runs of scenarios: each draws whether its acts happen and on which days, and plays them out. Run i of a seed is the same
 * however many runs there are and however they are split, so that parts made elsewhere add up to the whole.
 */
import { findingOf } from '../replay/findings.ts';
import { NEVER } from '../time/day.ts';
import { countDays, type DayCounter, dayCounter, dayTally } from './counter.ts';
import { runThrough } from './course.ts';
import type { Prepared } from './prepared.ts';
import { type Refused, SHOWN, type Tally } from './tally.ts';
import { advance, begin, type Entry, type Track } from './track.ts';

/** Which runs: from the number `from` until before `to`, both from 0 on and below 2³². */
export interface Range {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** Makes some runs and counts what came of them. */
export function runsOf({ cast, touched }: Prepared, { seed, from, to }: Range): Tally {
  const counted = cast.tracks
    .filter(({ subject }) => touched.includes(subject))
    .map((track) => ({ track, counters: track.dates.map(dayCounter), plain: 0 }));
  const goal = cast.tracks.find((track) => track.goal !== null) ?? null;
  const kept = new Map<string, { runs: number; first: number[] }>();
  for (let run = from; run < to; run++) {
    runThrough(cast, seed, run);
    for (let index = 0; index < counted.length; index++) {
      const one = counted[index];
      if (one === undefined) continue;
      if (isPlain(one.track)) one.plain += 1;
      else count(one.track, one.counters, 1);
    }
    if (goal?.isThere) keep(kept, cast.roles.map(({ happened }) => happened).join(' '), run);
  }
  for (const { track, counters, plain } of counted) {
    if (plain === 0) continue;
    begin(track);
    advance(track, NEVER);
    count(track, counters, plain);
  }
  const refused = new Map(
    counted.flatMap(({ track }) => [
      ...(to > from ? track.findings : []).map((finding) => byFinding({ finding, runs: to - from })),
      ...refusedOf(track, entriesOf(cast.roles, track)),
    ]),
  );
  return {
    runs: to - from,
    subjects: new Map(
      counted.map(({ track, counters }) => [track.subject, counters.map((one) => dayTally(track, one))]),
    ),
    refused,
    kept,
  };
}

function keep(kept: Map<string, { runs: number; first: number[] }>, course: string, run: number): void {
  const known = kept.get(course);
  if (known === undefined) kept.set(course, { runs: 1, first: [run] });
  else {
    known.runs += 1;
    if (known.first.length < SHOWN) known.first.push(run);
  }
}

/** Whether a run assumes nothing of a subject, so that it stands as in every such run. */
function isPlain({ assumed, isLoose, goal }: Track): boolean {
  return assumed === 0 && !isLoose && goal === null;
}

function count(track: Track, counters: readonly DayCounter[], runs: number): void {
  countDays(track, counters, runs);
  for (let index = 0; index < track.refusals; index++) {
    const refusal = track.refused[index];
    if (refusal !== undefined) refusal.runs += runs;
  }
}

function entriesOf(roles: Prepared['cast']['roles'], track: Track): readonly Entry[] {
  const parts = roles.flatMap((role) => role.parts.filter((part) => part.track === track));
  return [...track.past, ...parts.flatMap(({ entries }) => entries.flatMap((entry) => entry ?? []))];
}

function byFinding(refused: Refused): readonly [string, Refused] {
  return [JSON.stringify(refused.finding), refused];
}

/** What was refused of some events, counted since this was last asked. */
function refusedOf({ chart, subject }: Track, entries: readonly Entry[]): (readonly [string, Refused])[] {
  const found = new Map<string, Refused>();
  for (const { id, payload, refusals } of entries) {
    for (const refusal of refusals) {
      const { runs, why } = refusal;
      refusal.runs = 0;
      const finding = findingOf(chart, { event: { id, subject, type: payload.type }, outcome: why });
      if (runs === 0 || finding === null) continue;
      const key = JSON.stringify(finding);
      found.set(key, { finding, runs: runs + (found.get(key)?.runs ?? 0) });
    }
  }
  return [...found];
}
