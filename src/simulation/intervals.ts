/** How sure a count is: intervals that hold the true share or the true frequency in 95 of 100 such counts. */

/** A number with the ends of its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A share counted as n of `of` cases, of which there is at least one, with the score interval of Wilson ("Probable
 * Inference, the Law of Succession, and Statistical Inference", Journal of the American Statistical Association 22, 1927).
 */
export function shareOf(n: number, of: number): Estimate {
  if (!(Number.isInteger(n) && Number.isInteger(of) && n >= 0 && n <= of && of > 0))
    throw new RangeError(`no share: ${n} of ${of}`);
  const centre = (n + Z_SQUARED / 2) / (of + Z_SQUARED);
  const half = (Math.sqrt(Z_SQUARED) / (of + Z_SQUARED)) * Math.sqrt((n * (of - n)) / of + Z_SQUARED / 4);
  // At the ends the interval reaches 0 and 1 exactly; floating point would miss them by a hair.
  return {
    value: n / of,
    low: n === 0 ? 0 : Math.max(0, centre - half),
    high: n === of ? 1 : Math.min(1, centre + half),
  };
}

/**
 * Events in so many units of time, of which there is more than none, as a frequency with the exact Poisson interval of
 * Garwood ("Fiducial Limits for the Poisson Distribution", Biometrika 28, 1936).
 */
export function frequencyOf(events: number, time: number): Estimate {
  if (!(Number.isInteger(events) && events >= 0 && time > 0 && Number.isFinite(time)))
    throw new RangeError(`no frequency: ${events} events in ${time}`);
  const low = events === 0 ? 0 : meanWhere(1 - TAIL, events - 1);
  return { value: events / time, low: told(low / time), high: told(meanWhere(TAIL, events) / time) };
}

/** Three numbers that part a sorted list in four: the lower quartile, the median and the upper quartile. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** The quartiles of at least one number, between neighbours in proportion (Hyndman and Fan 1996, definition 7). */
export function quartilesOf(numbers: readonly number[]): Quartiles {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (part: number): number => {
    const place = (sorted.length - 1) * part;
    const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    if (below === undefined || above === undefined) throw new RangeError('no quartiles of no numbers');
    return below + (above - below) * (place - Math.floor(place));
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}

const TAIL = 0.025;
/** The square of the normal deviate that leaves 2.5 % on either side. */
const Z_SQUARED = 1.959963984540054 * 1.959963984540054;

/** The mean of a Poisson distribution of which so large a part lies at or below n, found by halving. */
function meanWhere(part: number, n: number): number {
  let [low, high] = [0, n + 1];
  while (upTo(n, high) > part) high *= 2;
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (upTo(n, middle) > part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Enough for all digits that are told. */
const HALVINGS = 50;

/** Ten digits: the last ones hang on how a machine reckons logarithms, and an answer is the same on all. */
function told(n: number): number {
  return Number(n.toPrecision(10));
}

/** The part of a Poisson distribution at or below n; the terms by their logarithms, since e^-mean may be too small. */
function upTo(n: number, mean: number): number {
  let term = -mean;
  let sum = Math.exp(term);
  for (let k = 1; k <= n; k++) {
    term += Math.log(mean / k);
    sum += Math.exp(term);
  }
  return sum;
}
