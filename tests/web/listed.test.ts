import { describe, expect, test } from 'vitest';
import { logOf } from '../../src/replay/log.ts';
import { ALL, type Filter, listed } from '../../src/web/record/listed.ts';
import { assembled } from '../record.ts';

const KNOWN = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;
const EVERYTHING = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false };

const act = (id: string, by: string, title: string, events: readonly object[], note?: string) => ({
  act: id,
  by,
  title,
  announced: '2020-01-01',
  sources: [{ title: 'a source' }],
  ...(note === undefined ? {} : { note }),
  events,
});

const record = assembled(
  {
    title: 'A test',
    parties: { a: 'A', b: 'B' },
    subjects: { one: { kind: 'embassy', name: 'One' }, two: { kind: 'embassy', name: 'Two' } },
  },
  [
    {
      file: 'a.yaml',
      entries: [
        act('opening', 'a', 'The embassies open', [
          { subject: 'one', type: 'mission.established' },
          { subject: 'two', type: 'mission.established' },
        ]),
        act('again', 'b', 'It opens again', [{ subject: 'one', type: 'mission.established' }]),
        act('envoy', 'a', 'An envoy', [{ subject: 'two', type: 'charge.designated', name: 'José Núñez' }]),
        act('words', 'b', 'A speech', []),
        act('two-more', 'a', 'Two more', [
          { subject: 'two', type: 'accreditation.requested', count: 2, note: 'By telephone' },
        ]),
      ],
    },
  ],
);
const lines = logOf(record, KNOWN, EVERYTHING);

function names(filter: Partial<Filter>): readonly string[] {
  return listed(lines, { ...ALL, ...filter }).map(({ event, act: id }) => event ?? id);
}

describe('the record is listed', () => {
  test('whole and in its order, where nothing is looked for', () => {
    expect(listed(lines, ALL)).toEqual(lines);
    expect(lines).toHaveLength(6);
  });

  test.each<[string, Partial<Filter>, readonly string[]]>([
    ['by subject', { subject: 'two' }, ['opening/2', 'envoy/1', 'two-more/1']],
    ['by type', { type: 'mission.established' }, ['opening/1', 'opening/2', 'again/1']],
    ['by the first part of a type', { type: 'charge' }, ['envoy/1']],
    ['by party, with acts that changed no state', { by: 'b' }, ['again/1', 'words']],
    ['by what has no place in the rules', { findingsOnly: true }, ['again/1']],
    ['by words of a title, in capitals or not', { text: 'SPEECH' }, ['words']],
    ['by words of a note', { text: 'telephone' }, ['two-more/1']],
    ['by words of a finding', { text: 'no place while' }, ['again/1']],
    ['by names, with accents or without', { text: 'jose nunez' }, ['envoy/1']],
    ['by several words, which may stand apart', { text: 'open two' }, ['opening/2']],
    ['by all of it together', { subject: 'one', by: 'a', text: 'open' }, ['opening/1']],
    ['to no avail', { text: 'consulate' }, []],
  ])('%s', (_, filter, expected) => {
    expect(names(filter)).toEqual(expected);
  });

  test('with blanks around the words, which say nothing', () => {
    expect(names({ text: '  \t' })).toHaveLength(6);
  });

  test('no type by a part of its first word', () => {
    expect(names({ type: 'miss' })).toEqual([]);
  });
});
