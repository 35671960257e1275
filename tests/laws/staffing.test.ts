import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Count } from '../../src/count.ts';
import type { Kind } from '../../src/events/dossier.ts';
import type { DomainEvent } from '../../src/events/event.ts';
import { isMap } from '../../src/events/read.ts';
import { type Happening, turnsOf } from '../record.ts';
import { anyWrittenCount } from './dossiers.ts';
import { law } from './law.ts';

/** A staffing in exact numbers, one of those that the ranges allow. */
interface Exact {
  readonly ceiling: number | null;
  readonly accredited: number;
  readonly pending: number;
}

const missions = ['embassy', 'permanent-mission', 'military-liaison-mission', 'information-office'] as const;

// An open end is followed so far beyond its start, and no number beyond the limit of them all.
const BEYOND = 5;
const LIMIT = 24;

describe('law 38: ranges are sound', () => {
  for (const kind of missions) {
    law(
      38,
      `every exact history of the staff of a ${kind} lies within the ranges`,
      { runs: 200 },
      fc.property(anyStaffHistory(kind), (events) => {
        let exact: readonly Exact[] = [{ ceiling: null, accredited: 0, pending: 0 }];
        for (const { event, outcome, state } of turnsOf(kind, events)) {
          const after = distinct(exact.flatMap((one) => possible(one, event)));
          if (outcome.kind === 'applied') exact = after;
          if (outcome.kind === 'refused') expect(after).toEqual([]);
          for (const { ceiling, accredited, pending } of exact) {
            expect(within(state.fields.get('staff.ceiling'), ceiling)).toBe(true);
            expect(within(state.fields.get('staff.accredited'), accredited)).toBe(true);
            expect(within(state.fields.get('staff.pending'), pending)).toBe(true);
            expect(within(state.fields.get('staff.vacant'), ceiling && ceiling - accredited)).toBe(true);
          }
        }
      }),
    );
  }
});

describe('law 36: what no history of a staff can break', () => {
  for (const kind of missions) {
    law(
      36,
      `no range of a ${kind} is negative or empty, nor anybody beyond the ceiling`,
      { runs: 200 },
      fc.property(anyStaffHistory(kind), (events) => {
        for (const { state } of turnsOf(kind, events)) {
          const names = ['ceiling', 'accredited', 'pending', 'vacant'];
          const [ceiling, ...others] = names.map((name) => state.fields.get(`staff.${name}`) ?? null);
          for (const range of [ceiling, ...others]) {
            if (isMap(range))
              expect(0 <= Number(range['min']) && atMost(range['min'], range['max'])).toBe(true);
          }
          const [accredited] = others;
          if (isMap(ceiling) && isMap(accredited))
            expect(atMost(accredited['max'], ceiling['max'])).toBe(true);
        }
      }),
    );
  }
});

/** What an event makes of exact numbers, for every exact number that it can mean; nothing where it is impossible. */
function possible(staff: Exact, event: DomainEvent): Exact[] {
  const { ceiling, accredited, pending } = staff;
  switch (event.type) {
    case 'mission.established':
      return numbers({ min: 0, max: null }).flatMap((persons) =>
        numbers({ min: 0, max: null }).map((requests) => ({
          ceiling,
          accredited: persons,
          pending: requests,
        })),
      );
    case 'mission.closed':
      return [{ ceiling: null, accredited: 0, pending: 0 }];
    case 'ceiling.set':
      return numbers(event.limit).map((limit) => ({
        ...staff,
        ceiling: limit,
        accredited: Math.min(accredited, limit),
      }));
    case 'ceiling.lifted':
      return [{ ...staff, ceiling: null }];
    case 'posts.abolished':
      if (ceiling === null) return [];
      return numbers(event.count)
        .filter((posts) => posts <= ceiling - accredited)
        .map((posts) => ({ ...staff, ceiling: ceiling - posts }));
    case 'accreditation.requested':
      return numbers(event.count).map((requests) => ({ ...staff, pending: pending + requests }));
    case 'accreditation.granted':
      return numbers(event.count)
        .filter((persons) => ceiling === null || accredited + persons <= ceiling)
        .map((persons) => ({
          ceiling,
          accredited: accredited + persons,
          pending: Math.max(0, pending - persons),
        }));
    case 'accreditation.denied':
      return numbers(event.count)
        .filter((requests) => requests <= pending)
        .map((requests) => ({ ...staff, pending: pending - requests }));
    case 'accreditation.withdrawn':
    case 'staff.recalled':
      if (event.count === 'all') return [{ ...staff, accredited: 0 }];
      return numbers(event.count)
        .filter((persons) => persons <= accredited)
        .map((persons) => ({ ...staff, accredited: accredited - persons }));
    case 'staff.reported': {
      const vacant = ceiling === null ? null : ceiling - accredited;
      const agrees =
        (event.accredited === undefined || within(event.accredited, accredited)) &&
        (event.pending === undefined || within(event.pending, pending)) &&
        (event.vacant === undefined || vacant === null || within(event.vacant, vacant));
      return agrees ? [staff] : [];
    }
    default:
      return [staff];
  }
}

function numbers({ min, max }: Count): readonly number[] {
  const last = Math.min(max ?? min + BEYOND, LIMIT);
  return Array.from({ length: Math.max(0, last - min + 1) }, (_, index) => min + index);
}

/** Whether an exact number, or that there is none, is what a range allows. */
function within(range: unknown, exact: number | null): boolean {
  if (exact === null || !isMap(range)) return exact === null && range === null;
  const { min, max } = range;
  return Number(min) <= exact && (max === null || exact <= Number(max));
}

/** Whether a bound is at most another, where null is no bound. */
function atMost(low: unknown, high: unknown): boolean {
  return high === null || (low !== null && Number(low) <= Number(high));
}

function distinct(staffs: readonly Exact[]): readonly Exact[] {
  const near = staffs.filter(({ accredited, pending }) => accredited <= LIMIT && pending <= LIMIT);
  return [...new Map(near.map((one) => [`${one.ceiling} ${one.accredited} ${one.pending}`, one])).values()];
}

/** A mission is established and its staff changes, as far as its kind has words for it. */
function anyStaffHistory(kind: Kind): fc.Arbitrary<readonly Happening[]> {
  const count = anyWrittenCount(6);
  const all = fc.oneof({ weight: 6, arbitrary: count }, { weight: 1, arbitrary: fc.constant('all') });
  const report = { accredited: count, vacant: count, pending: count };
  const limited = [
    fc.record({ type: fc.constant('ceiling.set' as const), limit: anyWrittenCount(10) }),
    fc.record({ type: fc.constant('ceiling.lifted' as const) }),
    fc.record({ type: fc.constant('posts.abolished' as const), count }),
  ];
  const event = fc.oneof(
    fc.record({ type: fc.constant('accreditation.requested' as const), count }),
    fc.record({ type: fc.constant('accreditation.granted' as const), count }),
    fc.record({ type: fc.constant('accreditation.denied' as const), count }),
    fc.record({ type: fc.constant('accreditation.withdrawn' as const), count: all }),
    fc.record({ type: fc.constant('staff.recalled' as const), count: all }),
    fc.record(report, { requiredKeys: [] }).map((told) => ({ type: 'staff.reported' as const, ...told })),
    fc.constantFrom({ type: 'mission.closed' as const }, { type: 'mission.reopened' as const }),
    ...(kind === 'information-office' ? [] : [...limited, ...limited]),
  );
  return fc
    .array(event, { maxLength: 9, size: 'max' })
    .map((events): readonly Happening[] => ['mission.established', ...events]);
}
