import { describe, expect, test } from 'vitest';
import { check } from '../../src/invariants/check.ts';
import { assembled, dayNamed } from '../record.ts';
import { ALL, recordOf, recordWith, violationsOf } from './records.ts';

const SOURCES = [{ title: 'a source' }];

/** Whether anything breaks, as known by these days. */
function breaks(
  id: string,
  record: ReturnType<typeof recordOf>,
  bounds: { readonly announcedBy?: string; readonly recordedBy?: string },
): boolean {
  const { announcedBy = null, recordedBy = null } = bounds;
  const knowledge = {
    ...ALL,
    announcedBy: announcedBy === null ? null : dayNamed(announcedBy),
    recordedBy: recordedBy === null ? null : dayNamed(recordedBy),
  };
  return violationsOf(id, record, knowledge).length > 0;
}

describe('what a check knows', () => {
  const nothing = { by: 'a', title: 'Nothing', sources: SOURCES, events: [] };
  const early = recordWith({ act: 'x', ...nothing, announced: '2000-02-02', recorded: '2000-02-01' });

  test('an act counts from the day on which it was recorded', () => {
    const id = 'announced-before-recorded';
    expect(breaks(id, early, {})).toBe(true);
    expect(breaks(id, early, { recordedBy: '2000-02-01' })).toBe(true);
    expect(breaks(id, early, { recordedBy: '2000-01-31' })).toBe(false);
  });

  test('and from the day on which it was announced', () => {
    const id = 'announced-before-recorded';
    expect(breaks(id, early, { announcedBy: '2000-02-02' })).toBe(true);
    expect(breaks(id, early, { announcedBy: '2000-02-01' })).toBe(false);
    expect(breaks(id, early, { announcedBy: '2000-02-02', recordedBy: '2000-01-31' })).toBe(false);
  });

  test('so does an event, and each correction of it from its own day', () => {
    const record = recordWith(
      {
        act: 'x',
        by: 'a',
        title: 'Opening',
        announced: '2000-02-01',
        recorded: '2000-02-01',
        sources: SOURCES,
        events: [{ subject: 'embassy', type: 'mission.established' }],
      },
      {
        corrects: 'x/1',
        set: { announced: '2000-02-03' },
        reason: 'the letter bears another date',
        recorded: '2000-02-02',
        sources: SOURCES,
      },
    );
    const id = 'announced-before-recorded';
    expect(breaks(id, record, { recordedBy: '2000-02-01' })).toBe(false);
    expect(breaks(id, record, { recordedBy: '2000-02-02' })).toBe(true);
  });

  test('dates are told as doubtful where a window or a mark says so, and nowhere else', () => {
    const record = recordOf(
      ['embassy', 'mission.established', '2000-01-02'],
      ['consulate', 'mission.established', '2000-01', { announced: '2000-01-05/2000-01-06' }],
      ['office', 'mission.established', '2000-01-03~'],
    );
    expect(check(record, ALL).doubtful.map(({ event, field, because }) => [event, field, because])).toEqual([
      ['e2/1', 'effective', 'window'],
      ['e2/1', 'announced', 'window'],
      ['e3/1', 'effective', 'marked'],
    ]);
  });
});

