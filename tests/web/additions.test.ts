/** What the form of an event adds to a scenario, and what keeps it from being added. */
import { beforeAll, describe, expect, test } from 'vitest';
import { actIn, attempt, type EventForm } from '../../src/web/what-if/additions.ts';
import { branchOf } from '../../src/web/what-if/branch.ts';
import { FIRST_TEXT } from '../../src/web/what-if/own-scenario.ts';
import { openedBundled } from './opened.ts';

let opened: Awaited<ReturnType<typeof openedBundled>>;
beforeAll(async () => {
  opened = await openedBundled();
});

const FORM: EventForm = {
  subject: 'information-office',
  type: 'mission.reopened',
  by: '',
  when: { kind: 'on', date: '2022-02-01' },
  effective: '',
  probability: '',
  onlyIf: '',
  data: {},
};

/** The text after a form was added to it; or why it was not. */
function textWith(text: string, form: Partial<EventForm>) {
  const addition = actIn({ ...FORM, ...form }, opened.record, text, []);
  if (addition.kind === 'refused') return addition.lines;
  const came = attempt(opened, text, addition);
  return came.kind === 'added' ? came.text : came.lines;
}

test('an event of the form makes a branch', () => {
  const text = textWith(FIRST_TEXT, {});
  expect(text).toBe(`${FIRST_TEXT.replace('acts: []\n', 'acts:\n')}  - act: 2022-02-01-nato
    by: nato
    title: "NATO Information Office Moscow: reopened"
    announced: 2022-02-01
    events:
      - {subject: information-office, type: mission.reopened}
`);
  const beside = branchOf(opened, { scenario: { text: String(text) } });
  expect(beside.kind === 'branch' && beside.branch.happenings).toMatchObject([{ kind: 'happens' }]);
});

test('it is the act of the side that does such a thing, unless the form says another', () => {
  const withdrawal = { subject: 'russian-mission', type: 'accreditation.withdrawn', data: { count: '2' } };
  expect(textWith(FIRST_TEXT, withdrawal)).toContain('by: nato');
  expect(textWith(FIRST_TEXT, { ...withdrawal, by: 'russia' })).toContain('by: russia');
});

test('only what is written is said', () => {
  const text = textWith(FIRST_TEXT, {
    subject: 'russian-mission',
    type: 'head.appointed',
    data: { name: ' A. Person ', rank: '', reason: '  ', nonsense: 'x' },
    effective: ' 2022-03-01 ',
    probability: '0.4',
  });
  expect(text).toContain('name: A. Person, effective: 2022-03-01}');
  expect(text).toContain('probability: 0.4');
  expect(text).not.toContain('nonsense');
});

test('an act after another takes hold so many days after it', () => {
  const when = { kind: 'after', act: '2022-01-26-nato', days: '7..35' } as const;
  const text = textWith(FIRST_TEXT, { when, effective: '14' });
  expect(text).toContain('after: 2022-01-26-nato\n      days: 7..35');
  expect(text).toContain('effective: {days: 14}');
  expect(text).toContain('act: after-2022-01-26-nato\n');
});

test('an act may answer every event of a type', () => {
  const all = {
    kind: 'answers',
    type: 'channel.offered',
    by: '',
    subject: '',
    days: '14',
    times: '',
  } as const;
  expect(textWith(FIRST_TEXT, { when: all })).toContain(`  - act: nato-answers
    by: nato
    title: "NATO Information Office Moscow: reopened"
    announced:
      answers: channel.offered
      days: 14
`);
  const some = { ...all, by: 'russia', subject: 'nato-channel', days: ' 7..35', times: '1' };
  const text = String(textWith(FIRST_TEXT, { when: some, effective: '3' }));
  expect(text).toContain('effective: {days: 3}');
  const beside = branchOf(opened, { scenario: { text } });
  expect(beside.kind === 'branch' && beside.scenario.acts[0]?.announced).toEqual({
    kind: 'answers',
    type: 'channel.offered',
    by: 'russia',
    subject: 'nato-channel',
    days: { kind: 'uniform', from: 7, to: 35 },
    times: 1,
  });
});

