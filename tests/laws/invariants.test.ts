import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/events/dossier.ts';
import { check, invariants } from '../../src/invariants/check.ts';
import type { Violation } from '../../src/invariants/violations.ts';
import { describe as described } from '../../src/replay/describe.ts';
import { begin } from '../../src/replay/evolve.ts';
import { knownBySubject } from '../../src/replay/known.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { chartFor, walk } from '../../src/replay/walk.ts';
import { type SubjectState, stateAt, type World } from '../../src/replay/world.ts';
import { type AsOf, dayUnder } from '../../src/time/clocks.ts';
import { addDays, type Day, type DayNumber, dayNumber, dayOf, NEVER } from '../../src/time/day.ts';
import { ALL, violationsOf } from '../invariants/records.ts';
import { remade } from '../record.ts';
import { choices, historyUnder, walker, windowsOf } from './choices.ts';
import { anyDossier, anyQuestion, recordFrom, shownAsFiles, type WrittenDossier } from './dossiers.ts';
import { law } from './law.ts';

/** What a record can break; all else on states and transitions the machines see to. */
const breakable = ['channel-has-a-holder', 'no-accreditation-while-suspended'];

describe('law 36: invariants on states and transitions', () => {
  law(
    36,
    'no state or transition of a record breaks an invariant, but for the two that a record can break',
    { runs: 400 },
    fc.property(anyDossier({ subjects: 2, entries: 12 }), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      for (const [id, stream] of knownBySubject(record, when)) {
        const kind = record.dossier.subjects[id]?.kind;
        if (kind === undefined) continue;
        const chart = chartFor(kind);
        let before = described(chart, begin(chart), 'earliest');
        for (const { state, event, outcome } of walk(chart, stream, when)) {
          const after = described(chart, state, 'earliest');
          for (const invariant of invariants) {
            if (breakable.includes(invariant.id)) continue;
            if (invariant.on === 'state')
              expect([invariant.id, invariant.broken(after)]).toEqual([invariant.id, null]);
            if (invariant.on !== 'transition' || outcome.kind !== 'applied') continue;
            const says = invariant.broken(before.status, event, after.status);
            expect([invariant.id, says]).toEqual([invariant.id, null]);
          }
          before = after;
        }
      }
    }),
  );
});

describe('violations', () => {
  law(
    36,
    'an embassy is told to work without relations on exactly the days on which it certainly does',
    { runs: 150 },
    fc.property(aPair(), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      toldOn('no-embassy-without-relations', record, when, 'the-embassy', ({ subjects }) => {
        const [embassy, relations] = [subjects['the-embassy'], subjects['the-relations']];
        return is(embassy, 'operating') && is(relations, 'broken-off');
      });
    }),
  );

  law(
    36,
    'a channel is told to have no holder on exactly the days on which it certainly has none',
    { runs: 60 },
    fc.property(
      anyDossier({ kinds: ['channel'], subjects: 1, entries: 6 }),
      anyQuestion(),
      (written, when) => {
        toldOn('channel-has-a-holder', recordFrom(written), when, 'the-channel', ({ subjects }) => {
          const channel = subjects['the-channel'];
          const open = channel?.uncertain.some(({ field }) => field === 'holder') ?? true;
          return is(channel, 'designated') && channel?.['holder'] === null && !open;
        });
      },
    ),
  );

  const offices = {
    kinds: ['information-office'],
    subjects: 1,
    entries: 5,
    dates: 'close',
    days: 8,
  } as const;

  law(
    36,
    'accreditation told to be granted to a suspended mission is so under every choice of days',
    { runs: 400 },
    fc.property(anyDossier(offices), (written) => {
      const record = recordFrom(written);
      const found = violationsOf('no-accreditation-while-suspended', record);
      for (const { events } of found)
        for (const before of statusesBefore(record, events[0])) expect(before).toBe('suspended');
    }),
  );

  law(
    36,
    'every violation, finding, conflict and doubt is of events on record, and of days in their order',
    { runs: 300 },
    fc.property(anyDossier(), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      const report = check(record, when);
      const known = new Set([...knownBySubject(record, when).values()].flat().map(({ id }) => id));
      const all = report.invariants.flatMap(({ violations }) => violations);
      for (const { events, act, subject, from, to } of all) {
        expect(events.filter((id) => !known.has(id))).toEqual([]);
        expect(events.length > 0 || record.acts.get(act ?? '') !== null).toBe(true);
        if (subject !== null) expect(Object.keys(record.dossier.subjects)).toContain(subject);
        if (from !== null && to !== null) expect(from < to).toBe(true);
      }
      for (const { event } of [...report.findings, ...report.conflicts, ...report.doubtful]) {
        expect(known).toContain(event);
      }
    }),
  );

  law(
    36,
    'what is announced or recorded after the bounds of a check changes nothing in it',
    { runs: 200 },
    fc.property(anyDossier(), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      const early = (day: DayNumber | null, bound: DayNumber | null) =>
        bound === null || day === null || day <= bound;
      const acts = [...record.acts].filter(
        (act) =>
          early(act.recorded, when.recordedBy) &&
          early(dayUnder(when.reading, act.announced), when.announcedBy),
      );
      const events = [...record.events].flatMap(({ id, versions }) => {
        const [first, ...rest] = versions.filter(({ recorded }) => early(recorded, when.recordedBy));
        return first === undefined ? [] : [{ id, versions: [first, ...rest] as const }];
      });
      expect(check(remade(record, { acts, events }), when)).toEqual(check(record, when));
    }),
  );

  test('generated dossiers break every invariant that a record can break', () => {
    const broken = new Set<string>();
    const written = fc.oneof(aPair(), anyDossier(offices), anyDossier({ subjects: 2, dates: 'close' }));
    for (const one of fc.sample(written, { numRuns: 400, seed: 1 })) {
      const { invariants: verdicts } = check(recordFrom(one), ALL);
      for (const { id, holds } of verdicts) if (!holds) broken.add(id);
    }
    // All their dates lie within two months, and reading refuses acts without sources.
    const rare = ['no-false-precision', 'acts-cite-sources'];
    const expected = invariants.filter(
      ({ on, id }) => on === 'world' || on === 'record' || breakable.includes(id),
    );
    expect(expected.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual(rare.reverse());
  });

  test('every kind of subject can be checked', () => {
    for (const kind of kinds) {
      for (const one of fc.sample(anyDossier({ kinds: [kind], subjects: 1 }), { numRuns: 5, seed: 1 })) {
        expect(check(recordFrom(one), ALL).invariants).toHaveLength(invariants.length);
      }
    }
  });
});

