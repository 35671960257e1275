import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { isCount } from '../../src/count.ts';
import { type Kind, kinds } from '../../src/events/dossier.ts';
import type { DomainEvent } from '../../src/events/event.ts';
import { isMap } from '../../src/events/read.ts';
import { ruleBooks } from '../../src/machines/rulebooks.ts';
import { begin, type State } from '../../src/replay/evolve.ts';
import { knownBySubject } from '../../src/replay/known.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { chartFor, stateOn, walk } from '../../src/replay/walk.ts';
import { stateAt } from '../../src/replay/world.ts';
import { remade } from '../record.ts';
import { anyDossier, anyQuestion, recordFrom } from './dossiers.ts';
import { law } from './law.ts';
import { inEffect } from './naive.ts';

const busy = { subjects: 2, entries: 12, dates: 'close' } as const;
const missions = kinds.filter((kind) => ruleBooks[kind].staffed);

describe('law 35: totality', () => {
  law(
    35,
    'every event in effect is applied or is a finding with a reason',
    { runs: 250 },
    fc.property(anyDossier(busy), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      const findings = stateAt(record, when).findings;
      const events = inEffect(record, when).map(({ id }) => id);
      const streams = knownBySubject(record, when);
      const applied = Object.entries(record.dossier.subjects).map(
        ([id, { kind }]) => stateOn(chartFor(kind), streams.get(id) ?? [], when, when.at).applied,
      );
      expect(applied.reduce((sum, n) => sum + n, 0) + findings.length).toBe(events.length);
      expect(findings.filter(({ event }) => !events.includes(event))).toEqual([]);
      for (const { says, reason, guards = [] } of findings) {
        expect(says).not.toBe('');
        expect(guards.length > 0).toBe(reason === 'refused');
      }
    }),
  );

  law(
    35,
    'a finding leaves the state unchanged',
    { runs: 250 },
    fc.property(anyDossier(busy), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      const { findings, subjects } = stateAt(record, when);
      const misplaced = new Set(findings.map(({ event }) => event));
      const rest = stateAt(
        only(record, (id) => !misplaced.has(id)),
        when,
      );
      expect(rest.findings).toEqual([]);
      for (const [id, { uncertain: _, ...state }] of Object.entries(subjects)) {
        expect({ ...rest.subjects[id], uncertain: null }).toEqual({ ...state, uncertain: null });
      }
    }),
  );
});

