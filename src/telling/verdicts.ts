/** What the rules say of an event that may come next, in words. */
import type { Limit, Verdict } from '../simulation/next.ts';

/** `allowed, count at most 10; else …`, `refused, …`, `has no place while closed`. */
export function verdictInWords(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'allowed':
      return ['allowed', ...(verdict.limits ?? []).map(limitInWords)].join(', ');
    case 'refused':
      return `refused, ${verdict.reason}`;
    case 'no-place':
      return verdict.reason;
    default:
      return verdict satisfies never;
  }
}

/** `count at most 10, or all: fewer are accredited than would lose it`: the reason is that of a refusal beyond. */
export function limitInWords(limit: Limit): string {
  const { field, reason } = limit;
  if ('only' in limit) return `${field} ${limit.only.join(' or ')}; else ${reason}`;
  const { least, most, all } = limit;
  const bounds =
    most === null
      ? `at least ${least}`
      : least === 0
        ? `at most ${most}`
        : least === most
          ? most
          : `${least} to ${most}`;
  return `${field} ${bounds}${all ? ', or all' : ''}; else ${reason}`;
}
