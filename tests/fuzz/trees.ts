/** Cases out of values: dossiers in which any list, map, text or field name is replaced by any other value. */
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { anyBase } from './bases.ts';
import { type Case, caseOf } from './case.ts';
import { anyHostileText, anyHostileYaml } from './hostile.ts';

/** A dossier with a few of its values replaced, taken out, repeated, moved or wrapped. */
export const anyReplaced: fc.Arbitrary<Case> = fc
  .tuple(
    anyBase,
    fc.array(fc.tuple(fc.nat(), anyTreeEdit()), { minLength: 1, maxLength: 2 }),
    fc.constantFrom(block, flow),
  )
  .map(([texts, edits, write]) => {
    const names = [...texts.keys()];
    const trees = new Map(
      [...texts].map(([name, text]) => [name, nodeOf(parseDocument(text, { schema: 'failsafe' }).toJS())]),
    );
    for (const [file, edit] of edits) {
      const name = names[file % names.length] ?? '';
      trees.set(name, edit(trees.get(name) ?? { kind: 'raw', yaml: '' }));
    }
    return caseOf([...trees].map(([name, tree]) => [name, `${write(tree)}\n`]));
  });

/** A value as it is to be written; field names may be any value, and the same twice. */
type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'raw'; readonly yaml: string }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'map'; readonly pairs: readonly (readonly [Node, Node])[] };

type TreeEdit = (root: Node) => Node;

function anyTreeEdit(): fc.Arbitrary<TreeEdit> {
  const at = fc.nat();
  return fc.oneof(
    { weight: 10, arbitrary: fc.tuple(at, anyNode()).map(([n, other]) => edited(n, () => [other])) },
    { weight: 4, arbitrary: at.map((n) => edited(n, () => [])) },
    { weight: 2, arbitrary: at.map((n) => edited(n, (node) => [node, node])) },
    {
      weight: 4,
      arbitrary: fc.tuple(at, at).map(
        ([n, from]): TreeEdit =>
          (root) =>
            edited(n, () => [nodeAt(root, from)])(root),
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(at, fc.constantFrom(1, 2, 90, 150))
        .map(([n, depth]) => edited(n, (node) => [wrapped(node, depth)])),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(at, anyHostileText, anyNode())
        .map(([n, key, value]) =>
          edited(n, (node) => [
            node.kind === 'map'
              ? { kind: 'map', pairs: [...node.pairs, [{ kind: 'text', text: key }, value]] }
              : node,
          ]),
        ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(at, at, fc.constantFrom('a', 'b', '"', '__proto__')).map(
        ([n, from, name]): TreeEdit =>
          (root) => {
            const anchored = edited(from, (node) => [{ kind: 'raw', yaml: `&${name} ${flow(node)}` }])(root);
            return edited(n, () => [{ kind: 'raw', yaml: `*${name} ` }])(anchored);
          },
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(at, fc.integer({ min: 3, max: 400 }))
        .map(([n, times]) => edited(n, (node) => Array(times).fill(node))),
    },
  );
}

function anyNode(): fc.Arbitrary<Node> {
  const text = anyHostileText.map((written): Node => ({ kind: 'text', text: written }));
  const raw = anyHostileYaml.map((yaml): Node => ({ kind: 'raw', yaml }));
  const { node } = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: text },
      {
        weight: 1,
        arbitrary: fc.array(tie('node'), { maxLength: 4 }).map((items): Node => ({ kind: 'list', items })),
      },
      {
        weight: 1,
        arbitrary: fc
          .array(
            fc.tuple(
              fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: tie('node') }),
              tie('node'),
            ),
            { maxLength: 4 },
          )
          .map((pairs): Node => ({ kind: 'map', pairs })),
      },
    ),
  }));
  return fc.oneof({ weight: 3, arbitrary: node }, { weight: 2, arbitrary: raw });
}

function nodeOf(value: unknown): Node {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(nodeOf) };
  if (typeof value !== 'object' || value === null) return { kind: 'text', text: String(value ?? '') };
  return { kind: 'map', pairs: Object.entries(value).map(([key, inner]) => [nodeOf(key), nodeOf(inner)]) };
}

/** The tree with its n-th node, counted through from the root, put otherwise; no node takes it out. */
function edited(n: number, change: (node: Node) => readonly Node[]): TreeEdit {
  return (root) => {
    let left = n % sizeOf(root);
    const walk = (node: Node): readonly Node[] => {
      left -= 1;
      if (left === -1) return change(node);
      if (left < 0) return [node];
      if (node.kind === 'list') return [{ kind: 'list', items: node.items.flatMap(walk) }];
      if (node.kind !== 'map') return [node];
      const pairs = node.pairs.flatMap(([key, value]) => {
        const keys = walk(key);
        const values = walk(value);
        return keys.flatMap((name) => values.map((inner): readonly [Node, Node] => [name, inner]));
      });
      return [{ kind: 'map', pairs }];
    };
    const [first, ...rest] = walk(root);
    return first !== undefined && rest.length === 0
      ? first
      : { kind: 'list', items: first === undefined ? [] : [first, ...rest] };
  };
}

function sizeOf(node: Node): number {
  if (node.kind === 'list') return node.items.reduce((sum, item) => sum + sizeOf(item), 1);
  if (node.kind === 'map')
    return node.pairs.reduce((sum, [key, value]) => sum + sizeOf(key) + sizeOf(value), 1);
  return 1;
}

function nodeAt(root: Node, n: number): Node {
  let found = root;
  edited(n, (node) => {
    found = node;
    return [node];
  })(root);
  return found;
}

function wrapped(node: Node, depth: number): Node {
  let outer = node;
  for (let level = 0; level < depth; level++) {
    outer =
      level % 2 === 0
        ? { kind: 'list', items: [outer] }
        : { kind: 'map', pairs: [[{ kind: 'text', text: 'a' }, outer]] };
  }
  return outer;
}

function flow(node: Node): string {
  switch (node.kind) {
    case 'text':
      return scalar(node.text);
    case 'raw':
      return node.yaml;
    case 'list':
      return `[${node.items.map(flow).join(', ')}]`;
    case 'map':
      return `{${node.pairs.map(([key, value]) => `${flow(key)}: ${flow(value)}`).join(', ')}}`;
    default:
      return node satisfies never;
  }
}

function block(node: Node, indent = ''): string {
  if (node.kind === 'list' && node.items.length > 0) {
    return node.items.map((item) => `${indent}- ${block(item, `${indent}  `).trimStart()}`).join('\n');
  }
  if (node.kind === 'map' && node.pairs.length > 0) {
    return node.pairs
      .map(([key, value]) => {
        const nested =
          (value.kind === 'list' && value.items.length > 0) ||
          (value.kind === 'map' && value.pairs.length > 0);
        return `${indent}${flow(key)}:${nested ? `\n${block(value, `${indent}  `)}` : ` ${flow(value)}`}`;
      })
      .join('\n');
  }
  return indent + flow(node);
}

function scalar(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._~/-]*$/u.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text);
}
