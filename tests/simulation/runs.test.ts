/** Runs against what they must come to: every combination of what they draw, played out by itself and weighed. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readConditions } from '../../src/events/read-condition.ts';
import { readScenario } from '../../src/events/read-scenario.ts';
import type { Condition, Scenario } from '../../src/events/scenario.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { standingAt } from '../../src/replay/standing.ts';
import type { Chain } from '../../src/simulation/chain.ts';
import { likelihoodOf } from '../../src/simulation/likelihood.ts';
import { branchUnder } from '../../src/simulation/play.ts';
import { type Prepared, prepareRuns, type RunsAsked } from '../../src/simulation/prepared.ts';
import { runsOf } from '../../src/simulation/runs.ts';
import { problemsOf } from '../../src/simulation/sound.ts';
import { addDays } from '../../src/time/day.ts';
import { assembled, dayNamed } from '../record.ts';
import { bundled, on } from './bundled.ts';

type Raw = { readonly [field: string]: unknown };

let record: EventRecord;
beforeAll(async () => {
  record = await bundled();
});

function scenario(raw: Raw): Scenario {
  const read = readScenario({ scenario: 's', title: 'A test', ...raw });
  if (read.kind === 'value') return read.value;
  throw new Error(read.problems.map(({ path, what }) => `${path.join('.')}: ${what}`).join('\n'));
}

function prepared(
  of: EventRecord,
  chain: Chain,
  asked: Partial<RunsAsked> & Pick<RunsAsked, 'dates'>,
): Prepared {
  expect(problemsOf(of, chain)).toEqual([]);
  const ready = prepareRuns(of, chain, { keep: null, ...asked });
  if (ready.kind === 'prepared') return ready.prepared;
  throw new Error(ready.problems.map(({ what }) => what).join('\n'));
}

function likely(of: EventRecord, chain: Chain, asked: Parameters<typeof prepared>[2], n: number, seed = 1) {
  const ready = prepared(of, chain, asked);
  return likelihoodOf(ready, runsOf(ready, { seed, from: 0, to: n }), seed);
}

function condition(raw: Raw): Condition {
  const read = readConditions(raw, []);
  const [one] = read.kind === 'value' ? read.value : [];
  if (one === undefined) throw new Error('the test names no condition');
  return one;
}

/** One of the ways in which a thing can fall out, and how likely that is. */
type Way<T> = { readonly value: T; readonly chance: number };

function all(...ways: readonly (readonly Way<number>[])[]): readonly Way<readonly number[]>[] {
  return ways.reduce<readonly Way<readonly number[]>[]>(
    (before, next) =>
      before.flatMap(({ value, chance }) =>
        next.map((way) => ({ value: [...value, way.value], chance: chance * way.chance })),
      ),
    [{ value: [], chance: 1 }],
  );
}

const evenly = (...values: readonly number[]) =>
  values.map((value) => ({ value, chance: 1 / values.length }));
const NOT = Number.POSITIVE_INFINITY;

