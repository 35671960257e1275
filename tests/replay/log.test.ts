import { describe, expect, test } from 'vitest';
import { logOf, type Selection } from '../../src/replay/log.ts';
import { assembled, dayNamed, recordOf } from '../record.ts';

const SOURCES = [{ title: 'a source' }];
const ALL: Selection = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false };
const KNOWN = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;

function lines(selection: Partial<Selection>, known: object = {}): readonly string[] {
  const entries = logOf(openingAndExpulsion(), { ...KNOWN, ...known }, { ...ALL, ...selection });
  return entries.map(({ act, event }) => event ?? act);
}

describe('the log', () => {
  test('tells every event in order, as it is known, with what became of it', () => {
    expect(logOf(openingAndExpulsion(), KNOWN, ALL)).toEqual([
      {
        event: 'opening/1',
        act: 'opening',
        by: 'a',
        title: 'The embassy opens',
        subject: 'embassy',
        type: 'mission.established',
        data: {},
        announced: '2020-01-01',
        effective: '2020-01-01',
        recorded: '2020-01-02',
        finding: null,
        changes: [{ recorded: '2020-06-01', kind: 'retracted', reason: 'it never opened' }],
        note: 'in rented rooms',
      },
      {
        event: null,
        act: 'protest',
        by: 'b',
        title: 'A protest',
        subject: null,
        type: null,
        data: {},
        announced: '2020-01-05',
        effective: '2020-01-05',
        recorded: '2020-01-06',
        finding: null,
        changes: [],
        note: 'nothing follows',
      },
      {
        event: 'expulsion/1',
        act: 'expulsion',
        by: 'b',
        title: 'Eight must go',
        subject: 'embassy',
        type: 'accreditation.withdrawn',
        data: { count: { min: 7, max: 7 } },
        announced: '2020-02/2020-03',
        effective: '2020-02/2020-03',
        recorded: null,
        finding: {
          event: 'expulsion/1',
          subject: 'embassy',
          type: 'accreditation.withdrawn',
          reason: 'not-applicable',
          while: 'absent',
          says: 'accreditation.withdrawn has no place while absent',
        },
        changes: [{ recorded: '2020-05-01', kind: 'corrected', reason: 'seven left' }],
        note: null,
      },
      {
        event: 'expulsion/2',
        act: 'expulsion',
        by: 'b',
        title: 'Eight must go',
        subject: 'ties',
        type: 'relations.broken-off',
        data: {},
        announced: '2020-02/2020-03',
        effective: '2020-04-01',
        recorded: null,
        finding: {
          event: 'expulsion/2',
          subject: 'ties',
          type: 'relations.broken-off',
          reason: 'not-applicable',
          while: 'none',
          says: 'relations.broken-off has no place while none',
        },
        changes: [],
        note: null,
      },
    ]);
  });

  test('tells an event as a party does, and by the reading', () => {
    const [told] = logOf(
      openingAndExpulsion(),
      { ...KNOWN, recordedBy: dayNamed('2020-04-30'), account: 'a' },
      ALL,
    ).filter(({ event }) => event === 'expulsion/1');
    expect(told).toMatchObject({ data: { count: { min: 9, max: 9 } }, note: 'nine were told', changes: [] });
    const [base] = logOf(openingAndExpulsion(), { ...KNOWN, account: 'b' }, ALL).slice(2);
    expect(base).toMatchObject({ data: { count: { min: 7, max: 7 } } });
  });

  test('tells what was announced and recorded by a day, that day included', () => {
    const by = (announcedBy: string | null, recordedBy: string | null, reading = 'latest') =>
      lines(
        {},
        {
          announcedBy: announcedBy && dayNamed(announcedBy),
          recordedBy: recordedBy && dayNamed(recordedBy),
          reading,
        },
      );
    expect(by('2020-01-01', null)).toEqual(['opening/1']);
    expect(by('2020-01-04', null)).toEqual(['opening/1']);
    expect(by('2020-01-05', null)).toEqual(['opening/1', 'protest']);
    expect(by('2020-03-30', null)).toEqual(['opening/1', 'protest']);
    expect(by('2020-03-31', null)).toHaveLength(4);
    expect(by('2020-01-31', null, 'earliest')).toEqual(['opening/1', 'protest']);
    expect(by('2020-02-01', null, 'earliest')).toHaveLength(4);
    expect(by(null, '2020-01-01')).toEqual(['expulsion/1', 'expulsion/2']);
    expect(by(null, '2020-01-02')).toEqual(['opening/1', 'expulsion/1', 'expulsion/2']);
    expect(by(null, '2020-01-05')).toEqual(['opening/1', 'expulsion/1', 'expulsion/2']);
    expect(by(null, '2020-01-06')).toHaveLength(4);
  });

  test('tells nothing of what was recorded later, whoever tells it', () => {
    expect(lines({}, { recordedBy: dayNamed('2020-01-01'), account: 'a' })).toEqual([
      'expulsion/1',
      'expulsion/2',
    ]);
  });

  test('tells what happened long ago', () => {
    const record = recordOf({
      kind: 'relations',
      events: [{ type: 'relations.established', announced: '1950' }],
    });
    expect(logOf(record, KNOWN, ALL).map(({ event }) => event)).toEqual(['e1/1']);
    expect(logOf(record, KNOWN, { ...ALL, to: dayNamed('1950-12-30') })).toEqual([]);
  });

  test.each<[Partial<Selection>, readonly string[]]>([
    [{ subjects: ['ties'] }, ['expulsion/2']],
    [{ subjects: [] }, []],
    [{ subjects: ['embassy', 'ties'] }, ['opening/1', 'expulsion/1', 'expulsion/2']],
    [{ types: ['accreditation'] }, ['expulsion/1']],
    [{ types: ['accreditation.withdrawn', 'mission.established'] }, ['opening/1', 'expulsion/1']],
    [{ types: ['accred'] }, []],
    [{ by: 'a' }, ['opening/1']],
    [{ by: 'b' }, ['protest', 'expulsion/1', 'expulsion/2']],
    [{ from: dayNamed('2020-01-05') }, ['protest', 'expulsion/1', 'expulsion/2']],
    [{ from: dayNamed('2020-01-06') }, ['expulsion/1', 'expulsion/2']],
    [{ to: dayNamed('2020-01-05') }, ['opening/1', 'protest']],
    [{ to: dayNamed('2020-01-04') }, ['opening/1']],
    [{ to: dayNamed('2020-03-30') }, ['opening/1', 'protest']],
    [{ findingsOnly: true }, ['expulsion/1', 'expulsion/2']],
  ])('selects %o', (selection, expected) => {
    expect(lines(selection)).toEqual(expected);
  });
});

