import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/events/read-scenario.ts';
import type { Scenario } from '../../src/events/scenario.ts';
import { eventTypes } from '../../src/events/vocabulary.ts';
import { type Knowledge, knownOf } from '../../src/replay/known.ts';
import { type EventRecord, kindOf } from '../../src/replay/record.ts';
import { chartFor, walk } from '../../src/replay/walk.ts';
import { brierScore, heldOut } from '../../src/simulation/hold-out.ts';
import { probabilitiesOf } from '../../src/simulation/probabilities.ts';
import { type RatesAsked, rateOf, ratesOf, watchOf } from '../../src/simulation/rates.ts';
import { problemsOf } from '../../src/simulation/sound.ts';
import type { Watch } from '../../src/simulation/spell-counts.ts';
import { anyDossier, anyQuestion, recordFrom } from '../laws/dossiers.ts';
import { dayNamed, IT, recordOf } from '../record.ts';
import { bundled } from './bundled.ts';

const latest = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;
const everything: RatesAsked = { subjects: null, kind: null, within: 365, from: null, to: null };

/** Relations established for 100 days, broken off for 266, restored for 1095, broken off for 152, restored at the end. */
const relations = recordOf({
  kind: 'relations',
  events: [
    { type: 'relations.established', announced: '2000-01-01' },
    { type: 'relations.broken-off', announced: '2000-04-10' },
    { type: 'relations.restored', announced: '2001-01-01' },
    { type: 'relations.broken-off', announced: '2004-01-01' },
    { type: 'relations.restored', announced: '2004-06-01' },
  ],
});

function statuses(record: EventRecord, asked: Partial<RatesAsked> = {}, knowledge: Knowledge = latest) {
  const [group] = ratesOf(record, knowledge, { ...everything, ...asked });
  return new Map(group?.statuses.map((one) => [one.status, one]));
}

/** `n of of` of one event, within so many days. */
function followed(status: string, event: string, asked: Partial<RatesAsked> = {}) {
  const one = statuses(relations, asked)
    .get(status)
    ?.events.find((rate) => rate.event === event)?.followed;
  return one === null || one === undefined ? null : [one.n, one.of];
}

describe('relations that were twice broken off', () => {
  test('are counted by hand to the same', () => {
    const counted = statuses(relations);
    expect([...counted.keys()]).toEqual(['none', 'established', 'broken-off']);
    expect(counted.get('none')).toMatchObject({ spells: 1, before: 1, censored: 0, counted: 0, days: 0 });
    expect(counted.get('established')).toMatchObject({
      ...{ spells: 3, before: 0, censored: 1, counted: 2, days: 1195 },
      events: [
        {
          event: 'relations.broken-off',
          followed: { n: 1, of: 2, share: 0.5, days: { lower: 100, median: 100, upper: 100 }, doubtful: 0 },
          happened: 2,
          perYear: { value: expect.closeTo((2 * 365.2425) / 1195, 9) },
        },
      ],
    });
    expect(counted.get('broken-off')).toMatchObject({ spells: 2, censored: 1, counted: 1, days: 418 });
  });

  test('that are broken off for less time than asked about are not counted, though restored since', () => {
    expect(followed('broken-off', 'relations.restored', { within: 153 })).toEqual([0, 1]);
    expect(followed('broken-off', 'relations.restored', { within: 152 })).toEqual([1, 2]);
    expect(followed('broken-off', 'relations.restored', { within: 151 })).toEqual([0, 2]);
  });

  test('show the quartiles of the days that passed', () => {
    const [rate] = statuses(relations, { within: 1095 }).get('established')?.events ?? [];
    expect(rate?.followed).toMatchObject({
      n: 2,
      of: 2,
      days: { lower: 348.75, median: 597.5, upper: 846.25 },
    });
  });

  test('are watched from a day on: what began before it counts in days only', () => {
    const counted = statuses(relations, { from: dayNamed('2000-06-01') });
    expect(counted.get('broken-off')).toMatchObject({
      spells: 2,
      before: 1,
      censored: 1,
      counted: 0,
      days: 366,
    });
    expect(counted.get('broken-off')?.events).toMatchObject([{ followed: null, happened: 2 }]);
    expect(counted.get('established')).toMatchObject({ spells: 2, before: 0 });
    expect(counted.has('none')).toBe(false);
  });

  test('are watched until a day: longer where somebody says that nothing came since', () => {
    expect(followed('established', 'relations.broken-off', { to: dayNamed('2002-01-01') })).toEqual([1, 2]);
    expect(followed('established', 'relations.broken-off', { to: dayNamed('2001-12-31') })).toEqual([1, 1]);
    expect(followed('established', 'relations.broken-off', { to: dayNamed('2005-06-01') })).toEqual([1, 3]);
    const bound = { ...latest, announcedBy: dayNamed('2002-01-01') };
    const late = { ...everything, to: dayNamed('2005-06-01') };
    expect(watchOf(relations, bound, late)?.to).toBe(dayNamed('2002-01-01'));
    expect(watchOf(relations, bound, everything)?.to).toBe(dayNamed('2001-01-01'));
  });

  test('are doubtful where the day of a beginning or of what followed is', () => {
    const doubtful = recordOf({
      kind: 'relations',
      events: [
        { type: 'relations.established', announced: '2000' },
        { type: 'relations.broken-off', announced: '2001-04-10' },
        { type: 'relations.restored', announced: '2004-01-01~' },
      ],
    });
    const counted = statuses(doubtful, { within: 900 });
    const doubts = [...counted.values()].map(({ events }) => events.map((rate) => rate.followed?.doubtful));
    expect(doubts).toEqual([[], [1], [1]]);
    expect(counted.get('established')?.events[0]?.followed?.days?.median).toBe(100);
    const early = statuses(doubtful, { within: 900 }, { ...latest, reading: 'earliest' });
    expect(early.get('established')?.events[0]?.followed?.days?.median).toBe(465);
  });

  test('count an event that the rules have no place for nowhere', () => {
    const twice = recordOf({ kind: 'relations', events: ['relations.established', 'relations.established'] });
    expect(statuses(twice, { within: 1 }).get('established')).toMatchObject({ counted: 1, events: [] });
  });
});

