import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { isMap } from '../../src/events/read.ts';
import { diffBetween, type FieldChange } from '../../src/replay/diff.ts';
import { knownBySubject } from '../../src/replay/known.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { chartFor, stateOn } from '../../src/replay/walk.ts';
import { stateAt } from '../../src/replay/world.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { addDays, type DayNumber, dayNumber } from '../../src/time/day.ts';
import { parseEdtf } from '../../src/time/edtf.ts';
import { remade } from '../record.ts';
import { anyDossier, anyQuestion, type Raw, recordFrom, targetOf, type WrittenDossier } from './dossiers.ts';
import { law } from './law.ts';

const light = { dates: 'close', subjects: 3 } as const;
// On few days, so that much happens on one.
const collected = { ...light, days: 6, subjects: 2, entries: 12 };

describe('law 8: knowledge is immutable', () => {
  law(
    8,
    'what is recorded later changes no answer bounded earlier',
    { runs: 300 },
    fc.property(anyDossier(light), anyQuestion(), anyQuestion(), (written, when, { at: recordedBy }) => {
      const before = without(written, (entry) => isAfter(entry['recorded'], recordedBy));
      const question = { ...when, recordedBy };
      expect(stateAt(recordFrom(written), question)).toEqual(stateAt(recordFrom(before), question));
    }),
  );

  law(
    8,
    'what is announced later changes no answer bounded earlier',
    { runs: 300 },
    fc.property(anyDossier(light), anyQuestion(), anyQuestion(), (written, when, { at: announcedBy }) => {
      const moved = new Set(changesOf(written).filter(movesAnnouncement).map(actConcerned));
      const before = without(
        written,
        (entry) => isAfter(entry['announced'], announcedBy) && !moved.has(String(entry['act'])),
      );
      const question = { ...when, announcedBy };
      expect(stateAt(recordFrom(written), question)).toEqual(stateAt(recordFrom(before), question));
    }),
  );
});

describe('law 9: locality', () => {
  law(
    9,
    'an event changes no state before the first day on which it can have taken hold',
    { runs: 400 },
    fc.property(anyDossier(light), anyQuestion(), fc.nat(40), (written, when, number) => {
      const record = recordFrom(written);
      const entry = [...record.events][number % record.events.size];
      if (entry === undefined) return;
      const versions = entry.versions.flatMap(({ event, accounts }) => [event, ...accounts.values()]);
      const first = Math.min(...versions.flatMap((event) => event?.effective.first ?? []));
      if (first <= when.at) return;
      const less = remade(record, { events: [...record.events].filter(({ id }) => id !== entry.id) });
      const [all, rest] = [stateAt(record, when), stateAt(less, when)];
      expect(all.findings).toEqual(rest.findings);
      for (const [id, state] of Object.entries(all.subjects)) {
        expect({ ...state, pending: null }).toEqual({ ...rest.subjects[id], pending: null });
      }
    }),
  );
});

describe('law 10: late arrival', () => {
  law(
    10,
    'with no bound on recording it does not matter when an act was recorded',
    { runs: 200 },
    fc.property(anyDossier(light), anyQuestion(), (written, when) => {
      const always = written.files.map(({ file, entries }) => ({
        file,
        entries: entries.map((entry) => {
          const { recorded: _, ...rest } = entry;
          return targetOf(entry) === undefined ? rest : entry;
        }),
      }));
      const question = { ...when, recordedBy: null };
      expect(stateAt(recordFrom({ ...written, files: always }), question)).toEqual(
        stateAt(recordFrom(written), question),
      );
    }),
  );
});

describe('law 12: the timeline', () => {
  law(
    12,
    'it has no gaps and no overlaps, and no two periods in a row are alike',
    { runs: 200 },
    fc.property(anyDossier(light), anyQuestion(), (written, when) => {
      for (const periods of Object.values(timelineOf(recordFrom(written), when))) {
        expect(periods[0]?.from).toBeNull();
        expect(periods.at(-1)?.to).toBeNull();
        periods.slice(1).forEach((period, index) => {
          const before = periods[index];
          expect(period.from).not.toBeNull();
          expect(before?.to).toBe(period.from);
          expect(String(period.from) > String(before?.from ?? '')).toBe(true);
          expect(valuesOf(period)).not.toEqual(before && valuesOf(before));
        });
      }
    }),
  );

  law(
    12,
    'a period gives the answer of its days: the first in every part, the others in every value',
    { runs: 120 },
    fc.property(anyDossier(collected), anyQuestion(collected), (written, when) => {
      const record = recordFrom(written);
      for (const [id, periods] of Object.entries(timelineOf(record, when))) {
        const boundaries = periods.flatMap(({ from }) => (from === null ? [] : [dayNumber(from)]));
        for (const day of new Set(boundaries.flatMap((from) => [-1, 0, 1].map((k) => addDays(from, k))))) {
          const period = periods.findLast(({ from }) => from === null || dayNumber(from) <= day);
          const point = stateAt(record, { ...when, at: day }, [id]).subjects[id];
          if (period === undefined || point === undefined) throw new Error('a day without an answer');
          expect(like(valuesOf(period), point)).toEqual(valuesOf(period));
          if (boundaries.includes(day)) expect(like(partsOf(period), point)).toEqual(partsOf(period));
        }
      }
    }),
  );
});

