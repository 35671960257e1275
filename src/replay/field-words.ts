/** The words that the status of a kind of subject, and each region of its chart, can be. */
import type { StateValue } from 'xstate';
import type { Kind } from '../events/dossier.ts';
import { ruleBooks } from '../machines/rulebooks.ts';
import { regions, type StateNode } from './regions.ts';

/** By field, `status` and the regions, every word; a field that holds something else is not among them. */
export function wordsOf(kind: Kind): ReadonlyMap<string, ReadonlySet<string>> {
  const known = found.get(kind) ?? wordsIn(kind);
  found.set(kind, known);
  return known;
}

const found = new Map<Kind, ReadonlyMap<string, ReadonlySet<string>>>();

function wordsIn(kind: Kind): ReadonlyMap<string, ReadonlySet<string>> {
  const { machine, status } = ruleBooks[kind];
  const words = new Map<string, Set<string>>();
  const add = (field: string, word: string) =>
    void words.set(field, (words.get(field) ?? new Set()).add(word));
  for (const value of valuesOf(machine.root)) {
    add('status', status.of(value));
    for (const [region, state] of regions(machine.root, value)) add(region, state);
  }
  return words;
}

/** Every value that the states within a node can have together; a few hundred for the largest chart. */
function valuesOf(node: StateNode): readonly StateValue[] {
  const children = Object.entries(node.states);
  if (node.type === 'compound') return children.flatMap(([key, child]) => within(key, child));
  return children.reduce<readonly { readonly [region: string]: StateValue }[]>(
    (wholes, [key, child]) =>
      wholes.flatMap((whole) => valuesOf(child).map((value) => ({ ...whole, [key]: value }))),
    [{}],
  );
}

function within(key: string, node: StateNode): readonly StateValue[] {
  return Object.keys(node.states).length === 0 ? [key] : valuesOf(node).map((value) => ({ [key]: value }));
}
