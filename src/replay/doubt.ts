/**
 * What doubtful dates leave open. A window says that an event fell on some day in it; every choice of days, and so
 * every order that the windows allow, gives a possible history. All of them are walked, sharing what they share:
 * histories that have taken the same events to the same state go on as one, from the earliest place in time, which
 * leaves open all that a later one would.
 */
import type { DomainEvent } from '../events/event.ts';
import type { AsOf } from '../time/clocks.ts';
import { NEVER } from '../time/day.ts';
import { byPosition, type Position } from '../time/order.ts';
import type { Chart } from './chart.ts';
import { evolve, type State } from './evolve.ts';

/** Beyond so many steps, and ten for each event, the histories of one subject are no longer told apart: all is in doubt. */
const STEPS = 5_000;

/** The states that a subject can be in on the day asked about; `exhausted` when there were too many to walk. */
export interface Possibilities {
  readonly states: readonly State[];
  /** The events whose open days make the difference. */
  readonly doubtful: readonly DomainEvent[];
  /** Whether in some history the rules have no place for some event. */
  readonly refused: boolean;
  readonly exhausted: boolean;
}

/** Walks every history of one subject that the windows of its events allow. */
export function possibilities(
  chart: Chart,
  start: State,
  events: readonly DomainEvent[],
  when: Pick<AsOf, 'at' | 'announcedBy'>,
): Possibilities {
  const groups = clusters(happenings(events, when));
  const budget: Budget = { left: STEPS + 10 * events.length, refused: false };
  const doubtful: DomainEvent[] = [];
  let states: readonly State[] = [start];
  for (const group of groups) {
    const ends = states.map((state) => distinct(endings(chart, state, group, budget)));
    const exhausted = budget.left <= 0;
    if (exhausted || ends.some(({ length }) => length > 1)) {
      doubtful.push(...group.filter(isDoubtful).flatMap(({ events: together }) => together));
    }
    states = distinct(ends.flat());
    if (exhausted) return { states, doubtful, refused: budget.refused, exhausted };
  }
  return { states, doubtful, refused: budget.refused, exhausted: false };
}

/** How many steps may still be taken, and whether one of those taken so far led nowhere. */
interface Budget {
  left: number;
  refused: boolean;
}

/** Events that share one choice of a day: those of an act that take hold with its announcement, or one by itself. */
interface Happening {
  readonly events: readonly DomainEvent[];
  readonly position: Position;
  readonly clock: number;
  /** The days from which to choose that lie within the question. */
  readonly first: number;
  readonly last: number;
  /** The same for the announcement, which decides between two events on one day. */
  readonly told: readonly [number, number];
  readonly atAnnouncement: boolean;
  /** Whether it may not have happened yet, or may not be known yet. */
  readonly optional: boolean;
}

/** A place in the total order. */
interface Place {
  readonly day: number;
  readonly clock: number;
  readonly told: number;
  readonly position: Position;
}

function happenings(events: readonly DomainEvent[], { at, announcedBy }: Pick<AsOf, 'at' | 'announcedBy'>) {
  const known = announcedBy ?? NEVER;
  // What cannot have happened yet parts no events that were announced together.
  return together(events.filter(({ effective }) => effective.first <= at)).flatMap((group): Happening[] => {
    const [head] = group;
    if (head === undefined || head.announced.first > known) return [];
    const { effective, announced, atAnnouncement } = head;
    const last = Math.min(effective.last, at, atAnnouncement ? known : NEVER);
    if (effective.first > last) return [];
    return [
      {
        events: group,
        position: head.position,
        clock: effective.clock ?? Number.NEGATIVE_INFINITY,
        first: effective.first,
        last,
        told: [announced.first, Math.min(announced.last, known)],
        atAnnouncement,
        optional: effective.last > at || announced.last > known,
      },
    ];
  });
}

/**
 * Events by the choice of a day that they share: those next to each other in an act that take hold with one doubtful
 * announcement. All others are chosen for by themselves, which may try more histories than there are, never fewer.
 */
function together(events: readonly DomainEvent[]): readonly (readonly DomainEvent[])[] {
  const groups: DomainEvent[][] = [];
  for (const event of [...events].sort((a, b) => byPosition(a.position, b.position))) {
    const current = groups[groups.length - 1];
    const before = current?.[0];
    if (current !== undefined && before !== undefined && shareTheirDay(before, event)) current.push(event);
    else groups.push([event]);
  }
  return groups;
}

function shareTheirDay(a: DomainEvent, b: DomainEvent): boolean {
  const { first, last, edtf } = a.announced;
  return (
    a.act === b.act && a.atAnnouncement && b.atAnnouncement && first !== last && edtf === b.announced.edtf
  );
}

