import { describe, expect, test } from 'vitest';
import { branchOf, type Departure } from '../../src/replay/branch.ts';
import type { EventOnRecord, EventRecord } from '../../src/replay/record.ts';
import type { Stream, Telling } from '../../src/replay/stream.ts';
import { dayOf, EVER, NEVER } from '../../src/time/day.ts';
import { assembled, dayNamed } from '../record.ts';

const BASE: Telling = { reading: 'latest', account: null };
const SOURCES = [{ title: 'a source' }];

describe('a branch', () => {
  test('has the acts and events of its record without those taken out and with those put in', () => {
    const [record, other] = [inTurn(), onceMore()];
    const [event] = other.events;
    const branch = departed(record, { acts: [...other.acts], events: [...other.events], without: ['it/2'] });
    expect(branch.acts.size).toBe(3);
    expect([...branch.acts].map(({ act }) => act)).toEqual(['it', 'ties', 'more']);
    expect(branch.acts.get('it')).toEqual(record.acts.get('it'));
    expect(branch.acts.get('more')).toEqual(other.acts.get('more'));
    expect(branch.acts.get('none')).toBeNull();
    expect(branch.events.size).toBe(6);
    expect([...branch.events].map(({ id }) => id)).toEqual([
      'it/1',
      'it/3',
      'ties/1',
      'ties/2',
      'ties/3',
      'more/1',
    ]);
    expect(branch.events.get('it/1')).toEqual(record.events.get('it/1'));
    expect(branch.events.get('it/2')).toBeNull();
    expect(branch.events.get('more/1')).toEqual(event);
    expect(branch.dossier).toBe(record.dossier);
    expect(record.events.size).toBe(6);
  });

  test('has an event put in the place of one by its name', () => {
    const record = inTurn();
    const [first] = moved(record.events.get('it/2'), '2020-01-20');
    const branch = departed(record, { events: [first], without: ['it/2'] });
    expect(branch.events.get('it/2')).toBe(first);
    expect(shown(branch)).toEqual(['it/1 2020-01-01', 'it/2 2020-01-20', 'it/3 2020-03-01']);
  });

  test('shares the streams that it does not touch, and has each of its own once', () => {
    const record = inTurn();
    const branch = departed(record, { without: ['it/2'] });
    expect(branch.streamOf('ties', BASE)).toBe(record.streamOf('ties', BASE));
    const tellings = (['latest', 'earliest'] as const).flatMap((reading) => [
      { reading, account: null },
      { reading, account: 'a' },
    ]);
    const streams = tellings.map((telling) => branch.streamOf('it', telling));
    expect(new Set([...streams, record.streamOf('it', BASE)]).size).toBe(5);
    tellings.forEach((telling, n) => {
      expect(branch.streamOf('it', telling)).toBe(streams[n]);
    });
  });

  test.each([
    ['it/1', 0, ['it/2 2020-02-01', 'it/3 2020-03-01'], [2]],
    ['it/2', 1, ['it/1 2020-01-01', 'it/3 2020-03-01'], [1, 1]],
    ['it/3', 2, ['it/1 2020-01-01', 'it/2 2020-02-01'], [2, 0]],
  ])('without %s shares what lies before it', (id, kept, events, lengths) => {
    const record = inTurn();
    const branch = departed(record, { without: [id] });
    const stream = branch.streamOf('it', BASE);
    expect(stream.root).toEqual({ stream: record.streamOf('it', BASE), kept });
    expect(shown(branch)).toEqual(events);
    expect(stream.length).toBe(2);
    expect(stream.parts.map(({ start, end }) => end - start)).toEqual(lengths);
    expect(stream.marks).toEqual([]);
  });

  test('shares nothing of the day on which it departs', () => {
    const record = inTurn();
    for (const [day, kept] of [
      ['2019-12-31', 0],
      ['2020-01-01', 0],
      ['2020-01-02', 1],
      ['2020-02-01', 1],
      ['2020-03-01', 2],
      ['2020-03-02', 3],
    ] as const) {
      const branch = departed(record, { events: again(day) });
      expect(branch.streamOf('it', BASE).root?.kept).toBe(kept);
      expect(branch.streamOf('it', BASE).length).toBe(4);
      expect(shown(branch)).toContain(`more/1 ${day}`);
    }
  });

  test('of a branch shares with both what lies before either', () => {
    const first = departed(inTurn(), { without: ['it/2'] });
    const stream = first.streamOf('it', BASE);
    for (const [day, kept, events] of [
      ['2020-01-01', 0, ['it/1 2020-01-01', 'more/1 2020-01-01', 'it/3 2020-03-01']],
      ['2020-02-01', 1, ['it/1 2020-01-01', 'more/1 2020-02-01', 'it/3 2020-03-01']],
      ['2020-04-01', 2, ['it/1 2020-01-01', 'it/3 2020-03-01', 'more/1 2020-04-01']],
    ] as const) {
      const second = departed(first, { events: again(day) });
      expect(second.streamOf('it', BASE).root).toEqual({ stream, kept });
      expect(shown(second)).toEqual(events);
    }
  });

  test('of a branch shares with both also what lies further on in their columns', () => {
    const more = (day: string) => ({ events: again(day, 'more/1', 'ties') });
    for (const id of ['ties/1', 'ties/2', 'ties/3']) {
      const first = departed(inTurn(), { without: [id] });
      const before = shown(first, BASE, 'ties');
      for (const day of ['2019-12-31', '2020-01-02', '2020-02-02', '2020-03-02']) {
        const second = departed(first, more(day));
        expect(shown(second, BASE, 'ties')).toEqual([...before, `more/1 ${day}`].toSorted(byDay));
        const kept = before.filter((line) => dayIn(line) < day).length;
        expect(second.streamOf('ties', BASE)).toMatchObject({ length: 3, root: { kept } });
        const third = departed(second, { without: ['more/1'] });
        expect(shown(third, BASE, 'ties')).toEqual(before);
      }
    }
  });

  test('is exact where its record and what is put in are', () => {
    const record = inTurn();
    const exact = (departure: Partial<Departure>) => departed(record, departure).streamOf('it', BASE).exact;
    const more = onceMore().events.get('more/1');
    expect(exact({ events: moved(more, '2020-02-02') })).toBe(true);
    const open = event(more);
    const window = { ...open.announced, edtf: '2020', last: dayNamed('2020-12-31') };
    const [certain] = moved(more, '2020-02-02', 'more/2');
    const put = (change: object): EventOnRecord => ({
      id: 'more/1',
      versions: [version({ ...open, ...change })],
    });
    expect(exact({ events: [put({ announced: window })] })).toBe(false);
    expect(exact({ events: [put({ effective: window })] })).toBe(false);
    expect(exact({ events: [certain, put({ effective: window })] })).toBe(false);
    const doubtful = departed(record, { events: [put({ effective: window })] });
    expect(departed(doubtful, { without: ['it/3'] }).streamOf('it', BASE).exact).toBe(false);
  });

  test('has of what is put in the account asked for, or else the base version', () => {
    const record = inTurn();
    const base = event(onceMore().events.get('more/1'));
    const account = event(again('2020-05-01')[0]);
    const accounts = new Map([['a', account]]);
    const branch = departed(record, {
      events: [{ id: 'more/1', versions: [{ ...version(base), accounts }] }],
    });
    const last = (named: string | null) => shown(branch, { ...BASE, account: named }).slice(3);
    expect(last(null)).toEqual(['more/1 2020-04-01']);
    expect(last('b')).toEqual(['more/1 2020-04-01']);
    expect(last('a')).toEqual(['more/1 2020-05-01']);
  });

  test.each([
    ['from a day on', '2020-06-01', null],
    ['until a day', null, '2020-08-01'],
  ])('tells what counts %s alone', (_, from, until) => {
    const told = event(onceMore().events.get('more/1'));
    const first = { ...version(told), recorded: from === null ? null : dayNamed(from) };
    const end = until === null ? [] : [{ ...version(told), recorded: dayNamed(until), event: null }];
    const branch = departed(inTurn(), { events: [{ id: 'more/1', versions: [first, ...end] }] });
    expect(spansIn(branch)).toEqual([
      [from === null ? EVER : dayNamed(from)],
      [until === null ? NEVER : dayNamed(until)],
    ]);
  });

  test('tells from when until when what is put in counts, and what it came among', () => {
    const record = inTurn();
    const open = event(onceMore().events.get('more/1'));
    const retracted = { ...version(open), recorded: dayNamed('2020-08-01'), event: null };
    const recorded = { ...version(open), recorded: dayNamed('2020-06-01') };
    const branch = departed(record, {
      events: [{ id: 'more/1', versions: [recorded, retracted] }],
      without: ['it/3'],
    });
    const [from, until] = [dayNamed('2020-06-01'), dayNamed('2020-08-01')];
    expect(spansIn(branch)).toEqual([[from], [until]]);
    expect(spansIn(departed(branch, { without: ['it/2'] }))).toEqual([[from], [until]]);
    expect(spansIn(departed(record, { without: ['it/2'] }))).toBeNull();
    expect(spansIn(departed(branch, { events: again('2020-01-02', 'more/2') }))).toEqual([
      [EVER, EVER, from],
      [NEVER, NEVER, until],
    ]);
  });
});

