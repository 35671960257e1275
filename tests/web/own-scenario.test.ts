/** What forms write into the text of a scenario. */
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/store/yaml.ts';
import {
  type Addition,
  actNamesIn,
  FIRST_TEXT,
  nameFor,
  withAddition,
} from '../../src/web/what-if/own-scenario.ts';

function added(text: string, ...additions: readonly Addition[]): string {
  return additions.reduce((before, addition) => {
    const after = withAddition(before, addition);
    if (after.kind === 'refused') throw new Error(after.what);
    return after.text;
  }, text);
}

function act(act: string, event: { readonly [field: string]: string } = {}): Addition {
  return {
    kind: 'act',
    act: {
      act,
      by: 'russia',
      title: 'A title',
      announced: '2022-02-01',
      event: { subject: 'information-office', type: 'mission.reopened', ...event },
    },
  };
}

describe('an addition stands in the text as if it were written there', () => {
  test('a first act follows an empty list, and further ones follow it', () => {
    expect(
      added(FIRST_TEXT, act('a'), act('b', { note: 'so' })),
    ).toBe(`# An assumption. Nothing here is on record.
scenario: my-own
title: A scenario of my own
acts:
  - act: a
    by: russia
    title: A title
    announced: 2022-02-01
    events:
      - {subject: information-office, type: mission.reopened}
  - act: b
    by: russia
    title: A title
    announced: 2022-02-01
    events:
      - {subject: information-office, type: mission.reopened, note: so}
`);
  });

  test('an act may follow another, with a probability', () => {
    const text = added('scenario: s\ntitle: S\n', {
      kind: 'act',
      act: {
        act: 'a',
        by: 'nato',
        title: 'T',
        announced: { after: 'b', days: '7..35' },
        probability: '0.4',
        event: { subject: 'x', type: 'mission.closed', effective: { days: '14' } },
      },
    });
    expect(parseYaml(text)).toMatchObject({
      value: {
        acts: [
          {
            announced: { after: 'b', days: '7..35' },
            probability: '0.4',
            events: [{ effective: { days: '14' } }],
          },
        ],
      },
    });
  });

  test('what is taken out or moved stands before the acts', () => {
    const text = added(
      'scenario: s\ntitle: S\nacts: []\n',
      { kind: 'without', name: '2021-10-18-russia' },
      { kind: 'without', name: '2021-10-06-nato/1' },
      { kind: 'move', event: '2021-10-06-nato/2', effective: '2021-12-01' },
    );
    expect(text).toBe(`scenario: s
title: S
without:
  - 2021-10-18-russia
  - 2021-10-06-nato/1
changes:
  - {event: 2021-10-06-nato/2, set: {effective: 2021-12-01}}
acts: []
`);
  });

  test('an event that is moved again has one date', () => {
    const text = added(
      'scenario: s\ntitle: S\nchanges:\n  - event: a/1\n    set: {count: 2} # so few\n',
      { kind: 'move', event: 'a/1', effective: '2021-12-01' },
      { kind: 'move', event: 'a/1', effective: '2021-12-02' },
    );
    expect(text).toBe(
      'scenario: s\ntitle: S\nchanges:\n  - event: a/1\n    set: {count: 2, effective: 2021-12-02} # so few\n',
    );
  });

  test('comments, order, anchors and folded notes stay', () => {
    const text = `# first
title: &t S # the title
scenario: s

note: >-
  One line
  and another.
# before the acts
acts:
  # the first
  - act: a
    by: nato
    announced: 2022-01-01
    title: *t
    events: []
# last
`;
    const after = added(text, act('b'));
    for (const kept of ['# first', '&t S # the title', '# before the acts', '# the first', '*t', '# last'])
      expect(after).toContain(kept);
    expect(after.indexOf('act: a')).toBeLessThan(after.indexOf('act: b'));
    expect(parseYaml(after)).toMatchObject({ value: { note: 'One line and another.' } });
  });
});