/** Runs of happenings whose windows overlap; between two runs the order is certain. */
function clusters(all: readonly Happening[]): readonly (readonly Happening[])[] {
  const sorted = [...all].sort((a, b) => a.first - b.first || a.last - b.last);
  const groups: Happening[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const happening of sorted) {
    const current = groups[groups.length - 1];
    if (current !== undefined && happening.first <= reach) current.push(happening);
    else groups.push([happening]);
    reach = Math.max(reach, happening.last);
  }
  return groups;
}

function isDoubtful({ first, last, told, optional }: Happening): boolean {
  return optional || first !== last || told[0] !== told[1];
}

/** The states in which the histories of one group can end. */
function endings(chart: Chart, start: State, group: readonly Happening[], budget: Budget): readonly State[] {
  // What has one place only comes in one order: of those only the next can be taken, whatever the others do.
  const fixed = group
    .filter((happening) => !isDoubtful(happening))
    .sort((a, b) => byPlace(latest(a), latest(b)));
  const loose = group.filter(isDoubtful);
  const ends: State[] = [];
  const reached = new Map<string, Place>();
  const open: Node[] = [{ state: start, place: BEFORE, fixed: 0, loose: new Set(loose) }];

  for (let node = open.pop(); node !== undefined && budget.left > 0; node = open.pop()) {
    const next = fixed[node.fixed];
    const left = next === undefined ? [...node.loose] : [next, ...node.loose];
    const required = left.filter(({ optional }) => !optional);
    if (required.length === 0) ends.push(node.state);
    // None that must still happen may be left without a place: the first to run out of places bounds all the others.
    const [bound, second] = required
      .map((happening) => ({ happening, last: latest(happening) }))
      .sort((a, b) => byPlace(a.last, b.last));
    for (const happening of left) {
      const place = placeAfter(node.place, happening);
      const limit = bound?.happening === happening ? second : bound;
      if (place === null || (limit !== undefined && byPlace(place, limit.last) > 0)) continue;
      budget.left -= 1;
      const after =
        happening === next
          ? { ...node, fixed: node.fixed + 1 }
          : { ...node, loose: except(node.loose, happening) };
      const state = taken(chart, node.state, happening, budget);
      const key = `${after.fixed} ${loose.map((one) => (after.loose.has(one) ? 1 : 0)).join('')} ${keyOf(state)}`;
      const earlier = reached.get(key);
      if (earlier !== undefined && byPlace(earlier, place) <= 0) continue;
      reached.set(key, place);
      open.push({ ...after, state, place });
    }
  }
  return ends;
}

/** A history up to a place in the order: how many of the fixed happenings are in it, and which loose ones are not. */
interface Node {
  readonly state: State;
  readonly place: Place;
  readonly fixed: number;
  readonly loose: ReadonlySet<Happening>;
}

function taken(chart: Chart, state: State, { events }: Happening, budget: Budget): State {
  return events.reduce((before, event) => {
    const outcome = evolve(chart, before, event);
    if (outcome.kind !== 'applied') budget.refused = true;
    return outcome.kind === 'applied' ? outcome.state : before;
  }, state);
}

function except<T>(all: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const rest = new Set(all);
  rest.delete(one);
  return rest;
}

const BEFORE: Place = {
  day: Number.NEGATIVE_INFINITY,
  clock: Number.NEGATIVE_INFINITY,
  told: Number.NEGATIVE_INFINITY,
  position: { file: '', act: -1, event: -1 },
};

/** The first place in the order, after the given one, that a happening can take; null where there is none. */
function placeAfter(place: Place, happening: Happening): Place | null {
  const { clock, position, last, atAnnouncement } = happening;
  const today = Math.max(happening.first, place.day);
  for (const day of [today, today + 1]) {
    if (day > last) return null;
    if (day === place.day && clock < place.clock) continue;
    const tied = day === place.day && clock === place.clock;
    const floor = place.told + (byPosition(position, place.position) > 0 ? 0 : 1);
    const [first, latest] = atAnnouncement ? [day, day] : happening.told;
    const told = tied ? Math.max(first, floor) : first;
    if (told <= latest) return { day, clock, told, position };
  }
  return null;
}

/** The last place in the order that a happening can take. */
function latest({ clock, last, told, atAnnouncement, position }: Happening): Place {
  return { day: last, clock, told: atAnnouncement ? last : told[1], position };
}

function byPlace(a: Place, b: Place): number {
  if (a.day !== b.day) return a.day - b.day;
  if (a.clock !== b.clock) return a.clock < b.clock ? -1 : 1;
  return a.told - b.told || byPosition(a.position, b.position);
}

function distinct(states: readonly State[]): readonly State[] {
  const byKey = new Map<string, State>();
  for (const state of states) if (!byKey.has(keyOf(state))) byKey.set(keyOf(state), state);
  return [...byKey.values()];
}

function keyOf(state: State): string {
  return JSON.stringify([...state.fields]);
}
