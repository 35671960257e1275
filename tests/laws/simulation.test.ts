/** The laws of scenarios: what is assumed changes no record, and gives what a record of it would. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventAsKnown } from '../../src/replay/known.ts';
import { assumedIn } from '../../src/replay/mark.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { standingsAt } from '../../src/replay/standing.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { stateAt } from '../../src/replay/world.ts';
import { compared } from '../../src/simulation/compare.ts';
import { promote } from '../../src/simulation/promote.ts';
import { digestOf } from '../../src/store/digest.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { addDays, type DayNumber, dayNumber, dayOf, parseDay } from '../../src/time/day.ts';
import { contents, dayNamed, remade } from '../record.ts';
import {
  anyDay,
  anyDossier,
  anyQuestion,
  eventsOf,
  type Raw,
  recordFrom,
  START,
  sometimes,
} from './dossiers.ts';
import { law } from './law.ts';
import { branchOn, partedActs, scenario, unmarkedAnswers, withEntries } from './scenarios.ts';

const taste = { dates: 'close', subjects: 3, entries: 16, days: 20 } as const;
const dossier = anyDossier(taste);
const question = anyQuestion({ days: taste.days });
const choice = fc.array(fc.constantFrom('keep', 'first', 'second'), { maxLength: 16 });

describe('law 27: streams are independent', () => {
  law(
    27,
    'a scenario leaves every subject alone that it does not name',
    { runs: 80 },
    fc.property(dossier, choice, question, (written, choices, when) => {
      const { rest, first } = partedActs(written, choices);
      const record = recordFrom(rest);
      const branch = branchOn(record, [scenario({ acts: first })]);
      const named = first.flatMap((act) => eventsOf(act).map(({ subject }) => subject));
      for (const id of Object.keys(record.dossier.subjects).filter((one) => !named.includes(one))) {
        expect(branch.streamOf(id, when)).toBe(record.streamOf(id, when));
      }
    }),
  );
});

describe('law 28: isolation', () => {
  law(
    28,
    'nothing done on a branch changes the record, its parent or a sibling',
    { runs: 60 },
    fc.property(dossier, choice, question, question, (written, choices, before, when) => {
      const { rest, first, second } = partedActs(written, choices);
      const record = recordFrom(rest);
      const untouched = recordFrom(rest);
      const base = scenario({ acts: first });
      const parent = branchOn(record, [base]);
      const expected = unmarkedAnswers(branchOn(untouched, [base]), when);
      const child = branchOn(record, [base, scenario({ scenario: 't', acts: second })]);
      const sibling = branchOn(record, [base]);
      unmarkedAnswers(child, before);
      unmarkedAnswers(child, when);
      expect(unmarkedAnswers(parent, when)).toBe(expected);
      expect(unmarkedAnswers(sibling, when)).toBe(expected);
      expect(unmarkedAnswers(record, when)).toBe(unmarkedAnswers(untouched, when));
      expect(digestOf(record)).toBe(digestOf(untouched));
    }),
  );

  law(
    28,
    'what is on a branch and not on the record bears its mark, which no file can have',
    { runs: 60 },
    fc.property(dossier, choice, (written, choices) => {
      const { rest, first, second } = partedActs(written, choices);
      const record = recordFrom(rest);
      const chain = [scenario({ acts: first }), scenario({ scenario: 't', acts: second })];
      const branch = branchOn(record, chain);
      for (const { act } of branch.acts) expect(assumedIn(act) === null).toBe(record.acts.get(act) !== null);
      for (const { id } of branch.events) expect(assumedIn(id) === null).toBe(record.events.get(id) !== null);
      expect([...branch.acts].length).toBe(record.acts.size + first.length + second.length);
    }),
  );
});

describe('law 29: the empty scenario', () => {
  law(
    29,
    'it is the record: the same contents and streams, and nothing differs on any day',
    { runs: 80 },
    fc.property(dossier, question, (written, when) => {
      const record = recordFrom(written);
      const branch = branchOn(record, [scenario({}), scenario({ scenario: 't' })]);
      expect(contents(branch)).toEqual(contents(record));
      const outcome = compared(record, branch, [when.at], when);
      expect(outcome).toEqual({
        dates: [{ at: dayOf(when.at), changes: [] }],
        firstDivergence: null,
        findings: { added: [], removed: [] },
      });
    }),
  );
});

describe('law 30: simulating equals replaying', () => {
  law(
    30,
    'acts that are assumed lead where a record does that has them last',
    { runs: 100 },
    fc.property(dossier, choice, question, (written, choices, when) => {
      const { rest, first } = partedActs(written, choices);
      const branch = branchOn(recordFrom(rest), [scenario({ acts: first })]);
      expect(unmarkedAnswers(branch, when)).toBe(unmarkedAnswers(recordFrom(withEntries(rest, first)), when));
    }),
  );

  law(
    30,
    'acts that are taken out leave what a record without them has',
    { runs: 80 },
    fc.property(dossier, choice, question, (written, choices, when) => {
      const { rest, first, second } = partedActs(written, choices);
      const record = recordFrom(withEntries(rest, [...first, ...second]));
      const events = second.flatMap((act) => eventsOf(act).map((_, index) => `${act['act']}/${index + 1}`));
      const branch = branchOn(record, [scenario({ without: [...first.map(({ act }) => act), ...events] })]);
      const fewer = remade(record, {
        acts: [...record.acts].filter(({ act }) => first.every((one) => one['act'] !== act)),
        events: [...record.events].filter(
          ({ id }) => !events.includes(id) && first.every(({ act }) => !id.startsWith(`${act}/`)),
        ),
      });
      expect(unmarkedAnswers(branch, when)).toBe(unmarkedAnswers(fewer, when));
    }),
  );

  law(
    30,
    'events that are moved or retold lead where a record does that has them so',
    { runs: 80 },
    fc.property(dossier, choice, anyDay(taste.days), question, (written, choices, day, when) => {
      const { rest, first } = partedActs(written, choices);
      const record = recordFrom(withEntries(rest, first));
      const changes = first.flatMap((act) =>
        eventsOf(act).map((_, index) => ({ event: `${act['act']}/${index + 1}`, set: { effective: day } })),
      );
      const branch = branchOn(record, [scenario({ changes })]);
      const moved = first.map((act) => ({
        ...act,
        events: eventsOf(act).map((event) => ({ ...event, effective: day })),
      }));
      const other = recordFrom(withEntries(rest, moved));
      expect([...standingsAt(branch, when)]).toEqual([...standingsAt(other, when)]);
      const [states, others] = [branch, other].map((one) => stripped(stateAt(one, when)));
      expect(states).toBe(others);
    }),
  );
});

describe('law 31: nesting', () => {
  law(
    31,
    'a scenario on another equals both in one',
    { runs: 80 },
    fc.property(dossier, choice, question, (written, choices, when) => {
      const { rest, first, second } = partedActs(written, choices);
      const record = recordFrom(rest);
      const nested = branchOn(record, [scenario({ acts: first }), scenario({ scenario: 't', acts: second })]);
      const once = branchOn(record, [scenario({ acts: [...first, ...second] })]);
      expect(unmarkedAnswers(nested, when)).toBe(unmarkedAnswers(once, when));
    }),
  );

  law(
    31,
    'what a scenario takes out of its base or changes in it, the base may as well not have, or have so',
    { runs: 80 },
    fc.property(dossier, choice, anyDay(taste.days), question, (written, choices, day, when) => {
      const { rest, first, second } = partedActs(written, choices);
      const record = recordFrom(rest);
      const changes = second.flatMap((act) =>
        eventsOf(act).map((_, index) => ({ event: `${act['act']}/${index + 1}`, set: { effective: day } })),
      );
      const nested = branchOn(record, [
        scenario({ acts: [...first, ...second] }),
        scenario({ scenario: 't', without: first.flatMap(withoutIt), changes }),
      ]);
      const moved = second.map((act) => ({
        ...act,
        events: eventsOf(act).map((event) => ({ ...event, effective: day })),
      }));
      const emptied = first.filter((_, index) => index % 2 === 1).map((act) => ({ ...act, events: [] }));
      const once = branchOn(record, [scenario({ acts: [...emptied, ...moved] })]);
      expect(unmarkedAnswers(nested, when)).toBe(unmarkedAnswers(once, when));
    }),
  );
});

describe('law 32: any past', () => {
  const exact = anyDossier({ ...taste, dates: 'exact', entries: 20 });
  const bound = sometimes(fc.integer({ min: -1, max: taste.days }), 0.7);

  law(
    32,
    'a branch from a day of announcement and one of recording is the record as known on those days',
    { runs: 150 },
    fc.property(exact, bound, bound, question, (written, announced, recorded, when) => {
      const record = recordFrom(written);
      const past = { announced: dayAfterStart(announced), recorded: dayAfterStart(recorded) };
      const branch = branchOn(record, [scenario({ from: asWritten(past) })]);
      const then = {
        ...when,
        announcedBy: least(when.announcedBy, past.announced),
        recordedBy: least(when.recordedBy, past.recorded),
      };
      expect(known(branch, when)).toBe(known(record, then));
    }),
  );

  law(
    32,
    'where days of announcement are in doubt, that past has what was certainly announced by then',
    { runs: 100 },
    fc.property(dossier, bound, question, (written, announced, when) => {
      const record = recordFrom(written);
      const past = { announced: dayAfterStart(announced), recorded: null };
      const branch = branchOn(record, [scenario({ from: asWritten(past) })]);
      const late = { ...when, reading: 'latest' } as const;
      const then = { ...late, announcedBy: least(when.announcedBy, past.announced) };
      expect([...standingsAt(branch, late)]).toEqual([...standingsAt(record, then)]);
      expect(timelineOf(branch, late)).toEqual(timelineOf(record, then));
    }),
  );

  law(
    32,
    'acts that are assumed later follow on that past, and a branch of it may go back further',
    { runs: 80 },
    fc.property(exact, choice, bound, bound, question, (written, choices, one, other, when) => {
      const { rest, first } = partedActs(written, choices);
      const record = recordFrom(rest);
      const [early, late] = [dayAfterStart(one), dayAfterStart(other)];
      const until = least(early, late);
      const past = { announced: early, recorded: null };
      const acts = first.filter(({ announced }) => isFrom(announced, early)).map(atOnce);
      const chain = [
        scenario({ from: asWritten(past), acts }),
        scenario({ scenario: 't', from: asWritten({ ...past, announced: late }) }),
      ];
      const branch = branchOn(record, chain);
      const left = acts.filter(({ announced }) => late === null || !isFrom(announced, addDays(late, 1)));
      const whole = recordFrom(withEntries(rest, left));
      const kept = remade(whole, {
        acts: whole.acts,
        events: [...whole.events].filter(
          ({ id }) => left.some(({ act }) => id.startsWith(`${act}/`)) || isKnown(whole, id, until),
        ),
      });
      expect([...standingsAt(branch, { ...when, recordedBy: null })]).toEqual([
        ...standingsAt(kept, { ...when, recordedBy: null }),
      ]);
    }),
  );
});

describe('law 33: promotion', () => {
  const grounds = { sources: [{ title: 'Circular' }], recorded: null };

  law(
    33,
    'recording what was assumed gives what was simulated',
    { runs: 100 },
    fc.property(dossier, choice, question, (written, choices, when) => {
      const { rest, first } = partedActs(written, choices);
      const branch = branchOn(recordFrom(rest), [scenario({ acts: first.map(alwaysOnRecord) })]);
      const entries = first.map(({ act }) => promoted(branch, `s:${act}`, grounds));
      const record = recordFrom(withEntries(rest, entries));
      expect(unmarkedAnswers(branch, when)).toBe(unmarkedAnswers(record, when));
    }),
  );

  law(
    33,
    'recorded on a day, it gives what was simulated from then on, and nothing before',
    { runs: 80 },
    fc.property(dossier, choice, anyDay(taste.days), question, (written, choices, day, when) => {
      const { rest, first } = partedActs(written, choices);
      const base = recordFrom(rest);
      const branch = branchOn(base, [scenario({ acts: first.map(alwaysOnRecord) })]);
      const recorded = parseDay(day);
      const entries = first.map(({ act }) => promoted(branch, `s:${act}`, { ...grounds, recorded }));
      const record = recordFrom(withEntries(rest, entries));
      const { recordedBy } = when;
      const expected = recordedBy === null || dayOf(recordedBy) >= day ? branch : base;
      expect([...standingsAt(record, when)]).toEqual([...standingsAt(expected, when)]);
    }),
  );

  test('without sources it is refused, with a reason', () => {
    const branch = branchOn(recordFrom(SMALL), [scenario({ acts: [CLOSING] })]);
    expect(promote(branch, 's:end', { ...grounds, sources: [] })).toEqual({
      kind: 'refused',
      problems: [
        { path: ['sources'], atKey: false, what: 'no source', instead: 'write at least one, with a title' },
      ],
    });
  });

  test('what is on record, or only changes it, is not promoted', () => {
    const branch = branchOn(recordFrom(SMALL), [
      scenario({ changes: [{ event: 'a1/1', set: { effective: '2020-02-01' } }] }),
    ]);
    expect(promote(branch, 'a1', grounds)).toMatchObject({ problems: [{ what: 'a1 is on record' }] });
    expect(promote(branch, 's:a1', grounds)).toMatchObject({
      problems: [{ what: 's:a1 only changes what is on record' }],
    });
    expect(promote(branch, 's:b', grounds)).toMatchObject({ problems: [{ what: 'no such act: s:b' }] });
  });
});

const CLOSING = {
  act: 'end',
  by: 'a',
  announced: '2020-03-01',
  events: [{ subject: 'e', type: 'mission.closed' }],
};
const SMALL = {
  dossier: { title: 'Small', parties: { a: 'A' }, subjects: { e: { kind: 'embassy', name: 'E' } } },
  files: [
    {
      file: 'a.yaml',
      entries: [
        {
          act: 'a1',
          by: 'a',
          title: 'Opening',
          announced: START,
          sources: [{ title: 'Circular' }],
          events: [{ subject: 'e', type: 'mission.established' }],
        },
      ],
    },
  ],
} as const;

function promoted(branch: EventRecord, name: string, grounds: Parameters<typeof promote>[2]): Raw {
  const made = promote(branch, name, grounds);
  if (made.kind === 'entry') return made.entry;
  throw new Error(made.problems.map(({ what }) => what).join('\n'));
}

/** One act as a whole, the next event by event. */
function withoutIt(act: Raw, index: number): readonly unknown[] {
  return index % 2 === 0 ? [act['act']] : eventsOf(act).map((_, n) => `${act['act']}/${n + 1}`);
}

