import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { assemble } from '../../src/replay/assemble.ts';
import type { EventOnRecord, EventRecord, Version } from '../../src/replay/record.ts';
import { timelineOf } from '../../src/replay/timeline.ts';
import { stateAt } from '../../src/replay/world.ts';
import { addDays } from '../../src/time/day.ts';
import { dayNamed, remade } from '../record.ts';
import {
  anyDossier,
  anyQuestion,
  dossierFrom,
  eventIds,
  eventsOf,
  type Raw,
  recordFrom,
  shownAsFiles,
  targetOf,
  type WrittenDossier,
} from './dossiers.ts';
import { law } from './law.ts';

const light = { dates: 'close', subjects: 2, entries: 6 } as const;
const RECORDED = '2020-02-01';
const GROUNDS = { reason: 'because', recorded: RECORDED, sources: [{ title: 'source' }] };
const since = dayNamed(RECORDED);

/** A dossier, and one event of it that no correction or retraction has touched. */
const anyUntouched = fc.tuple(anyDossier(light), fc.nat(40)).map(([written, number]) => {
  const targets = written.files.flatMap(({ entries }) => entries.map(targetOf));
  const recordedLate = (id: string) =>
    written.files.some(({ entries }) =>
      entries.some(
        (entry) => id.startsWith(`${entry['act']}/`) && String(entry['recorded'] ?? '') > RECORDED,
      ),
    );
  const ids = eventIds(written).filter((id) => !targets.includes(id) && !recordedLate(id));
  return { written, id: ids[number % ids.length] };
});

describe('law 16: a retraction', () => {
  law(
    16,
    'from its recording on a retraction equals the record without the event',
    { runs: 300 },
    fc.property(anyUntouched, anyQuestion(), fc.option(fc.nat(9)), ({ written, id }, when, later) => {
      if (id === undefined) return;
      const record = recordFrom(appended(written, { retracts: id, ...GROUNDS }));
      const base = recordFrom(written);
      const less = remade(base, { events: [...base.events].filter((event) => event.id !== id) });
      const question = { ...when, recordedBy: later === null ? null : addDays(since, later) };
      expect(stateAt(record, question)).toEqual(stateAt(less, question));
      expect(timelineOf(record, question)).toEqual(timelineOf(less, question));
    }),
  );
});

describe('law 17: before a change is recorded', () => {
  law(
    17,
    'the answer is unchanged',
    { runs: 200 },
    fc.property(
      anyUntouched,
      anyQuestion(),
      anySet(),
      fc.integer({ min: 1, max: 30 }),
      ({ written, id }, when, set, days) => {
        if (id === undefined) return;
        const question = { ...when, recordedBy: addDays(since, -days) };
        const answer = stateAt(recordFrom(written), question);
        for (const change of [{ retracts: id }, { corrects: id, set }]) {
          expect(stateAt(recordFrom(appended(written, { ...change, ...GROUNDS })), question)).toEqual(answer);
        }
      },
    ),
  );
});

describe('law 18: a correction', () => {
  law(
    18,
    'a correction is a retraction and an assertion of what it says, recorded in one',
    { runs: 300 },
    fc.property(anyDossier({ ...light, entries: 9 }), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      expect(stateAt(inTwo(record), when)).toEqual(stateAt(record, when));
    }),
  );

  law(
    18,
    'from its recording on the event reads as if it had been written so at first',
    { runs: 300 },
    fc.property(
      anyUntouched,
      anyQuestion(),
      anySet(),
      fc.option(fc.nat(9)),
      ({ written, id }, when, set, later) => {
        if (id === undefined) return;
        const record = recordFrom(appended(written, { corrects: id, set, ...GROUNDS }));
        const rewritten = recordFrom(withEvent(written, id, (event) => merged(event, set)));
        const question = { ...when, recordedBy: later === null ? null : addDays(since, later) };
        expect(stateAt(record, question)).toEqual(stateAt(rewritten, question));
      },
    ),
  );

  law(
    18,
    'of two corrections the later holds, and keeps what the earlier said of other fields',
    { runs: 200 },
    fc.property(anyUntouched, anyQuestion(), anySet(), anySet(), ({ written, id }, when, first, second) => {
      if (id === undefined) return;
      const twice = appended(appended(written, { corrects: id, set: first, ...GROUNDS }), {
        corrects: id,
        set: second,
        ...GROUNDS,
      });
      const once = appended(written, { corrects: id, set: { ...first, ...second }, ...GROUNDS });
      expect(stateAt(recordFrom(twice), when)).toEqual(stateAt(recordFrom(once), when));
    }),
  );
});

