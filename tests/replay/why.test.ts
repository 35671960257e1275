import { describe, expect, test } from 'vitest';
import { whyOf } from '../../src/replay/why.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { assembled, dayNamed } from '../record.ts';

const SOURCES = [{ title: 'a source' }];
const act = (name: string, announced: string, event: object) => ({
  act: name,
  by: 'a',
  title: `The ${name}`,
  announced,
  sources: SOURCES,
  events: [{ subject: 'embassy', ...event }],
});

function why(field: string | null, asked: Partial<AsOf> = {}, subject = 'embassy') {
  const when: AsOf = {
    at: dayNamed('2020-02-15'),
    announcedBy: null,
    recordedBy: null,
    account: null,
    reading: 'latest',
    ...asked,
  };
  return whyOf(suspended(), when, subject, field);
}

describe('why', () => {
  test('a field has the events behind it, with their acts, sources and corrections', () => {
    const common = { by: 'a', sources: SOURCES };
    expect(why('staff.ceiling')).toEqual({
      kind: 'why',
      answer: {
        subject: 'embassy',
        field: 'staff.ceiling',
        at: '2020-02-15',
        value: { min: 18, max: 18 },
        uncertain: [],
        chain: [
          {
            ...common,
            event: 'opening/1',
            act: 'opening',
            title: 'The opening',
            type: 'mission.established',
            effective: '2020-01-01',
            announced: '2020-01-01',
            wrote: [],
            data: {},
            note: null,
            corrected: [],
          },
          {
            ...common,
            event: 'ceiling/1',
            act: 'ceiling',
            title: 'The ceiling',
            type: 'ceiling.set',
            effective: '2020-02-01',
            announced: '2020-02-01',
            wrote: ['staff.ceiling'],
            data: { limit: { min: 18, max: 18 } },
            note: 'told by letter',
            corrected: [
              {
                reason: 'the letter says eighteen',
                recorded: '2020-06-01',
                sources: [{ title: 'the letter' }],
              },
            ],
          },
        ],
        open: [],
      },
    });
  });

  test('before a correction was recorded it is not told', () => {
    for (const [day, limit, corrections] of [
      ['2020-05-31', 20, 0],
      ['2020-06-01', 18, 1],
    ] as const) {
      const answer = why('ceiling', { recordedBy: dayNamed(day) });
      expect(answer).toMatchObject({ answer: { field: 'staff.ceiling', value: { min: limit, max: limit } } });
      expect(answer.kind === 'why' && answer.answer.chain.at(-1)?.corrected).toHaveLength(corrections);
    }
  });

  test('the whole state has every field, and who wrote which', () => {
    const answer = why(null);
    if (answer.kind !== 'why') throw new Error(answer.what);
    const { field, value, chain } = answer.answer;
    expect(field).toBeNull();
    expect(value).toMatchObject({ status: 'operating', 'state.operation': 'operating', head: null });
    expect(chain.map(({ event }) => event)).toEqual(['opening/1', 'ceiling/1']);
    expect(chain.map(({ wrote }) => wrote.includes('staff.vacant'))).toEqual([true, true]);
    expect(chain[0]?.wrote).toContain('status');
    expect(chain[1]?.wrote).not.toContain('status');
  });

  test('what doubtful dates leave open is told, with the events that would change it', () => {
    const answer = why('status', { at: dayNamed('2020-03-05') });
    if (answer.kind !== 'why') throw new Error(answer.what);
    expect(answer.answer.uncertain).toEqual([
      { field: 'status', earliest: 'suspended', latest: 'operating', because: ['suspension/1'] },
    ]);
    expect(answer.answer.open.map(({ event, wrote }) => [event, wrote])).toEqual([['suspension/1', []]]);
    expect(answer.answer.chain.map(({ event }) => event)).toEqual(['opening/1']);

    const earliest = why('status', { at: dayNamed('2020-03-05'), reading: 'earliest' });
    if (earliest.kind !== 'why') throw new Error(earliest.what);
    expect(earliest.answer.chain.map(({ event }) => event)).toEqual(['opening/1', 'suspension/1']);
    expect(earliest.answer.open).toEqual([]);

    const other = why('staff.ceiling', { at: dayNamed('2020-03-05') });
    expect(other).toMatchObject({ answer: { uncertain: [], open: [] } });
    const whole = why(null, { at: dayNamed('2020-03-05') });
    expect(whole.kind === 'why' && whole.answer.uncertain.map(({ field }) => field)).toEqual([
      'status',
      'state.operation',
    ]);
  });

  test.each<[field: string, subject: string, what: string, instead: RegExp]>([
    ['status', 'embasy', 'no such subject: embasy', /^did you mean embassy\?$/],
    ['status', 'toString', 'no such subject: toString', /^write one of: embassy, cooperation$/],
    ['celing', 'embassy', 'no such field of embassy on 2020-02-15: celing', /^/],
    [
      'suspended',
      'cooperation',
      'no such field of cooperation on 2020-02-15: suspended',
      /^write one of: suspended\.cooperation, suspended\.dialogue$/,
    ],
    [
      'staff',
      'embassy',
      'no such field of embassy on 2020-02-15: staff',
      /^write one of: staff\.ceiling, staff\.accredited, staff\.pending, staff\.vacant$/,
    ],
    ['dialogue', 'cooperation', 'no such field of cooperation on 2020-02-15: dialogue', /state\.dialogue/],
    ['operations', 'embassy', 'no such field of embassy on 2020-02-15: operations', /state\.operation/],
  ])('%s of %s is answered with what to write', (field, subject, what, instead) => {
    const answer = why(field, {}, subject);
    expect(answer).toMatchObject({ kind: 'unknown', what });
    expect(answer.kind === 'unknown' && answer.instead).toMatch(instead);
  });
});

function suspended() {
  return assembled(
    {
      title: 'A test',
      parties: { a: 'A' },
      subjects: {
        embassy: { kind: 'embassy', name: 'Embassy' },
        cooperation: { kind: 'cooperation', name: 'C' },
      },
    },
    [
      {
        file: 'a.yaml',
        entries: [
          { ...act('opening', '2020-01-01', { type: 'mission.established' }), recorded: '2020-01-05' },
          act('ceiling', '2020-02-01', { type: 'ceiling.set', limit: '20', note: 'told by letter' }),
          act('suspension', '2020-03-01/2020-03-10', { type: 'operations.suspended' }),
          {
            corrects: 'ceiling/1',
            set: { limit: '18' },
            reason: 'the letter says eighteen',
            recorded: '2020-06-01',
            sources: [{ title: 'the letter' }],
          },
        ],
      },
    ],
  );
}
