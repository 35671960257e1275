/**
 * The mark of what is assumed. A hypothetical act bears the name of its scenario before its own, `SCENARIO:ACT`, and so
 * do its events, `SCENARIO:ACT/N`: wherever one is named it shows, and no file can have an act by such a name.
 */

/** The name of an act that a scenario assumes; of those that answer events, the `answer`-th, from 1. */
export function markedName(scenario: string, act: string, answer: number | null = null): string {
  return `${scenario}:${act}${answer === null ? '' : `#${answer}`}`;
}

/** The scenario that assumes an act or an event by this name; null for what is on record. */
export function assumedIn(name: string): string | null {
  const end = name.indexOf(':');
  return end < 0 ? null : name.slice(0, end);
}

/** The mark as an answer bears it; nothing for what is on record. */
export function markOf(name: string): { readonly hypothetical?: string } {
  const scenario = assumedIn(name);
  return scenario === null ? {} : { hypothetical: scenario };
}

/** The name without the mark, as a record could have it. */
export function unmarked(name: string): string {
  return name.slice(name.indexOf(':') + 1).replace('#', '-');
}

/** The name of an act that a scenario assumes without the number of the answer; any other as it is. */
export function unnumbered(name: string): string {
  return name.replace(/#.*$/, '');
}