describe('a departure that makes no sense is refused', () => {
  test('an event on record cannot be put in again, unless it is taken out', () => {
    const record = inTurn();
    const [first] = record.events;
    if (first === undefined) throw new Error('the record has events');
    expect(() => departed(record, { events: [first] })).toThrow(new RangeError('it/1 is on record already'));
    const again = departed(record, { events: [first], without: ['it/1'] });
    expect([...again.events].map(({ id }) => id)).toEqual([
      'it/2',
      'it/3',
      'ties/1',
      'ties/2',
      'ties/3',
      'it/1',
    ]);
  });

  test('an event cannot be put in twice', () => {
    const more = [...onceMore().events];
    expect(() => departed(inTurn(), { events: [...more, ...more] })).toThrow(
      new RangeError('an event is put in twice'),
    );
  });

  test('what is not on record cannot be taken out, nor what was taken out before', () => {
    const refusal = (id: string) => new RangeError(`${id} is not on record`);
    expect(() => departed(inTurn(), { without: ['it/4'] })).toThrow(refusal('it/4'));
    const less = departed(inTurn(), { without: ['it/1'] });
    expect(() => departed(less, { without: ['it/1'] })).toThrow(refusal('it/1'));
  });
});

const DOSSIER = {
  title: 'A test',
  parties: { a: 'A', b: 'B' },
  subjects: { it: { kind: 'relations', name: 'It' }, ties: { kind: 'relations', name: 'Ties' } },
} as const;

