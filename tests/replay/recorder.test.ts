import { describe, expect, test } from 'vitest';
import type { DomainEvent } from '../../src/events/event.ts';
import type { EventOnRecord, EventRecord, Version } from '../../src/replay/record.ts';
import { recorder } from '../../src/replay/recorder.ts';
import { addDays } from '../../src/time/day.ts';
import { assembled, contents, dayNamed, remade } from '../record.ts';

const SOURCES = [{ title: 'a source' }];

describe('the acts of a record', () => {
  test('are those that stand on record, with all that they say, in order', () => {
    const { acts } = opened();
    expect(acts.size).toBe(2);
    expect([...acts]).toEqual([acts.get('opening'), acts.get('staff')]);
    expect(acts.get('opening')).toEqual({
      act: 'opening',
      by: 'a',
      title: 'The embassy opens',
      announced: expect.objectContaining({ edtf: '2020-01' }),
      sources: SOURCES,
      note: 'in rented rooms',
      recorded: dayNamed('2020-02-01'),
      position: { file: 'a.yaml', act: 0, event: -1 },
      events: ['opening/1'],
    });
    const staff = acts.get('staff');
    expect(staff?.events).toEqual(['staff/1', 'staff/2', 'staff/3']);
    expect(staff?.recorded).toBeNull();
    expect(staff).not.toHaveProperty('note');
  });

  test('are not those that an event alone names, nor any other', () => {
    const whole = opened();
    const { acts, events } = remade(whole, { acts: [...whole.acts].slice(1) });
    expect(events.get('opening/1')).toEqual(whole.events.get('opening/1'));
    expect(acts.get('opening')).toBeNull();
    expect(acts.get('closing')).toBeNull();
    expect(acts.size).toBe(1);
    expect([...acts].map(({ act }) => act)).toEqual(['staff']);
  });

  test('may be told after their events', () => {
    const whole = opened();
    const { act, event, finish } = recorder(whole.dossier);
    for (const one of whole.events) event(one);
    for (const one of whole.acts) act(one);
    expect(contents(finish())).toEqual(contents(whole));
  });
});

describe('an event on record', () => {
  test('reads as it was told, with its note and its place', () => {
    const event = opened().events.get('staff/2');
    expect(event).toEqual({
      id: 'staff/2',
      versions: [
        {
          recorded: null,
          change: null,
          accounts: new Map(),
          event: {
            id: 'staff/2',
            act: 'staff',
            by: 'b',
            subject: 'it',
            type: 'staff.recalled',
            count: { min: 3, max: 3 },
            note: 'three of them',
            announced: expect.objectContaining({ edtf: '2020-03-01' }),
            effective: expect.objectContaining({ edtf: '2020-04-01' }),
            atAnnouncement: false,
            position: { file: 'a.yaml', act: 1, event: 1 },
          },
        },
      ],
    });
    const first = latest(opened(), 'staff/1');
    expect(first).not.toHaveProperty('note');
    expect(first?.atAnnouncement).toBe(true);
    expect(first?.position.event).toBe(0);
  });

  test('holds data that nobody can write, all the way down', () => {
    const event = latest(opened(), 'staff/2');
    if (event?.type !== 'staff.recalled' || event.count === 'all') throw new Error('not as it was told');
    expect(Object.isFrozen(event.count)).toBe(true);
  });

  test.each([
    'opening',
    'opening/0',
    'opening/2',
    'opening/01',
    'opening/1/1',
    'staff/4',
    'closing/1',
    '',
    '/',
    '/1',
  ])('is not found by the name %j, which is not its own', (id) => {
    const { events } = opened();
    expect(events.get(id)).toBeNull();
  });

  test('is found wherever it stands among those of its act', () => {
    const whole = opened();
    const [opening, first, second, third] = whole.events;
    if (!opening || !first || !second || !third) throw new Error('the record has four events');
    const { events } = remade(whole, { events: [third, opening, first, second] });
    expect(events.size).toBe(4);
    for (const event of whole.events) expect(events.get(event.id)).toEqual(event);
    expect(events.get('staff/4')).toBeNull();
  });

  test('that was retracted, or is told in several ways, is told so again', () => {
    const whole = opened();
    const event = remade(changed(whole), {}).events.get('staff/1');
    expect(event?.versions.map((version) => version.event?.type ?? null)).toEqual(['staff.recalled', null]);
    expect(event?.versions.map(({ recorded }) => recorded)).toEqual([null, dayNamed('2020-05-01')]);
    expect([...(event?.versions[0].accounts.keys() ?? [])]).toEqual(['a']);
    expect(contents(remade(changed(whole), {}))).toEqual(contents(changed(whole)));
  });

  test('that is on record only as retracted stands there, and in no stream', () => {
    const whole = opened();
    const gone: EventOnRecord = { id: 'staff/1', versions: [retraction()] };
    const events = [...whole.events].map((event) => (event.id === gone.id ? gone : event));
    const record = remade(whole, { events });
    expect([...record.events]).toEqual(events);
    expect(record.events.get('staff/1')).toEqual(gone);
    expect(record.events.get('staff/2')).toEqual(whole.events.get('staff/2'));
    expect(record.streamOf('it', { reading: 'latest', account: null }).length).toBe(3);
  });
});

