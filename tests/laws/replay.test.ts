import fc from 'fast-check';
import { afterEach, describe, expect } from 'vitest';
import type { DomainEvent } from '../../src/events/event.ts';
import { isMap } from '../../src/events/read.ts';
import type { Chart } from '../../src/replay/chart.ts';
import { begin, evolve, type State } from '../../src/replay/evolve.ts';
import { knownBySubject } from '../../src/replay/known.ts';
import type { EventOnRecord, EventRecord } from '../../src/replay/record.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { chartFor } from '../../src/replay/walk.ts';
import { stateAt, type World } from '../../src/replay/world.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { remade } from '../record.ts';
import { anyDossier, anyQuestion, recordFrom, type WrittenDossier } from './dossiers.ts';
import { law } from './law.ts';
import { naively } from './naive.ts';

const light = { dates: 'close', subjects: 3 } as const;
// On few days, so that ties in the order are common.
const collected = { ...light, days: 6, subjects: 2, entries: 12 };

describe('law 1: the same record and question give the same bytes', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  law(
    1,
    'asked twice, in any time zone',
    { runs: 100 },
    fc.property(anyDossier(light), anyQuestion(), (written, when) => {
      const answers = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((name) => {
        process.env['TZ'] = name;
        const record = recordFrom(written);
        stateAt(record, when);
        return JSON.stringify(stateAt(record, when));
      });
      expect(new Set(answers).size).toBe(1);
    }),
  );

  law(
    1,
    'whatever the order of fields, of files, and of all that is held in maps',
    { runs: 300 },
    fc.property(anyDossier(light), anyQuestion(), fc.nat(20), (written, when, turns) => {
      const { dossier, files } = written;
      const others: WrittenDossier = {
        dossier: { ...dossier, parties: turned(dossier.parties, turns) },
        files: turned(files, turns).map((file) => ({
          ...file,
          entries: file.entries.map((entry) => turned(entry, turns)),
        })),
      };
      const record = recordFrom(others);
      const mixed = remade(record, {
        acts: turned([...record.acts], turns),
        events: turned([...record.events], turns),
      });
      const answer = JSON.stringify(stateAt(recordFrom(written), when));
      expect(JSON.stringify(stateAt(record, when))).toBe(answer);
      expect(JSON.stringify(stateAt(mixed, when))).toBe(answer);
    }),
  );

  law(
    1,
    'the order in which a dossier names its subjects changes what is said of none of them',
    { runs: 100 },
    fc.property(anyDossier(light), anyQuestion(), fc.nat(3), (written, when, turns) => {
      const { dossier, files } = written;
      const turnedOver = {
        ...dossier,
        subjects: Object.fromEntries(turned(Object.entries(dossier.subjects), turns)),
      };
      expect(stateAt(recordFrom({ dossier: turnedOver, files }), when).subjects).toEqual(
        stateAt(recordFrom(written), when).subjects,
      );
    }),
  );
});

describe('law 2: an answer depends only on what lies within its bounds', () => {
  law(
    2,
    'without what was recorded or announced later, the answer is the same to the last byte',
    { runs: 300 },
    fc.property(anyDossier(light), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      expect(JSON.stringify(stateAt(knownOf(record, when), when))).toBe(
        JSON.stringify(stateAt(record, when)),
      );
    }),
  );

  law(
    2,
    'without what certainly takes hold later, the same state, only that less is pending',
    { runs: 300 },
    fc.property(anyDossier(light), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      const within = remade(record, {
        events: [...knownOf(record, when).events].filter(({ versions: [{ event, accounts }] }) => {
          const counts = (when.account !== null && accounts.get(when.account)) || event;
          return counts !== null && counts.effective.first <= when.at;
        }),
      });
      expect(withoutPending(stateAt(within, when))).toEqual(withoutPending(stateAt(record, when)));
    }),
  );
});

describe('law 3: chunking', () => {
  law(
    3,
    'events taken in two parts, with another history in between, lead where they lead at once',
    { runs: 300 },
    fc.property(anyDossier({ ...light, entries: 14 }), anyQuestion(), fc.nat(30), (written, when, cut) => {
      const record = recordFrom(written);
      for (const [id, stream] of knownBySubject(record, when)) {
        const kind = record.dossier.subjects[id]?.kind;
        if (kind === undefined) continue;
        const chart = chartFor(kind);
        const split = cut % (stream.length + 1);
        const half = fold(chart, begin(chart), stream.slice(0, split));
        fold(chart, begin(chart), [...stream].reverse());
        const whole = fold(chart, begin(chart), stream);
        expect(shown(fold(chart, half, stream.slice(split)))).toEqual(shown(whole));
      }
    }),
  );
});

describe('law 4: checkpoints', () => {
  law(
    4,
    'a state put away as JSON after any event, and taken up again, goes on as if it had not been',
    { runs: 200 },
    fc.property(anyDossier({ ...light, entries: 14 }), anyQuestion(), fc.nat(30), (written, when, cut) => {
      const record = recordFrom(written);
      for (const [id, stream] of knownBySubject(record, when)) {
        const kind = record.dossier.subjects[id]?.kind;
        if (kind === undefined) continue;
        const chart = chartFor(kind);
        const split = cut % (stream.length + 1);
        const half = fold(chart, begin(chart), stream.slice(0, split));
        const {
          at: { value },
          context,
        } = half.snapshot;
        const kept = JSON.parse(JSON.stringify({ value, context }));
        const whole = fold(chart, half, stream.slice(split));
        const resumed = fold(chart, { ...half, snapshot: chart.resume(kept) }, stream.slice(split));
        expect(shown(resumed)).toEqual(shown(whole));
      }
    }),
  );
});

