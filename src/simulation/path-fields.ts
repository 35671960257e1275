/** The fields that a subject of a kind can have, and the words that can stand in its status and its regions. */
import type { Chart } from '../replay/chart.ts';
import type { Configuration } from '../replay/compile.ts';
import { regions, regionsOf, type StateNode } from '../replay/regions.ts';

type StateValue = Configuration['value'];

/** Every field that some state of a chart has. */
export function fieldsOfChart({ rules }: Chart): readonly string[] {
  return [
    'status',
    ...regionsOf(rules.machine.root),
    ...rules.fields,
    ...(rules.staffed ? ['staff.vacant'] : []),
  ];
}

/** The field that somebody means, by its full name or by its last part where that is clear; null for none. */
export function fieldMeant(chart: Chart, name: string): string | null {
  const fields = fieldsOfChart(chart);
  if (fields.includes(name)) return name;
  const ending = fields.filter((field) => field.endsWith(`.${name}`));
  return ending.length === 1 ? (ending[0] ?? null) : null;
}

/** What a configuration would show if the regions of its chart were free of each other: its status and its regions. */
export interface Shown {
  readonly value: StateValue;
  readonly status: string;
  readonly regions: ReadonlyMap<string, string>;
}

/** Every combination of the states of a chart of which each is among those that may be active. */
export function combinationsOf(
  { rules }: Chart,
  mayBe: (node: StateNode) => boolean = () => true,
): readonly Shown[] {
  const { root } = rules.machine;
  return within(root).map((value) => ({
    value,
    status: rules.status.of(value),
    regions: regions(root, value),
  }));

  function within(node: StateNode): readonly StateValue[] {
    const inner = Object.values(node.states)
      .filter(mayBe)
      .map((state): readonly StateValue[] => {
        const deeper = Object.keys(state.states).length === 0 ? null : within(state);
        if (node.type === 'parallel') return (deeper ?? [{}]).map((value) => ({ [state.key]: value }));
        return deeper === null ? [state.key] : deeper.map((value) => ({ [state.key]: value }));
      });
    return node.type === 'parallel' ? inner.reduce(together, [{}]) : inner.flat();
  }
}

function together(all: readonly StateValue[], region: readonly StateValue[]): readonly StateValue[] {
  return all.flatMap((one) => region.map((more) => ({ ...asMap(one), ...asMap(more) })));
}

function asMap(value: StateValue) {
  return typeof value === 'string' ? {} : value;
}
