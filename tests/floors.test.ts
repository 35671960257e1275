import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** The rooms from the ground up: a room may take from rooms below it and from itself, and these things from outside. */
const rooms: readonly { floor: number; place: string; outside: RegExp }[] = [
  { floor: 0, place: 'src/time/', outside: /^$/ },
  { floor: 0, place: 'src/count.ts', outside: /^$/ },
  { floor: 0, place: 'src/nearest.ts', outside: /^fastest-levenshtein$/ },
  { floor: 1, place: 'src/events/', outside: /^zod$/ },
  { floor: 2, place: 'src/machines/', outside: /^(xstate|immer)$/ },
  { floor: 3, place: 'src/replay/', outside: /^(xstate|immer)$/ },
  { floor: 4, place: 'src/invariants/', outside: /^$/ },
  { floor: 4, place: 'src/simulation/', outside: /^$/ },
  { floor: 4, place: 'src/drawing/', outside: /^d3-(scale|shape)$/ },
  { floor: 5, place: 'src/telling/', outside: /^$/ },
  { floor: 5, place: 'src/index.ts', outside: /^$/ },
  { floor: 5, place: 'src/store/', outside: /^(node:.*|yaml|canonicalize|zstddec\/stream)$/ },
  { floor: 6, place: 'src/cli/', outside: /./ },
  { floor: 6, place: 'src/web/', outside: /./ },
];

const root = resolve(import.meta.dirname, '..');
const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

test('every file of src lives in a room', () => {
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  expect(files.length).toBeGreaterThan(30);
});

test('every room takes only from rooms below it, from itself, and what it may from outside', () => {
  const wrong = [...imports].flatMap(([file, taken]) =>
    taken.filter((one) => !mayTake(file, one)).map((one) => `${file} takes ${one}`),
  );
  expect(wrong).toEqual([]);
});

test('no file is part of a ring of imports', () => {
  const rings = files.filter((file) => reachableFrom(file).has(file));
  expect(rings).toEqual([]);
});

function mayTake(file: string, taken: string): boolean {
  const from = roomOf(file);
  if (from === undefined) return false;
  if (!taken.startsWith('src/')) return from.outside.test(taken);
  const to = roomOf(taken);
  return to !== undefined && (to === from || to.floor < from.floor);
}

function roomOf(file: string) {
  return rooms.find(({ place }) => file === place || (place.endsWith('/') && file.startsWith(place)));
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const names = [...text.matchAll(/(?<![-'])\b(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(
    ([, name]) => name ?? [],
  );
  return names.map((name) =>
    name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)) : name,
  );
}

function reachableFrom(file: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(imports.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(imports.get(next) ?? []));
  }
  return reached;
}
