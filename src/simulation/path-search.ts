/**
 * A search for the shortest ways from one state to others, all of them: breadth first, one event after another, over
 * states that differ in what matters to the goal. Ways of the same types of events in the same order are one way, of
 * which that is kept whose numbers change the least.
 */

import { isCount } from '../count.ts';
import type { EventType } from '../events/vocabulary.ts';
import type { Chart, Snapshot } from '../replay/chart.ts';
import type { Configuration } from '../replay/compile.ts';
import { fieldIn } from '../replay/evolve.ts';
import { after, eventOf, leastOf, type Proposal, proposalsOf } from './next-proposals.ts';
import { countsIn, leadsOn, type Numbers } from './path-numbers.ts';

/** What to look for, and with what. */
export interface Search {
  readonly chart: Chart;
  /** How many events it takes at least from a state to a wanted one: 0 for one that is wanted. */
  readonly distance: (snapshot: Snapshot) => number;
  /** Two states that agree in these fields are one. */
  readonly fields: ReadonlySet<string>;
  readonly types: ReadonlySet<EventType>;
  readonly numbers: Numbers;
  readonly texts: readonly string[];
  /** No way is longer. */
  readonly steps: number;
}

/** The shortest ways; where there are none, how many steps were searched to their end, and whether no more are left. */
export interface Found {
  readonly paths: readonly (readonly Proposal[])[];
  /** There are more ways as short as these. */
  readonly more: boolean;
  readonly searched: number;
  readonly exhausted: boolean;
}

/** Searches for all shortest ways from a state: for those of one event, then for those of two, and so on. */
export function search(start: Snapshot, wanted: Search): Found {
  if (wanted.distance(start) === 0) return { paths: [[]], more: false, searched: 0, exhausted: false };
  const budget = { left: MOST_STEPS };
  for (let steps = 1; steps <= wanted.steps; steps++) {
    const first: Node = { snapshot: start, from: [] };
    const { ends, all } = waysOf(first, steps, wanted, budget);
    if (budget.left < 0) return { paths: [], more: false, searched: steps - 1, exhausted: false };
    if (ends.length > 0) return { ...waysTo(ends, first, wanted), searched: steps, exhausted: false };
    if (all) return { paths: [], more: false, searched: steps, exhausted: true };
  }
  return { paths: [], more: false, searched: wanted.steps, exhausted: false };
}

/** The wanted states that are so many events away, with the ways to them; `all` if there is no state that is not met. */
function waysOf(first: Node, steps: number, wanted: Search, budget: { left: number }) {
  const { chart, distance } = wanted;
  const keyOf = keysFor(wanted);
  const met = new Set([keyOf(first.snapshot)]);
  let all = true;
  let layer: readonly Node[] = [first];
  for (let step = 1; step <= steps && budget.left >= 0; step++) {
    const next = new Map<string, Node>();
    for (const node of layer) {
      for (const proposal of movesFrom(node.snapshot, wanted)) {
        budget.left -= 1;
        const snapshot = after(chart, node.snapshot, eventOf(proposal));
        if (snapshot === null || !leadOn(snapshot, wanted)) continue;
        if (step + distance(snapshot) > steps) {
          all = false;
          continue;
        }
        const key = keyOf(snapshot);
        if (met.has(key)) continue;
        const known = next.get(key) ?? { snapshot, from: [] };
        known.from.push({ node, proposal });
        next.set(key, known);
      }
      if (budget.left < 0) break;
    }
    layer = [...next.values()];
    for (const key of next.keys()) met.add(key);
  }
  return { ends: layer, all: all && layer.length === 0 };
}

/** A state, and all the last events of the shortest ways to it. */
interface Node {
  readonly snapshot: Snapshot;
  readonly from: Edge[];
}

interface Edge {
  readonly node: Node;
  readonly proposal: Proposal;
}

/** After so many events tried the search gives up. */
const MOST_STEPS = 600_000;

/** So many ways are told. */
const MOST_PATHS = 100;

function* movesFrom(snapshot: Snapshot, { chart, types, numbers, texts }: Search): Iterable<Proposal> {
  const counts = countsIn(chart, numbers, snapshot);
  for (const type of types) yield* proposalsOf(type, { counts, texts });
}

