import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { type AnyMachineSnapshot, getInitialSnapshot, transition } from 'xstate';
import { type Kind, kinds } from '../../src/events/dossier.ts';
import type { DomainEvent } from '../../src/events/event.ts';
import { ruleBooks } from '../../src/machines/rulebooks.ts';
import type { Snapshot } from '../../src/replay/chart.ts';
import { chartFor } from '../../src/replay/walk.ts';
import { anyDossier, recordFrom, type WrittenDossier } from './dossiers.ts';
import { law } from './law.ts';

describe("law 7: a chart's step equals XState's public transition()", () => {
  for (const kind of kinds) {
    law(
      7,
      `over any events of a ${kind}, in state, context and outcome`,
      { runs: 120 },
      fc.property(anyHistoryOf(kind), (written) => {
        const chart = chartFor(kind);
        const oracle = asked(kind);
        let mine = chart.initial;
        let theirs: AnyMachineSnapshot = getInitialSnapshot(ruleBooks[kind].machine);
        expect(told(mine)).toEqual(shown(theirs));
        for (const event of eventsIn(written)) {
          const before = JSON.stringify(told(mine));
          const step = chart.step(mine, event);
          expect(JSON.stringify(told(mine))).toBe(before);

          const answer = oracle(theirs, event);
          expect(step.kind).toBe(answer.kind);
          if (step.kind !== 'applied') expect([...step.guards].sort()).toEqual([...answer.guards].sort());
          if (step.kind === 'applied') mine = step.snapshot;
          theirs = answer.snapshot;
          expect(told(mine)).toEqual(shown(theirs));
        }
      }),
    );
  }
});

/**
 * What transition() makes of an event. Whether it was handled, and which guards refused it, is learnt by listening to the
 * guards and by asking can(), which leaves out only transitions that do nothing but be allowed.
 */
function asked(kind: Kind) {
  const { machine, refusals } = ruleBooks[kind];
  const heard: { readonly name: string; readonly yes: boolean }[] = [];
  const plain = Object.entries(machine.implementations.guards ?? {}).filter(
    // Those made of others by `and` and `not` are left to XState, which asks these others.
    ([, guard]) => typeof guard === 'function' && !('check' in guard),
  );
  const guards = plain.map(([name, guard]) => [
    name,
    (question: unknown, params: unknown) => {
      const yes = typeof guard === 'function' && Boolean(Reflect.apply(guard, null, [question, params]));
      heard.push({ name, yes });
      return yes;
    },
  ]);
  const listening = machine.provide({ guards: Object.fromEntries(guards) });

  return (before: AnyMachineSnapshot, event: DomainEvent) => {
    const [snapshot] = transition(machine, before, event);
    heard.length = 0;
    const can = listening.resolveState({ value: before.value, context: before.context }).can(event);
    if (can || heard.some(({ yes }) => yes)) return { kind: 'applied', guards: [], snapshot };
    const said = [...new Set(heard.map(({ name }) => name))];
    const refusing = said.filter((name) => name in refusals);
    return {
      kind: said.length > 0 ? 'refused' : 'not-applicable',
      guards: refusing.length > 0 ? refusing : said,
      snapshot,
    };
  };
}

/** A dossier of one subject with much happening. */
function anyHistoryOf(kind: Kind): fc.Arbitrary<WrittenDossier> {
  return anyDossier({ kinds: [kind], subjects: 1, dates: 'exact', changes: false, entries: 14 });
}

/** Its events as they stand on record, which need not be the order in which they happened. */
function eventsIn(written: WrittenDossier): readonly DomainEvent[] {
  return [...recordFrom(written).events].flatMap(({ versions: [{ event }] }) => event ?? []);
}

function shown({ value, context }: AnyMachineSnapshot) {
  return { value, context };
}

function told({ at, context }: Snapshot) {
  return { value: at.value, context };
}