describe('the bundled dossier', async () => {
  const record = await bundled();

  test('has cooperation as its events tell: never suspended within a year of being whole again', () => {
    const counted = statuses(record, { kind: 'cooperation' });
    const told = (status: string) =>
      counted
        .get(status)
        ?.events.map(({ event, followed, happened }) => [event, followed?.n, followed?.of, happened]);
    expect(counted.get('active')).toMatchObject({ spells: 3, before: 1, counted: 2, days: 2275 + 1739 });
    expect(told('active')).toEqual([
      ['cooperation.suspended', 0, 2, 1],
      ['dialogue.suspended', 0, 2, 1],
    ]);
    expect(counted.get('partly-suspended')).toMatchObject({ spells: 4, days: 1161 + 2 + 59 + 4264 });
    expect(told('partly-suspended')).toEqual([
      ['cooperation.suspended', 1, 4, 1],
      ['cooperation.resumed', 1, 4, 2],
      ['dialogue.suspended', 0, 4, 1],
    ]);
    expect(counted.get('suspended')).toMatchObject({ spells: 2, censored: 1, counted: 1, days: 251 + 68 });
    expect(told('suspended')).toEqual([['dialogue.resumed', 1, 1, 1]]);
  });

  test('counts each subject by itself where it is named, and the two channels together where none is', () => {
    const named = ratesOf(record, latest, { ...everything, subjects: ['nato-channel', 'russian-channel'] });
    expect(named.map(({ subjects }) => subjects)).toEqual([['nato-channel'], ['russian-channel']]);
    const [together] = ratesOf(record, latest, { ...everything, kind: 'channel' });
    expect(together?.statuses.map(({ status, spells }) => [status, spells])).toEqual([
      ['none', 2],
      ['offered', 1],
      ['designated', 1],
    ]);
  });
});

test('a rate is what the table of rates tells, or why there is none', () => {
  const rate = {
    kind: 'relations',
    while: 'established',
    event: 'relations.broken-off',
    within: 365,
  } as const;
  expect(rateOf(relations, rate, latest)).toMatchObject({
    kind: 'counted',
    share: 0.5,
    n: 1,
    of: 2,
    censored: 1,
  });
  expect(rateOf(relations, { ...rate, event: 'relations.restored' }, latest)).toMatchObject({
    share: 0,
    n: 0,
  });
  const why = (other: Partial<typeof rate> | object, knowledge: Knowledge = latest) =>
    rateOf(relations, { ...rate, ...other }, knowledge);
  const uncountable = (what: string) => ({ kind: 'uncountable', what });
  expect(why({ kind: 'embassy' })).toEqual(uncountable('there is no subject of kind embassy'));
  expect(why({ while: 'none' })).toEqual(uncountable('of no relations it is known when it came to be none'));
  expect(why({ within: 3650 })).toEqual(
    uncountable('no relations is known for 3650 days after it came to be established'),
  );
  expect(why({ while: 'broken-off' }, { ...latest, announcedBy: dayNamed('2000-04-09') })).toEqual(
    uncountable('no relations is known to have been broken-off'),
  );
  expect(why({}, { ...latest, announcedBy: dayNamed('1999-01-01') })).toEqual(
    uncountable('nothing is known to have happened'),
  );
});

