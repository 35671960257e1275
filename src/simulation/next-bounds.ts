/**
 * The least and the most of the numbers that something is true of, where these lie together; null for no most. Nothing is
 * known of it but what it answers: `near` are numbers beside which its bounds may lie. RangeError where it is true of none
 * of them.
 */
export function boundsOf(
  holds: (n: number) => boolean,
  near: readonly number[],
): { readonly least: number; readonly most: number | null } {
  const inside = [0, 1, ...near, ...near.flatMap((a) => near.map((b) => Math.abs(a - b)))].find(holds);
  if (inside === undefined) throw new RangeError('it is true of none of the numbers');
  const least = holds(0) ? 0 : between(0, inside, (n) => !holds(n)) + 1;
  const most = holds(Number.MAX_SAFE_INTEGER) ? null : between(inside, Number.MAX_SAFE_INTEGER, holds);
  return { least, most };
}

/** The last number that something is true of: it is true of `low`, not of `high`, and changes once between them. */
function between(low: number, high: number, holds: (n: number) => boolean): number {
  let [last, first] = [low, high];
  while (first - last > 1) {
    const middle = last + Math.floor((first - last) / 2);
    if (holds(middle)) last = middle;
    else first = middle;
  }
  return last;
}
