import { describe, expect, test } from 'vitest';
import { branchOf } from '../../src/replay/branch.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { advance, type Bounds, begun, fresh } from '../../src/replay/run.ts';
import { standingAt } from '../../src/replay/standing.ts';
import type { Stream } from '../../src/replay/stream.ts';
import { chartFor } from '../../src/replay/walk.ts';
import { addDays, type DayNumber, dayOf, EVER, NEVER } from '../../src/time/day.ts';
import { assembled, dayNamed, type Happening, IT, recordOf, remade } from '../record.ts';

const chart = chartFor('relations');
const AS_TOLD = { reading: 'latest', account: null } as const;

describe('a run through a stream', () => {
  test('comes to the end of the day asked about, and tells since when the status holds', () => {
    const { stream } = brokenAndRestored(20);
    for (const [at, passed, status, since] of [
      [EVER, 0, 'none', null],
      [dayNamed('2019-12-31'), 0, 'none', null],
      [dayNamed('2020-01-01'), 1, 'established', '2020-01-01'],
      [dayNamed('2020-01-02'), 2, 'broken-off', '2020-01-02'],
      [dayNamed('2020-01-20'), 20, 'broken-off', '2020-01-20'],
      [NEVER, 20, 'broken-off', '2020-01-20'],
    ] as const) {
      const run = ranTo(stream, { at });
      expect([run.passed, chart.statusOf(run.at)]).toEqual([passed, status]);
      expect(run.since).toBe(since && dayNamed(since));
    }
  });

  test('can be taken on from where it is, day by day', () => {
    const { stream } = brokenAndRestored(20);
    const run = fresh(chart);
    for (let day = 0; day < 20; day++) {
      const at = addDays(dayNamed('2020-01-01'), day);
      advance(chart, stream, run, bounds({ at }));
      expect(run).toEqual(ranTo(brokenAndRestored(20).stream, { at }));
    }
  });

  test('leaves the status since when it held, where an event gives the same again', () => {
    const events: Happening[] = ['channel.offered', 'channel.designated', 'channel.confirmed'];
    const record = recordOf({ kind: 'channel', events });
    const standing = standingAt(record, IT, asOf(NEVER));
    expect(standing).toMatchObject({ status: 'designated', since: dayNamed('2020-01-02') });
  });

  test('passes over what was not announced by then, or not recorded', () => {
    const events: Happening[] = [
      { type: 'relations.established', announced: '2020-01-01', recorded: '2020-06-01' },
      { type: 'relations.broken-off', announced: '2020-03-01', effective: '2020-02-01' },
      {
        type: 'relations.restored',
        announced: '2020-02-01',
        effective: '2020-04-01',
        recorded: '2020-08-01',
      },
    ];
    const status = (announcedBy: string | null, recordedBy: string | null) => {
      const stream = recordOf({ kind: 'relations', events }).streamOf(IT, AS_TOLD);
      const run = ranTo(stream, {
        announcedBy: announcedBy === null ? null : dayNamed(announcedBy),
        recordedBy: recordedBy === null ? null : dayNamed(recordedBy),
      });
      expect(run.passed).toBe(3);
      return chart.statusOf(run.at);
    };
    expect(status(null, null)).toBe('established');
    expect(status('2020-02-29', null)).toBe('established');
    expect(status('2019-12-31', null)).toBe('none');
    expect(status('2020-01-01', '2020-06-01')).toBe('established');
    expect(status('2020-03-01', '2020-07-31')).toBe('broken-off');
    expect(status(null, '2020-07-31')).toBe('broken-off');
    expect(status(null, '2020-05-31')).toBe('none');
    expect(status('2020-02-29', '2020-07-31')).toBe('established');
    expect(status('2020-02-29', '2020-08-01')).toBe('established');
    expect(status('2020-03-01', '2020-08-01')).toBe('established');
  });

  test('goes through all the stretches of a branch, from one to the next', () => {
    const subjects = {
      other: { kind: 'relations', name: 'Other' },
      it: { kind: 'relations', name: 'It' },
    } as const;
    const types = ['established', 'broken-off', 'restored', 'broken-off', 'restored', 'broken-off'];
    const entries = ['other', IT].map((subject) => ({
      act: subject,
      by: 'a',
      title: subject,
      announced: '2020-01-01',
      sources: [{ title: 'a source' }],
      events: types.map((what, n) => ({
        subject,
        type: `relations.${what}`,
        effective: `2020-0${n + 1}-01`,
      })),
    }));
    const record = assembled({ title: 'A test', parties: { a: 'A' }, subjects }, [
      { file: 'a.yaml', entries },
    ]);
    const without = (whole: EventRecord, ...ids: readonly string[]) =>
      branchOf(whole, { acts: [], events: [], without: ids });
    const first = without(record, 'it/2', 'it/3');
    for (const [whole, months] of [
      [record, [1, 2, 3, 4, 5, 6]],
      [first, [1, 4, 5, 6]],
      [without(first, 'it/6'), [1, 4, 5]],
      [without(first, 'it/5', 'it/6'), [1, 4]],
      [without(first, 'it/4', 'it/5'), [1, 6]],
    ] as const) {
      for (let month = 1; month <= 7; month++) {
        const run = fresh(chart);
        for (let until = 1; until <= month; until++) {
          advance(chart, whole.streamOf(IT, AS_TOLD), run, bounds({ at: dayNamed(`2020-0${until}-15`) }));
          expect(run.passed).toBe(months.filter((one) => one <= until).length);
        }
        const atOnce = fresh(chart);
        advance(chart, whole.streamOf(IT, AS_TOLD), atOnce, bounds({ at: dayNamed(`2020-0${month}-15`) }));
        expect(atOnce).toEqual(run);
        const last = Math.max(...months.filter((one) => one <= month));
        expect(run.since).toBe(dayNamed(`2020-0${last}-01`));
        expect(chart.statusOf(run.at)).toBe(last % 2 === 0 ? 'broken-off' : 'established');
      }
    }
  });

  test('does not come to what never certainly arrives, nor to anything after it', () => {
    const { stream } = brokenAndRestored(3, { effective: '2020-02-01/..' });
    expect(ranTo(stream, { at: NEVER }).passed).toBe(3);
  });
});

