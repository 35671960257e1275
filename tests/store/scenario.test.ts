/** Scenario files: what they become, and every way in which they can be wrong, told at its place. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EventRecord } from '../../src/replay/record.ts';
import { loadDossier } from '../../src/store/folder.ts';
import { scenarioFrom } from '../../src/store/scenario.ts';
import { showTrouble } from '../../src/store/trouble.ts';

let record: EventRecord;
beforeAll(async () => {
  const loaded = await loadDossier(resolve(import.meta.dirname, '../../events/nato-russia'));
  if (loaded.kind === 'problems') throw new Error('the bundled dossier cannot be read');
  record = loaded.record;
});

type Files = { readonly [path: string]: string };

function read(files: Files) {
  return scenarioFrom('s.yaml', open, record);

  function open(path: string) {
    const text = files[path];
    if (text !== undefined) return { name: path, text };
    const trouble = {
      file: path,
      line: 1,
      column: 1,
      field: '',
      what: 'no such file',
      instead: 'give another',
    };
    return { name: path, trouble };
  }
}

/** The chain of scenarios in s.yaml; a test whose files have problems fails and tells them. */
function chainOf(files: Files) {
  const loaded = read(files);
  if (loaded.kind === 'scenario') return loaded.chain;
  throw new Error(loaded.problems.map(showTrouble).join('\n'));
}

function problemsIn(files: Files): readonly string[] {
  const loaded = read(files);
  return loaded.kind === 'problems' ? loaded.problems.map(showTrouble) : [];
}

const HEAD = 'scenario: s\ntitle: A test\n';
const ACT = '  - act: a\n    by: russia\n    announced: 2022-02-01\n';
const REOPENED = '    events: [{subject: information-office, type: mission.reopened}]\n';

