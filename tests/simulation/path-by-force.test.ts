/**
 * Ways to a goal, held to all sequences of events by which some small numbers and some names lead there. CHANCERY_DEPTH
 * in the environment tells how many events more than usual a sequence may have: `npm run deep` tries one more.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/events/dossier.ts';
import type { EventType } from '../../src/events/vocabulary.ts';
import { understoodBy } from '../../src/machines/rulebooks.ts';
import type { Chart, Snapshot } from '../../src/replay/chart.ts';
import { knownOf } from '../../src/replay/known.ts';
import { chartFor, stateOn } from '../../src/replay/walk.ts';
import { after, eventOf, proposalsOf } from '../../src/simulation/next-proposals.ts';
import { pathsTo } from '../../src/simulation/path.ts';
import type { Condition } from '../../src/simulation/path-goal.ts';
import { anyDossier, anyQuestion, recordFrom } from '../laws/dossiers.ts';
import { scaled } from '../laws/law.ts';
import { conditionsOf, isMet, replayed } from './ways.ts';

/** How many events more than usual a sequence may have. */
const DEEPER = Number(process.env['CHANCERY_DEPTH'] ?? 0);

describe('every way replays to the goal, and none is shorter', () => {
  const small: readonly (readonly [Kind, number, readonly string[]])[] = [
    ['relations', 4, ['status=established', 'status=broken-off', 'status=none', 'status!=none']],
    [
      'channel',
      3,
      [
        'status=none',
        'state=designated.confirmed',
        'status=ended,holder=none',
        'holder=Smith',
        'status=designated,holder=Smith,capacity=consul',
        'holder!=Smith,capacity!=none',
      ],
    ],
    [
      'cooperation',
      2,
      [
        'status=active',
        'status=suspended',
        'status=partly-suspended',
        'suspended.cooperation=science,suspended.dialogue!=none',
        'suspended.cooperation!=science,state.practical=suspended',
      ],
    ],
    ['representation', 2, ['status=embassy', 'status!=none']],
    [
      'embassy',
      2,
      [
        'status=operating,accredited=2',
        'ceiling=3,vacant>=1',
        'status=suspended,access=restricted',
        'admitted=2',
        'accredited<2,ceiling>2',
        'vacant=2,accredited!=0',
        'pending=1..3,accredited>=2',
        'status=closed',
        'head=Smith,charge=none',
        'head=none,state.headship=vacant',
        'ceiling=none,accredited=0',
        'charge!=none,status=suspended',
      ],
    ],
    [
      'military-liaison-mission',
      2,
      ['state.accreditation=standing', 'state.accreditation=withdrawn,accredited>=1'],
    ],
  ];

  for (const [kind, usual, goals] of small) {
    const steps = usual + DEEPER;
    const hasNumbers = kind === 'embassy' || kind === 'military-liaison-mission';
    test(`${kind}, against all sequences of up to ${steps} events`, () => {
      const chart = chartFor(kind);
      const byForce = forceOn(chart, kind);
      fc.assert(
        fc.property(
          anyDossier({ kinds: [kind], subjects: 1, dates: 'exact', entries: 6 }),
          anyQuestion(),
          fc.constantFrom(...goals),
          (written, when, goal) => {
            const generated = recordFrom(written);
            const [subject = ''] = Object.keys(generated.dossier.subjects);
            const { snapshot } = stateOn(chart, knownOf(generated, subject, when), when, when.at);
            const conditions = conditionsOf(kind, goal);
            const found = pathsTo(generated, subject, when, goal, steps);
            if (found.kind === 'problems') throw new Error(found.problems.map(({ what }) => what).join());
            const { paths: ways, none } = found.answer;
            for (const way of ways)
              expect(isMet(chart, replayed(chart, snapshot, way), conditions)).toBe(true);
            const shortest = byForce(snapshot, conditions, steps);
            // By force only small numbers are tried: where others lead there too, or sooner, that was replayed above.
            const own = new Set(ways.map((way) => way.map(({ type }) => type).join(' ')));
            const length = ways[0]?.length ?? Number.POSITIVE_INFINITY;
            expect(length).toBeLessThanOrEqual(shortest?.length ?? Number.POSITIVE_INFINITY);
            if (length === shortest?.length) for (const way of shortest.sequences) expect(own).toContain(way);
            if (!hasNumbers) expect(own).toEqual(shortest?.sequences ?? new Set());
            expect(none === null).toBe(ways.length > 0);
          },
        ),
        { numRuns: scaled(hasNumbers ? 30 : 80) },
      );
    });
  }
});

/** A way of trying events by force that remembers, of each state that it comes to, where they lead from there. */
function forceOn(chart: Chart, kind: Kind) {
  const choices = { counts: [0, 1, 2, 3], texts: ['Smith', 'consul', 'science', 'N. N.'] };
  const moves = understoodBy(kind)
    .filter((type) => type !== 'staff.reported')
    .flatMap((type) => proposalsOf(type, choices));
  const states = new Map<string, State>();
  return sequencesTo;

  /** All sequences of types by which small numbers and some names lead to the goal first; null for none so short. */
  function sequencesTo(
    start: Snapshot,
    conditions: readonly Condition[],
    steps: number,
  ): { readonly length: number; readonly sequences: ReadonlySet<string> } | null {
    const met = new Set<State>();
    let layer = new Map([[stateOf(start), new Set([''])]]);
    for (let length = 0; ; length++) {
      const ends = [...layer].filter(([{ snapshot }]) => isMet(chart, snapshot, conditions));
      if (ends.length > 0) {
        return { length, sequences: new Set(ends.flatMap(([, ways]) => [...ways].map((way) => way.trim()))) };
      }
      if (length === steps) return null;
      for (const state of layer.keys()) met.add(state);
      const next: typeof layer = new Map();
      for (const [state, ways] of layer) {
        state.leads ??= leadsFrom(state);
        for (const [type, reached] of state.leads) {
          if (met.has(reached)) continue;
          const known = next.get(reached) ?? new Set();
          for (const way of ways) known.add(`${way} ${type}`);
          next.set(reached, known);
        }
      }
      layer = next;
    }
  }

  function stateOf(snapshot: Snapshot): State {
    const key = JSON.stringify(snapshot);
    const state = states.get(key) ?? { snapshot, leads: null };
    states.set(key, state);
    return state;
  }

  function leadsFrom({ snapshot }: State): readonly Lead[] {
    return moves.flatMap((proposal): readonly Lead[] => {
      const reached = after(chart, snapshot, eventOf(proposal));
      return reached === null ? [] : [[proposal.type, stateOf(reached)]];
    });
  }
}

/** A state by its one object, and where events lead from it; null as long as none were tried. */
interface State {
  readonly snapshot: Snapshot;
  leads: readonly Lead[] | null;
}

type Lead = readonly [type: EventType, reached: State];
