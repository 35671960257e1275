/** What counted rates are worth: those of an earlier time, held against what followed in a later one. */
import type { Kind } from '../events/dossier.ts';
import { type EventType, eventTypes } from '../events/vocabulary.ts';
import type { Knowledge } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';
import { addDays, type DayNumber, earlier } from '../time/day.ts';
import { groupsOf, type RateGroup, type RatesAsked, spellsOfAll, watchOf } from './rates.ts';
import { followedIn, tallyOf, type Watch, waitFor } from './spell-counts.ts';
import { boundBy, type Spell } from './spells.ts';

/** How the rates of the time before a day did after it. */
export interface HeldOut {
  /** Spells that began on the day or later and were watched for all the days asked about. */
  readonly spells: number;
  /** Of these, those in a status of which nothing was counted before. */
  readonly unforeseen: number;
  /** Spells that began on the day or later and are watched too short. */
  readonly censored: number;
  /** One for each spell and each event that followed its status in time at least once, before the day or after it. */
  readonly cases: number;
  /** The mean squared error of the counted shares; null without cases. */
  readonly brier: number | null;
  /** That of saying in every case the overall share. */
  readonly baseline: number | null;
  /** The share before the day in all the rates that are tried, taken together. */
  readonly overall: number | null;
  /** Whether the spells are too few for the scores to tell one forecast from another. */
  readonly tooFew: boolean;
  readonly rates: readonly HeldOutRate[];
}

/** One rate of the time before, and what followed after. */
export interface HeldOutRate {
  readonly kind: Kind;
  readonly subjects: readonly string[];
  readonly status: string;
  readonly event: EventType;
  /** Counted before the day. */
  readonly before: { readonly n: number; readonly of: number; readonly share: number };
  /** Seen on the day and later. */
  readonly after: { readonly n: number; readonly of: number };
  readonly brier: number;
}

/** A forecast, and whether it came so. */
export interface Forecast {
  readonly share: number;
  readonly happened: boolean;
}

/**
 * Holds the rates of the time before a day, as announced by then, against the spells that began since; the day lies
 * within the watch.
 */
export function heldOut(
  record: EventRecord,
  knowledge: Knowledge,
  asked: RatesAsked,
  since: DayNumber,
): HeldOut {
  const eve = addDays(since, -1);
  const known = { ...knowledge, announcedBy: earlier(eve, knowledge.announcedBy ?? eve) };
  const past = { from: asked.from, to: boundBy(known, eve), within: asked.within };
  const rest = watchOf(record, knowledge, { ...asked, from: since });
  const tried = groupsOf(record, asked).flatMap((group) => {
    if (rest === null) return [];
    const spells = (what: Knowledge, watch: Watch) => spellsOfAll(record, group.subjects, what, watch);
    const before = { watch: past, spells: spells(known, past) };
    return triedIn(group, before, { watch: rest, spells: spells(knowledge, rest) });
  });
  const total = (count: (one: Tried) => number) => tried.reduce((all, one) => all + count(one), 0);
  const [spells, unforeseen] = [total((one) => one.spells), total((one) => one.unforeseen)];
  const rows = tried.flatMap((one) => one.rows);
  return {
    spells,
    unforeseen,
    censored: total((one) => one.censored),
    ...scoresOf(rows),
    tooFew: spells - unforeseen < ENOUGH,
    rates: rows.map(({ rate }) => rate),
  };
}

/**
 * The mean squared difference between what was said and what came, 0 for a perfect forecast and 1 for one that is always
 * wrong (Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather Review 78, 1950; his sum
 * over both outcomes is twice this). RangeError without forecasts.
 */
export function brierScore(forecasts: readonly Forecast[]): number {
  if (forecasts.length === 0) throw new RangeError('no score of no forecasts');
  const errors = forecasts.map(({ share, happened }) => (happened ? 1 - share : share));
  return errors.reduce((sum, error) => sum + error * error, 0) / forecasts.length;
}

/** The number of spells from which on scores are no longer called those of too few. */
const ENOUGH = 30;

/** Spells under a watch, by status. */
interface Watched {
  readonly watch: Watch;
  readonly spells: ReadonlyMap<string, readonly Spell[]>;
}

interface Tried {
  readonly spells: number;
  readonly unforeseen: number;
  readonly censored: number;
  readonly rows: readonly Row[];
}

interface Row {
  readonly rate: HeldOutRate;
  readonly forecasts: readonly Forecast[];
}

function triedIn({ kind, subjects }: RateGroup, past: Watched, rest: Watched): readonly Tried[] {
  return [...rest.spells].map(([status, spells]) => {
    const before = tallyOf(past.spells.get(status) ?? [], past.watch);
    const after = tallyOf(spells, rest.watch);
    const rows = eventTypes.flatMap((event): Row[] => {
      const said = followedIn(before, event, past.watch);
      const came = followedIn(after, event, rest.watch);
      // What never followed, before or after, is left out: foretelling it right would flatter the score.
      if (said === null || came === null || said.n + came.n === 0) return [];
      const forecasts = after.counted.map((spell) => ({
        share: said.share,
        happened: waitFor(event, spell, rest.watch.within) !== null,
      }));
      const rate = {
        ...{ kind, subjects, status, event },
        before: { n: said.n, of: said.of, share: said.share },
        after: { n: came.n, of: came.of },
        brier: brierScore(forecasts),
      };
      return [{ rate, forecasts }];
    });
    const seen = after.counted.length;
    return {
      spells: seen,
      unforeseen: before.counted.length === 0 ? seen : 0,
      censored: after.censored,
      rows,
    };
  });
}

function scoresOf(rows: readonly Row[]): Pick<HeldOut, 'cases' | 'brier' | 'baseline' | 'overall'> {
  const forecasts = rows.flatMap((row) => row.forecasts);
  if (forecasts.length === 0) return { cases: 0, brier: null, baseline: null, overall: null };
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const overall = sum(rows.map(({ rate }) => rate.before.n)) / sum(rows.map(({ rate }) => rate.before.of));
  return {
    cases: forecasts.length,
    brier: brierScore(forecasts),
    baseline: brierScore(forecasts.map((forecast) => ({ ...forecast, share: overall }))),
    overall,
  };
}
