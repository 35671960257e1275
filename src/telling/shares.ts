/** Shares of runs in words. */
import type { Quantiles } from '../simulation/likelihood.ts';
import { countInWords } from './words.ts';

/** A share and its standard error, with so many decimals that the first figure of the error shows; a share of all or none has none. */
export function shareInWords(share: number, standardError: number): string {
  if (standardError === 0) return `${Number((share * 100).toFixed(1))} %`;
  const decimals = Math.max(1, -Math.floor(Math.log10(standardError * 100)));
  const [middle, error] = [share, standardError].map((part) => (part * 100).toFixed(decimals));
  return `${middle} % ± ${error} %`;
}

/** The numbers that 5, 50 and 95 % of the runs do not exceed; one number where they agree. */
export function quantilesInWords({ p5, p50, p95 }: Quantiles): string {
  const words = [p5, p50, p95].map(countInWords);
  return new Set(words).size === 1 ? countInWords(p50) : words.join(' / ');
}