describe('an embassy works without relations', () => {
  const both = { sending: 'a', receiving: 'b' };

  test.each<[embassy: object, relations: object, breaks: boolean]>([
    [both, both, true],
    [{ sending: 'b', receiving: 'a' }, both, true],
    [{ sending: 'a', receiving: 'c' }, both, false],
    [{ sending: 'c', receiving: 'b' }, both, false],
    [{ sending: 'c', receiving: 'a' }, both, false],
    [{ sending: 'b', receiving: 'c' }, both, false],
    [{}, {}, false],
    [{ sending: 'a' }, { sending: 'a' }, false],
    [{ receiving: 'b' }, { receiving: 'b' }, false],
  ])('of %o while those of %o are broken off: %s', (embassy, relations, expected) => {
    const event = (subject: string, type: string, effective: string) => ({ subject, type, effective });
    const record = assembled(
      {
        title: 'A test',
        parties: { a: 'A', b: 'B', c: 'C' },
        subjects: {
          relations: { kind: 'relations', name: 'Relations', ...relations },
          embassy: { kind: 'embassy', name: 'Embassy', ...embassy },
          level: { kind: 'channel', name: 'Not relations', ...relations },
        },
      },
      [
        {
          file: 'a.yaml',
          entries: [
            {
              act: 'x',
              by: 'a',
              title: 'All',
              announced: '1999-12-31',
              sources: SOURCES,
              events: [
                event('relations', 'relations.established', '2000-01-02'),
                event('embassy', 'mission.established', '2000-02-02'),
                event('relations', 'relations.broken-off', '2000-03-02'),
              ],
            },
          ],
        },
      ],
    );
    expect(violationsOf('no-embassy-without-relations', record)).toHaveLength(expected ? 1 : 0);
  });
});

describe('tenures and dates', () => {
  const tenures = (...ends: readonly (readonly [day: string, name?: string])[]) =>
    violationsOf(
      'tenures-apart',
      recordOf(
        ['mission', 'military-representative.appointed', '2000-01-02', { name: 'Smith' }],
        ['mission', 'military-representative.appointed', '2000-06-02', { name: 'Jones' }],
        ...ends.map(
          ([day, name]) =>
            ['mission', 'military-representative.ended', day, name === undefined ? {} : { name }] as const,
        ),
      ),
    ).length;

  test('end with the end of their holder, or of one who is not named', () => {
    expect(tenures()).toBe(1);
    expect(tenures(['2000-06-01', 'Smith'])).toBe(0);
    expect(tenures(['2000-06-01'])).toBe(0);
    expect(tenures(['2000-06-01', 'Brown'])).toBe(1);
    expect(tenures(['2000-01-01', 'Smith'])).toBe(1);
    expect(tenures(['2000-06-03', 'Smith'])).toBe(1);
  });

  test('a run of days that are all a first of January is suspect, and nothing less', () => {
    const run = (...days: readonly string[]) =>
      violationsOf(
        'no-false-precision',
        recordOf(...days.map((day) => ['embassy', 'ceiling.set', day, { limit: '5' }] as const)),
      ).length;
    expect(run('2001-01-01', '2002-01-01', '2003-01-01')).toBe(1);
    expect(run('2001-01-01', '2002-01-01')).toBe(0);
    expect(run('2001-01-01', '2001-01-01', '2002-01-01')).toBe(0);
    expect(run('2001-01-01', '2002-01-01', '[2002-06-01..2003-01-01]')).toBe(0);
    expect(run('2001-01-01', '2002-01-01', '../2003-01-01')).toBe(0);
  });
});

test('a grant to a suspended office is none where the office may have been closed earlier that day', () => {
  const told = (act: string, announced: string, ...events: readonly object[]) => ({
    act,
    by: 'a',
    title: act,
    announced,
    sources: SOURCES,
    events,
  });
  const opening = told(
    'a1',
    '2020-01-15',
    { subject: 'office', type: 'mission.established' },
    { subject: 'office', type: 'operations.suspended' },
  );
  const granted = { subject: 'office', type: 'accreditation.granted', count: '1' };
  const closing = (date: string) => told('a2', date, { subject: 'office', type: 'mission.closed' });
  const id = 'no-accreditation-while-suspended';
  // On the 21st, if both were told on it, the closing comes first.
  const both = recordWith(
    opening,
    closing('[2020-01-21,2020-01-22]'),
    told('a3', '2020-01-19/2020-01-21', granted),
  );
  expect(breaks(id, both, {})).toBe(false);
  const parted = recordWith(
    opening,
    closing('[2020-01-22,2020-01-23]'),
    told('a3', '2020-01-19/2020-01-21', granted),
  );
  expect(breaks(id, parted, {})).toBe(true);
});