describe('states kept on the way', () => {
  test('are one for every eighth telling, kept once, with the day by which they took hold', () => {
    const { stream } = brokenAndRestored(20);
    ranTo(stream, { at: dayNamed('2020-01-09') });
    expect(kept(stream)).toEqual([[8, '2020-01-08']]);
    ranTo(stream, { at: NEVER });
    ranTo(stream, { at: NEVER });
    expect(kept(stream)).toEqual([
      [8, '2020-01-08'],
      [16, '2020-01-16'],
    ]);
    advance(chart, stream, fresh(chart), bounds({ at: NEVER }));
    expect(stream.marks).toHaveLength(2);
  });

  test('are kept only by a run that nothing bounds', () => {
    const { stream } = brokenAndRestored(20);
    ranTo(stream, { at: NEVER, announcedBy: dayNamed('2020-03-01') });
    ranTo(stream, { at: NEVER, recordedBy: dayNamed('2020-03-01') });
    expect(stream.marks).toEqual([]);
  });

  test.each<[string, Partial<Bounds>, number]>([
    ['the whole', {}, 16],
    ['a later day', { at: dayNamed('2020-01-16') }, 16],
    ['a day between', { at: dayNamed('2020-01-15') }, 8],
    ['the first day of one', { at: dayNamed('2020-01-08') }, 8],
    ['a day before all', { at: dayNamed('2020-01-07') }, 0],
    ['what was announced by then', { announcedBy: dayNamed('2020-01-16') }, 16],
    ['what was announced a day less', { announcedBy: dayNamed('2020-01-15') }, 8],
    ['what was announced before all', { announcedBy: dayNamed('2020-01-07') }, 0],
    ['any recording', { recordedBy: dayNamed('1900-01-01') }, 16],
  ])('a question about %s begins at the last within its bounds', (_, asked, passed) => {
    const { stream } = brokenAndRestored(20);
    ranTo(stream, { at: NEVER });
    const run = begun(chart, stream, bounds({ at: NEVER, ...asked }));
    expect(run.passed).toBe(passed);
    expect(run.since).toBe(passed === 0 ? null : addDays(dayNamed('2020-01-01'), passed - 1));
  });

  test.each<[string, number]>([
    ['2020-06-30', 0],
    ['2020-07-01', 8],
  ])('count for what was recorded by %s where their tellings do', (recordedBy, passed) => {
    const { stream } = brokenAndRestored(7, { recorded: '2020-07-01' }, { recorded: '2020-09-01' });
    ranTo(stream, { at: NEVER });
    expect(begun(chart, stream, bounds({ recordedBy: dayNamed(recordedBy) })).passed).toBe(passed);
  });

  test('count where nothing bounds what was recorded, and not before what was retracted among them', () => {
    const { stream } = brokenAndRestored(7, { recorded: '2020-07-01' }, { recorded: '2020-09-01' });
    ranTo(stream, { at: NEVER });
    expect(begun(chart, stream, bounds({})).passed).toBe(8);

    const { record } = brokenAndRestored(9);
    const events = [...record.events].map((event) => {
      if (event.id !== 'e3/1') return event;
      const [version] = event.versions;
      const retraction = { ...version, recorded: dayNamed('2020-07-01'), event: null };
      return { ...event, versions: [version, retraction] as const };
    });
    const retracted = remade(record, { events }).streamOf(IT, AS_TOLD);
    ranTo(retracted, { at: NEVER });
    expect(begun(chart, retracted, bounds({ recordedBy: dayNamed('2020-06-30') })).passed).toBe(0);
    expect(begun(chart, retracted, bounds({ recordedBy: dayNamed('2020-07-01') })).passed).toBe(8);
  });

  test('are not written by the runs that begin there', () => {
    const record = recordOf({ kind: 'embassy', events: ['mission.established', ...ceilings(12)] });
    const [stream, embassy] = [record.streamOf(IT, AS_TOLD), chartFor('embassy')];
    advance(embassy, stream, fresh(embassy), bounds({}));
    const before = JSON.stringify(stream.marks);
    const run = begun(embassy, stream, bounds({}));
    expect(run.passed).toBe(8);
    advance(embassy, stream, run, bounds({}));
    expect(run.context).not.toEqual(stream.marks[0]?.run.context);
    expect(JSON.stringify(stream.marks)).toBe(before);
  });

  test('serve a branch as far as it shares them', () => {
    const { record, stream } = brokenAndRestored(20);
    ranTo(stream, { at: NEVER });
    for (const [id, passed] of [
      ['e20/1', 16],
      ['e17/1', 16],
      ['e16/1', 8],
      ['e9/1', 8],
      ['e8/1', 0],
    ] as const) {
      const branch = branchOf(record, { acts: [], events: [], without: [id] }).streamOf(IT, AS_TOLD);
      expect(begun(chart, branch, bounds({})).passed).toBe(passed);
    }
    const nearer = branchOf(record, { acts: [], events: [], without: ['e20/1'] }).streamOf(IT, AS_TOLD);
    expect(begun(chart, nearer, bounds({ at: dayNamed('2020-01-15') })).passed).toBe(8);
  });

  test('serve a branch of a branch as far as both share them, whichever departs first', () => {
    const { record, stream } = brokenAndRestored(30);
    ranTo(stream, { at: NEVER });
    for (const [first, second, passed] of [
      ['e30/1', 'e10/1', 8],
      ['e10/1', 'e29/1', 8],
      ['e20/1', 'e30/1', 16],
    ] as const) {
      const branch = branchOf(record, { acts: [], events: [], without: [first] });
      const nested = branchOf(branch, { acts: [], events: [], without: [second] });
      expect(begun(chart, nested.streamOf(IT, AS_TOLD), bounds({})).passed).toBe(passed);
    }
  });
});