function departed(record: EventRecord, departure: Partial<Departure>): EventRecord {
  return branchOf(record, { acts: [], events: [], without: [], ...departure });
}

/** Relations established, broken off and restored, a month apart; others beside them, in the same way. */
function inTurn(): EventRecord {
  const types = ['established', 'broken-off', 'restored'].map((what) => `relations.${what}`);
  return recorded(
    ...['it', 'ties'].map((subject) => {
      const events = types.map((type, n) => ({ subject, type, effective: `2020-0${n + 1}-01` }));
      return { ...NAMED, act: subject, events };
    }),
  );
}

/** What happens in the branches: broken off once more. */
function onceMore(): EventRecord {
  return recorded({
    ...NAMED,
    act: 'more',
    announced: '2020-04-01',
    events: [{ subject: 'it', type: 'relations.broken-off' }],
  });
}

const NAMED = { by: 'a', title: 'An act', announced: '2020-01-01', sources: SOURCES };

function recorded(...entries: readonly object[]): EventRecord {
  return assembled(DOSSIER, [{ file: 'a.yaml', entries }]);
}

/** An event that takes hold on another day. */
function moved(
  entry: EventOnRecord | null,
  day: string,
  id = entry?.id ?? '',
  subject = 'it',
): readonly [EventOnRecord] {
  const told = event(entry);
  const effective = { ...told.effective, edtf: day, first: dayNamed(day), last: dayNamed(day) };
  return [{ id, versions: [version({ ...told, id, subject, effective })] }];
}

/** What happens once more, on a day of its own. */
function again(day: string, id = 'more/1', subject = 'it'): readonly [EventOnRecord] {
  return moved(onceMore().events.get('more/1'), day, id, subject);
}

function event(entry: EventOnRecord | null) {
  const told = entry?.versions[0].event;
  if (!told) throw new Error('the test names no event');
  return told;
}

function version(told: ReturnType<typeof event>) {
  return { recorded: null, event: told, accounts: new Map<string, typeof told>(), change: null };
}

/** From when until when the tellings of the last stretch count; null where all do always. */
function spansIn(record: EventRecord) {
  const recorded = record.streamOf('it', BASE).parts.at(-1)?.columns.recorded;
  if (recorded === null || recorded === undefined) return null;
  return [Array.from(recorded.from, Number), Array.from(recorded.until, Number)];
}

/** The events of the stream of a subject, with the days on which they take hold. */
function shown(record: EventRecord, telling = BASE, subject = 'it'): readonly string[] {
  const { parts }: Stream = record.streamOf(subject, telling);
  return parts.flatMap(({ start, end, columns }) =>
    Array.from({ length: end - start }, (_, n) => {
      const { id, type } = columns.eventAt(start + n);
      expect(columns.payloads[columns.payload[start + n] ?? -1]?.type).toBe(type);
      return `${id} ${dayOf(columns.days[start + n] ?? NEVER)}`;
    }),
  );
}

function dayIn(line: string): string {
  return line.slice(line.indexOf(' ') + 1);
}

function byDay(a: string, b: string): number {
  return dayIn(a) < dayIn(b) ? -1 : 1;
}
