import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { DomainEvent } from '../../src/events/event.ts';
import type { State } from '../../src/replay/evolve.ts';
import { knownBySubject } from '../../src/replay/known.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { chartFor, stateOn } from '../../src/replay/walk.ts';
import { stateAt } from '../../src/replay/world.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { dayNamed, IT, recordOf } from '../record.ts';
import { choices, historyUnder, walker, windowsOf } from './choices.ts';
import { anyDossier, anyQuestion, recordFrom } from './dossiers.ts';
import { law } from './law.ts';

const close = { days: 8, dates: 'close', subjects: 2, entries: 5 } as const;
const exact = { days: 8, dates: 'exact' } as const;
const crowded = { days: 12, subjects: 1, entries: 12 } as const;

// A subject with more choices than this is left aside where all of them are tried.
const MOST = 3000;

describe('law 39: certain means certain', () => {
  law(
    39,
    'of every choice of days, a field is marked uncertain exactly where one changes it, and bears every value that one gives',
    { runs: 2000 },
    fc.property(anyDossier(close), anyQuestion(close), (written, when) => {
      const record = recordFrom(written);
      const world = stateAt(record, when);
      for (const [id, stream] of knownBySubject(record, when)) {
        const possible = statesUnderAll(record, id, stream, when);
        const uncertain = world.subjects[id]?.uncertain ?? [];
        if (possible === null || uncertain.some(({ unexplored }) => unexplored)) continue;
        const marked = Object.fromEntries(
          uncertain.map(({ field, earliest, latest, others = [] }) => [
            field,
            distinct([earliest, latest, ...others]),
          ]),
        );
        const fields = [...new Set(possible.flatMap((state) => [...state.fields.keys()]))];
        const differing = fields
          .map(
            (field) => [field, distinct(possible.map((state) => state.fields.get(field) ?? null))] as const,
          )
          .filter(([, values]) => values.length > 1);
        // Events that share a doubtful announcement are weighed by themselves: that may mark more, never less.
        if (!shareDoubtfulAnnouncement(stream)) expect(marked).toEqual(Object.fromEntries(differing));
        for (const [field, values] of differing) {
          expect([field, marked[field]]).toEqual([field, expect.arrayContaining([...values])]);
        }
      }
    }),
  );

  const crossing = fc.record({
    type: fc.constantFrom(
      'cooperation.suspended' as const,
      'cooperation.resumed' as const,
      'dialogue.suspended' as const,
      'dialogue.resumed' as const,
    ),
    effective: fc.constantFrom(
      '2020-01-15',
      '2020-01-15/2020-01-16',
      '2020-01-15/..',
      '2020-01-16',
      '2020-01-16/..',
      '2020-01-16/2020-01-17',
    ),
  });
  law(
    39,
    'where windows cross on few days, and order is all, every value that some choice of days gives is told',
    { runs: 1500 },
    fc.property(
      fc.array(crossing, { minLength: 3, maxLength: 5, size: 'max' }),
      fc.constantFrom('2020-01-15', '2020-01-16', '2020-01-17'),
      (events, day) => {
        const record = recordOf({ kind: 'cooperation', events });
        const when: AsOf = {
          at: dayNamed(day),
          announcedBy: null,
          recordedBy: null,
          account: null,
          reading: 'latest',
        };
        const stream = knownBySubject(record, when).get(IT) ?? [];
        const possible = statesUnderAll(record, IT, stream, when) ?? [];
        const uncertain = stateAt(record, when).subjects[IT]?.uncertain ?? [];
        for (const field of new Set(possible.flatMap((state) => [...state.fields.keys()]))) {
          const values = distinct(possible.map((state) => state.fields.get(field) ?? null));
          const marked = uncertain.find((one) => one.field === field);
          const told = marked && distinct([marked.earliest, marked.latest, ...(marked.others ?? [])]);
          expect([field, told]).toEqual([field, values.length > 1 ? values : undefined]);
        }
      },
    ),
  );

  const picks = fc.array(fc.nat(9999), { minLength: 60, maxLength: 60 });
  law(
    39,
    'however many choices there are, a field not marked uncertain has the answer given',
    { runs: 200 },
    fc.property(anyDossier(crowded), anyQuestion(crowded), picks, (written, when, numbers) => {
      const record = recordFrom(written);
      const world = stateAt(record, when);
      for (const [id, stream] of knownBySubject(record, when)) {
        const windows = [...windowsOf(stream, when)].map(([name, days], index) => ({ name, days, index }));
        const answer = stateOn(chartOf(record, id), stream, when, when.at);
        const marked = new Set((world.subjects[id]?.uncertain ?? []).map(({ field }) => field));
        for (const turn of [0, 1, 2]) {
          const choice = new Map(
            windows.map(({ name, days, index }) => [name, pick(days, numbers[(3 * index + turn) % 60])]),
          );
          const other = walker(chartOf(record, id))(historyUnder(choice, stream, when));
          for (const field of new Set([...answer.fields.keys(), ...other.fields.keys()])) {
            if (marked.has(field)) continue;
            expect([field, other.fields.get(field)]).toEqual([field, answer.fields.get(field)]);
          }
        }
      }
    }),
  );

  law(
    39,
    'with exact dates nothing is uncertain and both readings agree',
    { runs: 500 },
    fc.property(anyDossier(exact), anyQuestion(exact), (written, when) => {
      const record = recordFrom(written);
      const [latest, earliest] = (['latest', 'earliest'] as const).map((reading) =>
        stateAt(record, { ...when, reading }),
      );
      expect(Object.values(latest?.subjects ?? {}).flatMap(({ uncertain }) => uncertain)).toEqual([]);
      expect({ ...earliest, reading: null }).toEqual({ ...latest, reading: null });
    }),
  );

  law(
    39,
    'what makes a field uncertain is an event whose date or announcement is a window',
    { runs: 500 },
    fc.property(anyDossier(close), anyQuestion(close), (written, when) => {
      const record = recordFrom(written);
      for (const [id, { uncertain }] of Object.entries(stateAt(record, when).subjects)) {
        const open = (knownBySubject(record, when).get(id) ?? [])
          .filter(({ effective, announced }) => isWindow(effective) || isWindow(announced))
          .map((event) => event.id);
        for (const { because } of uncertain) {
          expect(because.length).toBeGreaterThan(0);
          expect(because.filter((event) => !open.includes(event))).toEqual([]);
        }
      }
    }),
  );
});

