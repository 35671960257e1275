/** What would be otherwise, in words. */
import { dataOf } from '../events/event.ts';
import type { Scenario, Test } from '../events/scenario.ts';
import { eventAsKnown, type Knowledge } from '../replay/known.ts';
import { assumedIn, unmarked } from '../replay/mark.ts';
import type { EventRecord } from '../replay/record.ts';
import { type Period, timelineOf } from '../replay/timeline.ts';
import type { BranchChange, FindingChange, Outcome } from '../simulation/compare.ts';
import type { Branch, Happening } from '../simulation/play.ts';
import { dayOf } from '../time/day.ts';
import { entry, table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { periodTable } from './timeline.ts';
import { eventInWords, valueInWords } from './words.ts';

/** One branch, and how it differs from the record. */
export interface Simulated {
  readonly scenario: Scenario;
  readonly branch: Branch;
  readonly outcome: Outcome;
  /** The subjects of which it has another history than the record. */
  readonly touched: readonly string[];
}

/** One branch against the record. */
export function aloneInWords(
  record: EventRecord,
  { scenario, branch, outcome, touched }: Simulated,
  knowledge: Knowledge,
  terminal: Terminal,
): string {
  const { paint } = terminal;
  const { dates, firstDivergence, findings } = outcome;
  const name = `Assumed: ${scenario.title} (${scenario.scenario})`;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `\n${paint.bold(title)}\n${lines.join('')}`;
  const gone = [...record.events].flatMap(({ id }) => (branch.record.events.get(id) === null ? [id] : []));
  const acts = branch.happenings.flatMap((one) => actInWords(one, branch.record, terminal));
  const changed = new Map(
    [...branch.record.events].flatMap(({ id }) =>
      assumedIn(id) === null ? [] : [[unmarked(id), id] as const],
    ),
  );
  const out = gone.map((id) => {
    const other = changed.get(id);
    const now = other === undefined ? '' : `; instead ${inWords(branch.record, other)} (${other})`;
    return entry(id, `${inWords(record, id)}${now}`, terminal, 2, 24);
  });
  const divergence = firstDivergence ?? 'never: the branch gives the same states as the record';
  return [
    entry('', paint.bold(name), terminal, 0, 0),
    scenario.note === null ? '' : entry('', scenario.note.trim(), terminal, 0, 0),
    beginsFrom(scenario, terminal),
    section('Acts of the scenario', acts),
    section('Not on this branch, or otherwise', out),
    `\n${entry('differs from', divergence, terminal, 0, 14)}`,
    ...dates.map(({ at, changes }) => section(`On ${at}`, [changesInWords(changes, terminal)])),
    section(
      'Findings that appear',
      findings.added.map((one) => findingInWords(one, terminal)),
    ),
    section(
      'Findings that vanish',
      findings.removed.map((one) => findingInWords(one, terminal)),
    ),
    ...touched.map((id) => section(id, [courses(record, branch.record, id, knowledge, terminal)])),
  ].join('');
}

/** Several branches against the record, a column each; where one has what the record has, its cell is empty. */
export function sideBySide(all: readonly Simulated[], terminal: Terminal): string {
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
    return `\n${paint.bold(`On ${at}`)}\n${columnsOf(changes, all, terminal)}`;
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
      ...cells.map((cell) =>
        cell === undefined
          ? ''
          : `${valueInWords(cell.branch)}\n${terminal.paint.dim(cell.because.join(' '))}`,
      ),
    ];
  });
  const columns = [
    { head: 'field', width: 26 },
    { head: 'on record', width: 12 },
    ...all.map(({ scenario }) => ({ head: scenario.scenario })),
  ];
  return table(columns, rows, terminal);
}

function beginsFrom({ from: { announced, recorded } }: Scenario, terminal: Terminal): string {
  const bounds = [
    ...(announced === null ? [] : [`announced by ${dayOf(announced)}`]),
    ...(recorded === null ? [] : [`recorded by ${dayOf(recorded)}`]),
  ];
  if (bounds.length === 0) return '';
  return entry(
    '',
    `It begins from what was ${bounds.join(' and ')}; the later record is set aside.`,
    terminal,
    0,
    0,
  );
}

function actInWords(happening: Happening, branch: EventRecord, terminal: Terminal): string[] {
  switch (happening.kind) {
    case 'happens': {
      const act = branch.acts.get(happening.act);
      const events = act?.events.map((id) => `${inWords(branch, id)} (${id})`) ?? [];
      const upon = happening.upon === null ? '' : `, upon ${happening.upon}`;
      const what = events.length === 0 ? `${act?.title} (${happening.act})` : events.join('; ');
      return [entry(happening.announced.edtf, `${what}${upon}`, terminal, 2, 12)];
    }
    case 'unmet': {
      const { subject, test, value } = happening.unmet;
      const why = `${subject} ${test.field} is ${valueInWords(value)}, not ${wanted(test)}`;
      return [entry(dayOf(happening.day), `${happening.act} does not happen: ${why}`, terminal, 2, 12)];
    }
    case 'unprompted':
      return [entry('', `${happening.act} does not happen: nothing leads to it`, terminal, 2, 12)];
    default:
      return happening satisfies never;
  }
}

function wanted(test: Test): string {
  return test.kind === 'is' ? test.value : `${test.relation} ${test.number}`;
}

function inWords(record: EventRecord, id: string): string {
  const event = eventAsKnown(record, id, {
    announcedBy: null,
    recordedBy: null,
    account: null,
    reading: 'latest',
  });
  if (event === null) return 'retracted';
  const when = event.atAnnouncement ? '' : `, ${event.effective.edtf}`;
  return `${event.subject}: ${eventInWords(event.type, dataOf(event))}${when}`;
}

function changesInWords(changes: readonly BranchChange[], terminal: Terminal): string {
  if (changes.length === 0) return entry('', 'No field differs.', terminal, 2, 0);
  const subjects = [...new Set(changes.map(({ subject }) => subject))];
  const columns = [
    { head: 'field', width: 25 },
    { head: 'on record', width: 15 },
    { head: 'branch', width: 15 },
    { head: 'because of' },
  ];
  const tables = subjects.map((id) => {
    const rows = changes
      .filter(({ subject }) => subject === id)
      .map(({ field, baseline, branch, because }) => [
        field,
        valueInWords(baseline),
        valueInWords(branch),
        because.join(' '),
      ]);
    return `${id}\n${table(columns, rows, terminal)}`;
  });
  return tables.join('');
}

function findingInWords({ event, subject, says, other, because }: FindingChange, terminal: Terminal): string {
  const why =
    other === 'absent'
      ? assumedIn(event) === null
        ? '; the branch does not have it'
        : ''
      : because.length === 0
        ? ''
        : `; because of ${because.join(' ')}`;
  return entry('', `${event} ${subject}: ${says}${why}`, terminal, 2, 0);
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