describe('law 14: differences', () => {
  const days = [anyQuestion(), anyQuestion(), anyQuestion()] as const;

  law(
    14,
    'between a day and itself there is none',
    { runs: 100 },
    fc.property(anyDossier(light), anyQuestion(), (written, when) => {
      expect(diffBetween(recordFrom(written), [when.at, when.at], when).changes).toEqual([]);
    }),
  );

  law(
    14,
    'the differences between two days make one state into the other, forwards and backwards',
    { runs: 300 },
    fc.property(anyDossier(light), ...days, (written, when, { at: from }, { at: to }) => {
      const record = recordFrom(written);
      const { changes } = diffBetween(record, [from, to], when);
      expect(applied(changes, fieldsOn(record, when, from))).toEqual(fieldsOn(record, when, to));
      expect(sorted(diffBetween(record, [to, from], when).changes)).toEqual(
        sorted(changes).map(({ before, after, ...change }) => ({
          ...change,
          before: after,
          after: before,
        })),
      );
    }),
  );

  law(
    14,
    'differences compose',
    { runs: 200 },
    fc.property(anyDossier(light), ...days, (written, a, b, c) => {
      const record = recordFrom(written);
      const start = fieldsOn(record, a, a.at);
      const [ab, bc, ac] = [
        [a.at, b.at],
        [b.at, c.at],
        [a.at, c.at],
      ].map(([from = a.at, to = a.at]) => diffBetween(record, [from, to], a).changes);
      expect(applied(bc ?? [], applied(ab ?? [], start))).toEqual(applied(ac ?? [], start));
    }),
  );

  law(
    14,
    'a difference names the events that made it, all of them between the two days',
    { runs: 200 },
    fc.property(anyDossier(light), ...days, (written, when, { at: a }, { at: b }) => {
      const record = recordFrom(written);
      const [from, to] = a < b ? [a, b] : [b, a];
      const streams = knownBySubject(record, when);
      for (const { subject, because } of diffBetween(record, [from, to], when).changes) {
        const between = (streams.get(subject) ?? [])
          .filter(({ effective }) => {
            const day = when.reading === 'latest' ? effective.last : effective.first;
            return from < day && day <= to;
          })
          .map(({ id }) => id);
        expect(because.length).toBeGreaterThan(0);
        expect(because.filter((id) => !between.includes(id))).toEqual([]);
      }
    }),
  );

  law(
    14,
    'what is uncertain on either day is told as on that day',
    { runs: 100 },
    fc.property(anyDossier(light), ...days, (written, when, { at: from }, { at: to }) => {
      fc.pre(from !== to);
      const record = recordFrom(written);
      const { uncertain } = diffBetween(record, [from, to], when);
      for (const day of [from, to]) {
        const { at, subjects } = stateAt(record, { ...when, at: day });
        const told = Object.entries(subjects).flatMap(([subject, state]) =>
          state.uncertain.map((one) => ({ subject, at, ...one })),
        );
        expect(uncertain.filter((one) => one.at === at)).toEqual(told);
      }
    }),
  );
});

/** The dossier without the acts of which something is true, and without the changes of their events or like them. */
function without({ dossier, files }: WrittenDossier, unwanted: (entry: Raw) => boolean): WrittenDossier {
  const acts = files.flatMap(({ entries }) => entries.filter((entry) => targetOf(entry) === undefined));
  const gone = new Set(acts.filter(unwanted).map((entry) => String(entry['act'])));
  const keep = (entry: Raw) => !unwanted(entry) && !gone.has(actConcerned(entry));
  return { dossier, files: files.map(({ file, entries }) => ({ file, entries: entries.filter(keep) })) };
}

function changesOf({ files }: WrittenDossier): readonly Raw[] {
  return files.flatMap(({ entries }) => entries.filter((entry) => targetOf(entry) !== undefined));
}

function movesAnnouncement({ set }: Raw): boolean {
  return isMap(set) && 'announced' in set;
}

/** The act that an entry is, or that it changes an event of. */
function actConcerned(entry: Raw): string {
  return String(targetOf(entry) ?? entry['act']).split('/')[0] ?? '';
}

/** Whether a date, if there is one, begins after a day. */
function isAfter(written: unknown, day: DayNumber): boolean {
  if (typeof written !== 'string') return false;
  const read = parseEdtf(written);
  return read.kind === 'date' && read.date.first > day;
}

/** What a period says of its days, apart from why. */
function valuesOf(period: Told): Told {
  const { because: _, doubtful: __, ...values } = partsOf(period);
  return values;
}

/** All that a period says of its days. */
function partsOf({ from: _, to: __, began: ___, ...parts }: Told): Told {
  return parts;
}

/** The parts of an answer that another has too. */
function like(other: Told, answer: Told): Told {
  return Object.fromEntries(Object.keys(other).map((part) => [part, answer[part]]));
}

type Told = { readonly [part: string]: unknown };

type Fields = { readonly [field: string]: unknown };

function fieldsOn(record: EventRecord, when: AsOf, day: DayNumber): Fields {
  const streams = knownBySubject(record, when);
  const entries = Object.entries(record.dossier.subjects).flatMap(([id, { kind }]) =>
    [...stateOn(chartFor(kind), streams.get(id) ?? [], when, day).fields]
      .filter(([, value]) => value !== null)
      .map(([field, value]) => [`${id} ${field}`, value]),
  );
  return Object.fromEntries(entries);
}

/** The fields with the changes made; each must find what it says was there before. */
function applied(changes: readonly FieldChange[], fields: Fields): Fields {
  const result = new Map(Object.entries(fields));
  for (const { subject, field, before, after } of changes) {
    const name = `${subject} ${field}`;
    expect(result.get(name) ?? null).toEqual(before);
    if (after === null) result.delete(name);
    else result.set(name, after);
  }
  return Object.fromEntries(result);
}

function sorted(changes: readonly FieldChange[]): readonly FieldChange[] {
  const key = ({ subject, field }: FieldChange) => `${subject} ${field}`;
  return [...changes].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
