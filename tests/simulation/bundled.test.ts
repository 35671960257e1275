/** What if, of NATO and Russia. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readScenario } from '../../src/events/read-scenario.ts';
import type { Scenario } from '../../src/events/scenario.ts';
import { logOf } from '../../src/replay/log.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { standingsAt } from '../../src/replay/standing.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { whyOf } from '../../src/replay/why.ts';
import { stateAt } from '../../src/replay/world.ts';
import type { Chain } from '../../src/simulation/chain.ts';
import { compared } from '../../src/simulation/compare.ts';
import { branchUnder } from '../../src/simulation/play.ts';
import { problemsOf } from '../../src/simulation/sound.ts';
import { loadDossier } from '../../src/store/folder.ts';
import { loadScenario } from '../../src/store/scenario-file.ts';
import { showTrouble } from '../../src/store/trouble.ts';
import { dayNamed } from '../record.ts';

const folder = resolve(import.meta.dirname, '../../events/nato-russia');
const latest = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;

let record: EventRecord;
beforeAll(async () => {
  const loaded = await loadDossier(folder);
  if (loaded.kind === 'problems') throw new Error('the bundled dossier cannot be read');
  record = loaded.record;
});

function ready(name: string): Chain {
  const loaded = loadScenario(`${folder}/scenarios/${name}.yaml`, record);
  if (loaded.kind === 'scenario') return loaded.chain;
  throw new Error(loaded.problems.map(showTrouble).join('\n'));
}

function scenario(raw: { readonly [field: string]: unknown }): Scenario {
  const read = readScenario({ scenario: 's', title: 'A test', ...raw });
  if (read.kind === 'value') return read.value;
  throw new Error(read.problems.map(({ path, what }) => `${path.join('.')}: ${what}`).join('\n'));
}

function branchOn(chain: Chain) {
  expect(problemsOf(record, chain)).toEqual([]);
  return branchUnder(record, chain);
}

describe('without the statement of 18 October 2021', () => {
  const on = { ...latest, at: dayNamed('2021-11-10') };

  test('the mission operates with ten of ten, and both offices in Moscow operate', () => {
    const { subjects } = stateAt(branchOn(ready('statement-never-made')).record, on);
    const ten = { min: 10, max: 10 };
    expect(subjects['russian-mission']).toMatchObject({
      status: 'operating',
      staff: { ceiling: ten, accredited: ten },
    });
    expect(subjects['military-liaison-mission']?.status).toBe('operating');
    expect(subjects['information-office']?.status).toBe('operating');
  });

  test('every difference is of the statement, and nothing differs before it', () => {
    const branch = branchOn(ready('statement-never-made')).record;
    const { dates, firstDivergence } = compared(record, branch, [dayNamed('2021-10-17'), on.at], latest);
    expect(firstDivergence).toBe('2021-10-18');
    const [before, after] = dates;
    expect(before?.changes).toEqual([]);
    const changed = after?.changes.map(
      ({ subject, field, because }) => `${subject} ${field}: ${because.join(' ')}`,
    );
    expect(changed).toEqual(
      expect.arrayContaining([
        'russian-mission status: 2021-10-18-russia/1',
        'military-liaison-mission status: 2021-10-18-russia/4',
        'military-liaison-mission staff.accredited: 2021-10-18-russia/5',
        'information-office status: 2021-10-18-russia/6',
        'russian-channel status: 2021-10-18-russia/2',
        'nato-channel status: 2021-10-18-russia/3',
      ]),
    );
    expect(after?.changes.filter(({ because }) => because.length === 0)).toEqual([]);
    expect(
      after?.changes.every(({ because }) => because.every((id) => id.startsWith('2021-10-18-russia/'))),
    ).toBe(true);
  });
});

describe('law 32: a branch of a branch, from 2018 as known in 2015', () => {
  const withdrawal = { subject: 'russian-mission', type: 'staff.recalled', count: 'all' };
  const of2018 = () =>
    scenario({
      from: '2018-03-26',
      acts: [
        {
          act: 'no-cut',
          by: 'nato',
          announced: '2018-03-27',
          events: [{ subject: 'russian-mission', type: 'ceiling.lifted' }],
        },
      ],
    });
  const asKnownIn2015 = () =>
    scenario({
      scenario: 't',
      from: '2015-12-31',
      acts: [{ act: 'recall', by: 'russia', announced: '2016-06-01', events: [withdrawal] }],
    });

  test('nothing told after 2015 is on it but what it assumes itself', () => {
    const nested = branchOn([of2018(), asKnownIn2015()]).record;
    for (const { act, announced } of nested.acts)
      expect(announced.last <= dayNamed('2015-12-31') || act === 't:recall').toBe(true);
    expect([...nested.acts].map(({ act }) => act)).toContain('t:recall');
    for (const at of ['2015-12-31', '2016-05-31', '2018-12-31'].map(dayNamed)) {
      const then = { ...latest, at, announcedBy: dayNamed('2015-12-31') };
      expect([...standingsAt(nested, then)]).toEqual([...standingsAt(record, then)]);
    }
  });

  test('on it the mission has the ceiling of 2015 in 2018, and nobody since the recall', () => {
    const nested = branchOn([of2018(), asKnownIn2015()]).record;
    const mission = stateAt(nested, { ...latest, at: dayNamed('2018-12-31') }).subjects['russian-mission'];
    expect(mission?.staff).toMatchObject({ ceiling: { min: 30, max: 30 }, accredited: { min: 0, max: 0 } });
    const parent = branchOn([of2018()]).record;
    const there = stateAt(parent, { ...latest, at: dayNamed('2018-12-31') }).subjects['russian-mission'];
    expect(there?.staff?.ceiling).toBeNull();
  });
});

describe('what is assumed bears its mark wherever it shows', () => {
  const at = { ...latest, at: dayNamed('2022-06-01') };
  const mark = { event: 'offer-accepted:offices/2', hypothetical: 'offer-accepted' };

  test('in the log, in why, in periods, and among what is pending', () => {
    const branch = branchOn(ready('offer-accepted')).record;
    const all = {
      subjects: ['information-office'],
      types: null,
      by: null,
      from: null,
      to: null,
      findingsOnly: false,
    };
    expect(logOf(branch, latest, all).at(-1)).toMatchObject(mark);
    expect(logOf(branch, latest, all)[0]).not.toHaveProperty('hypothetical');
    const why = whyOf(branch, at, 'information-office', 'status');
    expect(why.kind === 'why' ? why.answer.chain.at(-1) : why).toMatchObject(mark);
    expect(timelineOf(branch, latest)['information-office']?.at(-1)?.began).toMatchObject([mark]);
    const { subjects } = stateAt(branch, { ...latest, at: dayNamed('2022-02-20') });
    expect(subjects['information-office']?.pending).toMatchObject([mark]);
  });
});

describe('which acts happen', () => {
  test('an act whose condition does not hold on its day does not happen, nor what follows it', () => {
    const acts = [
      {
        act: 'a',
        by: 'russia',
        announced: '2021-10-01',
        when: { subject: 'information-office', status: 'closed' },
      },
      { act: 'b', by: 'russia', announced: { after: 'a', days: 3 } },
      {
        act: 'c',
        by: 'russia',
        announced: '2021-11-02',
        when: { subject: 'information-office', status: 'closed' },
      },
    ].map((act) => ({ ...act, events: [] }));
    const { happenings } = branchOn([scenario({ acts })]);
    expect(happenings).toMatchObject([
      { kind: 'unmet', act: 's:a', unmet: { subject: 'information-office', value: 'operating' } },
      { kind: 'happens', act: 's:c' },
      { kind: 'unprompted', act: 's:b' },
    ]);
  });

  test('answers are given one by one until the condition fails, by each side in its turn', () => {
    const { happenings, record: branch } = branchOn(ready('tit-for-tat'));
    const acts = happenings.filter(({ kind }) => kind === 'happens').map(({ act }) => act);
    expect(acts.slice(0, 4)).toEqual([
      'tit-for-tat:first-answer',
      'tit-for-tat:nato-answers#1',
      'tit-for-tat:russia-answers#1',
      'tit-for-tat:nato-answers#2',
    ]);
    expect(happenings.at(-1)).toMatchObject({ kind: 'unmet', act: 'tit-for-tat:nato-answers#6' });
    const { staff } =
      stateAt(branch, { ...latest, at: dayNamed('2022-06-01') }).subjects['russian-mission'] ?? {};
    expect(staff?.accredited).toEqual({ min: 0, max: 0 });
  });

  test('an act that answers does so no oftener than it may, and not what was told before its branch', () => {
    const answer = (times: number, from: string | null) =>
      scenario({
        ...(from === null ? {} : { from }),
        acts: [{ act: 'a', by: 'russia', announced: { answers: 'ceiling.set', days: 1, times }, events: [] }],
      });
    const names = (chain: Chain) => branchOn(chain).happenings.map(({ kind, act }) => `${kind} ${act}`);
    expect(names([answer(2, null)])).toEqual(['happens s:a#1', 'happens s:a#2']);
    expect(names([answer(100, null)]).length).toBe(3);
    expect(names([answer(100, '2018-12-31')])).toEqual(['unprompted s:a']);
  });

  test('where days are not certain the plain ones count', () => {
    const days = ['10', '10..21', { triangular: [10, 12, 90] }, { weights: { 5: 1, 8: 2, 20: 2 } }];
    const acts = days.map((delay, n) => ({
      act: `a${n}`,
      by: 'nato',
      announced: { after: '2021-10-06-nato', days: delay },
      events: [],
    }));
    const announced = branchOn([scenario({ acts })]).happenings.map((one) =>
      one.kind === 'happens' ? `${one.act} ${one.announced.edtf}` : one.kind,
    );
    expect(announced).toEqual(['s:a3 2021-10-14', 's:a0 2021-10-16', 's:a2 2021-10-18', 's:a1 2021-10-21']);
  });
});
