/** What came of runs, as an answer: shares with their standard errors, quantiles, and runs that led to an outcome. */
import type { Count } from '../count.ts';
import type { Finding } from '../replay/findings.ts';
import { type Day, dayOf } from '../time/day.ts';
import { runThrough } from './course.ts';
import type { Prepared } from './prepared.ts';
import { type Counts, type DayTally, SHOWN, type Tally } from './tally.ts';

/** What came of `n` runs of a seed. */
export interface Likelihood {
  readonly n: number;
  readonly seed: number;
  readonly dates: readonly LikelihoodAt[];
  readonly refused: readonly LikelyFinding[];
  /** The runs that led to what was asked for; not there where nothing was. */
  readonly kept?: KeptRuns;
}

/** How the subjects touched stand at the end of a day. */
export interface LikelihoodAt {
  readonly at: Day;
  readonly subjects: { readonly [id: string]: LikelyState };
}

/** In which share of the runs a subject has which status, and how many are accredited. */
export interface LikelyState {
  readonly status: Shares;
  /** Of each share. */
  readonly standardError: Shares;
  /** Not there for a subject without staff. */
  readonly accredited?: Quantiles;
}

export type Shares = { readonly [word: string]: number };

/**
 * The numbers that so many hundredths of the runs do not exceed. Where the number is known as a range only, `min` is
 * the quantile of the lower bounds and `max` that of the upper ones: that of the numbers themselves lies between them.
 */
export interface Quantiles {
  readonly p5: Count;
  readonly p50: Count;
  readonly p95: Count;
}

/** An event that the rules have no place for, and in which share of the runs. */
export interface LikelyFinding extends Finding {
  readonly share: number;
  readonly standardError: number;
}

/** Runs that led to an outcome: their share, and three of them, each by another set of acts as far as there are others. */
export interface KeptRuns {
  readonly share: number;
  readonly standardError: number;
  readonly runs: readonly KeptRun[];
}

/** A run that led to an outcome. */
export interface KeptRun {
  readonly run: number;
  /** The share of the runs that led there by the same acts, as often, on whatever days. */
  readonly share: number;
  readonly acts: readonly { readonly act: string; readonly announced: Day }[];
}

/**
 * Tells what was counted. What the rules have no place for on record, and in no run either, is left out: it is no
 * outcome of the scenario.
 */
export function likelihoodOf(prepared: Prepared, tally: Tally, seed: number): Likelihood {
  const { asked, touched, findings } = prepared;
  const n = tally.runs;
  const refused = [...tally.refused.values()]
    .filter(({ finding, runs }) => runs < n || !findings.has(finding.event))
    .map(({ finding, runs }) => ({ ...finding, ...shareOf(runs, n) }))
    .sort((a, b) => b.share - a.share || byText(a.event, b.event) || byText(a.says, b.says));
  const dates = asked.dates.map((day, index) => ({
    at: dayOf(day),
    subjects: Object.fromEntries(
      touched.flatMap((subject) => {
        const counted = tally.subjects.get(subject)?.[index];
        return counted === undefined ? [] : [[subject, stateOf(counted, n)] as const];
      }),
    ),
  }));
  const kept = asked.keep === null ? {} : { kept: keptOf(prepared, tally, seed) };
  return { n, seed, dates, refused, ...kept };
}

/** Of so many runs, and the standard error of that share. */
function shareOf(runs: number, n: number): { readonly share: number; readonly standardError: number } {
  const share = n === 0 ? 0 : runs / n;
  return { share, standardError: n === 0 ? 0 : Math.sqrt((share * (1 - share)) / n) };
}

function stateOf({ status, least, most }: DayTally, n: number): LikelyState {
  const words = [...status].sort(([a, m], [b, k]) => k - m || byText(a, b));
  const of = (what: 'share' | 'standardError') =>
    Object.fromEntries(words.map(([word, runs]) => [word, shareOf(runs, n)[what]]));
  const states = { status: of('share'), standardError: of('standardError') };
  if (least.size === 0) return states;
  const at = (percent: number) => ({
    min: quantile(least, n, percent) ?? 0,
    max: quantile(most, n, percent),
  });
  return { ...states, accredited: { p5: at(5), p50: at(50), p95: at(95) } };
}

/** The least number that so many hundredths of the runs do not exceed; null, which is no bound, exceeds every number. */
function quantile(counts: Counts, n: number, percent: number): number | null {
  const sorted = [...counts].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a - b));
  let left = Math.ceil((percent * n) / 100);
  for (const [number, runs] of sorted) {
    left -= runs;
    if (left <= 0) return number;
  }
  return null;
}

/** The commonest ways to the outcome, with the first run of each; then the second of each, and so on. */
function keptOf({ cast }: Prepared, { kept, runs: n }: Tally, seed: number): KeptRuns {
  const ways = [...kept.values()].sort((a, b) => b.runs - a.runs || (a.first[0] ?? 0) - (b.first[0] ?? 0));
  const all = ways.reduce((sum, { runs }) => sum + runs, 0);
  const shown = Array.from({ length: SHOWN }, (_, nth) =>
    ways.slice(0, SHOWN).flatMap(({ runs, first }) => {
      const run = first[nth];
      return run === undefined ? [] : [{ run, share: shareOf(runs, n).share }];
    }),
  );
  const runs = shown
    .flat()
    .slice(0, SHOWN)
    .map(({ run, share }) => {
      runThrough(cast, seed, run);
      const { length, places, answers, days } = cast.happened;
      const acts = Array.from({ length }, (_, index) => {
        const [role, day] = [cast.roles[places[index] ?? 0], days[index]];
        if (role === undefined || day === undefined) throw new Error('an act happened that is none');
        return { act: role.nameOf(answers[index] ?? 0), announced: dayOf(day) };
      });
      return { run, share, acts };
    });
  return { ...shareOf(all, n), runs };
}

/** In code units, so that no locale has a say. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