/** An embassy and the relations between the same two States, named from either side. */
function aPair(): fc.Arbitrary<WrittenDossier> {
  const pair = anyDossier({ kinds: ['embassy', 'relations'], subjects: 2, entries: 6 });
  return fc.tuple(pair, fc.boolean()).map(([{ dossier, files }, turned]) => {
    const sides = (kind: string) =>
      turned && kind === 'relations' ? { sending: 'b', receiving: 'a' } : { sending: 'a', receiving: 'b' };
    const subjects = Object.fromEntries(
      Object.entries(dossier.subjects).map(([id, subject]) => [id, { ...subject, ...sides(subject.kind) }]),
    );
    return shownAsFiles({ dossier: { ...dossier, subjects }, files });
  });
}

/** Whether a subject is certainly of that status. */
function is(subject: SubjectState | undefined, status: string): boolean {
  return subject?.status === status && !subject.uncertain.some(({ field }) => field === 'status');
}

/** The days of the violations are those on which the answer to a question about the day shows one. */
function toldOn(
  id: string,
  record: EventRecord,
  when: AsOf,
  subject: string,
  shows: (world: World) => boolean,
) {
  const found = violationsOf(id, record, when);
  expect(found.filter((violation) => violation.subject !== subject)).toEqual([]);
  for (const at of daysAbout(record)) {
    const told = found.filter((violation) => holdsOn(violation, dayOf(at))).length;
    expect([dayOf(at), told]).toEqual([dayOf(at), shows(stateAt(record, { ...when, at })) ? 1 : 0]);
  }
}

function holdsOn({ from, to }: Violation, day: Day): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}

/** The first and last days of all windows, and the days before and after them. */
function daysAbout({ events }: EventRecord): readonly DayNumber[] {
  const edges = [...events].flatMap(({ versions }) =>
    versions.flatMap(({ event, accounts }) =>
      [event, ...accounts.values()].flatMap((one) => (one ? [one.effective.first, one.effective.last] : [])),
    ),
  );
  const finite = edges.filter((day) => day !== NEVER);
  return [...new Set(finite.flatMap((day) => [-1, 0, 1].map((k) => addDays(day, k))))];
}

/** The statuses in which an event finds its subject, of all choices of days; none where these are too many to try. */
function statusesBefore(record: EventRecord, id: string | undefined): readonly string[] {
  const when = { ...ALL, at: dayNumber('2021-01-01' as Day) };
  for (const [subject, stream] of knownBySubject(record, when)) {
    const kind = record.dossier.subjects[subject]?.kind;
    if (kind === undefined || !stream.some((event) => event.id === id)) continue;
    const windows = windowsOf(stream, when);
    if ([...windows.values()].reduce((product, days) => product * days.length, 1) > 3000) return [];
    const { status } = chartFor(kind).rules;
    const stateAfter = walker(chartFor(kind));
    return [...choices(windows)].flatMap((choice) => {
      const history = historyUnder(choice, stream, when);
      const place = history.findIndex((event) => event.id === id);
      return place < 0 ? [] : [status.of(stateAfter(history.slice(0, place)).snapshot.at.value)];
    });
  }
  return [];
}
