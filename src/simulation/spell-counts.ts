/** What spells in one status come to: how many there are, which of them say something, and what followed in these. */
import type { EventType } from '../events/vocabulary.ts';
import { type DayNumber, later } from '../time/day.ts';
import { type Estimate, frequencyOf, type Quartiles, quartilesOf, shareOf } from './intervals.ts';
import type { Spell, SpellEvent } from './spells.ts';

/** The days on which a history is watched, both included, and how long after the beginning of a spell. */
export interface Watch {
  /** Null: from the beginning of the record. */
  readonly from: DayNumber | null;
  readonly to: DayNumber;
  /** Days from the beginning of a spell. */
  readonly within: number;
}

/** Spells in one status, parted by what they can tell of the days after their beginning. */
export interface Tally {
  /** Begun in the watch and watched for all the days asked about. */
  readonly counted: readonly Spell[];
  /** Begun in the watch, which ended too soon after. */
  readonly censored: number;
  /** Under way when the watch began, or from before anything was on record. */
  readonly before: number;
  /** Days under watch in all these; those of a spell whose beginning nothing tells are not known. */
  readonly days: number;
}

/** A share with its Wilson interval, and the numbers that it is of. */
export interface Share {
  readonly n: number;
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** In how many of the counted spells an event followed in time, and after how long. */
export interface Followed extends Share {
  /** Days from the beginning of the spell until the first such event, over the n; null where there are none. */
  readonly days: Quartiles | null;
  /** Spells among the counted whose part in this rests on a doubtful date. */
  readonly doubtful: number;
}

/**
 * Parts spells. One that began fewer days before the end of the watch than asked about is left out whatever became of
 * it: to keep those in which the event has come already, and not the others, would make it look likelier than it is.
 */
export function tallyOf(spells: readonly Spell[], { from, to, within }: Watch): Tally {
  const begun = spells.filter((spell) => spell.from !== null && (from === null || spell.from >= from));
  const counted = begun.filter((spell) => spell.from !== null && spell.from + within <= to);
  const days = spells.reduce((sum, spell) => {
    const since = watchedSince(spell, from);
    return since === null ? sum : sum + Math.max(0, (spell.to ?? to) - since);
  }, 0);
  return { counted, censored: begun.length - counted.length, before: spells.length - begun.length, days };
}

/** What followed in the counted spells; null where there are none, since a share of nothing is no number. */
export function followedIn({ counted }: Tally, type: EventType, { within }: Watch): Followed | null {
  if (counted.length === 0) return null;
  const waits = counted.flatMap((spell) => waitFor(type, spell, within) ?? []);
  const { value, low, high } = shareOf(waits.length, counted.length);
  return {
    n: waits.length,
    of: counted.length,
    share: value,
    low,
    high,
    days: waits.length === 0 ? null : quartilesOf(waits),
    doubtful: counted.filter((spell) => restsOnDoubt(spell, type)).length,
  };
}

/** Days from the beginning of a spell to the first event of the type in it; null where none came in time. */
export function waitFor(type: EventType, spell: Spell, within: number): number | null {
  const first = spell.events.find((event) => event.type === type);
  if (first === undefined || spell.from === null) return null;
  const days = first.day - spell.from;
  return days <= within ? days : null;
}

/** The events of spells that happened under watch, where the days under watch are known too. */
export function eventsWatched(spells: readonly Spell[], { from }: Watch): readonly SpellEvent[] {
  return spells.flatMap((spell) => {
    const since = watchedSince(spell, from);
    return since === null ? [] : spell.events.filter(({ day }) => day >= since);
  });
}

/** Events a year while the status held; null where no day of it was watched. */
export function perYear(events: number, { days }: Tally): Estimate | null {
  return days === 0 ? null : frequencyOf(events, days / DAYS_PER_YEAR);
}

const DAYS_PER_YEAR = 365.2425;

function watchedSince(spell: Spell, from: DayNumber | null): DayNumber | null {
  if (spell.from === null || from === null) return spell.from ?? from;
  return later(spell.from, from);
}

/** The days that decide are that of the beginning and that of the first such event, or else of the end. */
function restsOnDoubt({ doubtful, to, events }: Spell, type: EventType): boolean {
  const decides = events.find((event) => event.type === type) ?? (to === null ? undefined : events.at(-1));
  return doubtful || decides?.doubtful === true;
}
