/** From the nodes of a YAML document to plain values, and from a path in these back to its place in the text. */
import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { shown } from '../events/fields.ts';
import { holdsHalf, unfitSign } from './signs.ts';
import { type Mishap, notText } from './yaml-mishaps.ts';

/** A value, and where in the text each part of it stands. */
export interface Located {
  /** Texts, lists and maps of them; null where nothing is written. What an alias repeats is one and the same. */
  readonly value: unknown;
  /** Offset into the text of a value or, with `atKey`, of its field name; see parseYaml. */
  readonly offsetOf: (path: readonly (string | number)[], atKey: boolean) => number;
}

/** The value of a document's one node, and all that is wrong with its field names, its aliases and its texts. */
export function valuesIn(
  root: ParsedNode | null,
  lineOf: (offset: number) => number,
): { readonly located: Located; readonly mishaps: readonly Mishap[] } {
  const walk: Walk = {
    anchors: new Map(),
    targets: new Map(),
    fields: new Map(),
    mishaps: [],
    repeated: 0,
    lineOf,
  };
  const value = root === null ? null : valueAt(root, walk);
  return {
    located: { value, offsetOf: (path, atKey) => offsetAt(root, path, atKey, walk) },
    mishaps: walk.mishaps,
  };
}

type ParsedMap = YAMLMap.Parsed<ParsedNode, ParsedNode | null>;
type Fields = Map<string, Pair<ParsedNode, ParsedNode | null>>;

interface Walk {
  /** What each anchor met so far stands for. */
  readonly anchors: Map<string, Anchored>;
  readonly targets: Map<ParsedNode, ParsedNode>;
  readonly fields: Map<ParsedMap, Fields>;
  readonly mishaps: Mishap[];
  /** How many characters all aliases so far stand for, those within what they repeat included. */
  repeated: number;
  readonly lineOf: (offset: number) => number;
}

interface Anchored {
  readonly node: ParsedNode;
  value: unknown;
  /** How many characters it has with its aliases written out; null until its end is reached. */
  length: number | null;
}

// Readers of the value meet all that aliases repeat, and this is how much more there may be of it than is written:
// a source of 400 characters can be shared by 2500 acts, a nest of aliases that doubles ten times cannot.
const MOST_REPEATED = 1_000_000;

function valueAt(node: ParsedNode, walk: Walk): unknown {
  if (isAlias(node)) return repeatedValue(node, node.source, walk);
  const anchored: Anchored = { node, value: null, length: null };
  const before = walk.repeated;
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, anchored);
  anchored.value = isMap(node)
    ? mapOf(node, walk)
    : isSeq(node)
      ? listOf(node.items, walk)
      : textOf(node, walk);
  anchored.length = node.range[1] - node.range[0] + walk.repeated - before;
  return anchored.value;
}

/** A map as an object of its own fields. A field name twice, and one that is no text, is a mishap. */
function mapOf(node: ParsedMap, walk: Walk): { readonly [field: string]: unknown } {
  const fields: Fields = new Map();
  walk.fields.set(node, fields);
  const entries: [string, unknown][] = [];
  for (const pair of node.items) {
    const name = nameOf(pair.key, walk);
    const first = name === null ? undefined : fields.get(name);
    if (name !== null && first !== undefined) walk.mishaps.push(twice(pair.key, name, first.key, walk));
    const value = pair.value === null ? null : valueAt(pair.value, walk);
    if (name === null || first !== undefined) continue;
    fields.set(name, pair);
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function listOf(items: readonly ParsedNode[], walk: Walk): readonly unknown[] {
  return items.map((item) => valueAt(item, walk));
}

function textOf(node: ParsedNode, walk: Walk): string | null {
  if (!isScalar(node) || typeof node.value !== 'string')
    throw new Error('the failsafe schema gives texts only');
  if (holdsHalf(node.value)) {
    const instead = 'write the character itself, or its whole escape, as in "\\ud83d\\ude00"';
    walk.mishaps.push({ offset: node.range[0], what: `half a character: ${shown(node.value)}`, instead });
  }
  const sign = unfitSign(node.value);
  if (sign !== null) walk.mishaps.push(notText(sign, node.range[0]));
  return node.value === '' && node.type === 'PLAIN' ? null : node.value;
}

function nameOf(node: ParsedNode, walk: Walk): string | null {
  const name = valueAt(node, walk);
  // Nothing in a dossier has this name, and some readers of objects would pass over it without a word.
  if (typeof name === 'string' && name !== '__proto__') return name;
  const what = name === null ? 'no field name' : `not a field name: ${shown(name)}`;
  walk.mishaps.push({
    offset: node.range[0],
    what,
    instead: name === '__proto__' ? 'write another name' : 'write FIELD: VALUE',
  });
  return null;
}

function twice(node: ParsedNode, name: string, first: ParsedNode, walk: Walk): Mishap {
  const what = `a second ${shown(name)}, which stands in line ${walk.lineOf(first.range[0])} already`;
  return { offset: node.range[0], what, instead: 'keep one of them' };
}

/** What an alias stands for; null, and a mishap, where it stands for nothing that can be written out. */
function repeatedValue(alias: ParsedNode, name: string, walk: Walk): unknown {
  const anchored = walk.anchors.get(name);
  const refuse = (what: string, instead: string) => {
    walk.mishaps.push({ offset: alias.range[0], what, instead });
    return null;
  };
  if (anchored === undefined) {
    return refuse(
      `nothing above has the name ${shown(`&${name}`)}`,
      'give it to the value that is to be repeated, or put text that begins with * in quotation marks',
    );
  }
  walk.targets.set(alias, anchored.node);
  if (anchored.length === null) return refuse('an alias within what it repeats', 'write the value out');
  if (walk.repeated > MOST_REPEATED) return null;
  walk.repeated += Math.max(1, anchored.length);
  if (walk.repeated <= MOST_REPEATED) return anchored.value;
  return refuse(
    `aliases that repeat more than ${MOST_REPEATED} characters`,
    'write the values out, or split the file',
  );
}

function offsetAt(
  root: ParsedNode | null,
  path: readonly (string | number)[],
  atKey: boolean,
  walk: Walk,
): number {
  if (root === null) return 0;
  const through = (node: ParsedNode) => walk.targets.get(node) ?? node;
  let node = through(root);
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') {
      const item = isSeq(node) ? node.items[step] : undefined;
      if (item === undefined) break;
      node = through(item);
    } else {
      const pair = isMap(node) ? walk.fields.get(node)?.get(step) : undefined;
      if (pair === undefined) break;
      if (pair.value === null || (atKey && index === path.length - 1)) return pair.key.range[0];
      node = through(pair.value);
    }
  }
  return node.range[0];
}
