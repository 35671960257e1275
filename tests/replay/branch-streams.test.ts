import { describe, expect, test } from 'vitest';
import type { Departure } from '../../src/replay/branch.ts';
import type { EventOnRecord } from '../../src/replay/record.ts';
import { dayNamed } from '../record.ts';
import { again, BASE, departed, event, inTurn, moved, onceMore, shown, version } from './branches.ts';

describe('a branch', () => {
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
});

function dayIn(line: string): string {
  return line.slice(line.indexOf(' ') + 1);
}

function byDay(a: string, b: string): number {
  return dayIn(a) < dayIn(b) ? -1 : 1;
}