describe('law 18: a moved announcement', () => {
  law(
    18,
    'to correct the announcement of every event of an act is to announce the act on that day',
    { runs: 200 },
    fc.property(
      anyDossier({ ...light, changes: false }),
      anyQuestion(),
      fc.constantFrom('2020-01-18', '2020-01-20/2020-01-23', '2020-02-03'),
      fc.nat(9),
      fc.option(fc.nat(9)),
      (written, when, announced, number, later) => {
        const acts = written.files
          .flatMap(({ entries }) => entries)
          .filter(({ recorded }) => String(recorded ?? '') <= RECORDED);
        const act = acts[number % acts.length];
        if (act === undefined) return;
        const ids = eventsOf(act).map((_, index) => `${act['act']}/${index + 1}`);
        const corrected = ids.reduce(
          (so, id) => appended(so, { corrects: id, set: { announced }, ...GROUNDS }),
          written,
        );
        const moved = withAct(written, `${act['act']}/`, (one) => ({ ...one, announced }));
        const question = { ...when, recordedBy: later === null ? null : addDays(since, later) };
        expect(stateAt(recordFrom(corrected), question)).toEqual(stateAt(recordFrom(moved), question));
      },
    ),
  );
});

describe('law 19: what cannot be changed', () => {
  law(
    19,
    'retracting twice, correcting what is retracted, or changing what does not exist is refused with a reason',
    { runs: 100 },
    fc.property(anyUntouched, anySet(), fc.constantFrom('a.yaml', 'z.yaml'), ({ written, id }, set, file) => {
      if (id === undefined) return;
      const gone = appended(written, { retracts: id, ...GROUNDS }, 'b.yaml');
      const refused = [
        appended(gone, { retracts: id, ...GROUNDS }, 'z.yaml'),
        appended(gone, { corrects: id, set, ...GROUNDS }, 'z.yaml'),
        appended(written, { retracts: `${id}0`, ...GROUNDS }, file),
        appended(written, { corrects: 'nothing/1', set, ...GROUNDS }, file),
      ];
      for (const [index, { dossier, files }] of refused.entries()) {
        const result = assemble(dossierFrom(dossier), files);
        if (result.kind === 'record') throw new Error('accepted');
        expect(result.problems).toHaveLength(1);
        const [problem] = result.problems;
        expect(problem?.file).toBe(index < 2 ? 'z.yaml' : file);
        expect(problem?.path.at(-1)).toBe(index % 2 === 0 ? 'retracts' : 'corrects');
        expect(problem?.what).toMatch(index < 2 ? `${id} is already retracted` : 'no such event');
        expect(problem?.instead).not.toBe('');
      }
    }),
  );

  law(
    19,
    'a change recorded before what it changes is refused',
    { runs: 50 },
    fc.property(anyUntouched, ({ written, id }) => {
      if (id === undefined) return;
      const late = withAct(written, id, (act) => ({ ...act, recorded: '2020-02-02' }));
      const { dossier, files } = appended(late, { retracts: id, ...GROUNDS });
      const result = assemble(dossierFrom(dossier), files);
      const mine = result.kind === 'problems' ? result.problems.filter(({ file }) => file === 'z.yaml') : [];
      expect(mine.map(({ path, what }) => [path, what])).toEqual([
        [[0, 'recorded'], 'recorded before what it changes'],
      ]);
    }),
  );
});

/** A correction that any event can bear: its date, or that it took hold with its announcement. */
function anySet(): fc.Arbitrary<Raw> {
  return fc.record(
    {
      effective: fc.constantFrom('2020-01-20', '2020-01-22/2020-01-25', '../2020-02-01', null),
      note: fc.constantFrom('a note', null),
    },
    { requiredKeys: [] },
  );
}

function appended({ dossier, files }: WrittenDossier, entry: Raw, file = 'z.yaml'): WrittenDossier {
  const kept = files.filter((one) => one.file !== file);
  const there = files.find((one) => one.file === file)?.entries ?? [];
  return shownAsFiles({ dossier, files: [...kept, { file, entries: [...there, entry] }] });
}

function withAct({ dossier, files }: WrittenDossier, id: string, change: (act: Raw) => Raw): WrittenDossier {
  return {
    dossier,
    files: files.map(({ file, entries }) => ({
      file,
      entries: entries.map((entry) => (id.startsWith(`${entry['act']}/`) ? change(entry) : entry)),
    })),
  };
}

function withEvent(written: WrittenDossier, id: string, change: (event: Raw) => Raw): WrittenDossier {
  return withAct(written, id, (act) => ({
    ...act,
    events: eventsOf(act).map((event, index) =>
      id === `${act['act']}/${index + 1}` ? change(event) : event,
    ),
  }));
}

function merged(event: Raw, set: Raw): Raw {
  return Object.fromEntries(Object.entries({ ...event, ...set }).filter(([, value]) => value !== null));
}

/** The record with every corrected event retracted, and asserted anew as corrected, on the day of the correction. */
function inTwo(record: EventRecord): EventRecord {
  return remade(record, {
    events: [...record.events].flatMap(({ id, versions }): EventOnRecord[] =>
      versions.map((version, index): EventOnRecord => {
        const next = versions[index + 1];
        const end: Version[] = next === undefined ? [] : [{ ...next, event: null, accounts: new Map() }];
        return { id, versions: [version, ...end] };
      }),
    ),
  });
}
