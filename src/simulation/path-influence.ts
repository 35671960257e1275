/**
 * What can have an influence on what, by the rules of a kind. Where a transition leads, and from where, stands in the
 * chart; which fields its guards and recipes read and write is seen when they are run, on states that show every state
 * of every region once (Lipovetzky and Geffner, "Width and Serialization of Classical Planning Problems", 2012, call such a
 * search for what is new IW(1)).
 */

import { isCount } from '../count.ts';
import type { Kind } from '../events/dossier.ts';
import type { EventType } from '../events/vocabulary.ts';
import { understoodBy } from '../machines/rulebooks.ts';
import type { Chart, Snapshot } from '../replay/chart.ts';
import { fieldsOf, reckonedFrom } from '../replay/evolve.ts';
import { regionsAbove, regionsOf, type StateNode } from '../replay/regions.ts';
import { domainOf, isIn, type Transition } from '../replay/scope.ts';
import { watched } from '../replay/watch.ts';
import { eventOf, proposalsOf, SOMEBODY } from './next-proposals.ts';

/** One way in which an event of a type changes a field, and what decides whether it does and to what. */
export interface Influence {
  readonly type: EventType;
  readonly writes: string;
  readonly reads: ReadonlySet<string>;
}

/** The influences of a kind's events, and which of its fields hold numbers. */
export interface Influences {
  readonly all: readonly Influence[];
  readonly numbered: ReadonlySet<string>;
  /** Fields that a guard or a recipe looks at together. */
  readonly together: readonly ReadonlySet<string>[];
  /** Where each type of event may lead: the states that it comes to, and the regions that may then be otherwise. */
  readonly moves: readonly Move[];
}

/** A transition, as far as it leads elsewhere. */
export interface Move {
  readonly type: EventType;
  readonly targets: readonly StateNode[];
  readonly regions: ReadonlySet<string>;
}

/** What the events of a kind can change, learned once. */
export function influencesOf(kind: Kind, chart: Chart): Influences {
  const known = learned.get(kind) ?? learn(kind, chart);
  learned.set(kind, known);
  return known;
}

/** The fields that must be looked at to know how some fields change, those among them, and the types that change them. */
export function concerning(
  chart: Chart,
  { all }: Influences,
  wanted: readonly string[],
): { readonly fields: ReadonlySet<string>; readonly types: ReadonlySet<EventType> } {
  const fields = new Set(wanted.flatMap((field) => reckonedFrom(chart, field)));
  const types = new Set<EventType>();
  // The set grows while it is gone through.
  for (const field of fields) {
    for (const { type, writes, reads } of all) {
      if (writes !== field || type === 'staff.reported') continue;
      types.add(type);
      for (const read of reads) fields.add(read);
    }
  }
  return { fields, types };
}

const learned = new Map<Kind, Influences>();

interface Seen {
  readonly reads: Set<string>;
  readonly writes: Set<string>;
}

function learn(kind: Kind, chart: Chart): Influences {
  const types = new Set(understoodBy(kind));
  const { guards, recipes, numbered } = observed(chart, [...types]);
  const all: Influence[] = [];
  const moves: Move[] = [];
  visit(chart.rules.machine.root);
  const together = [
    ...guards.values(),
    ...[...recipes.values()].map(({ reads, writes }) =>
      reads.size === 0 ? reads : new Set([...reads, ...writes]),
    ),
  ];
  return { all, numbered, together, moves };

  function visit(node: StateNode): void {
    for (const [name, transitions] of node.transitions) {
      const type = [...types].find((known) => known === name);
      if (type === undefined) continue;
      for (const transition of transitions) {
        const { target, actions } = transition;
        const enabling = [...regionsAbove(node), ...overruling(node, name), ...(guards.get(type) ?? [])];
        const regions = movedBy(transition);
        moves.push({ type, targets: target ?? [], regions });
        for (const writes of regions) all.push({ type, writes, reads: new Set(enabling) });
        for (const action of actions) {
          const seen = recipes.get(nameOf(action));
          for (const writes of seen?.writes ?? []) {
            all.push({ type, writes, reads: new Set([...enabling, ...(seen?.reads ?? [])]) });
          }
        }
      }
    }
    for (const inner of Object.values(node.states)) visit(inner);
  }
}

/** The regions whose states may answer an event in the place of the state that they lie in. */
function overruling(node: StateNode, type: string): readonly string[] {
  return Object.values(node.states).flatMap((inner) => [
    ...(inner.transitions.has(type) ? regionsAbove(inner) : []),
    ...overruling(inner, type),
  ]);
}

/** The regions that may be otherwise after a transition. */
function movedBy(transition: Transition): ReadonlySet<string> {
  const domain = domainOf(transition);
  if (domain === null) return new Set();
  const ends = [transition.source, ...(transition.target ?? [])];
  // Of a region's states only one was active, and one will be; of regions side by side all are entered anew.
  const branches = Object.values(domain.states).filter(
    (branch) => domain.type === 'parallel' || ends.some((end) => end === domain || isIn(end, branch)),
  );
  const own = domain.type === 'parallel' ? [] : branches.flatMap((branch) => regionsAbove(branch).slice(-1));
  return new Set([...own, ...branches.flatMap(regionsOf)]);
}

/** What the guards of each type read, and each recipe reads and writes, in states that show what is new. */
function observed(chart: Chart, types: readonly EventType[]) {
  const fields = new Set(chart.rules.fields);
  const guards = new Map<EventType, Set<string>>();
  const recipes = new Map<string, Seen>();
  const numbered = new Set<string>();
  const met = new Set<string>();
  const open: Snapshot[] = [];
  meet(chart.initial);
  for (const snapshot of open) {
    for (const type of types) {
      for (const proposal of proposalsOf(type, { counts: [1, 2], texts: [SOMEBODY] })) {
        take(snapshot, type, eventOf(proposal));
      }
    }
  }
  return { guards, recipes, numbered };

  function take({ at, context }: Snapshot, type: EventType, event: ReturnType<typeof eventOf>): void {
    const asked = guards.get(type) ?? new Set();
    guards.set(type, asked);
    const { verdict, to } = chart.decide(
      at,
      watched(context, fields, (field) => asked.add(field)),
      event,
    );
    if (verdict.kind !== 'applied') return;
    const copy = chart.copied(context);
    for (const call of verdict.calls) {
      const seen = recipes.get(call.name) ?? { reads: new Set(), writes: new Set() };
      recipes.set(call.name, seen);
      const draft = watched(
        copy,
        fields,
        (field) => seen.reads.add(field),
        (field) => seen.writes.add(field),
      );
      call.change(draft, call.event ?? event, call.params);
    }
    meet({ at: to, context: copy });
  }

  function meet(snapshot: Snapshot): void {
    let isNew = false;
    for (const [field, value] of fieldsOf(chart, snapshot)) {
      if (isCount(value)) numbered.add(field);
      const shown = `${field} ${typeof value === 'string' ? value : value === null}`;
      if (!met.has(shown)) isNew = true;
      met.add(shown);
    }
    if (isNew) open.push(snapshot);
  }
}

function nameOf(action: unknown): string {
  return typeof action === 'string' ? action : String(Object(action).type);
}