describe('law 5: caches', () => {
  law(
    5,
    'what was asked before, of this record and of others, changes no answer',
    { runs: 200 },
    fc.property(
      anyDossier(light),
      anyDossier(light),
      anyQuestion(),
      fc.array(anyQuestion(), { maxLength: 4 }),
      (written, others, when, before) => {
        const cold = JSON.stringify(stateAt(recordFrom(written), when));
        const record = recordFrom(written);
        for (const question of before) {
          stateAt(record, question);
          timelineOf(record, question);
          stateAt(recordFrom(others), question);
        }
        expect(JSON.stringify(stateAt(record, when))).toBe(cold);
      },
    ),
  );
});

describe('law 6: the engine equals the naive one', () => {
  law(
    6,
    'status, state and context, of every subject on every clock',
    { runs: 600 },
    fc.property(anyDossier(collected), anyQuestion(collected), (written, when) => {
      const record = recordFrom(written);
      const world = stateAt(record, when);
      for (const [id, { kind }] of Object.entries(record.dossier.subjects)) {
        const naive = naively(record, when, id, kind);
        const subject = world.subjects[id];
        expect(subject).toMatchObject({ status: naive.status, sinceDate: naive.since, state: naive.state });
        const initial = naively(remade(record, { events: [] }), when, id, kind).context;
        for (const [part, value] of Object.entries(naive.context)) {
          // What a kind has no field for stays as it was in the beginning.
          const told = subject?.[part] ?? null;
          if (part === 'staff') expect(told).toMatchObject(Object(value));
          else expect(subject !== undefined && part in subject ? told : initial[part]).toEqual(value);
        }
      }
    }),
  );
});

describe('law 11: the order of input', () => {
  law(
    11,
    'shuffling what is on record changes no answer and no timeline',
    { runs: 200 },
    fc.property(
      anyDossier(light).chain((written) => {
        const { events } = recordFrom(written);
        const indices = [...events].map((_, index) => index);
        return fc.record({
          written: fc.constant(written),
          order: fc.shuffledSubarray(indices, { minLength: indices.length }),
        });
      }),
      anyQuestion(),
      ({ written, order }, when) => {
        const record = recordFrom(written);
        const events = [...record.events];
        const shuffled = remade(record, { events: order.flatMap((index) => events[index] ?? []) });
        expect(JSON.stringify(stateAt(shuffled, when))).toBe(JSON.stringify(stateAt(record, when)));
        expect(JSON.stringify(timelineOf(shuffled, when))).toBe(JSON.stringify(timelineOf(record, when)));
      },
    ),
  );

  law(
    11,
    'the names of files count by their order alone',
    { runs: 100 },
    fc.property(anyDossier({ ...light, dates: 'exact' }), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      const renamed = recordFrom({
        ...written,
        files: written.files.map(({ file, entries }) => ({ file: `later-${file}`, entries })),
      });
      expect(stateAt(renamed, when)).toEqual(stateAt(record, when));
    }),
  );
});

/** The record as it is known by the bounds of a question: each event in the version that counts, as first recorded. */
function knownOf(record: EventRecord, { recordedBy, announcedBy, account }: AsOf): EventRecord {
  return remade(record, {
    events: [...record.events].flatMap(({ id, versions }): EventOnRecord[] => {
      const by = versions.filter(
        ({ recorded }) => recordedBy === null || recorded === null || recorded <= recordedBy,
      );
      const last = by.at(-1);
      const event = (account !== null && last?.accounts.get(account)) || last?.event;
      if (last === undefined || !event) return [];
      return announcedBy !== null && event.announced.first > announcedBy ? [] : [{ id, versions: [last] }];
    }),
  });
}

function withoutPending({ subjects, ...world }: World) {
  return {
    ...world,
    subjects: Object.fromEntries(
      Object.entries(subjects).map(([id, state]) => [id, { ...state, pending: null }]),
    ),
  };
}

function fold(chart: Chart, start: State, events: readonly DomainEvent[]): State {
  return events.reduce((state, event) => {
    const outcome = evolve(chart, state, event);
    return outcome.kind === 'applied' ? outcome.state : state;
  }, start);
}

function shown({ snapshot, ...state }: State) {
  return { ...state, value: snapshot.at.value, context: snapshot.context };
}

/** The same list or map, and all lists of no account in it, begun `turns` places later; lists keep their order within an entry. */
function turned<T>(value: T, turns: number): T;
function turned(value: unknown, turns: number): unknown {
  if (Array.isArray(value)) {
    const cut = value.length === 0 ? 0 : turns % value.length;
    return [...value.slice(cut), ...value.slice(0, cut)];
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(
    turned(Object.entries(value), turns).map(([key, inner]) => [
      key,
      Array.isArray(inner) ? inner.map((one) => turned(one, turns)) : turned(inner, turns),
    ]),
  );
}