function ranTo(stream: Stream, asked: Partial<Bounds>) {
  const run = begun(chart, stream, bounds(asked));
  advance(chart, stream, run, bounds(asked));
  return run;
}

function bounds(asked: Partial<Bounds>): Bounds {
  return { at: NEVER, announcedBy: null, recordedBy: null, ...asked };
}

function asOf(at: DayNumber) {
  return { ...AS_TOLD, ...bounds({ at }) };
}

function kept({ marks }: Stream) {
  return marks.map(({ day, run }) => [run.passed, dayOf(day)]);
}

function ceilings(count: number): readonly Happening[] {
  return Array.from({ length: count }, (_, n) => ({ type: 'ceiling.set', limit: String(n) }) as const);
}

/** Relations that are established, and then broken off and restored by turns, a day each; the last events as given. */
function brokenAndRestored(
  count: number,
  ...last: readonly object[]
): { record: EventRecord; stream: Stream } {
  const events = Array.from({ length: count }, (_, n): Happening => {
    if (n === 0) return 'relations.established';
    return n % 2 === 1 ? 'relations.broken-off' : 'relations.restored';
  });
  const more = last.map((data): Happening => ({ type: 'relations.restored', ...data }));
  const record = recordOf({ kind: 'relations', events: [...events, ...more] });
  return { record, stream: record.streamOf(IT, AS_TOLD) };
}
