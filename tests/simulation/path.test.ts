import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart, Snapshot } from '../../src/replay/chart.ts';
import { fieldsOf } from '../../src/replay/evolve.ts';
import { knownOf } from '../../src/replay/known.ts';
import { kindOf } from '../../src/replay/record.ts';
import { chartFor, stateOn, walk } from '../../src/replay/walk.ts';
import { type Paths, pathsTo } from '../../src/simulation/path.ts';
import { type Condition, meets } from '../../src/simulation/path-goal.ts';
import { influencesOf } from '../../src/simulation/path-influence.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { anyDossier, anyQuestion, recordFrom } from '../laws/dossiers.ts';
import { type Happening, IT, recordOf } from '../record.ts';
import { bundled, on } from './bundled.ts';
import { conditionsOf, isMet, replayed } from './ways.ts';

const record = await bundled();

function paths(goal: string, subject = 'russian-mission', when: AsOf = on('2021-11-10')): Paths {
  const found = pathsTo(record, subject, when, goal);
  if (found.kind === 'problems') throw new Error(found.problems.map(({ what }) => what).join('; '));
  return found.answer;
}

/** Ways in short: `ceiling.set 15`. */
function inShort({ paths: found }: Paths): readonly string[] {
  return found.map((way) =>
    way
      .map(({ type, data }) =>
        [
          type,
          ...Object.values(data).map((value) => (typeof value === 'object' ? Object(value).min : value)),
        ].join(' '),
      )
      .join(', '),
  );
}

describe('from the suspension of 2021', () => {
  test('operating takes a resumption', () => {
    expect(inShort(paths('status=operating'))).toEqual(['operations.resumed']);
  });

  test('operating with fifteen accredited takes three acts: all orders, and no more numbers than needed', () => {
    expect(inShort(paths('status=operating,staff.accredited>=15'))).toEqual([
      'mission.closed, mission.reopened, accreditation.granted 15',
      'operations.resumed, ceiling.set 15, accreditation.granted 5',
      'operations.resumed, ceiling.lifted, accreditation.granted 5',
      'ceiling.set 15, operations.resumed, accreditation.granted 5',
      'ceiling.set 15, accreditation.granted 5, operations.resumed',
      'ceiling.lifted, operations.resumed, accreditation.granted 5',
      'ceiling.lifted, accreditation.granted 5, operations.resumed',
    ]);
  });

  test('fifteen and five posts vacant take a ceiling of twenty', () => {
    expect(inShort(paths('accredited=15,vacant=5'))).toEqual(['ceiling.set 20, accreditation.granted 5']);
  });

  test('three posts vacant take three persons less or three posts more', () => {
    expect(inShort(paths('vacant>=3'))).toEqual([
      'ceiling.set 13',
      'accreditation.withdrawn 3',
      'staff.recalled 3',
    ]);
  });

  test('what is so already takes nothing', () => {
    expect(paths('status=suspended,ceiling<=10')).toMatchObject({ paths: [[]], none: null });
  });

  test('a mission that existed is never absent again, whatever happens', () => {
    expect(paths('status=absent')).toMatchObject({ paths: [], none: { kind: 'at-all' } });
  });

  test('nobody is accredited at a closed mission, in any sequence of so many events', () => {
    expect(paths('status=closed,accredited>=1')).toMatchObject({
      paths: [],
      none: { kind: 'within', steps: 8 },
    });
  });

  test('the liaison mission can be accredited again', () => {
    expect(
      inShort(paths('status=operating,state.accreditation=standing', 'military-liaison-mission')),
    ).toEqual([
      'mission.closed, mission.reopened',
      'operations.resumed, accreditation.granted 1',
      'accreditation.granted 1, operations.resumed',
    ]);
  });

  test('a name comes from the goal, and where any will do it is still to be named', () => {
    expect(inShort(paths('head=Smith'))).toEqual(['head.appointed Smith']);
    expect(inShort(paths('head!=none'))).toEqual(['head.appointed N. N.']);
  });
});

