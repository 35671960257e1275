/** Shares of runs in words. */
import type { KeptRun, Quantiles } from '../simulation/likelihood.ts';
import type { Assumption } from '../simulation/probabilities.ts';
import type { Day } from '../time/day.ts';
import { countInWords } from './words.ts';

/** A share and its standard error, with so many decimals that the first figure of the error shows; a share of all or none has none. */
export function shareInWords(share: number, standardError: number): string {
  if (standardError === 0) return `${share * 100} %`;
  const figure = Number((standardError * 100).toPrecision(1));
  const decimals = Math.max(1, -Math.floor(Math.log10(figure)));
  const [middle, error] = [share, standardError].map((part) => (part * 100).toFixed(decimals));
  return `${middle} % ± ${error} %`;
}

/** A share of so many runs with the standard error that it then has. */
function shareOfRuns(share: number, n: number): string {
  return shareInWords(share, Math.sqrt((share * (1 - share)) / n));
}

/** One number where the quantiles agree, or each with its share of the runs. */
export function quantilesInWords({ p5, p50, p95 }: Quantiles): readonly string[] {
  const words = [p5, p50, p95].map(countInWords);
  if (new Set(words).size === 1) return [countInWords(p50)];
  return words.map((word, index) => `${['5', '50', '95'][index]} %: ${word}`);
}

/** A way to an outcome: the runs shown of it, and the acts of all of them, each with its day in every one of these runs. */
export interface Way {
  readonly runs: readonly number[];
  /** The share of the runs in which the same acts happen. */
  readonly share: number;
  readonly acts: readonly { readonly act: string; readonly days: readonly Day[] }[];
}

/** Runs that lead to an outcome, those in which the same acts happen as often as one. */
export function waysIn(runs: readonly KeptRun[]): readonly Way[] {
  const alike = new Map<string, KeptRun[]>();
  for (const run of runs) {
    const acts = run.acts.map(({ act }) => act).sort();
    const key = JSON.stringify(acts);
    alike.set(key, [...(alike.get(key) ?? []), run]);
  }
  return [...alike.values()].map((all) => {
    const acts = all[0]?.acts ?? [];
    return {
      runs: all.map(({ run }) => run),
      share: all[0]?.share ?? 0,
      acts: acts.map(({ act }, index) => {
        const nth = acts.slice(0, index).filter((one) => one.act === act).length;
        return {
          act,
          days: all.flatMap((run) => run.acts.filter((one) => one.act === act)[nth]?.announced ?? []),
        };
      }),
    };
  });
}

/** What a way is: its share of so many runs, and which runs are shown of it. */
export function wayInWords({ runs, share, acts }: Way, n: number): string {
  const [last, ...others] = [...runs].reverse();
  const shown = others.length === 0 ? `run ${last}` : `runs ${others.reverse().join(', ')} and ${last}`;
  const what = acts.length === 0 ? 'none of the acts happens' : 'the same acts happen';
  return `${shareOfRuns(share, n)} of the runs, in which ${what}, as in ${shown}`;
}

/** How likely an act is taken to be, and by what. */
export function assumptionInWords({ share, counted }: Assumption): string {
  if (counted === null) return `${plain(share)}, assumed`;
  const { rate, n, of, low, high } = counted;
  const { event, while: status, kind, within } = rate;
  const spells = of === 1 ? 'the one spell' : `the ${of} spells`;
  return (
    `${plain(counted.share)}, as counted: within ${within} days ${event} followed in ${n} of ${spells} in which ` +
    `a subject of kind ${kind} was ${status} (${Math.round(low * 100)}–${Math.round(high * 100)} % with 95 % confidence); ` +
    'that the act is as likely is assumed'
  );
}

/** What a branch does with an act that is left to chance, and what runs do. */
export function chanceInWords({ share, counted }: Assumption): string {
  return `assumed to happen here; ${plain(share)} in runs${counted === null ? '' : ', as counted'}`;
}

/** A share that was not drawn, to the tenth of a hundredth. */
function plain(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}