describe('runs agree with every combination of what they draw, within three standard errors', () => {
  const N = 40_000;
  const days = ['2022-02-10', '2022-02-20', '2022-03-20'];

  /** Four acts: one on a day of three, two that follow it if they do, and one that hangs on the state. */
  function acts([a = NOT, b = NOT, c = NOT, d = NOT]: readonly number[], exact: boolean): readonly Raw[] {
    const made: readonly (readonly [number, Raw])[] = [
      [
        a,
        {
          act: 'a',
          by: 'russia',
          probability: exact ? 1 : 0.6,
          announced: exact ? `2022-02-0${7 + a}` : '[2022-02-07..2022-02-09]',
          events: [
            { subject: 'russian-mission', type: 'operations.resumed', effective: { days: 1 } },
            { subject: 'information-office', type: 'mission.reopened' },
          ],
        },
      ],
      [
        b,
        {
          act: 'b',
          by: 'russia',
          probability: exact ? 1 : 0.7,
          announced: { after: 'a', days: exact ? b : { weights: { 0: 1, 12: 3 } } },
          events: [{ subject: 'military-liaison-mission', type: 'operations.resumed' }],
        },
      ],
      [
        c,
        {
          act: 'c',
          by: 'nato',
          probability: exact ? 1 : 0.5,
          announced: { after: 'a', days: exact ? c : '10..14' },
          when: { subject: 'military-liaison-mission', status: 'suspended' },
          events: [{ subject: 'russian-mission', type: 'accreditation.withdrawn', count: 4 }],
        },
      ],
      [
        d,
        {
          act: 'd',
          by: 'russia',
          probability: exact ? 1 : 0.5,
          announced: {
            answers: 'accreditation.withdrawn',
            by: 'nato',
            days: exact ? d : { triangular: [1, 2, 4] },
          },
          events: [
            { subject: 'russian-mission', type: 'operations.suspended' },
            { subject: 'military-liaison-mission', type: 'accreditation.granted', count: 5 },
          ],
        },
      ],
    ];
    return made.flatMap(([value, act]) => (exact && (value === NOT || a === NOT) ? [] : [act]));
  }

  const part = (probability: number, ways: readonly Way<number>[]) => [
    { value: NOT, chance: 1 - probability },
    ...ways.map(({ value, chance }) => ({ value, chance: chance * probability })),
  ];

  test('of the status and the number accredited on three days', () => {
    const subjects = ['russian-mission', 'military-liaison-mission', 'information-office'];
    const dates = days.map(dayNamed);
    const from = '2022-01-31';
    const ways = all(
      part(0.6, evenly(0, 1, 2)),
      part(0.7, [
        { value: 0, chance: 0.25 },
        { value: 12, chance: 0.75 },
      ]),
      part(0.5, evenly(10, 11, 12, 13, 14)),
      part(0.5, [
        { value: 2, chance: 2 / 3 },
        { value: 3, chance: 1 / 3 },
      ]),
    );
    const expected = new Map<string, number>();
    for (const { value, chance } of ways) {
      const branch = branchUnder(record, [scenario({ from, acts: acts(value, true) })]).record;
      for (const day of days) {
        for (const id of subjects) {
          const { status, context } = standingAt(branch, id, on(day));
          for (const field of [
            status,
            `${id === 'russian-mission' ? context['staff'].accredited.max : ''}`,
          ]) {
            const key = `${day} ${id} ${field}`;
            expected.set(key, (expected.get(key) ?? 0) + chance);
          }
        }
      }
    }
    const ready = prepared(record, [scenario({ from, acts: acts([], false) })], { dates });
    const tally = runsOf(ready, { seed: 1, from: 0, to: N });
    let compared = 0;
    for (const [key, share] of expected) {
      const [day = '', id = '', field = ''] = key.split(' ');
      const counts = tally.subjects.get(id)?.[days.indexOf(day)];
      const runs = counts?.status.get(field) ?? counts?.most.get(Number(field)) ?? 0;
      if (field === '') continue;
      compared += 1;
      expect(Math.abs(runs / N - share), key).toBeLessThanOrEqual(3 * Math.sqrt((share * (1 - share)) / N));
    }
    expect(compared).toBeGreaterThan(18);
    // Nothing comes of runs that no combination gives.
    for (const id of subjects) {
      for (const [index, { status }] of (tally.subjects.get(id) ?? []).entries())
        for (const word of status.keys())
          expect(expected.get(`${days[index]} ${id} ${word}`)).toBeGreaterThan(0);
    }
  });

  test('of days of the record that are in doubt, in every order that they allow', () => {
    const events = [
      { type: 'mission.established', announced: '2020-01-01' },
      { type: 'ceiling.set', limit: '20', announced: '2020-01-01' },
      { type: 'staff.reported', accredited: '10', announced: '2020-01-02' },
      {
        type: 'accreditation.withdrawn',
        count: '8',
        announced: '2020-02-01',
        effective: '[2020-02-01..2020-02-04]',
      },
      {
        type: 'staff.reported',
        accredited: '10',
        announced: '2020-02-01',
        effective: '[2020-02-02..2020-02-03]',
      },
      { type: 'mission.closed', announced: '[2020-02-03..2020-02-06]' },
    ];
    const entries = events.map(({ announced, ...event }, index) => ({
      act: `e${index}`,
      by: 'a',
      title: event.type,
      announced,
      sources: [{ title: 'a source' }],
      events: [{ subject: 'it', ...event }],
    }));
    const it = assembled(
      { title: 'T', parties: { a: 'A' }, subjects: { it: { kind: 'embassy', name: 'It' } } },
      [{ file: 'a.yaml', entries }],
    );
    const act = {
      act: 'x',
      by: 'a',
      announced: '2020-01-15',
      events: [{ subject: 'it', type: 'accreditation.requested', count: '1' }],
    };
    const from = dayNamed('2020-02-01');
    const dates = [3, 4].map((days) => addDays(from, days - 1));
    const expected = new Map<string, number>();
    for (const { value, chance } of all(evenly(0, 1, 2, 3), evenly(1, 2), evenly(2, 3, 4, 5))) {
      const set = (n: number) => ({ effective: `2020-02-0${(value[n] ?? 0) + 1}` });
      const changes = [0, 1, 2].map((n) => ({ event: `e${n + 3}/1`, set: set(n) }));
      const branch = branchUnder(it, [scenario({ acts: [act], changes })]).record;
      for (const [index, at] of dates.entries()) {
        const { status, context } = standingAt(branch, 'it', { ...on('2020-01-01'), at });
        const key = `${index} ${status} ${context['staff'].accredited.max}`;
        expected.set(key, (expected.get(key) ?? 0) + chance);
      }
    }
    const ready = prepared(it, [scenario({ acts: [act] })], { dates });
    const tally = runsOf(ready, { seed: 3, from: 0, to: N });
    const days = tally.subjects.get('it');
    for (const index of dates.keys()) {
      for (const number of [0, 2, 10]) {
        const share = [...expected].reduce(
          (sum, [key, chance]) =>
            key.startsWith(`${index} `) && key.endsWith(` ${number}`) ? sum + chance : sum,
          0,
        );
        const runs = days?.[index]?.most.get(number) ?? 0;
        expect(Math.abs(runs / N - share), `${index} ${number}`).toBeLessThanOrEqual(
          3 * Math.sqrt((share * (1 - share)) / N),
        );
      }
    }
  });
});