describe('what a scenario may say', () => {
  test('the least that it needs is a name and a title', () => {
    const [scenario, ...bases] = chainOf({ 's.yaml': HEAD });
    expect(bases).toEqual([]);
    expect(scenario).toEqual({
      scenario: 's',
      title: 'A test',
      note: null,
      base: null,
      from: { announced: null, recorded: null },
      without: [],
      changes: [],
      acts: [],
    });
  });

  test('the example of the design reads as it is meant', () => {
    const [scenario] = chainOf({
      's.yaml': `scenario: dialogue-resumes
title: NATO's offer of January 2022 is accepted
from: 2022-01-12
without: [2021-10-18-russia/2]
acts:
  - act: reopening
    by: russia
    announced: 2022-02-01
    probability: 0.4
    events:
      - {subject: information-office, type: mission.reopened}
  - act: accreditation
    by: russia
    announced: {after: reopening, days: 20..60}
    when: {subject: military-liaison-mission, status: suspended}
    events:
      - {subject: military-liaison-mission, type: operations.resumed}
`,
    });
    expect(scenario?.from.announced).toBe(19004);
    expect(scenario?.acts).toMatchObject([
      { act: 'reopening', probability: { kind: 'share', share: 0.4 }, when: [], sources: [] },
      {
        announced: { kind: 'after', after: 'reopening', days: { kind: 'uniform', from: 20, to: 60 } },
        probability: null,
        when: [
          {
            subject: 'military-liaison-mission',
            tests: [{ kind: 'is', field: 'status', value: 'suspended' }],
          },
        ],
      },
    ]);
  });

  test('delays, answers, rates and conditions have all their forms', () => {
    const [scenario] = chainOf({
      's.yaml': `${HEAD}from: {announced: 2021-09-01, recorded: 2025-01-01}
acts:
  - act: first
    by: nato
    announced: 2021-10-06
    probability: {rate: {event: operations.suspended, while: operating, kind: permanent-mission, within: 365}}
    events:
      - {subject: russian-mission, type: accreditation.withdrawn, count: 2, effective: {days: {triangular: [10, 14, 30]}}}
  - act: answer
    by: russia
    announced:
      answers: accreditation.withdrawn
      by: nato
      subject: russian-mission
      days: {weights: {7: 0.25, 14: 0.75}}
      times: 3
    when:
      - {subject: military-liaison-mission, status: operating, staff.accredited: ">=2"}
      - {subject: russian-mission, state.access: restricted}
    events:
      - {subject: military-liaison-mission, type: accreditation.withdrawn, count: 2}
`,
    });
    const [first, answer] = scenario?.acts ?? [];
    expect(scenario?.from).toEqual({ announced: 18871, recorded: 20089 });
    expect(first?.probability).toEqual({
      kind: 'rate',
      rate: { event: 'operations.suspended', while: 'operating', kind: 'permanent-mission', within: 365 },
    });
    expect(first?.events[0]?.lag).toEqual({ kind: 'triangular', from: 10, mode: 14, to: 30 });
    expect(answer?.announced).toEqual({
      kind: 'answers',
      type: 'accreditation.withdrawn',
      by: 'nato',
      subject: 'russian-mission',
      days: {
        kind: 'weights',
        weights: [
          { days: 7, weight: 0.25 },
          { days: 14, weight: 0.75 },
        ],
      },
      times: 3,
    });
    expect(answer?.when).toEqual([
      {
        place: 0,
        subject: 'military-liaison-mission',
        tests: [
          { kind: 'is', field: 'status', value: 'operating' },
          { kind: 'count', field: 'staff.accredited', relation: '>=', number: 2 },
        ],
      },
      {
        place: 1,
        subject: 'russian-mission',
        tests: [{ kind: 'is', field: 'state.access', value: 'restricted' }],
      },
    ]);
  });

  test('the scenario that the README shows is one', () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
    const [, shown = ''] = /```yaml\n(# offer-accepted[^`]*)```/.exec(readme) ?? [];
    expect(chainOf({ 's.yaml': shown }).map(({ scenario }) => scenario)).toEqual(['offer-accepted']);
  });

  test('a base is read with its own, and comes first', () => {
    const chain = chainOf({
      's.yaml': `${HEAD}base: below/b.yaml\n`,
      'below/b.yaml': 'scenario: b\ntitle: B\nbase: c.yaml\n',
      'below/c.yaml': 'scenario: c\ntitle: C\n',
    });
    expect(chain.map(({ scenario }) => scenario)).toEqual(['c', 'b', 's']);
  });
});

describe('what is wrong is told in one line each, with its place', () => {
  const wrong: { readonly [what: string]: readonly [Files, readonly string[]] } = {
    'an empty file': [{ 's.yaml': '' }, ['s.yaml:1:1 empty; write scenario, title and acts']],
    'YAML that is none': [
      { 's.yaml': 'scenario: [s\n' },
      ['s.yaml:1:11 [ without its ]; write ], and indent every line up to it'],
    ],
    'a field that does not exist': [
      { 's.yaml': `${HEAD}whithout: []\n` },
      ['s.yaml:3:1 whithout: unknown field; did you mean without?'],
    ],
    'a past that is no day': [
      { 's.yaml': `${HEAD}from: 2022-01\n` },
      [
        's.yaml:3:7 from: not one exact day: "2022-01"; write YYYY-MM-DD, or {announced: YYYY-MM-DD, recorded: YYYY-MM-DD}',
      ],
    ],
    'an event to take out that is not on record': [
      { 's.yaml': `${HEAD}without: [2021-10-18-russia/9, 2021-10-18-rusia]\n` },
      [
        's.yaml:3:11 without[0]: no such event: 2021-10-18-russia/9; did you mean 2021-10-18-russia/1?',
        's.yaml:3:32 without[1]: no such act: 2021-10-18-rusia; did you mean 2021-10-18-russia?',
      ],
    ],
    'an act after itself': [
      {
        's.yaml': `${HEAD}acts:\n  - act: a\n    by: russia\n    announced: {after: a, days: 3}\n${REOPENED}`,
      },
      ['s.yaml:6:24 acts[0].announced.after: an act after itself: a after a; give one of them a date'],
    ],
    'acts that wait for each other, once': [
      {
        's.yaml': `${HEAD}acts:\n${['ab', 'bc', 'ca']
          .map(
            ([act, after]) =>
              `  - {act: ${act}, by: russia, announced: {after: ${after}, days: 3}, events: []}\n`,
          )
          .join('')}`,
      },
      [
        's.yaml:4:45 acts[0].announced.after: acts that wait for each other: a after b after c after a; give one of them a date',
      ],
    ],
    'an act after one that does not exist': [
      {
        's.yaml': `${HEAD}acts:\n${ACT}${REOPENED}${ACT.replace('act: a', 'act: b').replace('2022-02-01', '{after: aa, days: 3}')}    events: []\n`,
      },
      ['s.yaml:10:24 acts[1].announced.after: no such act: aa; did you mean a?'],
    ],
    'an act after one that is taken out or set aside': [
      {
        's.yaml': `${HEAD}from: 2021-10-10\nwithout: [2021-10-06-nato]\nacts:\n  - {act: a, by: russia, announced: {after: 2021-10-06-nato, days: 9}, events: []}\n  - {act: b, by: russia, announced: {after: 2021-10-18-russia, days: 9}, events: []}\n`,
      },
      [
        's.yaml:6:45 acts[0].announced.after: 2021-10-06-nato is taken out; write an act that stays, or a date',
        's.yaml:7:45 acts[1].announced.after: 2021-10-18-russia is set aside by from; write an act that stays, or a date',
      ],
    ],
    'probabilities outside 0 to 1': [
      {
        's.yaml': `${HEAD}acts:\n${ACT}    probability: 1.5\n${REOPENED}${ACT.replace('act: a', 'act: b')}    probability: -0.1\n${REOPENED}`,
      },
      [
        's.yaml:7:18 acts[0].probability: not a probability: "1.5"; write a number from 0 to 1, as in 0.4',
        's.yaml:12:18 acts[1].probability: not a probability: "-0.1"; write a number from 0 to 1, as in 0.4',
      ],
    ],
    'a rate of nothing that can be counted': [
      {
        's.yaml': `${HEAD}acts:\n${ACT}    probability: {rate: {event: mission.shut, while: operating, kind: embasy, within: 0}}\n${REOPENED}`,
      },
      [
        's.yaml:7:33 acts[0].probability.rate.event: not one of the words: "mission.shut"; write one of: mission.established, mission.closed, mission.reopened',
        's.yaml:7:71 acts[0].probability.rate.kind: not one of the words: "embasy"; did you mean embassy?',
        's.yaml:7:87 acts[0].probability.rate.within: not a number of days: "0"; write a number of days from 1 to 36525',
      ],
    ],
    'delays that are none': [
      {
        's.yaml': `${HEAD}acts:\n${[
          '-1',
          '60..20',
          '{triangular: [3, 1, 2]}',
          '{weights: {a: 1, 2: 0}}',
          '{normal: 3}',
          '{weights: {}}',
        ]
          .map(
            (days, n) =>
              `  - {act: a${n}, by: russia, announced: {after: 2021-10-06-nato, days: ${days}}, events: []}\n`,
          )
          .join('')}`,
      },
      [
        's.yaml:4:69 acts[0].announced.days: not a number of days: "-1"; write a number of days, as in 20, or a range, as in 20..60',
        's.yaml:5:69 acts[1].announced.days: the range is empty: "60..20"; write 20..60',
        's.yaml:6:82 acts[2].announced.days.triangular: not in their order; write [1, 2, 3]',
        's.yaml:7:83 acts[3].announced.days.weights.a: not a number of days: "a"; write a number of days, as in 20, or a range, as in 20..60',
        's.yaml:7:89 acts[3].announced.days.weights.2: not a weight; write a number above zero, as in 0.5',
        's.yaml:8:69 acts[4].announced.days: a map that says no days; write a number, a range, {triangular: [20, 30, 90]} or {weights: {20: 0.5, 40: 0.5}}',
        's.yaml:9:79 acts[5].announced.days.weights: empty; write a weight for each number of days, as in {20: 0.5, 40: 0.5}',
      ],
    ],
    'a base on itself': [
      { 's.yaml': `${HEAD}base: ./s.yaml\n` },
      ['s.yaml:3:7 base: a scenario that builds on itself; take base out, or write another file'],
    ],
    'a ring of bases': [
      {
        's.yaml': `${HEAD}base: x/b.yaml\n`,
        'x/b.yaml': 'scenario: b\ntitle: B\nbase: c.yaml\n',
        'x/c.yaml': 'scenario: c\ntitle: C\nbase: ../s.yaml\n',
      },
      [
        'x/c.yaml:3:7 base: scenarios that build on each other: s on b on c on s; take base out, or write another file',
      ],
    ],
    'a base that is not there': [
      { 's.yaml': `${HEAD}base: b.yaml\n` },
      ['s.yaml:3:7 base: "b.yaml": no such file; give another'],
    ],
    'a base of the same name': [
      { 's.yaml': `${HEAD}base: b.yaml\n`, 'b.yaml': HEAD },
      ['s.yaml:1:11 scenario: its base has this name already: s; write another name, as in s-2'],
    ],
    'a subject, a type, a party and a field that do not exist': [
      {
        's.yaml': `${HEAD}acts:
  - act: a
    by: rusia
    announced: {answers: mission.reopend, days: 1}
    when: {subject: information-ofice, status: closed}
    events: [{subject: information-ofice, type: mission.reopened}, {subject: information-office, type: mission.reopend}]
`,
      },
      [
        's.yaml:5:9 acts[0].by: no such party: rusia; did you mean russia?',
        's.yaml:6:26 acts[0].announced.answers: not one of the words: "mission.reopend"; did you mean mission.reopened?',
        's.yaml:7:21 acts[0].when.subject: no such subject: information-ofice; did you mean information-office?',
        's.yaml:8:24 acts[0].events[0].subject: no such subject: information-ofice; did you mean information-office?',
        's.yaml:8:104 acts[0].events[1].type: not an event type: "mission.reopend"; did you mean mission.reopened?',
      ],
    ],
    'names that the dossier does not have': [
      {
        's.yaml': `${HEAD}acts:
  - act: a
    by: rusia
    announced: {answers: mission.reopened, by: natoo, subject: russian-channel, days: 1}
    when: [{subject: information-ofice, status: closed}, {subject: russian-mission, staff.acredited: 3}]
    events: [{subject: information-ofice, type: mission.reopened}, {subject: information-office, type: ceiling.set, limit: 3}]
`,
      },
      [
        's.yaml:5:9 acts[0].by: no such party: rusia; did you mean russia?',
        's.yaml:6:26 acts[0].announced.answers: nothing that can happen to russian-channel, of kind channel: mission.reopened; write one of: channel.offered, channel.designated, channel.confirmed, channel.ended',
        's.yaml:6:48 acts[0].announced.by: no such party: natoo; did you mean nato?',
        's.yaml:7:22 acts[0].when[0].subject: no such subject: information-ofice; did you mean information-office?',
        's.yaml:7:85 acts[0].when[1]["staff.acredited"]: no such field of russian-mission: staff.acredited; did you mean staff.accredited?',
        's.yaml:8:24 acts[0].events[0].subject: no such subject: information-ofice; did you mean information-office?',
        's.yaml:8:104 acts[0].events[1].type: nothing that can happen to information-office, of kind information-office: ceiling.set; write one of: mission.established, mission.closed, mission.reopened, operations.suspended, operations.resumed, accreditation.requested, accreditation.granted, accreditation.denied, accreditation.withdrawn, staff.recalled, staff.reported, head.appointed, head.ended, head.recalled, head.returned',
      ],
    ],
    'a status, a region and a rate that can never be so': [
      {
        's.yaml': `${HEAD}acts:
${ACT}    when: {subject: information-office, status: close, state.headship: ">=2"}
    probability: {rate: {event: mission.reopened, while: shut, kind: information-office, within: 9}}
${REOPENED}`,
      },
      [
        's.yaml:7:49 acts[0].when.status: nothing that status can be: "close"; did you mean closed?',
        's.yaml:7:72 acts[0].when["state.headship"]: state.headship is a word and not a number: ">=2"; write one of: unreported, vacant, inPost, recalled',
        's.yaml:8:58 acts[0].probability.rate.while: no status of information-office: "shut"; write one of: absent, operating, suspended, closed',
      ],
    ],
    'days before the branch begins': [
      {
        's.yaml': `${HEAD}from: {announced: 2022-03-01, recorded: 2022-04-01}
acts:
${ACT}    recorded: 2022-02-01
${REOPENED}  - {act: b, by: russia, announced: {after: 2021-10-18-russia, days: 10..200}, events: []}
  - {act: c, by: russia, announced: 2022-03-01, events: [{subject: information-office, type: mission.reopened, effective: 2022-02-28}]}
`,
      },
      [
        's.yaml:7:16 acts[0].announced: announced before the branch begins; write 2022-03-01 or later',
        's.yaml:8:15 acts[0].recorded: recorded before the branch begins; write 2022-04-01 or later',
        's.yaml:10:70 acts[1].announced.days: announced before the branch begins; write 2022-03-01 or later',
        's.yaml:11:123 acts[2].events[0].effective: in effect before the branch begins; write 2022-03-01 or later',
      ],
    ],
    'names taken twice, in the scenario and on record': [
      {
        's.yaml': `${HEAD}acts:\n${ACT}${REOPENED}${ACT}${REOPENED}${ACT.replace('act: a', 'act: 2021-10-06-nato')}${REOPENED}`,
      },
      [
        's.yaml:8:10 acts[1].act: a second act by this name: a, which is act 1 already; write another name, as in a-2',
        's.yaml:12:10 acts[2].act: a second act by this name: 2021-10-06-nato, which is on record already; write another name, as in 2021-10-06-nato-2',
      ],
    ],
    'changes of what cannot be changed': [
      {
        's.yaml': `${HEAD}without: [2021-10-06-nato]
changes:
  - {event: 2021-10-18-russia/9, set: {effective: 2021-12-01}}
  - {event: 2021-10-18-russia/1, set: {effective: 2021-13-01}}
  - {event: 2021-10-06-nato/1, set: {count: 3}}
  - {event: 2021-10-18-russia/5, set: {count: 3}}
  - {event: 2021-10-18-russia/5, set: {count: 4}}
`,
      },
      [
        's.yaml:5:13 changes[0].event: no such event: 2021-10-18-russia/9; did you mean 2021-10-18-russia/1?',
        's.yaml:6:51 changes[1].set.effective: not a date: "2021-13-01": there is no month 13; write YYYY-MM-DD, as in 2021-11-01',
        's.yaml:7:13 changes[2].event: 2021-10-06-nato/1 is taken out; take it out or change it, not both',
        's.yaml:9:13 changes[4].event: a second change of 2021-10-18-russia/5; write both in one set',
      ],
    ],
  };

  for (const [what, [files, lines]] of Object.entries(wrong)) {
    test(what, () => {
      expect(problemsIn(files)).toEqual(lines);
    });
  }
});

describe('faults of form and of meaning are told together', () => {
  test('a ring, a probability, a base on itself, an act and an event unknown, and a day too early, all in one file', () => {
    const text = `scenario: s
title: All of it
base: s.yaml
from: 2022-01-01
without: [2021-10-18-russia/9]
acts:
  - {act: a, by: russia, announced: {after: b, days: 3}, events: []}
  - {act: b, by: russia, announced: {after: a, days: 3..}, events: []}
  - {act: c, by: russia, announced: 2022-02-01, probability: 1.5, events: []}
  - {act: d, by: russia, announced: {after: 2021-10-06-natoo, days: 3}, events: []}
  - {act: e, by: russia, announced: 2021-12-31, events: [{subject: information-office, type: mission.reopend}]}
`;
    expect(problemsIn({ 's.yaml': text })).toEqual([
      's.yaml:3:7 base: a scenario that builds on itself; take base out, or write another file',
      's.yaml:5:11 without[0]: no such event: 2021-10-18-russia/9; did you mean 2021-10-18-russia/1?',
      's.yaml:7:45 acts[0].announced.after: acts that wait for each other: a after b after a; give one of them a date',
      's.yaml:8:54 acts[1].announced.days: not a number of days: "3.."; write a number of days, as in 20, or a range, as in 20..60',
      's.yaml:9:62 acts[2].probability: not a probability: "1.5"; write a number from 0 to 1, as in 0.4',
      's.yaml:10:45 acts[3].announced.after: no such act: 2021-10-06-natoo; did you mean 2021-10-06-nato?',
      's.yaml:11:37 acts[4].announced: announced before the branch begins; write 2022-01-01 or later',
      's.yaml:11:94 acts[4].events[0].type: not an event type: "mission.reopend"; did you mean mission.reopened?',
    ]);
  });

  test('once for each that is missing', () => {
    const days = 'missing; write a number of days, as in 20, or a range, as in 20..60';
    const event = '{subject: information-office, type: mission.closed, effective: {}}';
    const text = `${HEAD}acts:
  - {act: a, by: russia, events: []}
  - {act: b, by: russia, announced: {after: a}, events: []}
  - {act: c, by: russia, announced: {answers: mission.closed}, events: []}
  - {act: d, by: russia, announced: 2022-01-01, events: [${event}]}
`;
    expect(problemsIn({ 's.yaml': text })).toEqual([
      's.yaml:4:5 acts[0].announced: missing; write YYYY-MM-DD',
      `s.yaml:5:37 acts[1].announced.days: ${days}`,
      `s.yaml:6:37 acts[2].announced.days: ${days}`,
      `s.yaml:7:121 acts[3].events[0].effective.days: ${days}`,
    ]);
  });

  test('of a scenario and of its base, though one of them cannot be read whole', () => {
    const files = {
      's.yaml': `${HEAD}base: b.yaml\nacts:\n  - {act: a, by: rusia, announced: {after: in-base, days: 3}, events: []}\n`,
      'b.yaml': 'scenario: b\ntitel: B\nacts:\n  - {act: in-base, by: natoo, announced: 2022, events: []}\n',
    };
    expect(problemsIn(files)).toEqual([
      'b.yaml:1:1 title: missing; write text',
      'b.yaml:2:1 titel: unknown field; did you mean title?',
      'b.yaml:4:24 acts[0].by: no such party: natoo; did you mean nato?',
      's.yaml:5:18 acts[0].by: no such party: rusia; did you mean russia?',
    ]);
  });
});

describe('nothing more is told of what cannot be read', () => {
  const AFTER = '  - {act: b, by: russia, announced: {after: a, days: 3}, events: []}\n';
  const quiet: { readonly [what: string]: readonly [Files, readonly string[]] } = {
    'an act without a name may be the one that is followed': [
      { 's.yaml': `${HEAD}acts:\n  - {by: russia, announced: 2022, events: []}\n${AFTER}` },
      ['s.yaml:4:5 acts[0].act: missing; write a short name of letters, digits and hyphens'],
    ],
    'so may one in acts that are no list': [
      { 's.yaml': `${HEAD}base: b.yaml\nacts:\n${AFTER}`, 'b.yaml': 'scenario: b\ntitle: B\nacts: a\n' },
      ['b.yaml:3:7 acts: not the right form; write a list of acts'],
    ],
    'or one of a base that is not there, or not YAML': [
      {
        's.yaml': `${HEAD}base: b.yaml\nwithout: [a/1]\nchanges: [{event: a/2, set: {count: 1}}]\nacts:\n${AFTER}`,
        'b.yaml': 'scenario: [b\n',
      },
      ['b.yaml:1:11 [ without its ]; write ], and indent every line up to it'],
    ],
    'or of a base that is no name': [
      { 's.yaml': `${HEAD}base: [b.yaml]\nacts:\n${AFTER}` },
      ['s.yaml:3:7 base: not a text: a list; write text'],
    ],
    'an act whose events cannot be read may have any': [
      {
        's.yaml': `${HEAD}base: b.yaml\nwithout: [a/7]\nchanges: [{event: a/2, set: {count: 1}}]\n`,
        'b.yaml': 'scenario: b\ntitle: B\nacts:\n  - {act: a, by: russia, announced: 2022, events: none}\n',
      },
      ['b.yaml:4:51 acts[0].events: not the right form; write a list of events, [] if it changed nothing'],
    ],
    'no day is too early for a past that is none': [
      {
        's.yaml': `${HEAD}base: b.yaml\nfrom: yesterday\nacts:\n  - {act: a, by: russia, announced: 2022-02-01, events: []}\n`,
        'b.yaml': 'scenario: b\ntitle: B\nfrom: 2022-03-01\n',
      },
      [
        's.yaml:4:7 from: not one exact day: "yesterday"; write YYYY-MM-DD, or {announced: YYYY-MM-DD, recorded: YYYY-MM-DD}',
      ],
    ],
    'nor after days that are none': [
      {
        's.yaml': `${HEAD}from: 2022-03-01\nacts:\n  - {act: a, by: russia, announced: {after: 2021-10-18-russia, days: x}, events: []}\n${AFTER}`,
      },
      [
        's.yaml:5:70 acts[0].announced.days: not a number of days: "x"; write a number of days, as in 20, or a range, as in 20..60',
      ],
    ],
    'parts that are no text, no map and no name': [
      {
        's.yaml': `${HEAD}without: [[a], 2021-10-18-russia]
changes:
  - now
  - {event: nothing, set: {effective: 2021-12-01}}
  - {event: 2021-10-06-nato/1, set: 3}
acts:
  - act
  - act: a
    by: [russia]
    announced: {in: 2022}
    probability: {rate: {event: mission.reopend, while: [1], kind: channel, within: 9}}
    when: [{status: closed}, closed]
    events: [now, {type: mission.reopend}, {subject: [a], type: ceiling.set}, {subject: information-office}]
`,
      },
      [
        's.yaml:3:11 without[0]: not an event: ["a"]; write ACT/N, or ACT for a whole act',
        's.yaml:5:5 changes[0]: not the right form: "now"; write a map from fields to values',
        's.yaml:6:13 changes[1].event: not an event: "nothing"; write ACT/N, as in 2021-10-06-nato/1',
        's.yaml:7:37 changes[2].set: not the right form; write the fields that change',
        's.yaml:9:5 acts[0]: not an act: "act"; begin it with "- act: "',
        's.yaml:11:9 acts[1].by: not a name: a list; write a short name of letters, digits and hyphens',
        's.yaml:12:16 acts[1].announced: a map that is no announcement; write a date, {after: ACT, days: N} or {answers: TYPE, days: N}',
        's.yaml:13:33 acts[1].probability.rate.event: not one of the words: "mission.reopend"; did you mean mission.reopened?',
        's.yaml:13:57 acts[1].probability.rate.while: not a text: a list; write text',
        's.yaml:14:12 acts[1].when[0]: subject: missing; write which subject is meant',
        's.yaml:14:30 acts[1].when[1]: not a condition: "closed"; write {subject: ID, status: suspended}',
        's.yaml:15:14 acts[1].events[0]: not an event: "now"; write subject and type',
        's.yaml:15:19 acts[1].events[1].subject: missing; write a short name of letters, digits and hyphens',
        's.yaml:15:26 acts[1].events[1].type: not an event type: "mission.reopend"; did you mean mission.reopened?',
        's.yaml:15:44 acts[1].events[2].limit: missing; write a number, or a range: 7..10, ..30, 7.. or unknown',
        's.yaml:15:54 acts[1].events[2].subject: not a name: a list; write a short name of letters, digits and hyphens',
        's.yaml:15:79 acts[1].events[3]: type: missing; write what happened, as in mission.closed',
      ],
    ],
  };

  for (const [what, [files, lines]] of Object.entries(quiet)) {
    test(what, () => {
      expect(problemsIn(files)).toEqual(lines);
    });
  }
});
