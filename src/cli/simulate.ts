/** `chancery simulate`: what would be otherwise if what a scenario assumes had happened. */

import type { Scenario } from '../events/scenario.ts';
import type { Knowledge } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';
import { firstDifference } from '../replay/standing.ts';
import { knowledgeAsked } from '../replay/world.ts';
import type { Chain } from '../simulation/chain.ts';
import { compared, subjectsTouched } from '../simulation/compare.ts';
import { type Likelihood, likelihoodOf } from '../simulation/likelihood.ts';
import { type Branch, branchUnder, type Happening } from '../simulation/play.ts';
import { type Assumption, assumptionsOf, probabilitiesOf, withShares } from '../simulation/probabilities.ts';
import { digestOf } from '../store/digest.ts';
import type { AsOf } from '../time/clocks.ts';
import { type DayNumber, dayOf } from '../time/day.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, dayAsked, folderAsked, type Opened, open, question } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { likelihoodInWords } from './likelihood.ts';
import { linesOf, manyRuns } from './many-runs.ts';
import { aloneInWords, type Simulated, sideBySide } from './outcome.ts';
import { type RunsWanted, type RunsWritten, runsAsked } from './runs-asked.ts';
import { eventsTried, scenariosAsked } from './scenarios.ts';
import type { Terminal } from './terminal.ts';

/** What to simulate, on which days to compare, and how often to run it. */
export interface SimulateAsked extends Omit<Asked, 'at'>, RunsWritten {
  readonly at?: readonly string[] | undefined;
  readonly event?: readonly string[] | undefined;
}

/** The exit code: 0, or that of an interruption where fewer runs were made than were asked for. */
export async function simulate(
  names: readonly string[],
  asked: SimulateAsked,
  terminal: Terminal,
): Promise<number> {
  const { at = [], event = [], runs, seed, keep, workers, ...others } = asked;
  if (names.length === 0 && event.length === 0)
    throw new BadInput(["nothing is assumed; write a scenario, or --event 'SUBJECT TYPE [DATE]'"]);
  const opened = await open(asked.dossier, terminal);
  const { record } = opened;
  const wanted = runsAsked({ runs, seed, keep, workers }, others, record);
  const { at: today, ...knowledge } = question(others, record, terminal);
  const chains = chainsAsked(names, event, record, asked.dossier, terminal);
  const branches = chains.map((chain) => branchUnder(record, chain));
  const days =
    at.length > 0
      ? at.map((date) => dayAsked(date, '--at', asked.reading))
      : daysOfInterest(record, branches, today, knowledge);
  const simulated = branches.map((branch, index): Simulated => {
    const outcome = compared(record, branch.record, sorted(days), knowledge);
    const touched = subjectsTouched(record, branch.record, knowledge);
    const chain = chains[index] ?? [];
    const shares = probabilitiesOf(record, chain, knowledge, today);
    // What cannot be counted is a fault only where there are runs.
    const assumed = shares.kind === 'problems' ? [] : assumptionsOf(chain, shares.acts);
    return { scenario: last(chain), chain, branch, assumed, outcome, touched };
  });
  const likely =
    wanted === null
      ? []
      : await likelihoods(
          chains.map((chain) => weighed(chain, record, { ...knowledge, at: today })),
          sorted(days),
          opened,
          wanted,
          asked.dossier,
          terminal,
        );
  const code = likely.some(({ n }) => n !== wanted?.runs) ? INTERRUPTED : 0;
  if (asked.json) {
    const { name: dossier, basis } = opened;
    const about = { dossier, ...knowledgeAsked(knowledge), basis };
    const [only, ...more] = simulated.map((one, index) => {
      const told = likely[index];
      return { ...asJson(one), ...(told === undefined ? {} : { runs: told }) };
    });
    printJson(more.length === 0 ? { ...only, ...about } : { ...about, scenarios: [only, ...more] }, terminal);
    return code;
  }
  printHead(opened, simulated.length === 1 ? 'what if' : 'what if, side by side', knowledge, terminal);
  const [only] = simulated;
  terminal.out(
    simulated.length === 1 && only !== undefined
      ? aloneInWords(record, only, knowledge, terminal)
      : sideBySide(record, simulated, terminal),
  );
  for (const [index, told] of likely.entries()) {
    if (likely.length > 1) terminal.out(`\n${terminal.paint.bold(last(chains[index]).scenario)}\n`);
    terminal.out(likelihoodInWords(told, told.assumed, wanted?.runs ?? told.n, keep ?? null, terminal));
  }
  return code;
}

