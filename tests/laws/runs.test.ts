/** The law of runs: what a run draws hangs on its seed and its number alone. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { wordsOf } from '../../src/replay/field-words.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { standingAt } from '../../src/replay/standing.ts';
import type { Chain } from '../../src/simulation/chain.ts';
import { compared } from '../../src/simulation/compare.ts';
import { likelihoodOf } from '../../src/simulation/likelihood.ts';
import { branchUnder } from '../../src/simulation/play.ts';
import { type Prepared, prepareRuns } from '../../src/simulation/prepared.ts';
import { runsOf } from '../../src/simulation/runs.ts';
import { type Tally, together } from '../../src/simulation/tally.ts';
import { addDays, type DayNumber, dayOf } from '../../src/time/day.ts';
import { dayNamed } from '../record.ts';
import { anyDossier, eventsOf, type Raw, recordFrom, START, sometimes } from './dossiers.ts';
import { law } from './law.ts';
import { partedActs, scenario, withEntries } from './scenarios.ts';

const taste = { subjects: 3, entries: 16, days: 20 } as const;
const choice = fc.array(fc.constantFrom('keep', 'first', 'second'), { maxLength: 16 });
const seed = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const dates = datesOf({ maxLength: 3, until: taste.days + 10 });
const manyDates = datesOf({ maxLength: 8, until: taste.days });
const chances = fc.array(
  fc.record({
    probability: fc.constantFrom(0, 0.3, 0.5, 0.9, 1),
    after: fc.option(
      fc.constantFrom<unknown>('0..5', 3, { triangular: [0, 2, 9] }, { weights: { 1: 1, 4: 2 } }),
      {
        nil: null,
      },
    ),
  }),
  { minLength: 1, maxLength: 8 },
);
type Chance = { readonly probability: number; readonly after: unknown };

/** Days, in order, from shortly before the record on. */
function datesOf({ maxLength, until }: { readonly maxLength: number; readonly until: number }) {
  return fc
    .uniqueArray(fc.integer({ min: -2, max: until }), { minLength: 1, maxLength })
    .map((days) => days.sort((a, b) => a - b).map((days) => addDays(dayNamed(START), days)));
}

/** How an act that is certain comes about: on its own day, after another act, or upon events; and what it waits for. */
const links = fc.array(
  fc.record({
    how: fc.constantFrom('dated', 'after', 'answers'),
    days: fc.integer({ min: 0, max: 6 }),
    waits: fc.option(fc.record({ subject: fc.nat(), word: fc.nat() })),
  }),
  { minLength: 1, maxLength: 6 },
);
type Linked = typeof links extends fc.Arbitrary<infer T> ? T : never;

/** Acts that follow each other, answer each other, and wait for a status. */
function linked(acts: readonly Raw[], drawn: Linked, { dossier }: EventRecord): readonly Raw[] {
  const subjects = Object.entries(dossier.subjects);
  return acts.map((act, index) => {
    const { how = 'dated', days = 0, waits = null } = drawn[index % drawn.length] ?? {};
    const type = acts.flatMap((other) => (other === act ? [] : eventsOf(other)))[0]?.['type'];
    const announced =
      how === 'after' && index > 0
        ? { after: acts[0]?.['act'], days }
        : how === 'answers' && type !== undefined
          ? { answers: type, days, times: 2 }
          : act['announced'];
    const [subject, about] = subjects[(waits?.subject ?? 0) % subjects.length] ?? [];
    const words = about === undefined ? [] : [...(wordsOf(about.kind).get('status') ?? [])];
    const when = waits === null ? {} : { when: { subject, status: words[waits.word % words.length] } };
    return { ...act, announced, ...when };
  });
}

/** Acts with a probability each, and some of them so many days after the first. */
function likely(acts: readonly Raw[], drawn: readonly Chance[]): readonly Raw[] {
  return acts.map((act, index) => {
    const { probability = 1, after = null } = drawn[index % drawn.length] ?? {};
    const announced =
      index === 0 || after === null ? {} : { announced: { after: acts[0]?.['act'], days: after } };
    return { ...act, ...announced, probability };
  });
}

function prepared(record: EventRecord, chain: Chain, days: readonly DayNumber[]): Prepared {
  const ready = prepareRuns(record, chain, { dates: days, keep: null });
  if (ready.kind === 'prepared') return ready.prepared;
  throw new Error(ready.problems.map(({ what }) => what).join('\n'));
}

/** All that was counted, as text: the same to the byte or not. */
function counted({ runs, subjects, refused, kept }: Tally): string {
  const states = [...subjects].map(([id, days]) => [
    id,
    days.map(({ status, least, most }) => [sorted(status), sorted(least), sorted(most)]),
  ]);
  return JSON.stringify([runs, states, sorted(refused), sorted(kept)]);
}

function sorted(counts: ReadonlyMap<unknown, unknown>): readonly unknown[] {
  return [...counts].map((entry) => JSON.stringify(entry)).sort();
}

/** The act when all windows of the record are past. */
function afterAll(act: Raw): Raw {
  const announced = dayOf(addDays(dayNamed(START), taste.days + 5));
  return { ...act, announced, events: eventsOf(act).map(({ effective: _, ...event }) => event) };
}