/** Every state that some choice of days makes; null where there are too many choices. */
function statesUnderAll(
  record: EventRecord,
  subject: string,
  stream: readonly DomainEvent[],
  when: AsOf,
): readonly State[] | null {
  const windows = windowsOf(stream, when);
  if ([...windows.values()].reduce((product, days) => product * days.length, 1) > MOST) return null;
  const walk = walker(chartOf(record, subject));
  return [...new Set([...choices(windows)].map((choice) => walk(historyUnder(choice, stream, when))))];
}

function chartOf(record: EventRecord, subject: string) {
  const kind = record.dossier.subjects[subject]?.kind;
  if (kind === undefined) throw new Error(`no such subject: ${subject}`);
  return chartFor(kind);
}

function distinct(values: readonly unknown[]): readonly string[] {
  return [...new Set(values.map((value) => JSON.stringify(value)))].sort();
}

function pick<T>(among: readonly T[], number = 0): T {
  const found = among[number % among.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

function isWindow({ first, last }: { readonly first: number; readonly last: number }): boolean {
  return first !== last;
}

/** Whether two of the events were announced together on some day of a window. */
function shareDoubtfulAnnouncement(events: readonly DomainEvent[]): boolean {
  const doubtful = events.filter(({ announced }) => announced.first !== announced.last).map(({ act }) => act);
  return new Set(doubtful).size < doubtful.length;
}
