/** The laws on the fast path: runs through the compiled chart, that begin where earlier ones left their states. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Kind } from '../../src/events/dossier.ts';
import { knownOf } from '../../src/replay/known.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import {
  courseOf,
  firstDifference,
  type Standing,
  standingAt,
  standingsAt,
} from '../../src/replay/standing.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { chartFor, stateOn } from '../../src/replay/walk.ts';
import { type AsOf, dayUnder } from '../../src/time/clocks.ts';
import { addDays, type DayNumber, dayNumber } from '../../src/time/day.ts';
import { remade } from '../record.ts';
import { anyDossier, anyQuestion, recordFrom } from './dossiers.ts';
import { law } from './law.ts';
import { naively } from './naive.ts';

// Streams long enough that states are kept on the way.
const long = { dates: 'close', subjects: 2, entries: 60, days: 20 } as const;
const question = anyQuestion({ days: long.days });
// What nothing bounds leaves states behind, from which later questions begin.
const unbounded = question.map((when) => ({ ...when, announcedBy: null, recordedBy: null, account: null }));

describe('law 6: a run equals the naive engine, and the walk that notes the reasons', () => {
  law(
    6,
    'a run equals the naive engine, and the walk that notes the reasons',
    { runs: 300 },
    fc.property(anyDossier(long), question, (written, when) => {
      const record = recordFrom(written);
      for (const [subject, standing] of standingsAt(record, when)) {
        const kind = kindOf(record, subject);
        const naive = naively(record, when, subject, kind);
        expect({ status: standing.status, state: standing.state }).toEqual({
          status: naive.status,
          state: naive.state,
        });
        expect(standing.context).toEqual(naive.context);
        const traced = stateOn(chartFor(kind), knownOf(record, subject, when), when, when.at);
        expect(standing.since).toBe(traced.since && dayUnder(when.reading, traced.since.effective));
      }
    }),
  );
});

describe('law 5: what was asked before changes no answer', () => {
  law(
    5,
    'a run that begins at a state kept from earlier ones ends where one from the beginning does',
    { runs: 200 },
    fc.property(
      anyDossier({ ...long, subjects: 1 }),
      fc.array(fc.oneof(question, unbounded), { minLength: 3, maxLength: 12 }),
      (written, questions) => {
        const asked = recordFrom(written);
        for (const when of questions) {
          expect(shown(asked, when)).toBe(shown(recordFrom(written), when));
        }
      },
    ),
  );

  law(
    5,
    'an answer that was given is changed by no later one',
    { runs: 100 },
    fc.property(anyDossier({ ...long, subjects: 1 }), question, question, (written, first, second) => {
      const record = recordFrom(written);
      const given = standingsAt(record, first);
      const copy = JSON.stringify([...given]);
      standingsAt(record, second);
      standingsAt(record, { ...second, at: addDays(second.at, 400) });
      expect(JSON.stringify([...given])).toBe(copy);
    }),
  );
});

describe('law 12: a course is the timeline without its reasons', () => {
  law(
    12,
    'a course has the same periods as the timeline, and equals the point answer on and about every boundary',
    { runs: 200 },
    fc.property(anyDossier({ ...long, entries: 25 }), question, (written, when) => {
      const record = recordFrom(written);
      for (const [subject, periods] of Object.entries(timelineOf(record, when))) {
        const course = courseOf(record, subject, when);
        const begins = periods.map(({ from, status }) => [from === null ? null : dayNumber(from), status]);
        expect(course.map(({ from, standing }) => [from, standing.status])).toEqual(begins);
        course.forEach(({ from, to, standing }, index) => {
          expect(to).toBe(course[index + 1]?.from ?? null);
          if (from !== null) expect(standingAt(record, subject, { ...when, at: from })).toEqual(standing);
          if (to !== null) {
            expect(standingAt(record, subject, { ...when, at: addDays(to, -1) })).toEqual(standing);
          }
        });
      }
    }),
  );
});

describe('law 14: differences', () => {
  law(
    14,
    'two records part on the first day on which a subject stands otherwise in them, and on no day before',
    { runs: 200 },
    fc.property(
      anyDossier({ ...long, entries: 20 }),
      question,
      fc.array(fc.boolean(), { maxLength: 30 }),
      (written, when, keeps) => {
        const record = recordFrom(written);
        const other = remade(record, { events: [...record.events].filter((_, n) => keeps[n] ?? true) });
        const parting = firstDifference(record, other, when);
        const days = daysOf(record, when);
        const parted = days.find(
          (day) => shown(record, { ...when, at: day }) !== shown(other, { ...when, at: day }),
        );
        expect(parting?.day ?? null).toBe(parted ?? null);
        if (parting === null) return;
        const at = { ...when, at: parting.day };
        expect(parting.here).toEqual(standingAt(record, parting.subject, at));
        expect(parting.there).toEqual(standingAt(other, parting.subject, at));
        expect(parting.here).not.toEqual(parting.there);
      },
    ),
  );
});

function kindOf({ dossier }: EventRecord, subject: string): Kind {
  const known = dossier.subjects[subject];
  if (known === undefined) throw new Error(`no such subject: ${subject}`);
  return known.kind;
}

function shown(record: EventRecord, when: AsOf): string {
  const standings: [string, Standing][] = [...standingsAt(record, when)];
  return JSON.stringify(standings);
}

/** Every day on which an event of the record can take hold, in order. */
function daysOf(record: EventRecord, { reading }: AsOf): readonly DayNumber[] {
  const days = [...record.events].flatMap(({ versions }) =>
    versions.flatMap(({ event, accounts }) =>
      [...(event === null ? [] : [event]), ...accounts.values()].map(({ effective }) =>
        dayUnder(reading, effective),
      ),
    ),
  );
  return [...new Set(days)].filter((day) => Math.abs(day) < 10_000_000).sort((a, b) => a - b);
}