test('where the dates leave the beginning open that is told, as far as it matters', () => {
  const when = on('2021-11-02');
  expect(paths('status=suspended', 'russian-mission', when).uncertain.map(({ field }) => field)).toContain(
    'status',
  );
  expect(paths('ceiling=none', 'russian-mission', when).uncertain).toEqual([]);
});

test('a channel that is ended can be offered again, and what was named can never be unnamed', () => {
  expect(inShort(paths('status=none', 'nato-channel'))).toEqual([]);
  expect(paths('status=none', 'nato-channel').none).toEqual({ kind: 'at-all' });
  expect(paths('status=offered,state=ended', 'nato-channel').none).toEqual({ kind: 'at-all' });
});

describe('a condition', () => {
  const range = { min: 10, max: 15 };
  test.each<[condition: string, met: boolean]>([
    ['accredited>=10', true],
    ['accredited>=11', false],
    ['accredited>9', true],
    ['accredited>10', false],
    ['accredited<=15', true],
    ['accredited<=14', false],
    ['accredited<16', true],
    ['accredited<15', false],
    ['accredited=10..15', true],
    ['accredited=10..', true],
    ['accredited=10', false],
    ['accredited=11..15', false],
    ['accredited=..14', false],
    ['accredited!=16', true],
    ['accredited!=15', false],
    ['accredited!=3..9', true],
    ['accredited!=3..10', false],
    ['accredited!=none', true],
    ['accredited=none', false],
  ])('on a range of 10 to 15, %s is met: %s', (text, met) => {
    expect(meets(range, conditionIn(text))).toBe(met);
  });

  test('on a number without an upper bound none is met that has one', () => {
    const open = { min: 10, max: null };
    expect(meets(open, conditionIn('accredited<=100'))).toBe(false);
    expect(meets(open, conditionIn('accredited<100'))).toBe(false);
    expect(meets(open, conditionIn('accredited=5..100'))).toBe(false);
    expect(meets(open, conditionIn('accredited>=10'))).toBe(true);
  });

  test('on a ceiling that is not in force no number is met but by its absence', () => {
    expect(meets(null, conditionIn('ceiling>=0'))).toBe(false);
    expect(meets(null, conditionIn('ceiling<=9'))).toBe(false);
    expect(meets(null, conditionIn('ceiling!=9'))).toBe(true);
    expect(meets(null, conditionIn('ceiling=none'))).toBe(true);
  });

  test('on a region that is not there only its absence is met', () => {
    expect(meets(undefined, conditionIn('access=full'))).toBe(false);
    expect(meets(undefined, conditionIn('access!=full'))).toBe(true);
  });
});

test.each<[goal: string, what: string, instead: string | RegExp]>([
  ['stat=operating', 'no such field: stat', 'did you mean state?'],
  ['status=operatin', 'status is never operatin', 'did you mean operating?'],
  ['status', 'no condition: status', /^write FIELD=VALUE/],
  ['status==operating', 'no such comparison: ==', 'write one of: =, !=, >=, <=, >, <'],
  ['status=', 'status= has no value', /^write FIELD=VALUE/],
  ['status>operating', 'status is no number: >operating', 'write status=operating'],
  ['accredited=>3', 'no such comparison: =>', /^write one of/],
  ['accredited>=many', 'staff.accredited: not a count: "many"', /^write a whole number/],
  ['accredited>=3..5', 'staff.accredited>=3..5: a range has two ends', 'write one number'],
  ['accredited<0', 'staff.accredited<0: no number is below 0', 'write staff.accredited=0 for nobody'],
  ['accredited=unknown', 'staff.accredited=unknown: every number is that', /^write a number/],
  ['status=operating,', 'a condition is empty', /^write FIELD=VALUE/],
])('%s is refused with what to write', (goal, what, instead) => {
  const found = pathsTo(record, 'russian-mission', on('2021-11-10'), goal);
  expect(found).toMatchObject({ kind: 'problems', problems: [{ what }] });
  expect(found.kind === 'problems' && found.problems[0]?.instead).toMatch(instead);
});

