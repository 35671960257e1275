/** Which parts of an answer the windows of doubtful dates leave open. */
import type { DomainEvent } from '../events/event.ts';
import type { AsOf, Reading } from '../time/clocks.ts';
import { byOrder } from '../time/order.ts';
import { eventsBehind } from './causes.ts';
import type { Chart } from './chart.ts';
import { possibilities } from './doubt.ts';
import { begin, causesBehind, type FieldValue, type State } from './evolve.ts';
import { regionsOf } from './regions.ts';
import { stateOn } from './walk.ts';

/** A field that some choice of days within the windows would change. */
export interface Uncertain {
  readonly field: string;
  /** Its value under either reading; null where the state has no such field. */
  readonly earliest: FieldValue;
  readonly latest: FieldValue;
  /** Values that some order in between gives. */
  readonly others?: readonly FieldValue[];
  /** There were too many orders to try: other values are not excluded. */
  readonly unexplored?: true;
  /** The events whose days are open. */
  readonly because: readonly string[];
}

/** The fields of one subject that are uncertain on the day asked about. */
export function uncertainties(
  chart: Chart,
  stream: readonly DomainEvent[],
  when: AsOf,
): readonly Uncertain[] {
  const { states, doubtful, exhausted } = possibilities(chart, begin(chart), stream, when);
  if (states.length <= 1 && !exhausted) return [];
  const earliest = under('earliest', chart, stream, when);
  const latest = under('latest', chart, stream, when);
  const all = [earliest, latest, ...states];
  const present = all.flatMap((state) => [...state.fields.keys()]);
  const fields = new Set(exhausted ? [...present, ...regionsOf(chart.rules.machine.root)] : present);
  return [...fields].flatMap((field): Uncertain[] => {
    const valueIn = (state: State) => state.fields.get(field) ?? null;
    const values = new Map(all.map((state) => [JSON.stringify(valueIn(state)), valueIn(state)]));
    if (values.size <= 1 && !exhausted) return [];
    const others = [...values.values()].slice(
      JSON.stringify(valueIn(earliest)) === JSON.stringify(valueIn(latest)) ? 1 : 2,
    );
    return [
      {
        field,
        earliest: valueIn(earliest),
        latest: valueIn(latest),
        ...(others.length > 0 ? { others } : {}),
        ...(exhausted ? { unexplored: true } : {}),
        because: responsible(chart, all, field, doubtful),
      },
    ];
  });
}

function under(reading: Reading, chart: Chart, stream: readonly DomainEvent[], when: AsOf): State {
  return stateOn(chart, [...stream].sort(byOrder(reading)), { ...when, reading }, when.at);
}

/**
 * The doubtful events that stand behind the field in some histories and not in others; where only their order differs,
 * those that stand behind it at all.
 */
function responsible(
  chart: Chart,
  states: readonly State[],
  field: string,
  doubtful: readonly DomainEvent[],
) {
  const behind = states.map((state) => new Set(eventsBehind(causesBehind(chart, state, field))));
  const inSome = doubtful.filter((event) => behind.some((events) => events.has(event)));
  const notInAll = inSome.filter((event) => !behind.every((events) => events.has(event)));
  const named = [notInAll, inSome, doubtful].find((events) => events.length > 0) ?? [];
  return named.map(({ id }) => id);
}
