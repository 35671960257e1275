import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/events/dossier.ts';
import { branchOf } from '../../src/replay/branch.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { courseOf, firstDifference, standingAt, standingsAt } from '../../src/replay/standing.ts';
import { dayOf, NEVER } from '../../src/time/day.ts';
import { assembled, dayNamed, type Happening, recordOf } from '../record.ts';

const KNOWN = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;
const SOURCES = [{ title: 'a source' }];

describe('how a subject stands', () => {
  test('is its status and since when, its state, and the parts beside', () => {
    const standings = standingsAt(record(), { ...KNOWN, at: dayNamed('2020-02-15') });
    expect([...standings.keys()]).toEqual(['ties', 'channel']);
    expect(standings.get('ties')).toEqual({
      status: 'established',
      since: dayNamed('2020-02-01'),
      state: 'established',
      context: {},
    });
    expect(standings.get('channel')).toMatchObject({ status: 'designated', context: { holder: 'Smith' } });
  });

  test('cannot be told of a subject that is not on record, whatever its name', () => {
    for (const name of ['nowhere', 'toString']) {
      expect(() => standingAt(record(), name, { ...KNOWN, at: NEVER })).toThrow(
        new RangeError(`no such subject: ${name}`),
      );
      expect(() => courseOf(record(), name, KNOWN)).toThrow(new RangeError(`no such subject: ${name}`));
    }
  });
});

describe('the course of a subject', () => {
  test('is its stays, from the beginning and for good, none for a day on which all stays as it was', () => {
    expect(stays(record(), 'ties')).toEqual([
      [null, '2020-02-01', 'none'],
      ['2020-02-01', '2020-03-01', 'established'],
      ['2020-03-01', '2020-05-01', 'broken-off'],
      ['2020-05-01', null, 'established'],
    ]);
  });

  test('parts where the state is another, though the status is the same', () => {
    const course = courseOf(record(), 'channel', KNOWN);
    expect(course.map(({ from, standing }) => [from && dayOf(from), standing.context['holder']])).toEqual([
      [null, null],
      ['2020-02-01', 'Smith'],
      ['2020-04-01', 'Jones'],
    ]);
  });
});

describe('two records', () => {
  test('of which one has the other’s streams never part', () => {
    const whole = record();
    expect(firstDifference(whole, whole, KNOWN)).toBeNull();
    expect(firstDifference(whole, record(), KNOWN)).toBeNull();
  });

  test('part on the first day on which some subject stands otherwise', () => {
    const whole = record();
    const parting = firstDifference(whole, without(whole, 'ties/4', 'channel/2'), KNOWN);
    expect(parting).toMatchObject({
      day: dayNamed('2020-04-01'),
      subject: 'channel',
      here: { context: { holder: 'Jones' } },
      there: { context: { holder: 'Smith' } },
    });
    const later = firstDifference(whole, without(whole, 'ties/4'), KNOWN);
    expect(later).toMatchObject({ day: dayNamed('2020-05-01'), here: { status: 'established' } });
    const both = firstDifference(without(whole, 'ties/1', 'channel/1'), whole, KNOWN);
    expect(both).toMatchObject({
      day: dayNamed('2020-02-01'),
      subject: 'ties',
      here: { status: 'none', since: null },
    });
  });

  test('part on a day on which only one of them changes', () => {
    const whole = record();
    const day = dayNamed('2020-02-01');
    expect(firstDifference(without(whole, 'channel/1'), whole, KNOWN)).toMatchObject({
      day,
      subject: 'channel',
    });
    expect(firstDifference(whole, without(whole, 'channel/1'), KNOWN)).toMatchObject({
      day,
      subject: 'channel',
    });
  });

  test('part in one subject, though in another they differ to no effect', () => {
    const whole = record();
    const parting = firstDifference(without(whole, 'ties/3', 'channel/2'), whole, KNOWN);
    expect(parting).toMatchObject({ day: dayNamed('2020-04-01'), subject: 'channel' });
    expect(firstDifference(without(whole, 'ties/3'), whole, KNOWN)).toBeNull();
    const earlier = firstDifference(without(whole, 'ties/1', 'channel/2'), whole, KNOWN);
    expect(earlier).toMatchObject({ day: dayNamed('2020-02-01'), subject: 'ties' });
  });

  test('part long ago too', () => {
    const events: Happening[] = [{ type: 'relations.established', announced: '1950-01-01' }];
    const [whole, less] = [
      recordOf({ kind: 'relations', events }),
      recordOf({ kind: 'relations', events: [] }),
    ];
    expect(firstDifference(whole, less, KNOWN)).toMatchObject({
      day: dayNamed('1950-01-01'),
      here: { status: 'established' },
      there: { status: 'none' },
    });
  });

  test('part where one has a subject that the other does not have', () => {
    const [whole, less] = [record(), record({ ties: TIES })];
    const day = dayNamed('2020-02-01');
    expect(firstDifference(whole, less, KNOWN)).toMatchObject({
      day,
      subject: 'channel',
      here: { status: 'designated' },
      there: null,
    });
    expect(firstDifference(less, whole, KNOWN)).toMatchObject({
      day,
      subject: 'channel',
      here: null,
      there: { status: 'designated' },
    });
  });
});

const TIES = { kind: 'relations', name: 'Ties' } as const;
const CHANNEL = { kind: 'channel', name: 'Channel' } as const;

function stays(whole: EventRecord, subject: string) {
  return courseOf(whole, subject, KNOWN).map(({ from, to, standing }) => [
    from === null ? null : dayOf(from),
    to === null ? null : dayOf(to),
    standing.status,
  ]);
}

function without(whole: EventRecord, ...ids: readonly string[]): EventRecord {
  return branchOf(whole, { acts: [], events: [], without: ids });
}

function record(subjects: Dossier['subjects'] = { ties: TIES, channel: CHANNEL }): EventRecord {
  const ties = [
    ['established', '2020-02-01'],
    ['broken-off', '2020-03-01'],
    ['broken-off', '2020-04-15'],
    ['restored', '2020-05-01'],
    ['broken-off', '2021-02-01/..'],
    ['restored', '2021-01-01/..'],
  ].map(([what, effective]) => ({ subject: 'ties', type: `relations.${what}`, effective }));
  const channel = [
    { subject: 'channel', type: 'channel.designated', holder: 'Smith', effective: '2020-02-01' },
    { subject: 'channel', type: 'channel.designated', holder: 'Jones', effective: '2020-04-01' },
  ];
  const entries = Object.entries({ ties, channel })
    .filter(([subject]) => subject in subjects)
    .map(([act, events]) => ({
      act,
      by: 'a',
      title: act,
      announced: '2020-01-01',
      sources: SOURCES,
      events,
    }));
  return assembled({ title: 'A test', parties: { a: 'A' }, subjects }, [{ file: 'a.yaml', entries }]);
}
