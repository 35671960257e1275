import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../src/replay/record.ts';
import { EVER, NEVER } from '../../src/time/day.ts';
import { dayNamed } from '../record.ts';
import { again, BASE, departed, event, inTurn, moved, onceMore, shown, version } from './branches.ts';

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

/** From when until when the tellings of the last stretch count; null where all do always. */
function spansIn(record: EventRecord) {
  const recorded = record.streamOf('it', BASE).parts.at(-1)?.columns.recorded;
  if (recorded === null || recorded === undefined) return null;
  return [Array.from(recorded.from, Number), Array.from(recorded.until, Number)];
}
