import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/events/dossier.ts';
import { readEvent, type WrittenEvent } from '../../src/events/read.ts';
import { nameProblems, partyProblems } from '../../src/replay/names.ts';

const PLACE = { file: 'a.yaml', entry: 4 };
const DOSSIER: Dossier = {
  title: 'A test',
  parties: { a: 'A', b: 'B' },
  subjects: { it: { kind: 'embassy', name: 'It' } },
};

describe('the names in an event', () => {
  test('that all exist are no problem', () => {
    expect(problems({ subject: 'it', type: 'mission.closed', accounts: { b: {} } })).toEqual([]);
  });

  test('are held against nothing where there is no dossier', () => {
    const written = read({ subject: 'its', type: 'mission.closed', accounts: { c: {} } });
    expect(nameProblems(null, written, PLACE, [])).toEqual([]);
    expect(partyProblems(null, 'c', PLACE, ['by'])).toEqual([]);
  });

  test('that do not exist are told at their places, of parties at the name of the field', () => {
    expect(problems({ subject: 'its', type: 'mission.closed', accounts: { a: {}, c: {} } })).toEqual([
      {
        file: 'a.yaml',
        path: [4, 'events', 1, 'subject'],
        atKey: false,
        what: 'no such subject: its',
        instead: 'did you mean it?',
      },
      {
        file: 'a.yaml',
        path: [4, 'events', 1, 'accounts', 'c'],
        atKey: true,
        what: 'no such party: c',
        instead: 'did you mean a?',
      },
    ]);
  });

  test('are told also beside what cannot happen to its subject', () => {
    expect(problems({ subject: 'it', type: 'level.set', level: 'embassy', accounts: { c: {} } })).toEqual([
      {
        file: 'a.yaml',
        path: [4, 'events', 1, 'type'],
        atKey: false,
        what: 'nothing that can happen to it, of kind embassy: level.set',
        instead: expect.stringMatching(/^write one of: mission\.established, /),
      },
      expect.objectContaining({ path: [4, 'events', 1, 'accounts', 'c'], what: 'no such party: c' }),
    ]);
  });

  test('are told as far as they can be read', () => {
    const unread = { subject: null, type: null, accounts: { c: {} } };
    expect(nameProblems(DOSSIER, unread, PLACE, [])).toMatchObject([{ what: 'no such party: c' }]);
    expect(nameProblems(DOSSIER, { ...unread, subject: 'its', accounts: {} }, PLACE, [])).toMatchObject([
      { path: [4, 'subject'], what: 'no such subject: its' },
    ]);
    expect(nameProblems(DOSSIER, { ...unread, subject: 'it', accounts: {} }, PLACE, [])).toEqual([]);
  });

  test('are told beside what can happen', () => {
    expect(problems({ subject: 'it', type: 'mission.closed', accounts: { c: {} } })).toMatchObject([
      { what: 'no such party: c' },
    ]);
  });

  test('are those of the dossier, not those that every object has', () => {
    expect(problems({ subject: 'constructor', type: 'mission.closed' })).toMatchObject([
      { what: 'no such subject: constructor' },
    ]);
    expect(partyProblems(DOSSIER, 'valueOf', PLACE, ['by'])).toMatchObject([
      { path: [4, 'by'], atKey: false, what: 'no such party: valueOf' },
    ]);
  });
});

test('the names of a dossier are listed once, however many are wrong', () => {
  let listed = 0;
  const parties = new Proxy(DOSSIER.parties, {
    ownKeys: (target) => {
      listed += 1;
      return Reflect.ownKeys(target);
    },
  });
  for (const party of ['c', 'd', 'e']) {
    expect(partyProblems({ ...DOSSIER, parties }, party, PLACE, ['by'])).toHaveLength(1);
  }
  expect(listed).toBe(1);
});

function problems(raw: object) {
  return nameProblems(DOSSIER, read(raw), PLACE, ['events', 1]);
}

function read(raw: object): WrittenEvent {
  const event = readEvent(raw, []);
  if (event.kind === 'value') return event.value;
  throw new Error(event.problems.map(({ what }) => what).join('\n'));
}
