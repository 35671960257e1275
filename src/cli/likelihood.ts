/** What came of runs, in words. */
import type { Likelihood, LikelyState } from '../simulation/likelihood.ts';
import type { Assumption } from '../simulation/probabilities.ts';
import { assumptionInWords, quantilesInWords, shareInWords, wayInWords, waysIn } from '../telling/shares.ts';
import { entry, table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** What each act was taken to be as likely as; shares of each status with their standard errors; and the rest. */
export function likelihoodInWords(
  { n, seed, dates, refused, kept }: Likelihood,
  assumptions: readonly Assumption[],
  asked: number,
  keep: string | null,
  terminal: Terminal,
): string {
  const { paint } = terminal;
  const number =
    n === asked ? `${n} runs of seed ${seed}` : `${n} of ${asked} runs of seed ${seed}, then interrupted`;
  const head = `${number}; each share with its standard error, where not all runs agree; of those accredited the numbers that 5, 50 and 95 % of the runs do not exceed.`;
  const parts = dates.map(({ at, subjects }) => {
    const rows = Object.entries(subjects).flatMap(([id, state]) => rowsOf(id, state));
    return `\n${paint.bold(`In the runs, on ${at}`)}\n${rows.length === 0 ? entry('', 'No subject is touched.', terminal, 2, 0) : table(COLUMNS, rows, terminal)}`;
  });
  const refusals = refused.map(({ event, subject, says, share, standardError }) =>
    entry(shareInWords(share, standardError), `${event} ${subject}: ${says}`, terminal, 2, 18),
  );
  return [
    `\n${entry('', paint.bold('What came of runs'), terminal, 0, 0)}${entry('', head, terminal, 0, 0)}`,
    assumptionsInWords(assumptions, terminal),
    ...parts,
    refusals.length === 0
      ? ''
      : `\n${paint.bold('Without a place in the rules, in so many of the runs')}\n${refusals.join('')}`,
    kept === undefined || keep === null ? '' : keptInWords(kept, n, keep, dates.at(-1)?.at ?? '', terminal),
  ].join('');
}

const COLUMNS = [{ head: 'subject', width: 25 }, { head: 'status', width: 17 }, { head: 'share' }];

function rowsOf(id: string, { status, standardError, accredited }: LikelyState): string[][] {
  const shares = Object.entries(status).map(([word, share], index) => [
    index === 0 ? id : '',
    word,
    shareInWords(share, standardError[word] ?? 0),
  ]);
  // Of all runs, whatever the status.
  const staff =
    accredited === undefined
      ? []
      : [['', 'accredited, over all the runs', quantilesInWords(accredited).join('\n')]];
  return [...shares, ...staff];
}

function assumptionsInWords(assumptions: readonly Assumption[], terminal: Terminal): string {
  if (assumptions.length === 0) return '';
  const lines = assumptions.map((one) => entry(one.act, assumptionInWords(one), terminal, 2, 28));
  return `\n${terminal.paint.bold('How likely each act is taken to be, where nothing else keeps it from happening')}\n${lines.join('')}`;
}

function keptInWords(
  { share, standardError, runs }: NonNullable<Likelihood['kept']>,
  n: number,
  keep: string,
  at: string,
  terminal: Terminal,
): string {
  const title = terminal.paint.bold(`Runs that lead to ${keep} on ${at}`);
  const lines = waysIn(runs).flatMap((way) => [
    entry('', `${wayInWords(way, n)}${way.acts.length === 0 ? '' : ':'}`, terminal, 2, 0),
    ...way.acts.map(({ act, days }) => entry(act, days.join(', '), terminal, 4, 28)),
  ]);
  const head = `${shareInWords(share, standardError)} of the runs; the commonest ways first:`;
  return `\n${title}\n${entry('', runs.length === 0 ? 'None of the runs.' : head, terminal, 2, 0)}${lines.join('')}`;
}