/** As shells tell it of a program that Ctrl-C ended: 128 and the number of the signal. */
const INTERRUPTED = 130;

/** Scenarios with the shares that the record gives for the counts that they name, and how likely each act so is. */
interface Weighed {
  readonly chain: Chain;
  readonly assumed: readonly Assumption[];
}

/** Counted is up to the day of asking. */
function weighed(chain: Chain, record: EventRecord, { at, ...knowledge }: AsOf): Weighed {
  const shares = probabilitiesOf(record, chain, knowledge, at);
  if (shares.kind === 'problems') throw new BadInput(linesOf(chain, shares.problems));
  return { chain: withShares(chain, shares.acts), assumed: assumptionsOf(chain, shares.acts) };
}

/** What came of the runs of each scenario; after an interruption the next one is not begun. */
async function likelihoods(
  all: readonly Weighed[],
  dates: readonly DayNumber[],
  { record, basis }: Opened,
  { keep, ...many }: RunsWanted,
  dossier: string | undefined,
  terminal: Terminal,
): Promise<readonly (Likelihood & Pick<Weighed, 'assumed'>)[]> {
  const told: (Likelihood & Pick<Weighed, 'assumed'>)[] = [];
  for (const { chain, assumed } of all) {
    const job = { folder: folderAsked(dossier), digest: basis.record, chain, asked: { dates, keep } };
    const { prepared, tally } = await manyRuns(record, job, many, terminal);
    told.push({ ...likelihoodOf(prepared, tally, many.seed), assumed });
    if (tally.runs < many.runs) break;
  }
  return told;
}

/** The scenarios, with the events that are tried on the branch of each, or on the record where there is none. */
function chainsAsked(
  names: readonly string[],
  events: readonly string[],
  record: EventRecord,
  folder: string | undefined,
  terminal: Terminal,
): readonly Chain[] {
  const written = scenariosAsked(names, record, folder);
  return (written.length === 0 ? [[]] : written).map((chain) => {
    const tried = eventsTried(events, chain, record, terminal.today);
    return tried === null ? chain : [...chain, tried];
  });
}

/** The first day on which each branch differs, and today, or the last day on which something assumed happens. */
function daysOfInterest(
  record: EventRecord,
  branches: readonly Branch[],
  today: DayNumber,
  knowledge: Knowledge,
): readonly DayNumber[] {
  const partings = branches.flatMap((branch) => firstDifference(record, branch.record, knowledge)?.day ?? []);
  const ends = branches.flatMap(({ happenings }) =>
    happenings.flatMap((one) => (one.kind === 'happens' ? [one.announced.last] : [])),
  );
  return [...partings, [today, ...ends].reduce((a, b) => (b > a ? b : a))];
}

function sorted(days: readonly DayNumber[]): readonly DayNumber[] {
  return [...new Set(days)].sort((a, b) => a - b);
}

function last(chain: Chain | undefined): Scenario {
  const scenario = chain?.at(-1);
  if (scenario === undefined) throw new Error('a branch of no scenario');
  return scenario;
}

function asJson({ scenario, branch, outcome }: Simulated) {
  return {
    scenario: scenario.scenario,
    title: scenario.title,
    ...outcome,
    acts: branch.happenings.map(happeningAsJson),
    branch: digestOf(branch.record),
  };
}

function happeningAsJson(happening: Happening) {
  switch (happening.kind) {
    case 'happens':
      return { ...happening, announced: happening.announced.edtf };
    case 'unmet': {
      const { kind, act, day, unmet } = happening;
      const { subject, test, value } = unmet;
      return { kind, act, day: dayOf(day), subject, field: test.field, value };
    }
    case 'unprompted':
      return happening;
    default:
      return happening satisfies never;
  }
}
