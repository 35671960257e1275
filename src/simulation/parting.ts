/** Where the runs of one subject first can differ: the state up to there, and what is on record from there on. */
import type { DomainEvent } from '../events/event.ts';
import type { Chart } from '../replay/chart.ts';
import { possibilities } from '../replay/doubt.ts';
import { begin, evolve, type State } from '../replay/evolve.ts';
import { type Finding, findingOf } from '../replay/findings.ts';
import { type DayNumber, EVER, later, NEVER } from '../time/day.ts';

/** What all runs of a subject share, and what each has to take itself. */
export interface Shared {
  readonly state: State;
  /** What the rules have no place for up to there, in every run. */
  readonly findings: readonly Finding[];
  readonly rest: readonly DomainEvent[];
}

/**
 * Parts what is known of a subject, in its order, at the first day on which a run may differ. What certainly took hold
 * before it is shared; so are doubtful days before it, where every order that they allow leads to one state and has a
 * place for all. What never certainly arrives is left out, as in the latest reading.
 */
export function sharedBefore(chart: Chart, known: readonly DomainEvent[], day: DayNumber): Shared {
  const events = known.filter(({ effective }) => effective.last !== NEVER);
  let state = begin(chart);
  const findings: Finding[] = [];
  const taken = new Set<DomainEvent>();
  for (const cluster of clusters(events)) {
    if (cluster.some(({ effective }) => effective.last >= day)) break;
    const next = afterCluster(chart, state, cluster);
    if (next === null) break;
    state = next.state;
    findings.push(...next.findings);
    for (const event of cluster) taken.add(event);
  }
  return { state, findings, rest: events.filter((event) => !taken.has(event)) };
}

/** Runs of events whose windows overlap, in their order; the order between two runs is certain. */
function clusters(events: readonly DomainEvent[]): readonly (readonly DomainEvent[])[] {
  const sorted = [...events].sort((a, b) => a.effective.first - b.effective.first);
  const found: DomainEvent[][] = [];
  let reach: DayNumber | null = null;
  for (const event of sorted) {
    const current = found[found.length - 1];
    if (current !== undefined && reach !== null && event.effective.first <= reach) current.push(event);
    else found.push([event]);
    reach = reach === null ? event.effective.last : later(reach, event.effective.last);
  }
  // The order in which they are known is the total order, which tells the order within a day.
  const places = new Map(events.map((event, place) => [event, place]));
  const placeOf = (event: DomainEvent) => places.get(event) ?? 0;
  return found.map((cluster) => cluster.sort((a, b) => placeOf(a) - placeOf(b)));
}

/** To what all orders of some events lead alike; null where they do not, or are too many to walk. */
function afterCluster(
  chart: Chart,
  state: State,
  cluster: readonly DomainEvent[],
): Pick<Shared, 'state' | 'findings'> | null {
  if (cluster.length === 1 || cluster.every(({ effective }) => effective.first === effective.last))
    return inTurn(chart, state, cluster);
  const end = cluster.reduce((day, { effective }) => later(day, effective.last), EVER);
  const { states, refused, exhausted } = possibilities(chart, state, cluster, { at: end, announcedBy: null });
  const [only, ...others] = states;
  return exhausted || refused || only === undefined || others.length > 0
    ? null
    : { state: only, findings: [] };
}

function inTurn(chart: Chart, start: State, events: readonly DomainEvent[]) {
  let state = start;
  const findings: Finding[] = [];
  for (const event of events) {
    const outcome = evolve(chart, state, event);
    const finding = findingOf(chart, { event, outcome });
    if (finding !== null) findings.push(finding);
    if (outcome.kind === 'applied') state = outcome.state;
  }
  return { state, findings };
}