describe('a run in which nothing is left to chance is the branch', () => {
  const act = (name: string, by: string, announced: unknown, event: Raw, more: Raw = {}) => ({
    act: name,
    by,
    announced,
    events: [event],
    ...more,
  });
  const withdrawn = (subject: string) => ({ subject, type: 'accreditation.withdrawn', count: '1' });

  function expectTheBranch(acts: readonly Raw[], days: readonly string[]): void {
    const chain = [scenario({ from: '2021-10-08', acts })];
    const branch = branchUnder(record, chain).record;
    const ready = prepared(record, chain, { dates: days.map(dayNamed) });
    for (const [id, counts] of runsOf(ready, { seed: 1, from: 0, to: 1 }).subjects) {
      for (const [index, day] of days.entries()) {
        const { status, context } = standingAt(branch, id, on(day));
        const { max } = context['staff']?.accredited ?? {};
        const seen = counts[index];
        const most = max === undefined ? [] : [[max, 1]];
        expect([day, id, [...(seen?.status ?? [])], [...(seen?.most ?? [])]]).toEqual([
          day,
          id,
          [[status, 1]],
          most,
        ]);
      }
    }
  }

  test('where a subject was looked at on the day on which it then changes', () => {
    const when = { subject: 'russian-mission', status: 'operating' };
    expectTheBranch(
      [act('a', 'nato', '2021-11-01', withdrawn('russian-mission'), { when })],
      ['2021-10-31', '2021-11-01', '2021-11-02'],
    );
  });

  test('where acts answer each other so often and no oftener', () => {
    const answers = (by: string) => ({ answers: 'accreditation.withdrawn', by, days: 3, times: 2 });
    expectTheBranch(
      [
        act('a', 'nato', '2021-11-01', withdrawn('russian-mission')),
        act('b', 'russia', answers('nato'), withdrawn('military-liaison-mission')),
        act('c', 'nato', answers('russia'), withdrawn('russian-mission')),
      ],
      ['2021-11-04', '2021-11-30'],
    );
  });

  test('where the first answer does not come about, so that nothing follows it, though a later one does', () => {
    const when = { subject: 'information-office', status: 'closed' };
    const answer = { answers: 'accreditation.withdrawn', by: 'nato', days: 1 };
    expectTheBranch(
      [
        act('a', 'nato', '2021-11-01', withdrawn('russian-mission')),
        act('b', 'russia', answer, withdrawn('military-liaison-mission'), { when }),
        act('c', 'russia', '2021-11-03', { subject: 'information-office', type: 'mission.closed' }),
        act('d', 'nato', '2021-11-05', withdrawn('russian-mission')),
        act(
          'e',
          'russia',
          { after: 'b', days: 2 },
          { subject: 'military-liaison-mission', type: 'mission.closed' },
        ),
      ],
      ['2021-11-30'],
    );
  });
});

