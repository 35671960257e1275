/** What of a branch the scenario itself says, so that it can be changed there. */
import { actOf } from '../../events/event.ts';
import type { HypotheticalAct, Scenario } from '../../events/scenario.ts';
import { assumedIn, unnumbered } from '../../replay/mark.ts';
import type { GoneInWords } from '../../telling/branches.ts';

/** The act of a scenario by its name with the mark; null for one of another scenario, and for any answer after the first. */
export function ownActOf(name: string, { scenario, acts }: Scenario): HypotheticalAct | null {
  if (assumedIn(name) !== scenario || /#(?!1$)/.test(name)) return null;
  const own = unnumbered(name).slice(scenario.length + 1);
  return acts.find(({ act }) => act === own) ?? null;
}

/** By which name an event that is gone can be put back: its own, or at the first event of an act that of the act. */
export function toPutBack(
  gone: readonly GoneInWords[],
  scenario: Scenario | undefined,
): ReadonlyMap<string, string> {
  const { without, changes } = scenario ?? { without: [], changes: [] };
  const out = new Set([...without, ...changes.map(({ event }) => event)]);
  const names = new Map<string, string>();
  for (const { event } of gone) {
    const act = actOf(event);
    if (out.has(event)) names.set(event, event);
    else if (out.delete(act)) names.set(event, act);
  }
  return names;
}
