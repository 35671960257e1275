/** What a form of runs says: how many, of which seed, over which days, and which of them to keep. */
import type { Dossier } from '../../events/dossier.ts';
import { shown } from '../../events/fields.ts';
import type { Condition } from '../../events/scenario.ts';
import { conditionIn } from '../../simulation/condition-text.ts';
import type { Branch } from '../../simulation/play.ts';
import { addDays, type DayNumber, dayNumber, dayOf, earlier, later, parseDay } from '../../time/day.ts';

/** The fields of the form as they are written. */
export interface RunsForm {
  readonly runs: string;
  readonly seed: string;
  readonly from: string;
  readonly to: string;
  /** `SUBJECT.FIELD=VALUE`; '' for none. */
  readonly keep: string;
}

/** What is asked of runs. */
export interface RunsWanted {
  readonly runs: number;
  readonly seed: number;
  readonly dates: readonly DayNumber[];
  readonly keep: Condition | null;
}

/** What is wrong with which field. */
export type RunsWrong = ReadonlyMap<keyof RunsForm, string>;

/** Days to look at whatever else is: the one that is asked about, and those of change, in order. */
export interface DaysOfInterest {
  readonly at: DayNumber;
  readonly changes: readonly DayNumber[];
}

/** Reads the form, or tells all that is wrong with it. */
export function runsWanted(
  form: RunsForm,
  dossier: Dossier,
  days: DaysOfInterest,
):
  | { readonly kind: 'wanted'; readonly wanted: RunsWanted }
  | { readonly kind: 'wrong'; readonly wrong: RunsWrong } {
  const wrong = new Map<keyof RunsForm, string>();
  const runs = whole('runs', 'a number of runs', 1, MOST_RUNS);
  const seed = whole('seed', 'a seed', 0, Number.MAX_SAFE_INTEGER);
  const [from, to] = [day('from'), day('to')];
  if (from !== null && to !== null && from > to)
    wrong.set('to', `before the first day; write ${form.from} or later`);
  const keep = form.keep.trim() === '' ? null : conditionIn(form.keep.trim(), dossier);
  if (keep?.kind === 'problems')
    wrong.set('keep', keep.problems.map(({ what, instead }) => `${what}; ${instead}`).join('; '));
  if (wrong.size > 0 || from === null || to === null) return { kind: 'wrong', wrong };
  const condition = keep?.kind === 'condition' ? keep.condition : null;
  return { kind: 'wanted', wanted: { runs, seed, dates: datesBetween(from, to, days), keep: condition } };

  function whole(field: 'runs' | 'seed', what: string, least: number, most: number): number {
    const text = form[field].trim();
    const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    wrong.set(field, `not ${what}: ${shown(text)}; write a whole number from ${least} to ${most}`);
    return least;
  }

  function day(field: 'from' | 'to'): DayNumber | null {
    const read = parseDay(form[field].trim());
    if (read === null)
      wrong.set(field, `not a day: ${shown(form[field])}; write YYYY-MM-DD, as in 2021-11-10`);
    return read === null ? null : dayNumber(read);
  }
}

/**
 * Days from one to the other, both among them: some forty at the most and evenly apart, and the days of change between
 * them, so that what is certain is shown on its day; of more than forty of these every second, every third, …
 * The day asked about is among them where it lies between.
 */
export function datesBetween(
  from: DayNumber,
  to: DayNumber,
  { at, changes }: DaysOfInterest,
): readonly DayNumber[] {
  const steps = Math.min(MOST_DATES - 1, to - from);
  const even = Array.from({ length: steps + 1 }, (_, step) =>
    steps === 0 ? from : addDays(from, Math.round((step * (to - from)) / steps)),
  );
  const isBetween = (day: DayNumber) => day > from && day < to;
  const between = changes.filter(isBetween);
  const every = Math.ceil(between.length / MOST_DATES);
  const some = between.filter((_, index) => index % every === 0);
  return [...new Set([...even, ...some, ...[at].filter(isBetween)])].sort((a, b) => a - b);
}

/** The days over which to look at runs of a branch: from some time before the first act assumed to some time after the last. */
export function spanOfRuns(
  { happenings }: Branch,
  at: DayNumber,
): { readonly from: string; readonly to: string } {
  const days = happenings.flatMap((one) =>
    one.kind === 'happens' ? [one.announced.last] : one.kind === 'unmet' ? [one.day] : [],
  );
  const [some = at, ...others] = days;
  const [first, last] = [others.reduce(earlier, some), others.reduce(later, some)];
  // What is drawn may come before and after the plain days.
  const rest = Math.max(REST, Math.round((last - first) / 2));
  const [from, to] = [addDays(first, -REST), addDays(last, rest)];
  // The day asked about is looked at too where it lies not far after.
  return { from: dayOf(from), to: dayOf(at > to && at <= addDays(to, to - from) ? at : to) };
}

const MOST_RUNS = 1_000_000_000;
const MOST_DATES = 40;
const REST = 60;
