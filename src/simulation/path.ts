/** The shortest sequences of events by which a subject would come from its state on a day to a wanted one. */

import { dataFieldsOf } from '../events/data-fields.ts';
import type { EventType } from '../events/vocabulary.ts';
import { understoodBy } from '../machines/rulebooks.ts';
import { knownOf } from '../replay/known.ts';
import { type EventRecord, kindOf } from '../replay/record.ts';
import { type Uncertain, uncertainties } from '../replay/uncertain.ts';
import { chartFor, stateOn } from '../replay/walk.ts';
import type { AsOf } from '../time/clocks.ts';
import { type Proposal, SOMEBODY, textsIn } from './next-proposals.ts';
import { distanceTo } from './path-distance.ts';
import { parseGoal, type Wrong } from './path-goal.ts';
import { concerning, influencesOf } from './path-influence.ts';
import { numbersFor } from './path-numbers.ts';
import { mayBeReached } from './path-reach.ts';
import { search } from './path-search.ts';

/** The ways to a goal, or what is wrong with the text of it. */
export type Path =
  | { readonly kind: 'path'; readonly answer: Paths }
  | { readonly kind: 'problems'; readonly problems: readonly Wrong[] };

/** All shortest sequences of events; one of none where the state is as wanted already. */
export interface Paths {
  readonly subject: string;
  readonly goal: string;
  /**
   * Each event with exact numbers, nobody it is done to being no event. Of sequences of the same types that one is told
   * that changes the least.
   */
  readonly paths: readonly (readonly Proposal[])[];
  /** There are more as short as these. */
  readonly more: boolean;
  /** Why there are none: whatever happens there are none, or there are none of up to so many events. */
  readonly none: { readonly kind: 'at-all' } | { readonly kind: 'within'; readonly steps: number } | null;
  /** What of the state from which they lead doubtful dates leave open, as far as it matters to the goal. */
  readonly uncertain: readonly Uncertain[];
}

/** No sequence of more events is sought. */
export const LONGEST = 8;

/**
 * The ways of a subject from the end of a day to a goal, `status=operating,staff.accredited>=15`, of up to so many
 * events. RangeError where the record has no such subject.
 */
export function pathsTo(
  record: EventRecord,
  subject: string,
  when: AsOf,
  goal: string,
  steps: number = LONGEST,
): Path {
  const kind = kindOf(record, subject);
  const chart = chartFor(kind);
  const influences = influencesOf(kind, chart);
  const parsed = parseGoal(goal, chart, influences.numbered);
  if (parsed.kind === 'problems') return parsed;
  const { conditions } = parsed;

  const stream = knownOf(record, subject, when);
  const state = stateOn(chart, stream, when, when.at);
  const wanted = conditions.map(({ field }) => field);
  const { fields, types } = concerning(chart, influences, wanted);
  const uncertain = uncertainties(chart, stream, when).filter(
    ({ field }) => fields.has(field) || wanted.includes(field),
  );
  const said = { subject, goal, uncertain };
  if (!mayBeReached(chart, state.snapshot.at, conditions)) {
    return { kind: 'path', answer: { ...said, paths: [], more: false, none: { kind: 'at-all' } } };
  }
  const inOrder = understoodBy(kind).filter((type) => types.has(type));
  const { paths, more, searched, exhausted } = search(state.snapshot, {
    chart,
    distance: distanceTo(chart, influences, conditions),
    fields,
    types: new Set(inOrder),
    numbers: numbersFor(chart, influences, fields, conditions, state.snapshot),
    texts: textsFor(
      conditions.flatMap(({ wanted: { kind, ...rest } }) => Object.values(rest)),
      state.snapshot.context,
    ),
    steps,
  });
  const none =
    paths.length > 0
      ? null
      : exhausted && !inOrder.some(hasNumbers)
        ? ({ kind: 'at-all' } as const)
        : ({ kind: 'within', steps: exhausted ? steps : searched } as const);
  return { kind: 'path', answer: { ...said, paths, more, none } };
}

/** What can be tried of numbers has no end, so that no search has tried it all. */
function hasNumbers(type: EventType): boolean {
  return dataFieldsOf(type).some(({ form }) => form.kind === 'count');
}

/** The texts that can make a difference: those of the goal, those of the state, and one that is neither. */
function textsFor(goal: readonly unknown[], context: unknown): readonly string[] {
  return [...new Set([SOMEBODY, ...textsIn(goal), ...textsIn(context)])];
}
