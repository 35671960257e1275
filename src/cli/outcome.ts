/** What would be otherwise, in words. */
import type { Scenario } from '../events/scenario.ts';
import type { Knowledge } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';
import { type Period, timelineOf } from '../replay/timeline.ts';
import type { Chain } from '../simulation/chain.ts';
import type { BranchChange, Outcome } from '../simulation/compare.ts';
import type { Branch } from '../simulation/play.ts';
import type { Assumption } from '../simulation/probabilities.ts';
import {
  findingChangeInWords,
  goneInWords,
  happeningInWords,
  leavingInWords,
  type Parted,
  whyInWords,
} from '../telling/branches.ts';
import { valueInWords } from '../telling/words.ts';
import { entry, table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { periodTable } from './timeline.ts';

/** One branch, and how it differs from the record. */
export interface Simulated {
  readonly scenario: Scenario;
  readonly chain: Chain;
  readonly branch: Branch;
  /** How likely its acts are taken to be that are left to chance. */
  readonly assumed: readonly Assumption[];
  readonly outcome: Outcome;
  /** The subjects of which it has another history than the record. */
  readonly touched: readonly string[];
}

/** One branch against the record. */
export function aloneInWords(
  record: EventRecord,
  simulated: Simulated,
  knowledge: Knowledge,
  terminal: Terminal,
): string {
  const { paint } = terminal;
  const { scenario, chain, branch, assumed, outcome, touched } = simulated;
  const { dates, firstDivergence, findings } = outcome;
  const parted = { record, branch: branch.record, chain };
  const name = `Assumed: ${scenario.title} (${scenario.scenario})`;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `\n${paint.bold(title)}\n${lines.join('')}`;
  const acts = branch.happenings.map((one) => {
    const { when, says } = happeningInWords(one, branch.record, assumed);
    return entry(when, says, terminal, 2, 12);
  });
  const gone = goneInWords(parted);
  const [aside, out] = [true, false].map((isAside) =>
    gone
      .filter(({ kind }) => (kind === 'set-aside') === isAside)
      .map(({ event, says }) => entry(event, says, terminal, 2, 24)),
  );
  const leaving = leavingInWords(chain);
  const divergence = firstDivergence ?? 'never: the branch gives the same states as the record';
  return [
    entry('', paint.bold(name), terminal, 0, 0),
    scenario.note === null ? '' : entry('', scenario.note.trim(), terminal, 0, 0),
    leaving === null ? '' : entry('', leaving, terminal, 0, 0),
    section('Acts of the scenario', acts),
    section('Taken out, or otherwise', out ?? []),
    section('Set aside, as it comes after the branch leaves the record', aside ?? []),
    `\n${entry('differs from', divergence, terminal, 0, 14)}`,
    ...dates.map(({ at, changes }) => section(`On ${at}`, [changesInWords(changes, parted, terminal)])),
    section(
      'Findings that appear',
      findings.added.map((one) => entry('', findingChangeInWords(one, parted), terminal, 2, 0)),
    ),
    section(
      'Findings that vanish',
      findings.removed.map((one) => entry('', findingChangeInWords(one, parted), terminal, 2, 0)),
    ),
    ...touched.map((id) => section(id, [courses(record, branch.record, id, knowledge, terminal)])),
  ].join('');
}

/** Several branches against the record, a column each; where one has what the record has, its cell is empty. */
export function sideBySide(record: EventRecord, all: readonly Simulated[], terminal: Terminal): string {
  const { paint } = terminal;
  const names = all.map(({ scenario }) =>
    entry(scenario.scenario, `assumed: ${scenario.title}`, terminal, 2, 26),
  );
  const divergences = all.map(({ scenario, outcome }) =>
    entry(scenario.scenario, outcome.firstDivergence ?? 'never', terminal, 2, 26),
  );
  const dates = all[0]?.outcome.dates ?? [];
  const tables = dates.map(({ at }, index) => {
    const changes = all.map(({ outcome }) => outcome.dates[index]?.changes ?? []);
    return `\n${paint.bold(`On ${at}`)}\n${columnsOf(record, changes, all, terminal)}`;
  });
  const findings = all.flatMap(({ scenario, outcome }) =>
    [
      ...outcome.findings.added.map((one) => ['appears', one] as const),
      ...outcome.findings.removed.map((one) => ['vanishes', one] as const),
    ].map(([verb, { event, says }]) =>
      entry('', `${scenario.scenario}: finding ${verb}: ${event}: ${says}`, terminal, 2, 0),
    ),
  );
  return [
    ...names,
    `\n${paint.bold('First day of difference')}\n${divergences.join('')}`,
    ...tables,
    findings.length === 0 ? '' : `\n${paint.bold('Findings')}\n${findings.join('')}`,
  ].join('');
}

function columnsOf(
  record: EventRecord,
  changes: readonly (readonly BranchChange[])[],
  all: readonly Simulated[],
  terminal: Terminal,
): string {
  const keys = [...new Set(changes.flat().map(({ subject, field }) => `${subject}\n  ${field}`))];
  if (keys.length === 0) return entry('', 'No field differs.', terminal, 2, 0);
  const rows = keys.map((key) => {
    const cells = changes.map((one) => one.find(({ subject, field }) => `${subject}\n  ${field}` === key));
    const known = cells.find((cell) => cell !== undefined);
    return [
      key,
      valueInWords(known?.baseline),
      ...all.map(({ branch, chain }, index) => {
        const cell = cells[index];
        if (cell === undefined) return '';
        const why = whyInWords(cell, { record, branch: branch.record, chain });
        return `${valueInWords(cell.branch)}\n${terminal.paint.dim(why)}`;
      }),
    ];
  });
  const columns = [
    { head: 'field', width: 26 },
    { head: 'on record', width: 12 },
    ...all.map(({ scenario }) => ({ head: scenario.scenario })),
  ];
  return table(columns, rows, terminal);
}

function changesInWords(changes: readonly BranchChange[], parted: Parted, terminal: Terminal): string {
  if (changes.length === 0) return entry('', 'No field differs.', terminal, 2, 0);
  const subjects = [...new Set(changes.map(({ subject }) => subject))];
  const columns = [
    { head: 'field', width: 25 },
    { head: 'on record', width: 15 },
    { head: 'branch', width: 15 },
    { head: 'why' },
  ];
  const tables = subjects.map((id) => {
    const rows = changes
      .filter(({ subject }) => subject === id)
      .map((change) => [
        change.field,
        valueInWords(change.baseline),
        valueInWords(change.branch),
        whyInWords(change, parted),
      ]);
    return `${id}\n${table(columns, rows, terminal)}`;
  });
  return tables.join('');
}

/** Both histories of a subject, from the first period that they do not share. */
function courses(
  record: EventRecord,
  branch: EventRecord,
  id: string,
  knowledge: Knowledge,
  terminal: Terminal,
): string {
  const [here = [], there = []] = [record, branch].map((one) => timelineOf(one, knowledge, [id])[id] ?? []);
  const shared = here.findIndex((period, index) => !samePeriod(period, there[index]));
  const from = shared < 0 ? Math.min(here.length, there.length) - 1 : shared;
  const part = (title: string, periods: readonly Period[]) =>
    `${terminal.paint.dim(title)}\n${periodTable(periods.slice(from), terminal)}`;
  return `${part('on record', here)}${part('on the branch', there)}`;
}

function samePeriod(a: Period, b: Period | undefined): boolean {
  const told = ({ from, to, status, staff, began }: Period) =>
    JSON.stringify([from, to, status, staff, began.map(({ event }) => event)]);
  return b !== undefined && told(a) === told(b);
}
