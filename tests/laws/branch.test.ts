/** The laws of branches: other histories beside a record, which share what they do not change. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { branchOf, type Departure } from '../../src/replay/branch.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { firstDifference, standingsAt } from '../../src/replay/standing.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { stateAt } from '../../src/replay/world.ts';
import { digestOf } from '../../src/store/digest.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { addDays } from '../../src/time/day.ts';
import { contents, dayNamed, remade } from '../record.ts';
import { anyDossier, anyQuestion, recordFrom, START } from './dossiers.ts';
import { law } from './law.ts';

const taste = { dates: 'close', subjects: 2, entries: 30, days: 20 } as const;
const question = anyQuestion({ days: taste.days });
const choice = fc.array(fc.constantFrom('keep', 'first', 'second'), { maxLength: 45 });

describe('law 28: isolation', () => {
  law(
    28,
    'nothing asked of a branch changes the record, nor another branch of it',
    { runs: 80 },
    fc.property(anyDossier(taste), choice, question, question, (written, choices, first, second) => {
      const record = recordFrom(written);
      const { later } = parted(record, choices);
      const [one, other] = [branchOf(record, without(later)), branchOf(record, NOTHING)];
      answers(one, first);
      answers(record, first);
      answers(one, second);
      const untouched = recordFrom(written);
      expect(answers(record, second)).toBe(answers(untouched, second));
      expect(answers(other, second)).toBe(answers(untouched, second));
      expect(digestOf(record)).toBe(digestOf(untouched));
    }),
  );
});

describe('law 29: the empty departure', () => {
  law(
    29,
    'a branch that departs in nothing is the record, with the same streams',
    { runs: 100 },
    fc.property(anyDossier(taste), question, (written, when) => {
      const record = recordFrom(written);
      const branch = branchOf(record, NOTHING);
      expect(contents(branch)).toEqual(contents(record));
      expect(answers(branch, when)).toBe(answers(record, when));
      expect(firstDifference(record, branch, when)).toBeNull();
      for (const subject of Object.keys(record.dossier.subjects)) {
        expect(branch.streamOf(subject, when)).toBe(record.streamOf(subject, when));
      }
    }),
  );
});

describe('law 30: a branch equals the record with the events', () => {
  law(
    30,
    'events put in, on whatever days and clocks, lead where a record of all of them does',
    { runs: 80 },
    fc.property(anyDossier(taste), choice, question, question, (written, choices, before, when) => {
      const whole = recordFrom(written);
      const { kept, first, second } = parted(whole, choices);
      const base = remade(whole, { events: kept });
      // What was asked of the record before leaves states in it, which the branch may begin from.
      standingsAt(base, { ...before, ...ALL });
      const branch = branchOf(base, putting([...first, ...second]));
      expect(answers(branch, when)).toBe(answers(whole, when));
      expect(branch.events.size).toBe(whole.events.size);
    }),
  );

  law(
    30,
    'events taken out leave what a record without them has',
    { runs: 80 },
    fc.property(anyDossier(taste), choice, question, question, (written, choices, before, when) => {
      const whole = recordFrom(written);
      const { kept, later } = parted(whole, choices);
      standingsAt(whole, { ...before, ...ALL });
      const branch = branchOf(whole, without(later));
      const less = remade(whole, { events: kept });
      expect(answers(branch, when)).toBe(answers(less, when));
      expect(contents(branch)).toEqual(contents(less));
    }),
  );
});

describe('law 31: a branch of a branch equals both at once', () => {
  law(
    31,
    'in whatever order events are put in and taken out',
    { runs: 160 },
    fc.property(anyDossier(taste), choice, question, question, (written, choices, before, when) => {
      const whole = recordFrom(written);
      const { kept, first, second } = parted(whole, choices);
      const base = remade(whole, { events: [...kept, ...first] });
      const one = branchOf(base, putting(second));
      standingsAt(base, { ...before, ...ALL });
      standingsAt(one, { ...before, ...ALL });
      const nested = branchOf(one, without(first));
      const once = branchOf(base, { ...putting(second), without: first.map(({ id }) => id) });
      const plain = remade(whole, { events: [...kept, ...second] });
      expect(answers(nested, when)).toBe(answers(plain, when));
      expect(answers(once, when)).toBe(answers(plain, when));
      expect([...nested.events].map(({ id }) => id).sort()).toEqual(
        [...once.events].map(({ id }) => id).sort(),
      );
    }),
  );
});

describe('law 32: any past', () => {
  law(
    32,
    'a branch departs from what was known by any day, on every clock',
    { runs: 80 },
    fc.property(anyDossier(taste), choice, question, question, (written, choices, past, when) => {
      const whole = recordFrom(written);
      const { kept, later } = parted(whole, choices);
      const bounds = { announcedBy: past.announcedBy, recordedBy: past.recordedBy };
      const branch = branchOf(whole, without(later));
      const less = remade(whole, { events: kept });
      expect(answers(branch, { ...when, ...bounds })).toBe(answers(less, { ...when, ...bounds }));
    }),
  );
});

/** Nothing bounds what is known: states are then kept on the way. */
const ALL = { at: addDays(dayNamed(START), 60), announcedBy: null, recordedBy: null, account: null };

const NOTHING: Departure = { acts: [], events: [], without: [] };

type Events = readonly (typeof NOTHING.events)[number][];

function putting(events: Events): Departure {
  return { ...NOTHING, events };
}

function without(events: Events): Departure {
  return { ...NOTHING, without: events.map(({ id }) => id) };
}

/** The events of a record in three parts, as drawn. */
function parted(record: EventRecord, choices: readonly ('keep' | 'first' | 'second')[]) {
  const events = [...record.events];
  const chosen = (choice: 'keep' | 'first' | 'second') =>
    events.filter((_, index) => (choices[index] ?? 'keep') === choice);
  const [first, second] = [chosen('first'), chosen('second')];
  return { kept: chosen('keep'), first, second, later: [...first, ...second] };
}

/** Everything that a question can be answered with, as text. */
function answers(record: EventRecord, when: AsOf): string {
  return JSON.stringify([[...standingsAt(record, when)], stateAt(record, when), timelineOf(record, when)]);
}
