import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../src/replay/record.ts';
import { knowledgeAsked, stateAt } from '../../src/replay/world.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { assembled, dayNamed } from '../record.ts';

const KNOWN = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;

describe('the world on a day', () => {
  test('has every subject of the dossier, or those asked for', () => {
    const subjects = (asked?: readonly string[]) =>
      Object.keys(stateAt(embassy(), asOf('2020-02-01'), asked ?? null).subjects);
    expect(Object.keys(stateAt(embassy(), asOf('2020-02-01')).subjects)).toEqual(['embassy', 'ties']);
    expect(subjects()).toEqual(['embassy', 'ties']);
    expect(subjects(['ties', 'nowhere'])).toEqual(['ties']);
    expect(subjects([])).toEqual([]);
  });

  test('repeats the question', () => {
    const asked = { announcedBy: dayNamed('2020-01-02'), recordedBy: dayNamed('2020-01-03'), account: 'a' };
    expect(stateAt(embassy(), { ...asOf('2020-01-01'), ...asked, reading: 'earliest' })).toMatchObject({
      at: '2020-01-01',
      announcedBy: '2020-01-02',
      recordedBy: '2020-01-03',
      account: 'a',
      reading: 'earliest',
    });
    expect(knowledgeAsked(KNOWN)).toEqual(KNOWN);
  });

  test('tells the last report of staff in effect that was not refused, whatever happened since', () => {
    const reported = (day: string) => stateAt(embassy(), asOf(day)).subjects['embassy']?.reported;
    expect(reported('2020-01-31')).toBeNull();
    expect(reported('2020-02-15')).toEqual({
      event: 'reports/1',
      effective: '2020-02-01',
      note: 'about ten',
      accredited: { min: 8, max: 12 },
    });
    const last = { event: 'reports/2', effective: '2020-03-01', note: null, accredited: { min: 9, max: 9 } };
    expect(reported('2020-03-01')).toEqual(last);
    expect(reported('2020-04-01')).toEqual(last);
    expect(reported('2020-06-01')).toEqual(last);
  });

  test('tells what has no place in the rules from the day on which it should take hold', () => {
    const findings = (day: string, subjects: readonly string[] | null = null) =>
      stateAt(embassy(), asOf(day), subjects).findings.map(({ event }) => event);
    expect(findings('2020-03-31')).toEqual([]);
    expect(findings('2020-04-01')).toEqual(['reports/3']);
    expect(findings('2020-04-01', ['ties'])).toEqual([]);
  });

  test.each<[day: string, asked: Partial<AsOf>, pending: readonly string[]]>([
    ['2019-12-31', {}, []],
    ['2020-01-01', {}, ['reports/1', 'reports/2', 'reports/3']],
    ['2020-02-01', {}, ['reports/2', 'reports/3']],
    ['2020-04-01', {}, ['closing/1']],
    ['2020-04-09', { reading: 'earliest' }, ['closing/1']],
    ['2020-04-10', { reading: 'earliest' }, []],
    ['2020-04-20', {}, []],
    [
      '2020-01-01',
      { announcedBy: dayNamed('2020-04-01') },
      ['reports/1', 'reports/2', 'reports/3', 'closing/1'],
    ],
    ['2020-04-01', { announcedBy: dayNamed('2020-03-31') }, []],
  ])('on %s tells what was announced and has not taken hold yet: %o', (day, asked, pending) => {
    const told = stateAt(embassy(), { ...asOf(day), ...asked }).subjects['embassy']?.pending;
    expect(told?.map(({ event }) => event)).toEqual(pending);
  });

  test('tells of what is pending when it was announced, when it takes hold, and its data', () => {
    expect(stateAt(embassy(), asOf('2020-02-01')).subjects['embassy']?.pending[0]).toEqual({
      event: 'reports/2',
      type: 'staff.reported',
      announced: '2020-01-01',
      effective: '2020-03-01',
      accredited: { min: 9, max: 9 },
    });
  });

  test('tells each subject with its kind and name, as it is before anything happens', () => {
    const ties = stateAt(embassy(), asOf('2020-02-01')).subjects['ties'];
    expect(ties).toEqual({
      kind: 'relations',
      name: 'Ties',
      status: 'none',
      since: null,
      sinceDate: null,
      state: 'none',
      doubtful: [],
      because: {},
      uncertain: [],
      pending: [],
      reported: null,
    });
  });
});

describe('a state', () => {
  test('has its parts beside its regions, those of the staff together', () => {
    const told = stateAt(embassy(), asOf('2020-03-15')).subjects['embassy'];
    const { kind, name, uncertain, pending, reported, because, doubtful, ...state } = told ?? {};
    expect(state).toEqual({
      status: 'operating',
      since: '2020-01-01',
      sinceDate: '2020-01-01',
      state: { established: expect.objectContaining({ operation: 'operating' }) },
      staff: {
        ceiling: null,
        accredited: { min: 9, max: 9 },
        pending: { min: 0, max: null },
        vacant: null,
      },
      head: null,
      charge: null,
      admitted: null,
    });
  });

  test('tells since when its status holds, under the reading and as it is on record', () => {
    const record = embassy();
    const on = (day: string, reading: AsOf['reading']) =>
      stateAt(record, { ...asOf(day), reading }).subjects['embassy'];
    expect(on('2020-06-01', 'latest')).toMatchObject({
      status: 'closed',
      since: '2020-04-20',
      sinceDate: '2020-04-10/2020-04-20~',
    });
    expect(on('2020-06-01', 'earliest')).toMatchObject({ status: 'closed', since: '2020-04-10' });
    expect(on('2020-04-01', 'latest')).toMatchObject({ status: 'operating', since: '2020-01-01' });
  });

  test('names the events behind it of which the date is marked as doubtful', () => {
    const on = (day: string) => stateAt(embassy(), asOf(day)).subjects['embassy'];
    expect(on('2020-04-01')?.doubtful).toEqual([]);
    expect(on('2020-06-01')?.doubtful).toEqual([{ event: 'closing/1', effective: '2020-04-10/2020-04-20~' }]);
    expect(on('2020-06-01')?.because['status']).toContain('closing/1');
    expect(on('2019-12-31')?.because).toEqual({});
  });
});

function asOf(day: string): AsOf {
  return { ...KNOWN, at: dayNamed(day) };
}

/** An embassy of which three reports tell, the last of them against the record, and that is closed in the end. */
function embassy(): EventRecord {
  const sources = [{ title: 'a source' }];
  const act = (name: string, announced: string, ...events: readonly object[]) => ({
    act: name,
    by: 'a',
    title: name,
    announced,
    sources,
    events: events.map((event) => ({ subject: 'embassy', ...event })),
  });
  const reported = { type: 'staff.reported' };
  const subjects = {
    embassy: { kind: 'embassy', name: 'Embassy' },
    ties: { kind: 'relations', name: 'Ties' },
  } as const;
  const entries = [
    act('opening', '2020-01-01', { type: 'mission.established' }),
    act(
      'reports',
      '2020-01-01',
      { ...reported, accredited: '8..12', effective: '2020-02-01', note: 'about ten' },
      { ...reported, accredited: '9', effective: '2020-03-01' },
      { ...reported, accredited: '20', effective: '2020-04-01' },
    ),
    act('closing', '2020-04-01', { type: 'mission.closed', effective: '2020-04-10/2020-04-20~' }),
  ];
  return assembled({ title: 'A test', parties: { a: 'A' }, subjects }, [{ file: 'a.yaml', entries }]);
}
