/** Chancery as a library: a record of dated acts, replayed to any day. */
export { type Count, exactly, parseCount, showCount } from './count.ts';
export { type Dossier, type Kind, kinds, type Source, type Subject } from './events/dossier.ts';
export type { DomainEvent, EventOf } from './events/event.ts';
export { readScenario } from './events/read-scenario.ts';
export type { HypotheticalAct, Past, Rate, Scenario } from './events/scenario.ts';
export { type EventType, eventTypes, vocabulary } from './events/vocabulary.ts';
export { check, invariants, type Report } from './invariants/check.ts';
export type { Invariant } from './invariants/invariant.ts';
export type { Violation } from './invariants/violations.ts';
export { ruleBooks, understoodBy } from './machines/rulebooks.ts';
export { type ActFile, type Assembled, type Assembler, assemble, assembler } from './replay/assemble.ts';
export { branchOf, type Departure } from './replay/branch.ts';
export { type Difference, diffBetween, type FieldChange } from './replay/diff.ts';
export type { Finding } from './replay/findings.ts';
export type { Knowledge } from './replay/known.ts';
export { type LogEntry, logOf, type Selection } from './replay/log.ts';
export { assumedIn } from './replay/mark.ts';
export type { ActOnRecord, EventOnRecord, EventRecord } from './replay/record.ts';
export {
  courseOf,
  firstDifference,
  type Parting,
  type Standing,
  type Stay,
  standingAt,
  standingsAt,
} from './replay/standing.ts';
export { type Period, timelineOf } from './replay/timeline.ts';
export type { Uncertain } from './replay/uncertain.ts';
export { type Chain, type Link, type Why, whyOf } from './replay/why.ts';
export { type Pending, type SubjectState, stateAt, type World } from './replay/world.ts';
export type { Chain as ScenarioChain, ScenarioProblem } from './simulation/chain.ts';
export {
  type BranchChange,
  compared,
  type FindingChange,
  type Outcome,
  type OutcomeAt,
} from './simulation/compare.ts';
export { type Hinge, type Hinges, hingesOf } from './simulation/hinges.ts';
export { type HeldOut, type HeldOutRate, heldOut } from './simulation/hold-out.ts';
export {
  type KeptRun,
  type KeptRuns,
  type Likelihood,
  type LikelihoodAt,
  type LikelyFinding,
  type LikelyState,
  likelihoodOf,
  type Quantiles,
  type Shares,
} from './simulation/likelihood.ts';
export { type Limit, type Next, nextOf, type Verdict } from './simulation/next.ts';
export type { Proposal } from './simulation/next-proposals.ts';
export { type Path, type Paths, pathsTo } from './simulation/path.ts';
export { type Branch, branchUnder, type Happening } from './simulation/play.ts';
export { type Preparation, type Prepared, prepareRuns, type RunsAsked } from './simulation/prepared.ts';
export { type ProbabilityOfAct, probabilitiesOf } from './simulation/probabilities.ts';
export { type Grounds, type Promoted, promote } from './simulation/promote.ts';
export {
  type RateCounted,
  type RateOfEvent,
  type RatesAsked,
  type RatesInStatus,
  type RatesOfGroup,
  rateOf,
  ratesOf,
} from './simulation/rates.ts';
export { type Range, runsOf } from './simulation/runs.ts';
export { problemsOf } from './simulation/sound.ts';
export { type Tally, together } from './simulation/tally.ts';
export type { AsOf, Reading } from './time/clocks.ts';
export { type Day, type DayNumber, dayNumber, dayOf, parseDay } from './time/day.ts';
export { type Edtf, parseEdtf } from './time/edtf.ts';