test('days in doubt before anything is assumed are drawn too, where their order matters', () => {
  const events = [
    { type: 'mission.established', announced: '2020-01-01' },
    { type: 'staff.reported', accredited: '10', announced: '2020-01-02' },
    { type: 'ceiling.set', limit: '12', announced: '2020-02-01', effective: '[2020-02-01..2020-02-04]' },
    {
      type: 'accreditation.granted',
      count: '3',
      announced: '2020-02-01',
      effective: '[2020-02-02..2020-02-03]',
    },
  ];
  const entries = events.map(({ announced, ...event }, index) => ({
    act: `e${index}`,
    by: 'a',
    title: event.type,
    announced,
    sources: [{ title: 'a source' }],
    events: [{ subject: 'it', ...event }],
  }));
  const subjects = { it: { kind: 'embassy', name: 'It' } } as const;
  const it = assembled({ title: 'T', parties: { a: 'A' }, subjects }, [{ file: 'a.yaml', entries }]);
  const asked = { subject: 'it', type: 'accreditation.requested', count: '1' };
  const act = { act: 'x', by: 'a', announced: '2020-02-20', events: [asked] };
  const ready = prepared(it, [scenario({ acts: [act] })], { dates: [dayNamed('2020-02-25')] });
  const most = runsOf(ready, { seed: 1, from: 0, to: 10_000 }).subjects.get('it')?.[0]?.most;
  // The ceiling comes first on the 1st, on the 2nd, where it stands first on record, and on the 3rd as often as not…
  const share = (1 + 1 + 0.5) / 4;
  expect([...(most ?? [])].map(([number]) => number).sort()).toEqual([10, 12]);
  // …and leaves no room for three; after them it cuts thirteen to twelve.
  const runs = most?.get(10) ?? 0;
  expect(Math.abs(runs / 10_000 - share)).toBeLessThanOrEqual(3 * Math.sqrt((share * (1 - share)) / 10_000));
});

