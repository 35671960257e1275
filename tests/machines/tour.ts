/** A tour of a statechart: one history that comes to every state and has every event that the kind has a place for. */
import { expect } from 'vitest';
import type { StateValue } from 'xstate';
import type { Kind } from '../../src/events/dossier.ts';
import type { EventType } from '../../src/events/vocabulary.ts';
import { ruleBooks, understoodBy } from '../../src/machines/rulebooks.ts';
import { type Happening, turnsOf } from '../record.ts';

/** Takes the tour; it fails where an event has no place, a state is not reached, or a type of event does not occur. */
export function tourOf(kind: Kind, events: readonly Happening[]): void {
  const turns = turnsOf(kind, events);
  const misplaced = turns.filter(({ outcome }) => outcome.kind !== 'applied');
  expect(misplaced.map(({ event }) => event.id)).toEqual([]);

  const { machine } = ruleBooks[kind];
  const initial = typeof machine.config.initial === 'string' ? [machine.config.initial] : [];
  const reached = new Set([...initial, ...turns.flatMap(({ state }) => leavesOf(state.snapshot.at.value))]);
  expect([...reached].sort()).toEqual(leavesIn(machine.root).sort());

  const types = new Set<EventType>(turns.map(({ event }) => event.type));
  expect(understoodBy(kind).filter((type) => !types.has(type))).toEqual([]);
}

interface Node {
  readonly states: { readonly [key: string]: Node };
}

/** The innermost states of a chart, by their paths. */
function leavesIn(node: Node): string[] {
  return Object.entries(node.states).flatMap(([key, inner]) => {
    const deeper = leavesIn(inner);
    return deeper.length === 0 ? [key] : deeper.map((path) => `${key}.${path}`);
  });
}

function leavesOf(value: StateValue): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : leavesOf(inner).map((path) => `${key}.${path}`),
  );
}