function alwaysOnRecord({ recorded: _, ...act }: Raw): Raw {
  return act;
}

/** The act with all its events on the day of its announcement, and so not before its branch begins. */
function atOnce(act: Raw): Raw {
  return { ...act, events: eventsOf(act).map(({ effective: _, ...event }) => event) };
}

function stripped(answer: object): string {
  return JSON.stringify(answer)
    .replaceAll(/"hypothetical":"[st]",/g, '')
    .replaceAll(/(?<=")[st]:/g, '');
}

function dayAfterStart(days: number | null): DayNumber | null {
  return days === null ? null : addDays(dayNamed(START), days);
}

function asWritten({
  announced,
  recorded,
}: {
  announced: DayNumber | null;
  recorded: DayNumber | null;
}): Raw {
  return {
    ...(announced === null ? {} : { announced: dayOf(announced) }),
    ...(recorded === null ? {} : { recorded: dayOf(recorded) }),
  };
}

function least(a: DayNumber | null, b: DayNumber | null): DayNumber | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** What is known, without what the answer repeats of its question, and without what is pending as seen from it. */
function known(record: EventRecord, when: AsOf): string {
  const { at, subjects, findings } = stateAt(record, when);
  const states = Object.entries(subjects).map(([id, { pending: _, ...state }]) => [id, state]);
  return JSON.stringify([at, states, findings, [...standingsAt(record, when)], timelineOf(record, when)]);
}

/** Whether a date, which is an exact one, is no earlier than a day. */
function isFrom(announced: unknown, day: DayNumber | null): boolean {
  const parsed = parseDay(String(announced).slice(0, 10));
  return day === null || (parsed !== null && dayNumber(parsed) >= day);
}

function isKnown(record: EventRecord, id: string, announcedBy: DayNumber | null): boolean {
  const event = eventAsKnown(record, id, {
    announcedBy: null,
    recordedBy: null,
    account: null,
    reading: 'latest',
  });
  return announcedBy === null || event === null || event.announced.last <= announcedBy;
}
