import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactly } from '../../src/count.ts';
import type { Kind } from '../../src/events/dossier.ts';
import { understoodBy } from '../../src/machines/rulebooks.ts';
import type { Snapshot } from '../../src/replay/chart.ts';
import { knownOf } from '../../src/replay/known.ts';
import { chartFor, stateOn } from '../../src/replay/walk.ts';
import { nextOf, type Verdict, verdictsOn } from '../../src/simulation/next.ts';
import { boundsOf } from '../../src/simulation/next-bounds.ts';
import { eventOf, proposalsOf } from '../../src/simulation/next-proposals.ts';
import { anyDossier, anyQuestion, recordFrom } from '../laws/dossiers.ts';
import { IT, recordOf } from '../record.ts';
import { bundled, on } from './bundled.ts';

const record = await bundled();

describe('what may happen to the Russian mission', () => {
  const { status, allowed, refused, noPlace, uncertain } = nextOf(
    record,
    'russian-mission',
    on('2021-11-10'),
  );
  const allowedOf = (type: string) => allowed.find((one) => one.type === type);

  test('suspended, it may resume or be closed, and not be suspended again', () => {
    expect(status).toBe('suspended');
    expect(allowedOf('operations.resumed')).toEqual({ type: 'operations.resumed' });
    expect(allowedOf('mission.closed')).toEqual({ type: 'mission.closed' });
    expect(noPlace).toContainEqual({
      type: 'operations.suspended',
      while: 'suspended',
      reason: 'has no place while suspended',
    });
    expect(uncertain).toEqual([]);
  });

  test('ten of ten leave nothing to grant and nothing to abolish', () => {
    expect(refused).toEqual([
      {
        type: 'posts.abolished',
        guard: 'hasVacantPosts',
        reason: 'fewer posts are vacant than would be abolished',
      },
      {
        type: 'accreditation.granted',
        guard: 'withinCeiling',
        reason: 'the ceiling leaves no post for them',
      },
    ]);
  });

  test('ten at most can lose their accreditation by number, or all of them', () => {
    const reason = 'fewer are accredited than would lose it';
    expect(allowedOf('accreditation.withdrawn')).toEqual({
      type: 'accreditation.withdrawn',
      guard: 'hasAccredited',
      limits: [{ field: 'count', guard: 'hasAccredited', reason, least: 0, most: 10, all: true }],
    });
  });

  test('a report must agree: ten accredited, none vacant', () => {
    expect(allowedOf('staff.reported')?.limits).toMatchObject([
      { field: 'accredited', least: 10, most: 10 },
      { field: 'vacant', least: 0, most: 0 },
    ]);
  });

  test('only the one on record as military representative can end', () => {
    expect(allowedOf('military-representative.ended')?.limits).toMatchObject([
      { field: 'name', guard: 'isTheRepresentative', only: ['V. Evnevich'] },
    ]);
  });
});

test('eighteen of twenty leave two to grant and two to abolish', () => {
  const { allowed } = nextOf(record, 'russian-mission', on('2021-10-07'));
  for (const type of ['accreditation.granted', 'posts.abolished']) {
    expect(allowed.find((one) => one.type === type)?.limits).toMatchObject([{ field: 'count', most: 2 }]);
  }
});

test('where the dates leave the state open, what the rules say of the other state is told', () => {
  const { allowed, noPlace, uncertain } = nextOf(record, 'russian-mission', on('2021-11-02'));
  expect(uncertain.map(({ field }) => field)).toContain('status');
  expect(allowed.find(({ type }) => type === 'operations.suspended')?.otherwise).toEqual([
    {
      kind: 'no-place',
      type: 'operations.suspended',
      while: 'suspended',
      reason: 'has no place while suspended',
    },
  ]);
  expect(noPlace.find(({ type }) => type === 'operations.resumed')?.otherwise).toEqual([
    { kind: 'allowed', type: 'operations.resumed' },
  ]);
  expect(allowed.find(({ type }) => type === 'ceiling.lifted')).toEqual({ type: 'ceiling.lifted' });
});

