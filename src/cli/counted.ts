/** Counted rates in words and tables, the numbers counted always beside the shares. */
import type { HeldOut } from '../simulation/hold-out.ts';
import type { Estimate, Quartiles } from '../simulation/intervals.ts';
import type { RateOfEvent, RatesInStatus, RatesOfGroup } from '../simulation/rates.ts';
import { entry, table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** What the tables leave unsaid. */
export const LEGEND =
  'A spell lasts from the day on which a status begins until it ends or counting ends. Of those that began too few ' +
  'days before that (cut off) none is counted, whatever came of it: to count the ones that had the event already ' +
  'would make it look likelier. A share has its Wilson interval, events a year their exact Poisson interval, both of ' +
  '95 %; days are the median, and in brackets the quartiles, of the spells that had the event in time. ? marks counts ' +
  'in which doubtful dates have a part. The record is taken to be kept for all its subjects until counting ends.';

/** What was counted of one group, status by status. */
export function groupInWords(
  { kind, subjects, statuses }: RatesOfGroup,
  named: boolean,
  terminal: Terminal,
): string {
  const title = named
    ? `${subjects.join(' ')} (${kind})`
    : `${kind} (${counted(subjects.length, 'subject')})`;
  const parts = statuses.map((status) => statusInWords(status, terminal));
  return `${terminal.paint.bold(title)}\n${parts.join('')}`;
}

function statusInWords(rates: RatesInStatus, terminal: Terminal): string {
  const { status, spells, before, censored, counted: left, days, events } = rates;
  const said = [
    counted(spells, 'spell'),
    ...(before === 0 ? [] : [`${before} begun before counting`]),
    ...(censored === 0 ? [] : [`${censored} cut off`]),
    `${left} counted`,
    ...(days === 0 ? [] : [`${(days / 365.2425).toFixed(1)} years in all`]),
  ].join(', ');
  const head = entry(`${status}:`, said, terminal, 0, 18);
  const rows = events.filter(({ followed, perYear }) => followed !== null || perYear !== null).map(rowOf);
  return rows.length === 0 ? head : `${head}${table(columns, rows, terminal)}`;
}

const columns = [
  { head: 'event', width: 25 },
  { head: 'followed', width: 10 },
  { head: 'share', width: 15 },
  { head: 'days', width: 13 },
  { head: 'a year' },
];

function rowOf({ event, followed, perYear }: RateOfEvent): readonly string[] {
  return [
    event,
    followed === null ? 'none' : `${followed.n} of ${followed.of}${followed.doubtful > 0 ? ' ?' : ''}`,
    followed === null ? '' : `${percent(followed.share)} ${percents(followed)}`,
    followed === null || followed.days === null ? '' : waits(followed.n, followed.days),
    perYear === null ? '' : frequencyInWords(perYear),
  ];
}

/** What came of the rates of the time before a day, good or bad. */
export function heldOutInWords(held: HeldOut, since: string, terminal: Terminal): string {
  const { spells, unforeseen, censored, cases, brier, baseline, overall, tooFew, rates } = held;
  const title = `${terminal.paint.bold(`Counted before ${since}, tried on spells that began since`)}\n`;
  const about = [
    `${counted(spells, 'spell')} could be tried`,
    ...(unforeseen === 0 ? [] : [`${unforeseen} of them in a status of which nothing was counted before`]),
    ...(censored === 0 ? [] : [`${censored} more cut off`]),
  ].join(', ');
  const line = (text: string) => entry('', text, terminal, 0, 0);
  if (brier === null || baseline === null || overall === null)
    return `${title}${line(`${about}. No rate counted before could be tried: there is no score.`)}`;
  const verdict =
    brier < baseline ? 'better than' : brier > baseline ? 'worse than' : 'no better and no worse than';
  const score =
    `Brier score ${brier.toFixed(3)} over ${counted(cases, 'case')}, ${verdict} the ${baseline.toFixed(3)} of always ` +
    `saying ${percent(overall)}, the share in all of these before (0 is perfect, 1 always wrong).`;
  const few = tooFew
    ? line('These are too few spells: the scores do not tell one forecast from another.')
    : '';
  const rows = rates.map(({ kind, subjects, status, event, before, after, brier: own }) => [
    `${subjects.length === 1 ? subjects.join(' ') : kind}, ${status}: ${event}`,
    `${before.n} of ${before.of}`,
    `${after.n} of ${after.of}`,
    own.toFixed(3),
  ]);
  const tried = [
    { head: 'what followed' },
    { head: 'before', width: 12 },
    { head: 'since', width: 12 },
    { head: 'Brier', width: 7 },
  ];
  return `${title}${line(`${about}.`)}${line(score)}${few}${table(tried, rows, terminal)}`;
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function percents({ low, high }: { readonly low: number; readonly high: number }): string {
  return `(${Math.round(low * 100)}–${Math.round(high * 100)})`;
}

/** Two decimals, or three where two would leave nothing. */
function frequencyInWords({ value, low, high }: Estimate): string {
  const decimals = value < 0.01 ? 3 : value < 10 ? 2 : 0;
  const [middle, least, most] = [value, low, high].map((n) => n.toFixed(decimals));
  return `${middle} (${least}–${most})`;
}

function waits(n: number, { lower, median, upper }: Quartiles): string {
  const middle = median.toFixed(0);
  return n === 1 ? middle : `${middle} (${lower.toFixed(0)}–${upper.toFixed(0)})`;
}