/** Whether all numbers of a state are among those to come to, at one end at least. */
function leadOn(snapshot: Snapshot, { chart, numbers }: Search): boolean {
  for (const [field, ranked] of numbers) if (!leadsOn(fieldIn(chart, snapshot, field), ranked)) return false;
  return true;
}

/** What two states have in common that are one to the search. */
function keysFor({ chart, fields }: Search): (snapshot: Snapshot) => string {
  const regions = new Map<Configuration, string>();
  const paths = chart.rules.fields.filter((field) => fields.has(field)).map((field) => field.split('.'));
  return ({ at, context }) => {
    const shown = regions.get(at) ?? shownOf(at);
    regions.set(at, shown);
    return `${shown} ${JSON.stringify(paths.map((path) => partOf(context, path)))}`;
  };

  function shownOf(at: Configuration): string {
    return [...chart.regionsOf(at)]
      .flatMap(([field, state]) => (fields.has(field) ? [`${field}=${state}`] : []))
      .join(' ');
  }
}

function partOf(whole: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => Object(part)[key], whole);
}

/** The ways to these states, from the end back to the start, by the types of their events. */
function waysTo(ends: readonly Node[], first: Node, wanted: Search): Pick<Found, 'paths' | 'more'> {
  const paths: (readonly Proposal[])[] = [];
  let more = false;
  back(new Map(ends.map((node) => [node, { cost: FREE, path: null }])));
  return { paths: paths.sort(byTypes(wanted)), more };

  function back(here: ReadonlyMap<Node, Way>): void {
    const whole = here.get(first);
    if (whole !== undefined) {
      if (paths.length < MOST_PATHS) paths.push(listOf(whole.path));
      else more = true;
      return;
    }
    const byType = new Map<EventType, Map<Node, Way>>();
    for (const [node, way] of here) {
      for (const { node: before, proposal } of node.from) {
        const known = byType.get(proposal.type) ?? new Map<Node, Way>();
        byType.set(proposal.type, known);
        const cost = sum(way.cost, costOf(proposal, before.snapshot, wanted.numbers));
        const other = known.get(before);
        if (other === undefined || isLess(cost, other.cost)) {
          known.set(before, { cost, path: { proposal, rest: way.path } });
        }
      }
    }
    for (const group of byType.values()) {
      if (more) return;
      back(group);
    }
  }
}

/** The rest of a way, and what it costs. */
interface Way {
  readonly cost: Cost;
  readonly path: Rest | null;
}

interface Rest {
  readonly proposal: Proposal;
  readonly rest: Rest | null;
}

/** How far fetched the numbers and texts of a way are, and how much they change. */
type Cost = readonly [rank: number, size: number];

const FREE: Cost = [0, 0];

function costOf({ data }: Proposal, { context }: Snapshot, numbers: Numbers): Cost {
  let [rank, size] = FREE;
  for (const [field, value] of Object.entries(data)) {
    if (value === 'all') rank += 3;
    else if (!isCount(value)) size += 1;
    else if (leastOf(field) > 0) size += value.min;
    else {
      rank += Math.min(3, ...[...numbers.values()].flatMap((ranked) => ranked.get(value.min) ?? []));
      const { ceiling = null } = Object(context['staff']);
      size += isCount(ceiling) ? Math.abs(value.min - ceiling.min) : 0;
    }
  }
  return [rank, size];
}

function sum(a: Cost, b: Cost): Cost {
  return [a[0] + b[0], a[1] + b[1]];
}

function isLess(a: Cost, b: Cost): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

function listOf(way: Rest | null): readonly Proposal[] {
  return way === null ? [] : [way.proposal, ...listOf(way.rest)];
}

/** By the order in which the kind knows the types. */
function byTypes({ types }: Search) {
  const order = new Map([...types].map((type, index) => [type, index]));
  return (a: readonly Proposal[], b: readonly Proposal[]): number => {
    const differs = a.findIndex(({ type }, index) => type !== b[index]?.type);
    const [one, other] = [a[differs], b[differs]];
    return one === undefined || other === undefined
      ? 0
      : (order.get(one.type) ?? 0) - (order.get(other.type) ?? 0);
  };
}