test('before it is established a mission knows one event alone', () => {
  const { status, allowed, refused, noPlace } = nextOf(record, 'russian-mission', on('1997-01-01'));
  expect([status, allowed, refused]).toEqual(['absent', [{ type: 'mission.established' }], []]);
  expect(noPlace).toHaveLength(understoodBy('permanent-mission').length - 1);
});

test('a scope that is not suspended cannot be resumed by itself', () => {
  const events = [{ type: 'cooperation.suspended', scope: 'science' }] as const;
  const { allowed } = nextOf(recordOf({ kind: 'cooperation', events }), IT, on('2020-06-01'));
  expect(allowed.find(({ type }) => type === 'cooperation.resumed')).toEqual({
    type: 'cooperation.resumed',
    guard: 'suspendedInThatScope',
    limits: [
      {
        field: 'scope',
        guard: 'suspendedInThatScope',
        reason: 'that scope is not suspended by itself',
        only: ['science'],
      },
    ],
  });
});

test('a subject that the record does not have is refused', () => {
  expect(() => nextOf(record, 'toString', on('2021-11-10'))).toThrow('no such subject: toString');
});

test('the bounds of what holds between two numbers are found by asking', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (least, more, step) => {
      const most = least + more;
      const inside = least + (more === 0 ? 0 : step % more);
      expect(boundsOf((n) => n >= least && n <= most, [inside])).toEqual({ least, most });
      expect(boundsOf((n) => n >= least, [inside])).toEqual({ least, most: null });
    }),
  );
  expect(() => boundsOf(() => false, [3])).toThrow(RangeError);
});

test('every allowed type has a place with some data, every refused one is refused with all', () => {
  fc.assert(
    fc.property(anyDossier(), anyQuestion(), (written, when) => {
      const generated = recordFrom(written);
      for (const [subject, { kind }] of Object.entries(generated.dossier.subjects)) {
        const chart = chartFor(kind);
        const { snapshot } = stateOn(chart, knownOf(generated, subject, when), when, when.at);
        const verdicts = verdictsOn(chart, kind, snapshot);
        expect(verdicts.map(({ type }) => type)).toEqual(understoodBy(kind));
        for (const verdict of verdicts) hold(kind, snapshot, verdict);
        const { allowed, refused, noPlace } = nextOf(generated, subject, when);
        expect(allowed.length + refused.length + noPlace.length).toBe(verdicts.length);
      }
    }),
    { numRuns: 60 },
  );
});

const TRIED = {
  counts: [0, 1, 2, 3, 5, 8, 12],
  texts: ['Smith', 'Ivanov', 'science', 'all', 'training', 'nobody else'],
};

/** Tries a verdict on much data, whatever that is. */
function hold(kind: Kind, snapshot: Snapshot, verdict: Verdict): void {
  const chart = chartFor(kind);
  const tried = proposalsOf(verdict.type, TRIED).map((proposal) => chart.step(snapshot, eventOf(proposal)));
  const outcomes = new Set(tried.map((step) => step.kind));
  switch (verdict.kind) {
    case 'refused':
      expect(outcomes).not.toContain('applied');
      expect(outcomes).toContain('refused');
      return;
    case 'no-place':
      expect([...outcomes]).toEqual(['not-applicable']);
      return;
    case 'allowed':
      break;
    default:
      verdict satisfies never;
  }
  const wide = proposalsOf(verdict.type, {
    counts: TRIED.counts,
    texts: [
      ...TRIED.texts,
      ...(verdict.limits ?? []).flatMap((limit) => ('only' in limit ? limit.only : [])),
    ],
  });
  expect(wide.some((proposal) => chart.step(snapshot, eventOf(proposal)).kind === 'applied')).toBe(true);
  for (const limit of verdict.limits ?? []) {
    if ('only' in limit) continue;
    const { type } = verdict;
    const others = type === 'staff.reported' ? [{}] : wide.map(({ data }) => data);
    for (let n = 0; n <= 30; n++) {
      const has = others.some(
        (data) =>
          chart.step(snapshot, eventOf({ type, data: { ...data, [limit.field]: exactly(n) } })).kind ===
          'applied',
      );
      expect([n, has]).toEqual([n, n >= limit.least && (limit.most === null || n <= limit.most)]);
    }
  }
}
