/** Tests of a state that are made again and again: what the chart alone decides is looked at once. */
import type { Test } from '../events/scenario.ts';
import type { Chart, Snapshot } from '../replay/chart.ts';
import { fieldIn } from '../replay/evolve.ts';
import { meets } from './condition.ts';

/** A test of a field, and what is known of it already. */
export interface FieldTest {
  readonly test: Test;
  /** Whether the field is the status or a region, so that the configuration decides it. */
  readonly isOfChart: boolean;
  /** For each configuration what was found. */
  readonly found: (boolean | undefined)[];
}

/** Tests of the fields of one subject, ready to be made. */
export function fieldTests(tests: readonly Test[]): readonly FieldTest[] {
  return tests.map((test) => ({
    test,
    isOfChart: /^(?:status|state(?:\..*)?)$/.test(test.field),
    found: [],
  }));
}

/** Whether a state meets all of them, as for `when`. */
export function allHold(
  tests: readonly FieldTest[],
  chart: Chart,
  at: number,
  context: Snapshot['context'],
): boolean {
  for (const one of tests) {
    const known = one.isOfChart ? one.found[at] : undefined;
    const holds = known ?? isMet(one, chart, at, context);
    if (!holds) return false;
  }
  return true;
}

function isMet(
  { test, isOfChart, found }: FieldTest,
  chart: Chart,
  at: number,
  context: Snapshot['context'],
): boolean {
  const snapshot = { at: chart.compiled.numbered(at), context };
  const met = meets(test, fieldIn(chart, snapshot, test.field) ?? null);
  if (isOfChart) found[at] = met;
  return met;
}