test('all that is wrong with a goal is told at once', () => {
  const found = pathsTo(record, 'russian-mission', on('2021-11-10'), 'stat=x,access=open,accredited>=-1');
  expect(found.kind === 'problems' && found.problems).toHaveLength(3);
});

test('every way replays to the goal in missions of any kind, from any state', () => {
  const goals = [
    'status=operating',
    'accredited>=7',
    'ceiling=4,vacant=1',
    'status=suspended,pending=2',
    'head=Ivanov',
  ];
  fc.assert(
    fc.property(
      anyDossier({ kinds: ['permanent-mission', 'consulate', 'military-liaison-mission'], subjects: 1 }),
      anyQuestion(),
      fc.constantFrom(...goals),
      (written, when, goal) => {
        const generated = recordFrom(written);
        const [subject = ''] = Object.keys(generated.dossier.subjects);
        const kind = kindOf(generated, subject);
        const chart = chartFor(kind);
        const { snapshot } = stateOn(chart, knownOf(generated, subject, when), when, when.at);
        const found = pathsTo(generated, subject, when, goal, 5);
        if (found.kind === 'problems') throw new Error(found.problems.map(({ what }) => what).join());
        expect(found.answer.paths).not.toEqual([]);
        for (const way of found.answer.paths) {
          expect(isMet(chart, replayed(chart, snapshot, way), conditionsOf(kind, goal))).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('what an event changes, and what that rests on, is known of the rules before it happens', () => {
  let steps = 0;
  fc.assert(
    fc.property(anyDossier({ entries: 20 }), anyQuestion(), (written, when) => {
      const generated = recordFrom(written);
      for (const [subject, { kind }] of Object.entries(generated.dossier.subjects)) {
        const chart = chartFor(kind);
        const { all } = influencesOf(kind, chart);
        let before = chart.initial;
        for (const { event, outcome, state } of walk(chart, knownOf(generated, subject, when), when)) {
          if (outcome.kind !== 'applied') continue;
          // A report is no step on a way to a state: it only tells of one.
          if (event.type === 'staff.reported') {
            before = state.snapshot;
            continue;
          }
          const step = chart.step(before, event);
          if (step.kind !== 'applied') throw new Error('the walk is another');
          const own = all.filter(({ type }) => type === event.type);
          const written = new Set(own.map(({ writes }) => writes));
          const read = new Set(own.flatMap(({ reads }) => [...reads]));
          for (const field of changedBy(chart, before, state.snapshot)) expect(written).toContain(field);
          for (const { fields, read: reads } of step.writes) {
            for (const field of fields) expect(written).toContain(field);
            for (const field of reads) expect(read).toContain(field);
          }
          if (own.length > 0) for (const field of step.enabledBy) expect(read).toContain(field);
          before = state.snapshot;
          steps += 1;
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(steps).toBeGreaterThan(100);
});

test('of ways by number the one is told that changes the least', () => {
  const events: readonly Happening[] = [
    'mission.established',
    { type: 'staff.reported', accredited: 12 },
    { type: 'ceiling.set', limit: 20 },
  ];
  const found = pathsTo(recordOf({ kind: 'embassy', events }), IT, on('2020-06-01'), 'vacant>=9');
  expect(found.kind === 'path' && inShort(found.answer)).toEqual([
    'ceiling.set 21',
    'accreditation.withdrawn 1',
    'staff.recalled 1',
  ]);
});

function conditionIn(text: string): Condition {
  const [condition] = conditionsOf('embassy', text);
  if (condition === undefined) throw new Error(`the test has no condition: ${text}`);
  return condition;
}

function changedBy(chart: Chart, before: Snapshot, now: Snapshot): readonly string[] {
  const [was, is] = [fieldsOf(chart, before), fieldsOf(chart, now)];
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (field) =>
      field !== 'status' &&
      field !== 'staff.vacant' &&
      JSON.stringify(was.get(field)) !== JSON.stringify(is.get(field)),
  );
}
