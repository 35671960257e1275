/** The form of runs and what came of them, kept while the page is open: as they were left, as long as the branch stays. */
import type { EventRecord } from '../../replay/record.ts';
import type { Likelihood } from '../../simulation/likelihood.ts';
import type { Branch } from '../../simulation/play.ts';
import type { Assumption } from '../../simulation/probabilities.ts';
import type { DayNumber } from '../../time/day.ts';
import { type RunsForm, spanOfRuns } from './runs-wanted.ts';

/** Runs while they are made, and after. */
export interface Making {
  readonly done: number;
  readonly asked: number;
  readonly keep: string;
  readonly assumed: readonly Assumption[];
  readonly likelihood: Likelihood | null;
  readonly isOver: boolean;
}

/** The form, and what came of it; null where nothing was asked. */
export interface RunsLeft {
  readonly form: RunsForm;
  readonly making: Making | null;
}

/** The runs of a branch as they were left; of one that is new, the form as it was last, over days of its own. */
export function runsLeft(record: EventRecord, branch: Branch, at: DayNumber): RunsLeft {
  const known = left.get(branch);
  if (known !== undefined) return known;
  return { form: { ...(lastForms.get(record) ?? FIRST), ...spanOfRuns(branch, at) }, making: null };
}

/** Keeps them. Runs that are not over are not gone on with: what was made of them counts. */
export function leaveRuns(record: EventRecord, branch: Branch, { form, making }: RunsLeft): void {
  lastForms.set(record, form);
  left.set(branch, { form, making: making && { ...making, isOver: true } });
}

const FIRST = { runs: '10000', seed: '1', keep: '' };
const left = new WeakMap<Branch, RunsLeft>();
const lastForms = new WeakMap<EventRecord, RunsForm>();
