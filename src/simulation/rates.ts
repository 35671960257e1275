/** How often each event followed each status, and after how long, counted from what is on record. */
import { type Kind, kinds } from '../events/dossier.ts';
import type { Rate } from '../events/scenario.ts';
import { type EventType, eventTypes } from '../events/vocabulary.ts';
import { wordsOf } from '../replay/field-words.ts';
import type { Knowledge } from '../replay/known.ts';
import { type EventRecord, kindOf } from '../replay/record.ts';
import { type DayNumber, earlier } from '../time/day.ts';
import type { Estimate } from './intervals.ts';
import { eventsWatched, type Followed, followedIn, perYear, tallyOf, type Watch } from './spell-counts.ts';
import { boundBy, endOfRecord, type Spell, spellsOf } from './spells.ts';

/** What to count. */
export interface RatesAsked {
  /** These subjects, each by itself; null for all, together with the others of their kind. */
  readonly subjects: readonly string[] | null;
  readonly kind: Kind | null;
  readonly within: number;
  /** The watch begins on this day; null: with the record. */
  readonly from: DayNumber | null;
  /** The watch ends with this day, or when nothing more is known by the bounds; null: with the record. */
  readonly to: DayNumber | null;
}

/** What was counted of the subjects of a kind, or of one subject. */
export interface RatesOfGroup {
  readonly kind: Kind;
  /** Those whose spells were counted. */
  readonly subjects: readonly string[];
  readonly statuses: readonly RatesInStatus[];
}

/** What was counted of the spells in one status. */
export interface RatesInStatus {
  readonly status: string;
  /** All spells under watch: `before` and `censored` and those of which shares are told. */
  readonly spells: number;
  readonly before: number;
  readonly censored: number;
  readonly counted: number;
  readonly days: number;
  /** The events that happened under watch in any of them, in the order of the vocabulary. */
  readonly events: readonly RateOfEvent[];
}

/** How often one event followed one status. */
export interface RateOfEvent {
  readonly event: EventType;
  /** Null where no spell is counted. */
  readonly followed: Followed | null;
  /** How many there were in all, the second in a spell too. */
  readonly happened: number;
  /** Events a year while the status held; null where no day of it was watched. */
  readonly perYear: Estimate | null;
}

/** Counts of each kind, or of each subject where some are named; nothing where nothing is known. */
export function ratesOf(
  record: EventRecord,
  knowledge: Knowledge,
  asked: RatesAsked,
): readonly RatesOfGroup[] {
  const watch = watchOf(record, knowledge, asked);
  if (watch === null) return [];
  return groupsOf(record, asked).map(({ kind, subjects }) => {
    const spells = spellsOfAll(record, subjects, knowledge, watch);
    const statuses = [...spells].map(([status, all]) => ratesIn(status, all, watch));
    return { kind, subjects, statuses };
  });
}

/** The watch that is kept: until the day asked for, or that of the record's end; null where nothing is known. */
export function watchOf(
  record: EventRecord,
  knowledge: Knowledge,
  { from, to, within }: Pick<RatesAsked, 'from' | 'to' | 'within'>,
): Watch | null {
  const end = endOfRecord(record, knowledge);
  return end === null ? null : { from, to: to === null ? end : boundBy(knowledge, to), within };
}

/** A kind or a subject, whose spells are counted together. */
export interface RateGroup {
  readonly kind: Kind;
  readonly subjects: readonly string[];
}

/** The groups that are asked about, those without subjects left out. */
export function groupsOf(
  record: EventRecord,
  { subjects, kind }: Pick<RatesAsked, 'subjects' | 'kind'>,
): readonly RateGroup[] {
  const wanted = (one: Kind) => kind === null || one === kind;
  if (subjects !== null) {
    return [...new Set(subjects)]
      .map((subject) => ({ kind: kindOf(record, subject), subjects: [subject] }))
      .filter((group) => wanted(group.kind));
  }
  const all = Object.keys(record.dossier.subjects);
  return kinds.filter(wanted).flatMap((one) => {
    const its = all.filter((subject) => kindOf(record, subject) === one);
    return its.length === 0 ? [] : [{ kind: one, subjects: its }];
  });
}

/** The spells of some subjects of one kind that were under watch, by status in the order in which the rules name them. */
export function spellsOfAll(
  record: EventRecord,
  subjects: readonly string[],
  knowledge: Knowledge,
  { from, to }: Watch,
): ReadonlyMap<string, readonly Spell[]> {
  const [some] = subjects;
  const words = some === undefined ? [] : [...(wordsOf(kindOf(record, some)).get('status') ?? [])];
  const all = subjects
    .flatMap((subject) => spellsOf(record, subject, knowledge, to))
    .filter((spell) => from === null || spell.to === null || spell.to >= from);
  return new Map(
    words.flatMap((status) => {
      const its = all.filter((spell) => spell.status === status);
      return its.length === 0 ? [] : [[status, its]];
    }),
  );
}

/** A count that a dossier gives, or why it gives none. */
export type RateCounted =
  | ({ readonly kind: 'counted'; readonly censored: number } & Followed)
  | { readonly kind: 'uncountable'; readonly what: string };

/** One rate as a scenario names it, counted over all subjects of its kind up to a day; null for the record's end. */
export function rateOf(
  record: EventRecord,
  { event, while: status, kind, within }: Rate,
  knowledge: Knowledge,
  to: DayNumber | null = null,
): RateCounted {
  const uncountable = (what: string) => ({ kind: 'uncountable', what }) as const;
  const [group] = groupsOf(record, { subjects: null, kind });
  if (group === undefined) return uncountable(`there is no subject of kind ${kind}`);
  const end = endOfRecord(record, knowledge);
  if (end === null) return uncountable('nothing is known to have happened');
  const watch = { from: null, to: to === null ? end : earlier(to, end), within };
  const spells = spellsOfAll(record, group.subjects, knowledge, watch).get(status);
  if (spells === undefined) return uncountable(`no ${kind} is known to have been ${status}`);
  const tally = tallyOf(spells, watch);
  const followed = followedIn(tally, event, watch);
  if (followed !== null) return { kind: 'counted', ...followed, censored: tally.censored };
  return uncountable(
    tally.censored === 0
      ? `of no ${kind} it is known when it came to be ${status}`
      : `no ${kind} is known for ${within} days after it came to be ${status}`,
  );
}

function ratesIn(status: string, spells: readonly Spell[], watch: Watch): RatesInStatus {
  const tally = tallyOf(spells, watch);
  const watched = eventsWatched(spells, watch);
  const events = eventTypes.flatMap((event): RateOfEvent[] => {
    const times = watched.filter(({ type }) => type === event).length;
    if (times === 0) return [];
    const followed = followedIn(tally, event, watch);
    return [{ event, followed, happened: times, perYear: perYear(times, tally) }];
  });
  const { before, censored, days } = tally;
  return {
    status,
    spells: spells.length,
    before,
    censored,
    counted: tally.counted.length,
    days,
    events,
  };
}
