/** Scenarios that build on each other: which acts they have together, and which past they leave. */
import type { Problem } from '../events/read.ts';
import type { HypotheticalAct, Past, Scenario } from '../events/scenario.ts';
import { type DayNumber, earlier } from '../time/day.ts';

/** Scenarios, each on the branch of the one before it; the last is the one that is asked about. */
export type Chain = readonly Scenario[];

/** An act of one of the scenarios of a chain, and where it stands in it. */
export interface ChainedAct {
  readonly act: HypotheticalAct;
  /** Which scenario, counted from the base of all. */
  readonly scenario: number;
  /** Which of its acts. */
  readonly index: number;
}

/** What is wrong with one of the scenarios of a chain, counted from the base of all. */
export interface ScenarioProblem extends Problem {
  readonly scenario: number;
}

/** The acts of all scenarios, the base's first. */
export function actsOf(chain: Chain): readonly ChainedAct[] {
  return chain.flatMap(({ acts }, scenario) => acts.map((act, index) => ({ act, scenario, index })));
}

/** The past that is left of the record, or of the acts of one scenario by those that build on it. */
export function pastLeft(chain: Chain, since = 0): Past {
  return chain.slice(since).reduce<Past>(
    (past, { from }) => ({
      announced: least(past.announced, from.announced),
      recorded: least(past.recorded, from.recorded),
    }),
    { announced: null, recorded: null },
  );
}

/** Where the branch of one scenario begins: its own past or, where it names none, that of its base. */
export function beginningOf(chain: Chain, scenario: number): Past {
  const upTo = chain.slice(0, scenario + 1);
  return {
    announced: upTo.findLast(({ from }) => from.announced !== null)?.from.announced ?? null,
    recorded: upTo.findLast(({ from }) => from.recorded !== null)?.from.recorded ?? null,
  };
}

/** The events and acts that the scenarios take out, from the given one on. */
export function takenOut(chain: Chain, since = 0): ReadonlySet<string> {
  return new Set(chain.slice(since).flatMap(({ without }) => without));
}

function least(a: DayNumber | null, b: DayNumber | null): DayNumber | null {
  if (a === null) return b;
  return b === null ? a : earlier(a, b);
}

/** Whether a part of one of the scenarios could not be read. */
export type Unread = (scenario: number, path: Problem['path']) => boolean;

/** Of scenarios that could be read whole. */
export const NOTHING_UNREAD: Unread = () => false;

/** Of scenarios as far as they could be read, by the problems of each. */
export function unreadIn(problems: readonly (readonly Problem[])[]): Unread {
  return (scenario, path) =>
    (problems[scenario] ?? []).some((one) => one.path.every((step, index) => step === path[index]));
}

/** Whether an act or an event that is not found may be one of those that could not be read. */
export function mayBeUnread(chain: Chain, unread: Unread, name: string): boolean {
  const [wanted] = name.split('/');
  return chain.some(
    ({ acts }, scenario) =>
      unread(scenario, ['base']) ||
      unread(scenario, ['acts']) ||
      acts.some(
        ({ act }, index) =>
          unread(scenario, ['acts', index, 'act']) ||
          (act === wanted && unread(scenario, ['acts', index, 'events'])),
      ),
  );
}
