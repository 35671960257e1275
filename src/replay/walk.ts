/** A subject's stream, event by event under one reading, with what each event did. */
import type { Kind } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import { ruleBooks } from '../machines/rulebooks.ts';
import { dayUnder } from '../time/clocks.ts';
import { type DayNumber, NEVER } from '../time/day.ts';
import { type Chart, chartOf } from './chart.ts';
import { begin, evolve, type Outcome, type State } from './evolve.ts';
import { isAnnounced, type Knowledge } from './known.ts';

/** One event taken in its turn: when it counts, what came of it, and the state from then on. */
export interface Turn {
  readonly event: DomainEvent;
  readonly day: DayNumber;
  readonly outcome: Outcome;
  readonly state: State;
}

/** Takes the events of one stream, given in order, up to the end of a day; those that never certainly arrive are left. */
export function* walk(
  chart: Chart,
  stream: readonly DomainEvent[],
  knowledge: Knowledge,
  until: DayNumber = NEVER,
): Generator<Turn, void> {
  let state = begin(chart);
  for (const event of stream) {
    const day = dayUnder(knowledge.reading, event.effective);
    if (day > until || day === NEVER) return;
    if (!isAnnounced(event, knowledge)) continue;
    const outcome = evolve(chart, state, event);
    if (outcome.kind === 'applied') state = outcome.state;
    yield { event, day, outcome, state };
  }
}

/** The state at the end of a day. */
export function stateOn(
  chart: Chart,
  stream: readonly DomainEvent[],
  knowledge: Knowledge,
  until?: DayNumber,
): State {
  let state = begin(chart);
  for (const turn of walk(chart, stream, knowledge, until)) state = turn.state;
  return state;
}

const charts = new Map<Kind, Chart>();

/** The chart that a kind follows, made ready once. */
export function chartFor(kind: Kind): Chart {
  const chart = charts.get(kind) ?? chartOf(ruleBooks[kind]);
  charts.set(kind, chart);
  return chart;
}
