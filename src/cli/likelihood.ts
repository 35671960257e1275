/** What came of runs, in words. */
import type { Likelihood, LikelyState, Quantiles } from '../simulation/likelihood.ts';
import { countInWords } from '../telling/words.ts';
import { entry, table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Shares of each status with their standard errors, quantiles of the number accredited, refusals, and runs kept. */
export function likelihoodInWords(
  { n, seed, dates, refused, kept }: Likelihood,
  asked: number,
  keep: string | null,
  terminal: Terminal,
): string {
  const { paint } = terminal;
  const number = n === asked ? `${n} runs` : `${n} of ${asked} runs, then interrupted`;
  const head = `${number} of seed ${seed}; each share with its standard error; of those accredited the numbers that 5, 50 and 95 % of the runs do not exceed.`;
  const parts = dates.map(({ at, subjects }) => {
    const rows = Object.entries(subjects).flatMap(([id, state]) => rowsOf(id, state));
    return `\n${paint.bold(`In the runs, on ${at}`)}\n${rows.length === 0 ? entry('', 'No subject is touched.', terminal, 2, 0) : table(COLUMNS, rows, terminal)}`;
  });
  const refusals = refused.map(({ event, subject, says, share, standardError }) =>
    entry(percent(share), `${event} ${subject}: ${says} (± ${percent(standardError)})`, terminal, 2, 9),
  );
  return [
    `\n${entry('', paint.bold('What came of runs'), terminal, 0, 0)}${entry('', head, terminal, 0, 0)}`,
    ...parts,
    refusals.length === 0
      ? ''
      : `\n${paint.bold('Without a place in the rules, in so many of the runs')}\n${refusals.join('')}`,
    kept === undefined || keep === null ? '' : keptInWords(kept, keep, dates.at(-1)?.at ?? '', terminal),
  ].join('');
}

const COLUMNS = [
  { head: 'subject', width: 26 },
  { head: 'status', width: 18 },
  { head: 'share', width: 18 },
  { head: 'accredited' },
];

function rowsOf(id: string, { status, standardError, accredited }: LikelyState): string[][] {
  return Object.entries(status).map(([word, share], index) => [
    index === 0 ? id : '',
    word,
    `${percent(share)} ± ${percent(standardError[word] ?? 0)}`,
    index === 0 && accredited !== undefined ? quantilesInWords(accredited) : '',
  ]);
}

function quantilesInWords({ p5, p50, p95 }: Quantiles): string {
  const words = [p5, p50, p95].map(countInWords);
  return new Set(words).size === 1 ? countInWords(p50) : words.join('\n');
}

function keptInWords(
  { share, standardError, runs }: NonNullable<Likelihood['kept']>,
  keep: string,
  at: string,
  terminal: Terminal,
): string {
  const title = terminal.paint.bold(`Runs that lead to ${keep} on ${at}`);
  const lines = runs.flatMap(({ run, share: part, acts }) => [
    entry(`run ${run}`, `one of the ${percent(part)} in which the same acts happen`, terminal, 2, 16),
    ...acts.map(({ act, announced }) => entry(announced, act, terminal, 4, 14)),
    ...(acts.length === 0 ? [entry('', 'none of the acts happens', terminal, 4, 14)] : []),
  ]);
  const head = `${percent(share)} ± ${percent(standardError)} of the runs; three of them, the commonest ways first:`;
  return `\n${title}\n${entry('', runs.length === 0 ? 'None of the runs.' : head, terminal, 2, 0)}${lines.join('')}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