function openingAndExpulsion() {
  return assembled(
    {
      title: 'A test',
      parties: { a: 'A', b: 'B' },
      subjects: { embassy: { kind: 'embassy', name: 'Embassy' }, ties: { kind: 'relations', name: 'Ties' } },
    },
    [
      {
        file: 'a.yaml',
        entries: [
          {
            act: 'opening',
            by: 'a',
            title: 'The embassy opens',
            announced: '2020-01-01',
            recorded: '2020-01-02',
            sources: SOURCES,
            events: [{ subject: 'embassy', type: 'mission.established', note: 'in rented rooms' }],
          },
          {
            act: 'protest',
            by: 'b',
            title: 'A protest',
            announced: '2020-01-05',
            recorded: '2020-01-06',
            note: 'nothing follows',
            sources: SOURCES,
            events: [],
          },
          {
            act: 'expulsion',
            by: 'b',
            title: 'Eight must go',
            announced: '2020-02/2020-03',
            sources: SOURCES,
            events: [
              {
                subject: 'embassy',
                type: 'accreditation.withdrawn',
                count: '8',
                accounts: { a: { count: '9', note: 'nine were told' } },
              },
              { subject: 'ties', type: 'relations.broken-off', effective: '2020-04-01' },
            ],
          },
          {
            corrects: 'expulsion/1',
            set: { count: '7' },
            reason: 'seven left',
            recorded: '2020-05-01',
            sources: SOURCES,
          },
          { retracts: 'opening/1', reason: 'it never opened', recorded: '2020-06-01', sources: SOURCES },
        ],
      },
    ],
  );
}