describe('a record in the making', () => {
  test('names its events in order, and tells each as it is so far', () => {
    const whole = opened();
    const { event, eventNamed, names, amend } = recorder(whole.dossier);
    for (const one of whole.events) event(one);
    amend('staff/1', retraction());
    amend('staff/3', retraction());
    expect([...names()]).toEqual(['opening/1', 'staff/1', 'staff/2', 'staff/3']);
    expect(eventNamed('staff/1')?.versions).toHaveLength(2);
    expect(eventNamed('staff/2')?.versions).toHaveLength(1);
    expect(eventNamed('staff/3')?.versions.map((version) => version.event?.id ?? null)).toEqual([
      'staff/3',
      null,
    ]);
    expect(() => amend('staff/4', retraction())).toThrow('staff/4 is not on record');
  });
});

describe('of a stream', () => {
  test.each([
    ['2020-05-01', '2020-05-02', [null, '2020-05-01', '2020-05-02'], ['2020-05-01', '2020-05-02', null]],
    ['2020-05-01', '2020-05-01', [null, '2020-05-01', '2020-05-01'], ['2020-05-01', '2020-05-01', null]],
  ])('each telling counts from its recording until the next, on %s and %s', (one, other, froms, untils) => {
    const whole = opened();
    const { event, finish, amend } = recorder(whole.dossier);
    for (const each of [...whole.events].slice(0, 1)) event(each);
    const first = latest(whole, 'opening/1');
    for (const day of [one, other]) {
      amend('opening/1', { ...retraction(), recorded: dayNamed(day), event: first });
    }
    const { recorded } =
      finish().streamOf('it', { reading: 'latest', account: null }).parts[0]?.columns ?? {};
    const shown = (days: ArrayLike<number> | undefined, ends: readonly number[]) =>
      Array.from(days ?? [], (day) => (ends.includes(day) ? null : day));
    expect(shown(recorded?.until, [2 ** 31 - 1])).toEqual(untils.map((day) => day && dayNamed(day)));
    const begin = dayNamed('2020-02-01');
    expect(shown(recorded?.from, [begin])).toEqual(froms.map((day) => day && dayNamed(day)));
  });

  test('each telling counts until the next also as a party tells it', () => {
    const whole = opened();
    const record = changed(whole);
    for (const account of [null, 'a', 'b']) {
      const { recorded } = record.streamOf('it', { reading: 'latest', account }).parts[0]?.columns ?? {};
      const ends = Array.from(recorded?.until ?? []).filter((day) => day === dayNamed('2020-05-01'));
      expect([account, ends.length]).toEqual([account, 1]);
    }
  });
});

function latest(record: EventRecord, id: string): DomainEvent | null {
  return record.events.get(id)?.versions.at(-1)?.event ?? null;
}

function retraction(): Version {
  return {
    recorded: dayNamed('2020-05-01'),
    event: null,
    accounts: new Map(),
    change: { reason: 'a misprint', sources: SOURCES },
  };
}

/** The record with its second event told by one party on another day, and then retracted. */
function changed(record: EventRecord): EventRecord {
  const events = [...record.events].map((entry): EventOnRecord => {
    const [{ event, ...version }] = entry.versions;
    if (entry.id !== 'staff/1' || event === null) return entry;
    const effective = { ...event.effective, last: addDays(event.effective.last, 7) };
    return {
      ...entry,
      versions: [{ ...version, event, accounts: new Map([['a', { ...event, effective }]]) }, retraction()],
    };
  });
  return remade(record, { events });
}

function opened(): EventRecord {
  const subjects = { it: { kind: 'embassy', name: 'It' } } as const;
  const opening = {
    act: 'opening',
    by: 'a',
    title: 'The embassy opens',
    announced: '2020-01',
    recorded: '2020-02-01',
    note: 'in rented rooms',
    sources: SOURCES,
    events: [{ subject: 'it', type: 'mission.established' }],
  };
  const staff = {
    act: 'staff',
    by: 'b',
    title: 'Staff are recalled',
    announced: '2020-03-01',
    sources: SOURCES,
    events: [
      { subject: 'it', type: 'staff.recalled', count: '2' },
      { subject: 'it', type: 'staff.recalled', count: '3', effective: '2020-04-01', note: 'three of them' },
      { subject: 'it', type: 'ceiling.set', limit: '8..10' },
    ],
  };
  const dossier = { title: 'A test', parties: { a: 'A', b: 'B' }, subjects };
  return assembled(dossier, [{ file: 'a.yaml', entries: [opening, staff] }]);
}
