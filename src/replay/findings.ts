/** Findings: events on record that the rules have no place for, kept as values. */
import type { DomainEvent } from '../events/event.ts';
import type { Chart } from './chart.ts';
import type { Turn } from './walk.ts';

/** An event that changed nothing because the rules have no place for it, and why not. */
export interface Finding {
  readonly event: string;
  readonly subject: string;
  readonly type: string;
  /** `not-applicable`: the state knows no such event. `refused`: a guard said no. */
  readonly reason: 'not-applicable' | 'refused';
  /** The state that has no place for it. */
  readonly while: string;
  /** The guards that said no, for a refusal. */
  readonly guards?: readonly string[];
  /** The same in plain words. */
  readonly says: string;
}

/** What came of one event, where nothing did. */
export function findingOf(
  chart: Chart,
  {
    event,
    outcome,
  }: Pick<Turn, 'outcome'> & { readonly event: Pick<DomainEvent, 'id' | 'subject' | 'type'> },
): Finding | null {
  if (outcome.kind === 'applied') return null;
  const { id, subject, type } = event;
  const common = { event: id, subject, type, reason: outcome.kind, while: outcome.while };
  if (outcome.kind === 'not-applicable') {
    return { ...common, says: `${type} has no place while ${outcome.while}` };
  }
  const reasons = outcome.guards.map((guard) => chart.rules.refusals[guard] ?? guard);
  return { ...common, guards: outcome.guards, says: `${type} is refused: ${reasons.join('; ')}` };
}
