import { describe, expect, test } from 'vitest';
import { possibilities } from '../../src/replay/doubt.ts';
import { begin } from '../../src/replay/evolve.ts';
import { knownOf } from '../../src/replay/known.ts';
import { chartFor } from '../../src/replay/walk.ts';
import { dayNamed, type Happening, IT, recordOf } from '../record.ts';

const LATER = { at: '2020-12-31', announcedBy: null };

describe('who may hold a channel, where the last who was named holds it', () => {
  test.each<
    [name: string, events: readonly Happening[], holders: readonly (string | null)[], doubtful: string]
  >([
    ['two days', [held('A', '2020-02-01'), held('B', '2020-02-02')], ['B'], ''],
    [
      'two days, on record the other way round',
      [held('B', '2020-02-02'), held('A', '2020-02-01')],
      ['B'],
      '',
    ],
    ['windows apart', [held('A', '2020-02-01/2020-02-04'), held('B', '2020-02-05/2020-02-15')], ['B'], ''],
    [
      'windows that cross',
      [held('A', '2020-02-01/2020-02-10'), held('B', '2020-02-05/2020-02-15')],
      ['A', 'B'],
      'A B',
    ],
    [
      'a window within another',
      [held('A', '2020-02-05/2020-02-06'), held('B', '2020-02')],
      ['A', 'B'],
      'B A',
    ],
    [
      'windows that share a day, the first told first',
      [held('A', '2020-02-01/2020-02-05'), held('B', '2020-02-05/2020-02-15')],
      ['B'],
      '',
    ],
    [
      'windows that share a day, the first told last',
      [held('B', '2020-02-05/2020-02-15'), held('A', '2020-02-01/2020-02-05')],
      ['A', 'B'],
      'A B',
    ],
    ['a day within a window', [held('A', '2020-02-03'), held('B', '2020-02')], ['A', 'B'], 'B'],
    [
      'days within a window',
      [held('A', '2020-02-03'), held('B', '2020-02-04'), held('C', '2020-02')],
      ['B', 'C'],
      'C',
    ],
    [
      'days before and after a window',
      [held('A', '2020-01-31'), held('B', '2020-02'), held('C', '2020-03-01')],
      ['C'],
      '',
    ],
    [
      'the last day of a window, told first',
      [held('A', '2020-02-29'), held('B', '2020-02')],
      ['A', 'B'],
      'B',
    ],
    ['the last day of a window, told last', [held('B', '2020-02'), held('A', '2020-02-29')], ['A'], ''],
    [
      'three windows',
      [held('A', '2020-02'), held('B', '2020-02'), held('C', '2020-02')],
      ['A', 'B', 'C'],
      'A B C',
    ],
    [
      'a chain of windows',
      [
        held('A', '2020-02-01/2020-02-05'),
        held('B', '2020-02-04/2020-02-09'),
        held('C', '2020-02-08/2020-02-12'),
      ],
      ['B', 'C'],
      'A B C',
    ],
    [
      'two pairs of windows',
      [held('A', '2020-02'), held('B', '2020-02'), held('C', '2020-03'), held('D', '2020-03')],
      ['C', 'D'],
      'A B C D',
    ],
    ['two hours of a day', [held('A', '2020-02-05T10:00Z'), held('B', '2020-02-05T12:00Z')], ['B'], ''],
    [
      'two hours of a day, told the other way round',
      [held('A', '2020-02-05T12:00Z'), held('B', '2020-02-05T10:00Z')],
      ['A'],
      '',
    ],
    [
      'an hour, and a window to that day',
      [held('A', '2020-02-05T10:00Z'), held('B', '2020-02-01/2020-02-05')],
      ['A'],
      '',
    ],
    [
      'an hour, and a window from that day',
      [held('A', '2020-02-05T10:00Z'), held('B', '2020-02-05/2020-02-15')],
      ['A', 'B'],
      'B',
    ],
  ])('%s', (_, events, holders, doubtful) => {
    expect(found(events)).toEqual({ holders, doubtful });
  });

  test.each<[name: string, events: readonly Happening[], at: string, holders: readonly (string | null)[]]>([
    ['before a window', [held('A', '2020-02')], '2020-01-31', [null]],
    ['on the first day of a window', [held('A', '2020-02')], '2020-02-01', [null, 'A']],
    ['in a window', [held('A', '2020-02')], '2020-02-28', [null, 'A']],
    ['on the last day of a window', [held('A', '2020-02')], '2020-02-29', ['A']],
    ['in one window, after another', [held('A', '2020-01'), held('B', '2020-02')], '2020-02-10', ['A', 'B']],
    ['in both windows', [held('A', '2020-02'), held('B', '2020-02')], '2020-02-10', [null, 'A', 'B']],
    [
      'on the day of one, in the window of the other',
      [held('A', '2020-02-10'), held('B', '2020-02')],
      '2020-02-10',
      ['A', 'B'],
    ],
    [
      'on the day of one, told last, in the window of the other',
      [held('B', '2020-02'), held('A', '2020-02-10')],
      '2020-02-10',
      ['A'],
    ],
    ['on the first day of a window that never ends', [held('A', '2020-02-10/..')], '2020-02-10', [null, 'A']],
    ['on a day', [held('A', '2020-02-10')], '2020-02-10', ['A']],
    ['before a day', [held('A', '2020-02-10')], '2020-02-09', [null]],
  ])('%s', (_, events, at, holders) => {
    expect(found(events, { at, announcedBy: null }).holders).toEqual(holders);
  });

  test.each<
    [
      name: string,
      events: readonly Happening[],
      announcedBy: string | null,
      holders: readonly (string | null)[],
    ]
  >([
    [
      'told on one day of a window, and a day in it',
      [told('A', '2020-02'), told('B', '2020-02-15')],
      null,
      ['A', 'B'],
    ],
    [
      'told on one day of a window, or on its last',
      [told('A', '2020-02'), told('B', '2020-02-29')],
      null,
      ['B'],
    ],
    [
      'told on the last day of a window, or in it',
      [told('B', '2020-02-29'), told('A', '2020-02')],
      null,
      ['A', 'B'],
    ],
    ['told in two windows', [told('A', '2020-01/2020-02'), told('B', '2020-02/2020-03')], null, ['A', 'B']],
    ['told in two windows apart', [told('A', '2020-01'), told('B', '2020-02')], null, ['B']],
    ['known before the window', [told('A', '2020-02')], '2020-01-31', [null]],
    ['known from the window on', [told('A', '2020-02')], '2020-02-01', [null, 'A']],
    ['known at the end of the window', [told('A', '2020-02')], '2020-02-29', ['A']],
    [
      'known in the window of one, after the other',
      [told('A', '2020-02'), told('B', '2020-01-15')],
      '2020-02-10',
      ['A', 'B'],
    ],
    [
      'known in the window of one, before the other',
      [told('A', '2020-02'), told('B', '2020-02-15')],
      '2020-02-14',
      [null, 'A'],
    ],
    [
      'told with its effect in a window, and another in it',
      [told('A', '2020-02', null), held('B', '2020-02-15')],
      null,
      ['A', 'B'],
    ],
    [
      'told with its effect in a window, known in it',
      [told('A', '2020-02', null)],
      '2020-02-10',
      [null, 'A'],
    ],
    ['told with its effect after what is known', [told('A', '2020-02', null)], '2020-01-31', [null]],
    [
      'told with their effect in two windows',
      [told('A', '2020-02', null), told('B', '2020-02', null)],
      null,
      ['A', 'B'],
    ],
    [
      'told with its effect to a day, and that day',
      [told('A', '2020-02', null), told('B', '2020-02-29', null)],
      null,
      ['B'],
    ],
  ])('%s', (_, events, announcedBy, holders) => {
    expect(found(events, { ...LATER, announcedBy }).holders).toEqual(holders);
  });
});