/** Of every third act all, of the next its first event; one stays as it is. */
function someOf(act: Raw, index: number): readonly unknown[] {
  return index % 3 === 0 ? [] : index % 3 === 1 ? [act['act']] : [`${act['act']}/1`];
}

/** Holds that two runs leave every subject as the branch does, and that the rules have no place for the same events. */
function expectRunsToBeTheBranch(
  record: EventRecord,
  chain: Chain,
  days: readonly DayNumber[],
  seed: number,
): void {
  const branch = branchUnder(record, chain).record;
  const ready = prepared(record, chain, days);
  const tally = runsOf(ready, { seed, from: 0, to: 2 });
  expect(tally.runs).toBe(2);
  for (const [id, counts] of tally.subjects) {
    for (const [index, at] of days.entries()) {
      const { status, context } = standingAt(branch, id, { ...ALL, at });
      const { min = null, max = null } = context['staff']?.accredited ?? {};
      const counted = counts[index];
      expect([...(counted?.status ?? [])]).toEqual([[status, 2]]);
      expect([...(counted?.least ?? [])]).toEqual(min === null ? [] : [[min, 2]]);
      expect([...(counted?.most ?? [])]).toEqual(min === null ? [] : [[max, 2]]);
    }
  }
  const { refused } = likelihoodOf(ready, tally, seed);
  const { added } = compared(record, branch, [], ALL).findings;
  expect(refused.map(({ event, share }) => [event, share]).sort()).toEqual(
    added.map(({ event }) => [event, 1]).sort(),
  );
}

const ALL = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;

describe('law 34: runs', () => {
  const close = anyDossier({ ...taste, dates: 'close' });
  const dense = anyDossier({ ...taste, dates: 'close', subjects: 1, entries: 24 });
  const exact = anyDossier({ ...taste, dates: 'exact' });
  const bound = sometimes(fc.integer({ min: -1, max: taste.days }), 0.5);
  // Where nothing is assumed, all that is taken out lies before what runs could differ in.
  const taken = fc.oneof(choice, fc.array(fc.constantFrom('keep', 'second'), { maxLength: 16 }));
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 59 }), { maxLength: 6 });

  law(
    34,
    'runs made in parts, each by itself and in any order, add up to those made at once',
    { runs: 60 },
    fc.property(close, choice, chances, dates, seed, cuts, (written, choices, drawn, days, seed, cuts) => {
      const { rest, first } = partedActs(written, choices);
      const record = recordFrom(rest);
      const chain = [scenario({ acts: likely(first, drawn) })];
      const ends = [0, ...cuts.sort((a, b) => a - b), 60];
      const parts = ends.slice(1).map((to, index) => ({ seed, from: ends[index] ?? 0, to }));
      const one = prepared(record, chain, days);
      const whole = counted(runsOf(one, { seed, from: 0, to: 60 }));
      const tallies = parts.toReversed().map((part) => runsOf(prepared(record, chain, days), part));
      expect(counted(tallies.reduce(together))).toBe(whole);
      expect(counted(parts.map((part) => runsOf(one, part)).reduce(together))).toBe(whole);
    }),
  );

  law(
    34,
    'a run is the same whichever days are asked about',
    { runs: 120 },
    fc.property(
      dense,
      choice,
      chances,
      fc.boolean(),
      manyDates,
      seed,
      (written, choices, drawn, late, days, seed) => {
        const { rest, first } = partedActs(written, choices);
        const record = recordFrom(rest);
        const chain = [scenario({ acts: likely(late ? first.map(afterAll) : first, drawn) })];
        const several = prepared(record, chain, days);
        const range = { seed, from: 7, to: 20 };
        const all = runsOf(several, range);
        for (const [index, day] of days.entries()) {
          const alone = runsOf(prepared(record, chain, [day]), range);
          for (const [id, counts] of alone.subjects) {
            const [one, same] = [counts[0], all.subjects.get(id)?.[index]];
            expect([sorted(one?.status ?? new Map()), sorted(one?.most ?? new Map())]).toEqual([
              sorted(same?.status ?? new Map()),
              sorted(same?.most ?? new Map()),
            ]);
          }
        }
      },
    ),
  );

  law(
    34,
    'where every act is certain and every day exact, each run is the branch',
    { runs: 300 },
    fc.property(exact, choice, links, dates, seed, (written, choices, drawn, days, seed) => {
      const { rest, first } = partedActs(written, choices);
      const record = recordFrom(rest);
      const chain = [scenario({ acts: linked(first, drawn, record) })];
      expectRunsToBeTheBranch(record, chain, days, seed);
    }),
  );

  law(
    34,
    'each is the branch also where acts and events are taken out of the record or of a base, which may be set back',
    { runs: 150 },
    fc.property(exact, taken, links, bound, dates, seed, (written, choices, drawn, until, days, seed) => {
      const { rest, first, second } = partedActs(written, choices);
      const record = recordFrom(withEntries(rest, second));
      const from = until === null ? {} : { from: { announced: dayOf(addDays(dayNamed(START), until)) } };
      const chain = [
        scenario({ without: second.flatMap(someOf), acts: linked(first, drawn, record) }),
        scenario({ scenario: 't', without: first.flatMap(someOf), ...from }),
      ];
      expectRunsToBeTheBranch(record, chain, days, seed);
    }),
  );
});