describe('law 36: what no record can break', () => {
  law(
    36,
    'no range is negative or empty, and nobody is accredited beyond the ceiling',
    { runs: 400 },
    overEveryState((state) => {
      const ranges = [...state.fields].filter(([, value]) => isCount(value));
      for (const [, range] of ranges) {
        if (!isCount(range)) continue;
        expect(Number.isSafeInteger(range.min) && range.min >= 0).toBe(true);
        expect(range.max === null || (Number.isSafeInteger(range.max) && range.max >= range.min)).toBe(true);
      }
      const { ceiling, accredited } = countsOf(state);
      if (ceiling?.max != null)
        expect(accredited?.max ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(ceiling.max);
    }),
  );

  law(
    36,
    'at a closed or absent mission there is nobody, and no limit on them',
    { runs: 400 },
    overEveryState((state) => {
      const status = state.fields.get('status');
      if (status !== 'closed' && status !== 'absent') return;
      const none = { min: 0, max: 0 };
      expect(state.fields.get('staff.accredited')).toEqual(none);
      expect(state.fields.get('staff.pending')).toEqual(none);
      for (const field of ['staff.ceiling', 'head', 'charge', 'admitted', 'militaryRepresentative']) {
        expect(state.fields.get(field) ?? null).toBeNull();
      }
    }),
  );

  law(
    36,
    'one head at a time, in post or recalled; and the same of the military representative',
    { runs: 400 },
    overEveryState((state) => {
      for (const [region, field] of [
        ['state.headship', 'head'],
        ['state.militaryRepresentative.post', 'militaryRepresentative'],
      ] as const) {
        const held = ['inPost', 'recalled'].includes(String(state.fields.get(region)));
        expect((state.fields.get(field) ?? null) !== null).toBe(held);
      }
      const acting = state.fields.get('state.charge') === 'acting';
      expect((state.fields.get('charge') ?? null) !== null).toBe(acting);
    }),
  );

  law(
    36,
    'a head leaves the post before another takes it up',
    { runs: 400 },
    overEveryState((after, before) => {
      const [was, is] = [before.fields.get('head'), after.fields.get('head')];
      if (isMap(was) && isMap(is)) expect(is['name']).toBe(was['name']);
    }),
  );

  law(
    36,
    'a closed mission comes back only by a reopening',
    { runs: 400 },
    overEveryState((after, before, event) => {
      if (before.fields.get('status') !== 'closed' || after.fields.get('status') === 'closed') return;
      expect(event?.type).toBe('mission.reopened');
    }),
  );

  law(
    36,
    'where all accreditation is withdrawn nobody is left, in any post',
    { runs: 400 },
    overEveryState((after, _, event) => {
      if (event?.type !== 'accreditation.withdrawn' || event.count !== 'all') return;
      expect(after.fields.get('staff.accredited')).toEqual({ min: 0, max: 0 });
      for (const post of ['head', 'charge', 'militaryRepresentative']) {
        expect(after.fields.get(post) ?? null).toBeNull();
      }
    }),
  );

  law(
    36,
    'only who is on record in a post is recalled to, comes back from, or leaves it',
    { runs: 400 },
    overEveryState((after, before, event) => {
      if (event === null || !('name' in event) || event.name === undefined) return;
      const [role = '', verb = ''] = event.type.split('.');
      const post = { head: 'head', 'military-representative': 'militaryRepresentative' }[role];
      if (post === undefined || !['recalled', 'returned', 'ended'].includes(verb)) return;
      const holder = before.fields.get(post);
      if (!isMap(holder) || holder['name'] === null || holder['name'] === event.name) return;
      expect(after).toBe(before);
    }),
  );
});

describe('law 37: every value has its causes', () => {
  for (const kind of kinds) {
    const one = { ...busy, kinds: [kind], subjects: 1 };
    law(
      37,
      `the events named behind a field of a ${kind}, replayed alone, give its value`,
      { runs: 120 },
      fc.property(anyDossier(one), anyQuestion(), (written, when) => {
        const record = recordFrom(written);
        const streams = knownBySubject(record, when);
        for (const [id, { because }] of Object.entries(stateAt(record, when).subjects)) {
          const chart = chartFor(kind);
          const state = stateOn(chart, streams.get(id) ?? [], when, when.at);
          for (const [field, value] of state.fields) {
            const behind = because[field] ?? [];
            const alone =
              knownBySubject(
                only(record, (event) => behind.includes(event)),
                when,
              ).get(id) ?? [];
            expect(alone.map((event) => event.id).sort()).toEqual([...behind].sort());
            expect([field, stateOn(chart, alone, when, when.at).fields.get(field)]).toEqual([field, value]);
          }
        }
      }),
    );
  }

  law(
    37,
    'a field with no events behind it is as it was in the beginning',
    { runs: 300 },
    fc.property(anyDossier(busy), anyQuestion(), (written, when) => {
      const record = recordFrom(written);
      for (const [id, subject] of Object.entries(stateAt(record, when).subjects)) {
        const kind = record.dossier.subjects[id]?.kind;
        if (kind === undefined) continue;
        const chart = chartFor(kind);
        const state = stateOn(chart, knownBySubject(record, when).get(id) ?? [], when, when.at);
        const initial = begin(chart).fields;
        for (const [field, value] of state.fields) {
          if (field in subject.because) expect(subject.because[field]).not.toEqual([]);
          else expect([field, value]).toEqual([field, initial.get(field)]);
        }
      }
    }),
  );
});

describe('law 37: who wrote a value', () => {
  law(
    37,
    'an event is told to have written a field exactly where it put another value in it',
    { runs: 300 },
    overEveryState((after, before, event) => {
      for (const field of new Set([...before.fields.keys(), ...after.fields.keys()])) {
        // What is reckoned from other fields nobody writes.
        if (field === 'status' || field === 'staff.vacant') continue;
        const [was, is] = [before.fields.get(field), after.fields.get(field)];
        const wrote = event !== null && after.causes.get(field)?.event === event;
        // A state shares with the one before it what was not written.
        expect([field, wrote]).toEqual([field, !Object.is(was, is)]);
      }
    }, kinds),
  );
});

/** Holds a statement against every state of every subject of generated dossiers, and the state before it. */
function overEveryState(
  holds: (state: State, before: State, event: DomainEvent | null) => void,
  among: readonly Kind[] = missions,
) {
  return fc.property(anyDossier({ ...busy, kinds: among }), anyQuestion(), (written, when) => {
    const record = recordFrom(written);
    for (const [id, stream] of knownBySubject(record, when)) {
      const kind = record.dossier.subjects[id]?.kind;
      if (kind === undefined) continue;
      let before = begin(chartFor(kind));
      holds(before, before, null);
      for (const { state, event } of walk(chartFor(kind), stream, when)) {
        holds(state, before, event);
        before = state;
      }
    }
  });
}

/** A record of which only some events are left. */
function only(record: EventRecord, keep: (event: string) => boolean): EventRecord {
  return remade(record, { events: [...record.events].filter(({ id }) => keep(id)) });
}

function countsOf(state: State) {
  const [ceiling, accredited] = [state.fields.get('staff.ceiling'), state.fields.get('staff.accredited')];
  return { ceiling: isCount(ceiling) ? ceiling : null, accredited: isCount(accredited) ? accredited : null };
}