describe('a scenario', () => {
  const rate = { event: 'relations.broken-off', while: 'established', kind: 'relations', within: 365 };

  test('takes probabilities from what is counted where it begins', () => {
    expect(shares(assumed(rate))).toEqual({ breach: 0.5, thaw: 0.25, sure: 1 });
    expect(shares(assumed(rate, { from: '2002-01-01' }))).toEqual({ breach: 1, thaw: 0.25, sure: 1 });
  });

  test('that names what cannot be counted is told so at its place', () => {
    expect(probabilitiesOf(relations, [assumed({ ...rate, within: 9000 })], latest)).toEqual({
      kind: 'problems',
      problems: [
        {
          scenario: 0,
          path: ['acts', 0, 'probability', 'rate'],
          atKey: false,
          what: 'nothing to count: no relations is known for 9000 days after it came to be established',
          instead: 'write a number from 0 to 1, or a count that chancery rates shows',
        },
      ],
    });
  });

  test('that names an event or a status that the kind does not know is refused', () => {
    expect(
      problemsOf(relations, [assumed({ ...rate, event: 'mission.closed', while: 'open' })]),
    ).toMatchObject([
      {
        path: ['acts', 0, 'probability', 'rate', 'event'],
        what: 'nothing that can happen to a relations: mission.closed',
      },
      { path: ['acts', 0, 'probability', 'rate', 'while'], what: 'no status of relations: "open"' },
    ]);
  });

  function shares(scenario: Scenario) {
    const found = probabilitiesOf(relations, [scenario], latest);
    if (found.kind === 'problems') throw new Error(found.problems.map(({ what }) => what).join('\n'));
    return Object.fromEntries([...found.acts].map(([act, { share }]) => [act, share]));
  }

  function assumed(counted: object, more: object = {}): Scenario {
    const act = (name: string, type: string, probability: object) => ({
      ...{ act: name, by: 'a', announced: '2005-01-01' },
      ...probability,
      events: [{ subject: IT, type }],
    });
    const acts = [
      act('breach', 'relations.broken-off', { probability: { rate: counted } }),
      act('thaw', 'relations.restored', { probability: 0.25 }),
      act('sure', 'relations.broken-off', {}),
    ];
    const read = readScenario({ scenario: 's', title: 'A test', acts, ...more });
    if (read.kind === 'value') return read.value;
    throw new Error(read.problems.map(({ what }) => what).join('\n'));
  }
});

describe('the Brier score', () => {
  test('of a perfect forecast is 0, of one always wrong 1, of an even one a quarter', () => {
    const came = [true, false, false];
    const score = (said: (happened: boolean) => number) =>
      brierScore(came.map((happened) => ({ share: said(happened), happened })));
    expect(score((happened) => (happened ? 1 : 0))).toBe(0);
    expect(score((happened) => (happened ? 0 : 1))).toBe(1);
    expect(score(() => 0.5)).toBe(0.25);
    expect(score(() => 0.2)).toBeCloseTo((0.64 + 0.04 + 0.04) / 3, 12);
    expect(() => brierScore([])).toThrow('no score of no forecasts');
  });

  test('of a history that goes on as it went is 0, and better than its overall share', () => {
    const types = Array.from({ length: 12 }, (_, index) =>
      index === 0 ? 'relations.established' : index % 2 === 1 ? 'relations.broken-off' : 'relations.restored',
    );
    const regular = recordOf({ kind: 'relations', events: types });
    const held = heldOut(regular, latest, { ...everything, within: 1 }, dayNamed('2020-01-07'));
    // Days 7 to 12 begin a spell each; the last is cut off. Before, established was left twice and broken off ended twice.
    expect(held).toMatchObject({
      spells: 5,
      censored: 1,
      unforeseen: 0,
      cases: 5,
      brier: 0,
      overall: 1,
      tooFew: true,
    });
  });

  test('is told where it is as bad as can be', () => {
    const held = heldOut(relations, latest, { ...everything, within: 152 }, dayNamed('2002-01-01'));
    expect(held).toMatchObject({ spells: 1, censored: 1, cases: 1, brier: 1, overall: 0, baseline: 1 });
    expect(held.rates).toEqual([
      {
        ...{ kind: 'relations', subjects: [IT], status: 'broken-off', event: 'relations.restored' },
        before: { n: 0, of: 1, share: 0 },
        after: { n: 1, of: 1 },
        brier: 1,
      },
    ]);
  });

  test('is none where nothing could be tried, and nothing is known too early', () => {
    const none = { cases: 0, brier: null, baseline: null, overall: null };
    expect(heldOut(relations, latest, everything, dayNamed('2002-01-01'))).toMatchObject({
      ...none,
      spells: 0,
    });
    expect(heldOut(relations, latest, { ...everything, within: 30 }, dayNamed('2000-01-01'))).toMatchObject({
      ...none,
      ...{ spells: 4, unforeseen: 4 },
    });
    const toldLate = recordOf({
      kind: 'relations',
      events: [
        { type: 'relations.established', announced: '2000-01-01' },
        { type: 'relations.broken-off', announced: '2004-01-01', effective: '2000-01-11' },
        { type: 'relations.restored', announced: '2003-01-01' },
        { type: 'relations.broken-off', announced: '2005-01-01' },
      ],
    });
    const held = heldOut(toldLate, latest, { ...everything, within: 30 }, dayNamed('2003-01-01'));
    expect(held.rates).toEqual([]);
    expect(held).toMatchObject({ spells: 1, unforeseen: 0 });
  });
});