test('an act may wait for conditions', () => {
  const one = textWith(FIRST_TEXT, { onlyIf: 'information-office.status=closed' });
  expect(one).toContain('    when: {subject: information-office, status: closed}\n    events:');
  const two = String(
    textWith(FIRST_TEXT, {
      onlyIf: 'information-office.status=closed; russian-mission.staff.accredited>=2;',
    }),
  );
  const beside = branchOf(opened, { scenario: { text: two } });
  expect(beside.kind === 'branch' && beside.scenario.acts[0]?.when).toMatchObject([
    { subject: 'information-office', tests: [{ kind: 'is', field: 'status', value: 'closed' }] },
    { subject: 'russian-mission', tests: [{ field: 'staff.accredited', relation: '>=', number: 2 }] },
  ]);
});

test('each act has a name that none on record and none before it has', () => {
  const form = {
    subject: 'russian-mission',
    type: 'accreditation.withdrawn',
    when: { kind: 'on', date: '2021-10-06' },
    data: { count: '1' },
  } as const;
  const once = String(textWith(FIRST_TEXT, form));
  const twice = String(textWith(once, form));
  expect([...twice.matchAll(/act: (\S+)/g)].map(([, name]) => name)).toEqual([
    '2021-10-06-nato-2',
    '2021-10-06-nato-3',
  ]);
});

describe('what would make no sense is not added', () => {
  test.each([
    [{ type: 'no.such' }, ['no event is chosen; choose one that the rules allow']],
    [
      { onlyIf: 'information-office.status=shut; x' },
      [
        'when: nothing that status can be: "shut"; write one of: absent, operating, suspended, closed',
        'when: not a condition: "x"; write SUBJECT.FIELD=VALUE, as in russian-mission.status=operating',
      ],
    ],
    [
      { when: { kind: 'answers', type: '', by: '', subject: '', days: 'soon', times: '' } } as const,
      [
        expect.stringMatching(/^announced\.answers: not one of the words: null; /),
        expect.stringMatching(/^announced\.days: not a number of days: "soon"; /),
      ],
    ],
    [
      { when: { kind: 'on', date: '2022-13-01' } } as const,
      ['announced: not a date: "2022-13-01": there is no month 13; write YYYY-MM-DD, as in 2021-11-01'],
    ],
    [
      { probability: 'often' },
      ['probability: not a probability: "often"; write a number from 0 to 1, as in 0.4'],
    ],
    [
      { subject: 'russian-mission', type: 'accreditation.withdrawn', data: { count: 'many' } },
      [expect.stringMatching(/^count: not a count: "many"; write /)],
    ],
    [
      { subject: 'russian-mission', type: 'head.appointed', data: { name: 'a \u202e b' } },
      ['a sign that is not text: U+202E; take it out'],
    ],
  ])('%j', (form, told) => {
    expect(textWith(FIRST_TEXT, form)).toEqual(told);
  });

  test('an event that the rules have no place for is refused with their reason', () => {
    const form = {
      subject: 'russian-mission',
      type: 'accreditation.withdrawn',
      when: { kind: 'on', date: '2021-10-10' },
    } as const;
    expect(textWith(FIRST_TEXT, { ...form, data: { count: '30' } })).toEqual([
      'accreditation withdrawn is refused: fewer are accredited than would lose it',
    ]);
    expect(textWith(FIRST_TEXT, { ...form, data: { count: '18' } })).toContain('count: 18');
  });

  test('so is one that answers, where the rules have a place for none of its answers', () => {
    const when = {
      kind: 'answers',
      type: 'accreditation.withdrawn',
      by: 'nato',
      subject: '',
      days: '7',
      times: '',
    } as const;
    const form = { subject: 'information-office', when } as const;
    expect(textWith(FIRST_TEXT, { ...form, type: 'operations.resumed' })).toEqual([
      expect.stringMatching(/^operations resumed has no place while /),
    ]);
    // It is suspended by the first answer, and is no more to be so by the next.
    expect(textWith(FIRST_TEXT, { ...form, type: 'operations.suspended' })).toContain(
      'type: operations.suspended',
    );
  });

  test('a part of a day is enough for a name', () => {
    expect(textWith(FIRST_TEXT, { when: { kind: 'on', date: '2022-02~' } })).toContain('act: 2022-02-nato\n');
    expect(textWith(FIRST_TEXT, { when: { kind: 'on', date: '[2022-02-01..2022-02-05]' } })).toContain(
      'act: 2022-02-01-nato\n',
    );
  });

  test('to a scenario that makes no sense yet it is added all the same', () => {
    expect(textWith('scenario: s\nacts: []\n', {})).toContain('act: 2022-02-01-nato');
  });
});
