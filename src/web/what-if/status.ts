/** What was done last in the room of hypotheses, told as long as the scenario stays as it became by it. */
import type { View } from '../view.ts';

/** What is told, and of which scenario. */
export interface Status {
  readonly kind: 'done' | 'refused';
  /** Where it is told: at the top of the room, or in the form that was refused. */
  readonly place: 'top' | 'add' | 'out' | 'move';
  readonly lines: readonly string[];
  readonly scenario: View['scenario'];
  /** Whether the view has come to show that scenario. */
  readonly hasCome: boolean;
}

/** Tells what was done in the place of what was done before; null for nothing. */
export type Say = (next: Omit<Status, 'hasCome'> | null) => void;

/** The status beside the scenario that is shown; null once another one is. */
export function statusBeside(status: Status | null, scenario: View['scenario']): Status | null {
  if (status === null) return null;
  const isIts = JSON.stringify(status.scenario) === JSON.stringify(scenario);
  if (isIts) return status.hasCome ? status : { ...status, hasCome: true };
  return status.hasCome ? null : status;
}