test('on generated dossiers shares lie between 0 and 1 within their intervals, and a recount gives the same', () => {
  let seen = 0;
  fc.assert(
    fc.property(
      anyDossier({ subjects: 3, entries: 14, days: 30 }),
      anyQuestion({ days: 30 }),
      fc.integer({ min: 1, max: 15 }),
      fc.option(fc.integer({ min: 0, max: 20 })),
      (written, knowledge, within, start) => {
        const record = recordFrom(written);
        const from = start === null ? null : dayNamed(`2020-01-${String(start + 5).padStart(2, '0')}`);
        const asked = { ...everything, within, from };
        const watch = watchOf(record, knowledge, asked);
        const groups = ratesOf(record, knowledge, asked);
        if (watch === null) {
          expect(groups).toEqual([]);
          return;
        }
        for (const { subjects, statuses } of groups) {
          const naive = subjects.flatMap((subject) => naively(record, subject, knowledge, watch));
          for (const { status, spells, before, censored, counted, events } of statuses) {
            const mine = naive.filter((spell) => spell.status === status);
            expect([spells, before + censored + counted]).toEqual([mine.length, mine.length]);
            const whole = mine.filter((spell) => spell.whole);
            expect(counted).toBe(whole.length);
            for (const event of eventTypes) {
              const n = whole.filter(({ soon }) => soon.includes(event)).length;
              const told = events.find((rate) => rate.event === event)?.followed ?? null;
              if (told === null) expect(counted === 0 ? 0 : n).toBe(0);
              else {
                seen += told.n;
                expect([told.n, told.of]).toEqual([n, whole.length]);
                expect(told.share).toBe(n / whole.length);
                expect(told.low).toBeLessThanOrEqual(told.share);
                expect(told.high).toBeGreaterThanOrEqual(told.share);
                expect(told.low).toBeGreaterThanOrEqual(0);
                expect(told.high).toBeLessThanOrEqual(1);
              }
            }
          }
          expect(statuses.reduce((sum, { spells }) => sum + spells, 0)).toBe(naive.length);
        }
      },
    ),
    { numRuns: 150 },
  );
  expect(seen).toBeGreaterThan(50);
});

/** The spells of one subject by going back and forth over its turns, without keeping anything on the way. */
function naively(record: EventRecord, subject: string, knowledge: Knowledge, { from, to, within }: Watch) {
  const chart = chartFor(kindOf(record, subject));
  const turns = [...walk(chart, knownOf(record, subject, knowledge), knowledge, to)].filter(
    ({ outcome }) => outcome.kind === 'applied',
  );
  const statusAfter = (index: number) => turns[index]?.state.fields.get('status') ?? initial;
  const initial = chart.statusOf(chart.initial.at.number);
  const starts = [-1, ...turns.keys()].filter(
    (index) => index < 0 || statusAfter(index) !== statusAfter(index - 1),
  );
  return starts.flatMap((start, place) => {
    const end = starts[place + 1] ?? null;
    const begins = turns[start]?.day ?? null;
    const ends = end === null ? null : (turns[end]?.day ?? null);
    if (from !== null && ends !== null && ends < from) return [];
    const during = turns.slice(start + 1, end === null ? undefined : end + 1);
    const begun = begins !== null && (from === null || begins >= from);
    return [
      {
        status: statusAfter(start),
        whole: begun && to - begins >= within,
        soon: during.flatMap(({ event, day }) =>
          begins !== null && day - begins <= within ? [event.type] : [],
        ),
      },
    ];
  });
}
