/** Records of one subject in short notation, put together by the same door as a dossier's files. */
import { expect } from 'vitest';
import { isCount, showCount } from '../src/count.ts';
import type { Kind } from '../src/events/dossier.ts';
import type { EventType } from '../src/events/vocabulary.ts';
import { type ActFile, assemble } from '../src/replay/assemble.ts';
import { knownBySubject } from '../src/replay/known.ts';
import type { ActOnRecord, EventOnRecord, EventRecord } from '../src/replay/record.ts';
import { recorder } from '../src/replay/recorder.ts';
import { chartFor, type Turn, walk } from '../src/replay/walk.ts';
import { addDays, type DayNumber, dayNumber, dayOf, parseDay } from '../src/time/day.ts';

/** What happens, as an act file has it: a type alone, or with its data. `announced` and `recorded` go to the act. */
export type Happening = EventType | { readonly type: EventType; readonly [field: string]: unknown };

/** The one subject of these records. */
export const IT = 'it';

/** The day a text names; a test that writes no day fails. */
export function dayNamed(text: string): DayNumber {
  const day = parseDay(text);
  if (day === null) throw new Error(`the test names no day: ${text}`);
  return dayNumber(day);
}

/** A record in which each event is an act of its own, announced on a day of its own from 2020-01-01 on. */
export function recordOf({
  kind,
  events,
}: {
  readonly kind: Kind;
  readonly events: readonly Happening[];
}): EventRecord {
  const entries = events.map((event, index) => {
    const { announced, recorded, ...said } = typeof event === 'string' ? { type: event } : event;
    return {
      act: `e${index + 1}`,
      by: 'a',
      title: said.type,
      announced: announced ?? dayOf(addDays(dayNamed('2020-01-01'), index)),
      ...(recorded === undefined ? {} : { recorded }),
      sources: [{ title: 'a source' }],
      events: [{ subject: IT, ...said }],
    };
  });
  const subjects = { [IT]: { kind, name: 'It' } };
  return assembled({ title: 'A test', parties: { a: 'A', b: 'B' }, subjects }, [{ file: 'a.yaml', entries }]);
}

/** A record put together from raw values; a test whose dossier has problems fails and tells them. */
export function assembled(dossier: Parameters<typeof assemble>[0], files: readonly ActFile[]): EventRecord {
  const result = assemble(dossier, files);
  if (result.kind === 'record') return result.record;
  throw new Error(
    result.problems
      .map(({ file, path, what, instead }) => `${file}:${path.join('.')} ${what}; ${instead}`)
      .join('\n'),
  );
}

/** All that is on record, for comparing. */
export function contents({ dossier, acts, events }: EventRecord) {
  return { dossier, acts: [...acts], events: [...events] };
}

/** The record with other acts or events in the place of its own. */
export function remade(
  record: EventRecord,
  {
    acts = record.acts,
    events = record.events,
  }: { readonly acts?: Iterable<ActOnRecord>; readonly events?: Iterable<EventOnRecord> },
): EventRecord {
  const { act, event, finish } = recorder(record.dossier);
  for (const one of acts) act(one);
  for (const one of events) event(one);
  return finish();
}

/** Takes the events of a record of one subject in their order, to the last that certainly takes hold. */
export function turnsOf(kind: Kind, events: readonly Happening[]): readonly Turn[] {
  const knowledge = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;
  const stream = knownBySubject(recordOf({ kind, events }), knowledge).get(IT) ?? [];
  return [...walk(chartFor(kind), stream, knowledge)];
}

/** Given events, all of which must be applied, and then others: what comes of these. */
export function given(kind: Kind, ...before: readonly Happening[]) {
  return { when };

  function when(...then: readonly Happening[]) {
    const turns = turnsOf(kind, [...before, ...then]);
    const misplaced = turns.slice(0, before.length).filter(({ outcome }) => outcome.kind !== 'applied');
    if (misplaced.length > 0) {
      throw new Error(`given what has no place: ${misplaced.map(({ event }) => event.type).join(', ')}`);
    }
    const last = turns.at(-1);
    if (last === undefined) throw new Error('nothing happens in this test');
    const fields = (named: object) =>
      Object.fromEntries(Object.keys(named).map((field) => [field, short(last.state.fields.get(field))]));

    const changesNothing = () => {
      expect(last.outcome.kind).not.toBe('applied');
      expect(last.state.applied).toBe(turns.at(-2)?.state.applied ?? 0);
    };

    return {
      /** The event is applied, and these fields are then as told: counts in their short form, '8..10'. */
      leaves(expected: { readonly [field: string]: unknown }) {
        expect(last.outcome.kind).toBe('applied');
        expect(fields(expected)).toEqual(expected);
      },
      /** The event is a finding: the rules have no place for it, and the state stays as it was. */
      changesNothing,
      /** A guard says no. */
      isRefusedBy(...guards: readonly string[]) {
        changesNothing();
        expect(last.outcome).toMatchObject({ kind: 'refused', guards });
      },
      /** The state knows no such event. */
      hasNoPlaceWhile(state: string) {
        changesNothing();
        expect(last.outcome).toMatchObject({ kind: 'not-applicable', while: state });
      },
    };
  }
}

function short(value: unknown): unknown {
  return isCount(value) ? showCount(value) : value;
}
