import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { diffBetween } from '../../src/replay/diff.ts';
import { logOf } from '../../src/replay/log.ts';
import type { EventRecord, Version } from '../../src/replay/record.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { whyOf } from '../../src/replay/why.ts';
import { stateAt, type World } from '../../src/replay/world.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { addDays, type DayNumber, dayOf } from '../../src/time/day.ts';
import {
  anyDossier,
  anyQuestion,
  eventIds,
  eventsOf,
  type Raw,
  recordFrom,
  shownAsFiles,
  targetOf,
  type WrittenDossier,
} from './dossiers.ts';
import { law } from './law.ts';

const light = { dates: 'close', subjects: 2, entries: 7 } as const;
const exact = { ...light, dates: 'exact', changes: false } as const;

describe('law 13: the answers along the other two clocks', () => {
  law(
    13,
    'as recording goes on, an answer changes only on a day on which something was recorded',
    { runs: 150 },
    fc.property(anyDossier(light), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      const recorded = new Set(versionsOf(record).flatMap((version) => version.recorded ?? []));
      for (const [day, before, after] of answersAlong('recordedBy', record, when)) {
        if (!recorded.has(day)) expect(after).toEqual(before);
      }
    }),
  );

  law(
    13,
    'as announcements go on, an answer changes only on a day on which something may have been announced',
    { runs: 150 },
    fc.property(anyDossier(light), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      const windows = tellingsOf(record).map(({ announced }) => announced);
      for (const [day, before, after] of answersAlong('announcedBy', record, when)) {
        if (!windows.some(({ first, last }) => first <= day && day <= last)) expect(after).toEqual(before);
      }
    }),
  );

  law(
    13,
    'each announcement and each recording counts from its own day on, and on none before',
    { runs: 200 },
    fc.property(anyDossier(exact), anyQuestion(), fc.nat(40), (written, when, number) => {
      const record = recordFrom(written);
      const told = [...record.events][number % record.events.size]?.versions[0];
      if (told === undefined || told.event === null) return;
      const { id, announced } = told.event;
      const known = (asked: Partial<AsOf>) =>
        idsKnown(record, { ...when, account: null, ...asked }).includes(id);
      const first = { announcedBy: null, recordedBy: told.recorded };
      expect(known({ ...first, announcedBy: announced.first })).toBe(true);
      expect(known({ ...first, announcedBy: addDays(announced.first, -1) })).toBe(false);
      if (told.recorded === null) return;
      expect(known(first)).toBe(true);
      expect(known({ ...first, recordedBy: addDays(told.recorded, -1) })).toBe(false);
    }),
  );

  law(
    13,
    'with everything recorded or announced, the answer is the one without a bound',
    { runs: 150 },
    fc.property(anyDossier(light), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      const far = addDays(when.at, 4000);
      const unbounded = stateAt(record, { ...when, recordedBy: null, announcedBy: null });
      expect(answerOf(stateAt(record, { ...when, recordedBy: far, announcedBy: null }))).toEqual(
        answerOf(unbounded),
      );
      // Without a bound what is pending is what was told by the day asked about.
      expect(withoutPending(stateAt(record, { ...when, recordedBy: null, announcedBy: far }))).toEqual(
        withoutPending(unbounded),
      );
    }),
  );
});

describe('law 15: an answer on its basis', () => {
  law(
    15,
    'every answer asked again by the same day of recording is the same to the byte, whatever is recorded after it',
    { runs: 200 },
    fc.property(
      anyDossier(light),
      anyDossier(light),
      anyQuestion(),
      fc.nat(40),
      (written, more, when, number) => {
        const recordedBy = when.recordedBy ?? when.at;
        const question = { ...when, recordedBy };
        const later = addedAfter(recordedBy, written, more, number);
        expect(everyAnswer(recordFrom(later), question)).toBe(everyAnswer(recordFrom(written), question));
      },
    ),
  );
});

/** For each day but the first about a dossier: the day, the answer by the day before it, and the answer by it. */
function* answersAlong(
  clock: 'announcedBy' | 'recordedBy',
  record: EventRecord,
  when: AsOf,
): Generator<readonly [DayNumber, unknown, unknown], void> {
  const days = versionsOf(record).flatMap(({ recorded, event }) => [
    ...(recorded === null ? [] : [recorded]),
    ...(event === null ? [] : [event.announced.first, event.announced.last]),
  ]);
  const near = new Set(days.flatMap((day) => [-1, 0, 1, 2].map((n) => addDays(day, n))));
  for (const day of near) {
    const [before, after] = [addDays(day, -1), day].map((bound) =>
      answerOf(stateAt(record, { ...when, [clock]: bound })),
    );
    yield [day, before, after];
  }
}

function versionsOf({ events }: EventRecord): readonly Version[] {
  return [...events].flatMap(({ versions }) => versions);
}

/** Every event as the base or a party tells it. */
function tellingsOf(record: EventRecord) {
  return versionsOf(record).flatMap(({ event, accounts }) => [
    ...(event === null ? [] : [event]),
    ...accounts.values(),
  ]);
}

/** An answer without the bounds that it repeats. */
function answerOf({ subjects, findings }: World) {
  return { subjects, findings };
}

function withoutPending({ subjects, findings }: World) {
  return {
    findings,
    subjects: Object.entries(subjects).map(([id, state]) => [id, { ...state, pending: null }]),
  };
}

function idsKnown(record: EventRecord, when: AsOf): readonly (string | null)[] {
  return logOf(record, when, EVERYTHING).map(({ event }) => event);
}

const EVERYTHING = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false };

/** All that the library says to a question, as text. */
function everyAnswer(record: EventRecord, when: AsOf): string {
  const subjects = Object.keys(record.dossier.subjects);
  return JSON.stringify([
    stateAt(record, when),
    timelineOf(record, when),
    logOf(record, when, EVERYTHING),
    subjects.map((subject) => whyOf(record, when, subject, null)),
    diffBetween(record, [addDays(when.at, -10), when.at], when),
  ]);
}

/** A dossier to which another's acts, and a retraction, are added after a day, in files between its own. */
function addedAfter(
  day: DayNumber,
  { dossier, files }: WrittenDossier,
  more: WrittenDossier,
  number: number,
): WrittenDossier {
  const recorded = dayOf(addDays(day, 1));
  const fits = (event: Raw) => String(event['subject']) in dossier.subjects;
  const added = more.files.map(({ file, entries }) => ({
    file: file.replace('.yaml', '-more.yaml'),
    entries: entries
      .filter((entry) => targetOf(entry) === undefined)
      .map((entry) => ({
        ...entry,
        act: `later-${entry['act']}`,
        recorded,
        events: eventsOf(entry).filter(fits),
      })),
  }));
  const changed = files.flatMap(({ entries }) => entries.map(targetOf));
  const untouched = eventIds({ files }).filter((id) => !changed.includes(id));
  const target = untouched[number % untouched.length];
  const retraction = { retracts: target, reason: 'because', recorded: LATE, sources: [{ title: 'source' }] };
  const last = target === undefined ? [] : [{ file: 'z.yaml', entries: [retraction] }];
  return shownAsFiles({ dossier, files: [...files, ...added, ...last] });
}

/** After every day on which a generated dossier records anything. */
const LATE = '2031-01-01';