describe('what is told of runs', () => {
  const offer = {
    from: '2022-01-26',
    acts: [
      {
        act: 'reopening',
        by: 'russia',
        announced: '2022-02-01',
        probability: 0.25,
        events: [
          { subject: 'information-office', type: 'mission.reopened' },
          { subject: 'information-office', type: 'mission.reopened' },
        ],
      },
    ],
  };
  const dates = [dayNamed('2022-06-01')];

  test('shares add up to one, each with its standard error', () => {
    const { dates: told, n } = likely(record, [scenario(offer)], { dates }, 10_000);
    const state = told[0]?.subjects['information-office'];
    const { operating = 0, closed = 0 } = state?.status ?? {};
    expect(operating + closed).toBe(1);
    expect(operating).toBeCloseTo(0.25, 1);
    expect(state?.standardError['operating']).toBe(Math.sqrt((operating * (1 - operating)) / n));
  });

  test('an event that is refused in some runs is told with their share and why', () => {
    const { refused, dates: told } = likely(record, [scenario(offer)], { dates }, 1_000);
    expect(refused).toMatchObject([
      {
        event: 's:reopening/2',
        reason: 'not-applicable',
        share: told[0]?.subjects['information-office']?.status['operating'],
      },
    ]);
  });

  test('runs that lead to what is asked for are shown by their acts, the commonest first', () => {
    const keep = condition({ subject: 'information-office', status: 'operating' });
    const { kept, dates: told } = likely(record, [scenario(offer)], { dates, keep }, 1_000);
    expect(kept?.share).toBe(told[0]?.subjects['information-office']?.status['operating']);
    const acts = [{ act: 's:reopening', announced: '2022-02-01' }];
    expect(kept?.runs.map((run) => run.acts)).toEqual([acts, acts, acts]);
    expect(new Set(kept?.runs.map(({ run }) => run)).size).toBe(3);
    const either = condition({ subject: 'information-office', 'staff.accredited': '>=0' });
    const ways = likely(record, [scenario(offer)], { dates, keep: either }, 1_000).kept;
    expect(ways?.share).toBe(1);
    expect(ways?.runs.map((run) => run.acts.length)).toEqual([0, 1, 0]);
    const not = condition({ subject: 'information-office', status: 'absent' });
    expect(likely(record, [scenario(offer)], { dates, keep: not }, 1_000).kept).toEqual({
      share: 0,
      standardError: 0,
      runs: [],
    });
  });

  test('a quantile is the least number that so many of the runs do not exceed, a range where only that is known', () => {
    const granted = {
      from: '2021-10-08',
      acts: Array.from({ length: 10 }, (_, n) => ({
        act: `a${n}`,
        by: 'nato',
        announced: '2022-01-01',
        probability: 0.5,
        events: [{ subject: 'russian-mission', type: 'accreditation.withdrawn', count: '1..2' }],
      })),
    };
    const [told] = likely(record, [scenario(granted)], { dates: [dayNamed('2022-01-02')] }, 20_000).dates;
    // Of ten coins five fall on one side at the median, two at a twentieth and eight at nineteen.
    expect(told?.subjects['russian-mission']?.accredited).toEqual({
      p5: { min: 0, max: 2 },
      p50: { min: 0, max: 5 },
      p95: { min: 6, max: 8 },
    });
  });

  test('a rate is asked for where somebody can count it, and otherwise refused', () => {
    const rate = { event: 'mission.reopened', while: 'closed', kind: 'information-office', within: 365 };
    const act = { ...offer.acts[0], probability: { rate } };
    const chain = [scenario({ ...offer, acts: [act] })];
    expect(prepareRuns(record, chain, { dates, keep: null })).toEqual({
      kind: 'problems',
      problems: [
        {
          scenario: 0,
          path: ['acts', 0, 'probability'],
          atKey: false,
          what: 'a rate that nobody has counted',
          instead: 'write a number from 0 to 1, as in 0.4',
        },
      ],
    });
    const half = likely(record, chain, { dates, rateOf: () => 0.5 }, 1_000);
    expect(half.dates[0]?.subjects['information-office']?.status['operating']).toBeCloseTo(0.5, 1);
  });
});