describe('what was added is taken back out', () => {
  const three = () => added(FIRST_TEXT, act('a'), act('b'), act('c'));

  test('an act, whichever it is', () => {
    expect(added(three(), { kind: 'remove', act: 'b' })).toBe(added(FIRST_TEXT, act('a'), act('c')));
    expect(added(FIRST_TEXT, act('a'), { kind: 'remove', act: 'a' })).toBe(FIRST_TEXT);
  });

  test('but none that another follows, and none that is not there', () => {
    const text = 'acts:\n  - {act: a}\n  - {act: b, announced: {after: a, days: 1}}\n';
    expect(withAddition(text, { kind: 'remove', act: 'a' })).toEqual({
      kind: 'refused',
      what: 'b follows it; remove that first',
    });
    expect(added(text, { kind: 'remove', act: 'b' })).toBe('acts:\n  - {act: a}\n');
    expect(withAddition(text, { kind: 'remove', act: 'c' })).toEqual({
      kind: 'refused',
      what: 'there is no act c to remove',
    });
  });

  test('what is taken out or moved', () => {
    const text = added(
      FIRST_TEXT,
      { kind: 'without', name: 'x' },
      { kind: 'without', name: 'y/1' },
      { kind: 'move', event: 'z/1', effective: '2022-01-01' },
    );
    const less = added(text, { kind: 'put-back', name: 'x' });
    expect(parseYaml(less)).toMatchObject({ value: { without: ['y/1'], changes: [{ event: 'z/1' }] } });
    expect(added(less, { kind: 'put-back', name: 'y/1' }, { kind: 'put-back', name: 'z/1' })).toBe(
      FIRST_TEXT,
    );
    expect(withAddition(less, { kind: 'put-back', name: 'x' })).toEqual({
      kind: 'refused',
      what: 'x is neither taken out nor moved',
    });
  });

  test('a date', () => {
    const text = added(three(), { kind: 'date', act: 'b', announced: '2022-03-01' });
    const dates = [...text.matchAll(/announced: (\S+)/g)].map(([, date]) => date);
    expect(dates).toEqual(['2022-02-01', '2022-03-01', '2022-02-01']);
    expect(withAddition(text, { kind: 'date', act: 'd', announced: '2022' }).kind).toBe('refused');
  });
});

describe('what is written is read as it was meant', () => {
  const HOSTILE = [
    '# no comment',
    'a: b',
    '- x',
    '*a',
    '&a b',
    '!!js x',
    '"quoted"',
    "it's",
    '{a: b}',
    '[x',
    '%TAG',
    '@x',
    '`x',
    'null',
    '~',
    'true',
    '0x10',
    '1e3',
    '2021-11-02',
    '<script>alert(1)</script>',
    '__proto__',
    'a\nb',
    'a\n\n  b\n',
    'trailing ',
    ' leading',
    '日本語',
    `${'long '.repeat(60)}end`,
    '>=10',
    '---',
    '...',
    'x'.repeat(300),
  ];

  test.each(HOSTILE)('the text %j', (words) => {
    const text = added(FIRST_TEXT, act('a', { name: words }), act('b'));
    const yaml = parseYaml(text);
    expect(yaml).toMatchObject({ value: { acts: [{ events: [{ name: words }] }, { act: 'b' }] } });
  });

  test.each(HOSTILE)('the text %j beside other texts in their own form', (words) => {
    const once = added(FIRST_TEXT, act('a', { name: words }));
    const again = added(once, { kind: 'without', name: words });
    expect(parseYaml(again)).toMatchObject({
      value: { without: [words], acts: [{ events: [{ name: words }] }] },
    });
  });
});

describe('a text that cannot have an addition stays as it is, and says why', () => {
  test.each([
    ['title: [', 'the text cannot be read; mend it first'],
    ['a: 1\na: 2\n', 'the text cannot be read; mend it first'],
    ['- a list\n', 'the text is no scenario; mend it first'],
    ['just words', 'the text is no scenario; mend it first'],
    ['acts: many\n', 'acts is not a list; mend it first'],
    ['x: &a [1]\nacts: *a\n', 'acts is not a list; mend it first'],
    [`acts: ${'['.repeat(5000)}${']'.repeat(5000)}`, 'the text cannot be read; mend it first'],
  ])('%j', (text, what) => {
    expect(withAddition(text, act('a'))).toEqual({ kind: 'refused', what });
  });

  test('what is taken out already is not taken out again', () => {
    const text = 'without: [a/1]\n';
    expect(withAddition(text, { kind: 'without', name: 'a/1' })).toEqual({
      kind: 'refused',
      what: 'a/1 is taken out already',
    });
  });

  test('to a text in which nothing is written, all that a scenario needs is added', () => {
    expect(added('', act('a'))).toBe(added(FIRST_TEXT, act('a')));
    expect(added('acts:\nscenario: s\n', act('a'))).toContain('- act: a');
  });
});

describe('a new act has a name of its own', () => {
  test('with a number where it is taken', () => {
    const taken = ['2021-10-06-nato', '2021-10-06-nato-2'];
    const isTaken = (name: string) => taken.includes(name);
    expect(nameFor('2021-10-06-nato', isTaken)).toBe('2021-10-06-nato-3');
    expect(nameFor('2021-10-07-nato', isTaken)).toBe('2021-10-07-nato');
  });

  test('the names in a text are known as far as it can be read', () => {
    expect(actNamesIn(added(FIRST_TEXT, act('a'), act('b')))).toEqual(['a', 'b']);
    expect(actNamesIn('acts: [{act: a}, {act: [x]}, z]')).toEqual(['a']);
    expect(actNamesIn('acts: [')).toEqual([]);
    expect(actNamesIn('acts: x')).toEqual([]);
    expect(actNamesIn('')).toEqual([]);
  });
});
