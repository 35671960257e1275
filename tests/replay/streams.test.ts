import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../src/replay/record.ts';
import type { Telling } from '../../src/replay/stream.ts';
import { dayOf, EVER, NEVER } from '../../src/time/day.ts';
import { assembled, dayNamed } from '../record.ts';

const BASE: Telling = { reading: 'latest', account: null };
const EARLIEST: Telling = { ...BASE, reading: 'earliest' };

describe('a stream', () => {
  test('has the events of its subject alone, in order, though they stand otherwise on record', () => {
    const record = told();
    expect(shown(record, 'embassy')).toEqual([
      'opening/1 2020-01-01',
      'ceiling/1 2020-02-01',
      'closing/1 2020-12-31',
    ]);
    expect(shown(record, 'ties')).toEqual(['ties/1 2019-01-01', 'ties/2 2020-03-01']);
    expect(shown(record, 'office')).toEqual([]);
    expect(record.streamOf('office', BASE).exact).toBe(true);
    expect(record.streamOf('nowhere', BASE)).toMatchObject({ length: 0, parts: [], root: null, marks: [] });
  });

  test('is in the order of the reading', () => {
    expect(shown(told(), 'embassy', EARLIEST)).toEqual([
      'closing/1 2020-01-01',
      'opening/1 2020-01-01',
      'ceiling/1 2020-02-01',
    ]);
  });

  test('has a party’s account in the place of the base version, and of nobody else’s', () => {
    const record = told();
    expect(shown(record, 'ties', { ...BASE, account: 'a' })).toEqual([
      'ties/2 2018-01-01',
      'ties/1 2019-01-01',
    ]);
    expect(shown(record, 'ties', { ...BASE, account: 'b' })).toEqual([
      'ties/1 2019-01-01',
      'ties/2 2021-01-01',
    ]);
    expect(shown(record, 'ties', { ...BASE, account: 'c' })).toEqual(shown(record, 'ties'));
  });

  test('is put in order once for each way of telling', () => {
    const record = told();
    const all = [BASE, EARLIEST, { ...BASE, account: 'a' }, { ...EARLIEST, account: 'a' }];
    const streams = all.map((telling) => record.streamOf('ties', telling));
    expect(new Set(streams).size).toBe(4);
    expect(all.map((telling) => record.streamOf('ties', { ...telling }))).toEqual(streams);
    all.forEach((telling, n) => {
      expect(record.streamOf('ties', telling)).toBe(streams[n]);
    });
    expect(record.streamOf('embassy', BASE)).not.toBe(streams[0]);
  });

  test('is exact where no day in it is open', () => {
    const record = told();
    expect(record.streamOf('embassy', BASE).exact).toBe(false);
    expect(record.streamOf('ties', BASE).exact).toBe(true);
    for (const dates of [{ effective: '2020-02' }, { announced: '2020-02', effective: '2020-02-01' }]) {
      const { announced = '2020-02-01', ...event } = { announced: undefined, ...dates };
      const open = assembled(DOSSIER, [file(act('ties', announced, { ...ESTABLISHED, ...event }))]);
      expect(open.streamOf('ties', BASE).exact).toBe(false);
    }
  });

  test('tells the days of announcement under the reading', () => {
    const record = assembled(DOSSIER, [
      file(act('ties', '2020-02', { ...ESTABLISHED, effective: '2020-03-01' })),
    ]);
    const days = (telling: Telling) => {
      const [part] = record.streamOf('ties', telling).parts;
      return Array.from(part?.columns.told ?? [], dayOf);
    };
    expect(days(BASE)).toEqual(['2020-02-29']);
    expect(days(EARLIEST)).toEqual(['2020-02-01']);
  });

  test('tells nothing of recording where all was always on record', () => {
    const recorded = (record: EventRecord) => record.streamOf('ties', BASE).parts[0]?.columns.recorded;
    const plain = act('ties', '2020-02-01', ESTABLISHED);
    expect(recorded(assembled(DOSSIER, [file(plain)]))).toBeNull();

    const late = recorded(assembled(DOSSIER, [file({ ...plain, recorded: '2020-05-01' })]));
    expect(Array.from(late?.from ?? [], dayOf)).toEqual(['2020-05-01']);
    expect(Array.from(late?.until ?? [], Number)).toEqual([NEVER]);

    const retracted = recorded(assembled(DOSSIER, [file(plain, RETRACTION)]));
    expect(Array.from(retracted?.from ?? [], Number)).toEqual([EVER]);
    expect(Array.from(retracted?.until ?? [], dayOf)).toEqual(['2020-06-01']);
  });

  test('has both versions of a corrected event, each from its recording on', () => {
    const correction = {
      corrects: 'ties/1',
      set: { effective: '2020-01-01' },
      reason: 'a better source',
      recorded: '2020-06-01',
      sources: SOURCES,
    };
    const record = assembled(DOSSIER, [file(act('ties', '2020-02-01', ESTABLISHED), correction)]);
    expect(shown(record, 'ties')).toEqual(['ties/1 2020-01-01', 'ties/1 2020-02-01']);
    const recorded = record.streamOf('ties', BASE).parts[0]?.columns.recorded;
    expect(Array.from(recorded?.from ?? [], Number)).toEqual([dayNamed('2020-06-01'), EVER]);
    expect(Array.from(recorded?.until ?? [], Number)).toEqual([NEVER, dayNamed('2020-06-01')]);
  });
});

const SOURCES = [{ title: 'a source' }];
const ESTABLISHED = { subject: 'ties', type: 'relations.established' } as const;
const RETRACTION = { retracts: 'ties/1', reason: 'a misprint', recorded: '2020-06-01', sources: SOURCES };
const DOSSIER = {
  title: 'A test',
  parties: { a: 'A', b: 'B', c: 'C' },
  subjects: {
    office: { kind: 'information-office', name: 'Office' },
    embassy: { kind: 'embassy', name: 'Embassy' },
    ties: { kind: 'relations', name: 'Ties' },
  },
} as const;

function act(name: string, announced: string, ...events: readonly object[]) {
  return { act: name, by: 'a', title: name, announced, sources: SOURCES, events };
}

function file(...entries: readonly unknown[]) {
  return { file: 'a.yaml', entries };
}

function told(): EventRecord {
  const accounts = { a: { effective: '2018-01-01' }, b: { effective: '2021-01-01' } };
  return assembled(DOSSIER, [
    file(
      act('closing', '2020-01-01', { subject: 'embassy', type: 'mission.closed', effective: '2020' }),
      act('ceiling', '2020-02-01', { subject: 'embassy', type: 'ceiling.set', limit: '8' }),
      act('ties', '2019-01-01', ESTABLISHED, {
        subject: 'ties',
        type: 'relations.broken-off',
        effective: '2020-03-01',
        accounts,
      }),
      act('opening', '2020-01-01', { subject: 'embassy', type: 'mission.established' }),
    ),
  ]);
}

/** The events of a stream with the days on which they take hold. */
function shown(record: EventRecord, subject: string, telling = BASE): readonly string[] {
  const { length, parts } = record.streamOf(subject, telling);
  const lines = parts.flatMap(({ start, end, columns }) =>
    Array.from(columns.days)
      .slice(start, end)
      .map((day, n) => {
        const { id, type } = columns.eventAt(start + n);
        expect(columns.payloads[columns.payload[start + n] ?? -1]?.type).toBe(type);
        return `${id} ${dayOf(day)}`;
      }),
  );
  expect(length).toBe(lines.length);
  return lines;
}
