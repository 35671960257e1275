/**
 * The layouts of the statecharts, made by the Eclipse Layout Kernel (elkjs) while the program is made: the program itself
 * only reads what is kept of them.
 */
import elkjs, { type ELK, type ElkExtendedEdge, type ElkNode } from 'elkjs';
import { type Arrow, isIn, type Statechart, statechartOf, statesIn } from '../src/drawing/statechart.ts';
import { type Box, type Layout, NAME, type Point } from '../src/drawing/statechart-layout.ts';
import { kinds } from '../src/events/dossier.ts';
import { arrowOf, beginningOf, graphOf, idOf, startOf, WIDEST } from './graph.ts';

/** The layout of every statechart, by its name. */
export async function layouts(): Promise<{ readonly [id: string]: Layout }> {
  const elk = new elkjs.default();
  const made: { [id: string]: Layout } = {};
  for (const kind of kinds) {
    const chart = statechartOf(kind);
    made[chart.id] ??= await layoutOf(elk, chart);
  }
  return made;
}

/** As they are kept in a file: a line for each box and each point. */
export function written(made: { readonly [id: string]: Layout }): string {
  const lines = JSON.stringify(made, null, 1).replaceAll(
    /\{\s+("x"[^{}]*?)\s+\}/g,
    (_, inside: string) => `{ ${inside.replaceAll(/\s+/g, ' ')} }`,
  );
  return `${lines}\n`;
}

async function layoutOf(elk: ELK, chart: Statechart): Promise<Layout> {
  const narrow = new Set<string>();
  for (const state of statesIn(chart.root)) {
    if (state.type !== 'compound' || state.path === '') continue;
    const { width = 0 } = await elk.layout(graphOf(chart, state, narrow));
    const wide = statesIn(state).every(({ type }) => type !== 'parallel') && width > WIDEST;
    if (wide) narrow.add(state.path);
  }
  return layoutFrom(chart, await elk.layout(graphOf(chart, chart.root, narrow)));
}

function layoutFrom(chart: Statechart, root: ElkNode): Layout {
  const nodes = new Map(nodesIn(root).map((node) => [node.id, node]));
  const edges = new Map(
    [...nodes.values()].flatMap((node) => node.edges ?? []).map((edge) => [edge.id, edge]),
  );
  const states = statesIn(chart.root);
  return {
    width: whole(root.width),
    height: whole(root.height),
    boxes: Object.fromEntries(states.map(({ path }) => [path, boxOf(nodes.get(idOf(path)))])),
    starts: Object.fromEntries(
      states.flatMap(({ path, initial }) => (initial === null ? [] : [[path, fromDot(path)]])),
    ),
    arrows: chart.arrows.map((arrow, index) => {
      const edge = edges.get(arrowOf(index));
      return { points: fromBorder(arrow, pointsOf(edge)), label: boxOf(edge?.labels?.[0]) };
    }),
  };

  /** From the middle of the dot. */
  function fromDot(path: string): readonly Point[] {
    const { x, y, width, height } = boxOf(nodes.get(startOf(path)));
    return [{ x: x + width / 2, y: y + height / 2 }, ...pointsOf(edges.get(beginningOf(path))).slice(1)];
  }

  /** An arrow to a state within begins at the line below the name of the state around it, or at its left border. */
  function fromBorder({ from, to }: Arrow, points: readonly Point[]): readonly Point[] {
    const [first, second] = points;
    if (!isIn(to, from) || first === undefined || second === undefined) return points;
    const { x, y } = boxOf(nodes.get(idOf(from)));
    const start = first.x === second.x ? { x: first.x, y: y + NAME } : { x, y: first.y };
    return [start, ...points.slice(1)];
  }
}

function nodesIn(node: ElkNode): readonly ElkNode[] {
  return [node, ...(node.children ?? []).flatMap(nodesIn)];
}

function boxOf(laid: Partial<Box> | undefined): Box {
  return { x: whole(laid?.x), y: whole(laid?.y), width: whole(laid?.width), height: whole(laid?.height) };
}

function pointsOf(edge: ElkExtendedEdge | undefined): readonly Point[] {
  const sections = edge?.sections ?? [];
  if (sections.length !== 1) throw new Error(`the way of ${edge?.id} is in ${sections.length} parts`);
  return sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x: whole(x), y: whole(y) })),
  );
}

/** To the pixel: straight lines stay straight, since every coordinate is counted from the same corner. */
function whole(number: number | undefined): number {
  if (number === undefined) throw new Error('something was not laid out');
  return Math.round(number);
}
