/** Days that are drawn: how many pass, by the distribution that a scenario names. */
import { type Delay, spanOf } from '../events/delay.ts';
import { among } from './random.ts';

/** A distribution ready to be drawn from. */
export interface Spread {
  readonly from: number;
  readonly count: number;
  /** Null where every number of days is as likely as any. */
  readonly uneven: Uneven | null;
}

/** Numbers of days, and for each the part of all chances that lies at it or before. */
interface Uneven {
  readonly days: Int32Array;
  readonly upTo: Float64Array;
}

/** A delay as it is drawn. */
export function spreadOf(delay: Delay): Spread {
  const [from, to] = spanOf(delay);
  const weights = weightsOf(delay);
  const uneven = weights === null || weights.length < 2 ? null : unevenOf(weights);
  const [only] = weights ?? [];
  return only !== undefined && uneven === null
    ? { from: only.days, count: 1, uneven }
    : { from, count: to - from + 1, uneven };
}

/** The number of days on which a word falls. */
export function daysDrawn({ from, count, uneven }: Spread, word: number): number {
  if (uneven === null) return from + among(count, word);
  const { days, upTo } = uneven;
  const chance = (word >>> 0) / 2 ** 32;
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 1) > chance) high = middle;
    else low = middle + 1;
  }
  return days[low] ?? from;
}

type Weight = { readonly days: number; readonly weight: number };

/**
 * The weight of each number of days; null where all are alike. The triangular distribution is that of whole days: in
 * proportion to the height of the triangle over each, so that none falls on an end that is not the mode.
 */
function weightsOf(delay: Delay): readonly Weight[] | null {
  switch (delay.kind) {
    case 'fixed':
    case 'uniform':
      return null;
    case 'weights':
      return delay.weights;
    case 'triangular': {
      const { from, mode, to } = delay;
      const all = Array.from({ length: to - from + 1 }, (_, n) => {
        const days = from + n;
        const weight =
          days === mode ? 1 : days < mode ? (days - from) / (mode - from) : (to - days) / (to - mode);
        return { days, weight };
      });
      return all.filter(({ weight }) => weight > 0);
    }
    default:
      return delay satisfies never;
  }
}

function unevenOf(weights: readonly Weight[]): Uneven {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const upTo = new Float64Array(weights.length);
  let sum = 0;
  weights.forEach(({ weight }, index) => {
    sum += weight;
    upTo[index] = sum / total;
  });
  return { days: Int32Array.from(weights, ({ days }) => days), upTo };
}