test('events told together on one day of a window take hold together', () => {
  const broken = { type: 'relations.broken-off', announced: '2020-02' } as const;
  const record = recordOf({ kind: 'relations', events: ['relations.established', broken] });
  const when = { at: dayNamed('2020-12-31'), announcedBy: null };
  const chart = chartFor('relations');
  const stream = knownOf(record, IT, { ...when, recordedBy: null, account: null, reading: 'latest' });
  const restored = stream.slice(1).map((event) => ({
    ...event,
    id: 'e2/2',
    type: 'relations.restored' as const,
    position: { ...event.position, event: 1 },
  }));
  const ends = (events: typeof stream) => possibilities(chart, begin(chart), events, when);
  const statuses = (events: typeof stream) => ends(events).states.map(({ fields }) => fields.get('status'));
  expect(statuses([...stream, ...restored])).toEqual(['established']);
  expect(statuses([...restored, ...stream])).toEqual(['established']);
  const apart = (change: object) =>
    statuses([...stream, ...restored.map((event) => ({ ...event, ...change }))]);
  expect(apart({ act: 'e3' }).toSorted()).toEqual(['broken-off', 'established']);
  expect(apart({ atAnnouncement: false }).toSorted()).toEqual(['broken-off', 'established']);
  const announced = { ...stream[1]?.announced, edtf: '2020-02-01/2020-02-29' };
  expect(apart({ announced }).toSorted()).toEqual(['broken-off', 'established']);
});

/** Somebody is named who holds the channel from a day on. */
function held(holder: string, effective: string): Happening {
  return { type: 'channel.designated', holder, effective };
}

/** Somebody is named on a day, who holds the channel from another on, or from then on. */
function told(holder: string, announced: string, effective: string | null = '2020-06-01'): Happening {
  return { type: 'channel.designated', holder, announced, ...(effective === null ? {} : { effective }) };
}

/** Who may hold the channel, and whose days make the difference. */
function found(
  events: readonly Happening[],
  { at, announcedBy }: { readonly at: string; readonly announcedBy: string | null } = LATER,
) {
  const when = { at: dayNamed(at), announcedBy: announcedBy === null ? null : dayNamed(announcedBy) };
  const chart = chartFor('channel');
  const stream = knownOf(recordOf({ kind: 'channel', events }), IT, {
    ...when,
    recordedBy: null,
    account: null,
    reading: 'latest',
  });
  const { states, doubtful, exhausted } = possibilities(chart, begin(chart), stream, when);
  expect(exhausted).toBe(false);
  const holders = states.map(({ fields }) => fields.get('holder') ?? null);
  expect(new Set(holders).size).toBe(holders.length);
  return {
    holders: holders.toSorted((a, b) => String(a ?? '').localeCompare(String(b ?? ''), 'en')),
    doubtful: doubtful.map((event) => ('holder' in event ? event.holder : '')).join(' '),
  };
}
