/**
 * The layouts of the statecharts, made by the Eclipse Layout Kernel (elkjs) while the program is made: the program itself
 * only reads what is kept of them.
 */
import elkjs, { type ElkExtendedEdge, type ElkNode, type LayoutOptions } from 'elkjs';
import {
  type Arrow,
  isIn,
  type State,
  type Statechart,
  statechartOf,
  statesIn,
} from '../src/drawing/statechart.ts';
import {
  type Box,
  headHeight,
  type Layout,
  leastSize,
  NAME,
  type Point,
} from '../src/drawing/statechart-layout.ts';
import { labelHeight, labelWidth } from '../src/drawing/statechart-text.ts';
import { kinds } from '../src/events/dossier.ts';

/** The layout of every statechart, by its name. */
export async function layouts(): Promise<{ readonly [id: string]: Layout }> {
  const elk = new elkjs.default();
  const made: { [id: string]: Layout } = {};
  for (const kind of kinds) {
    const chart = statechartOf(kind);
    made[chart.id] ??= layoutFrom(chart, await elk.layout(nodeOf(chart, chart.root)));
  }
  return made;
}

export function nodeOf(chart: Statechart, state: State): ElkNode {
  const id = idOf(state.path);
  const size = leastSize(state);
  if (state.type === 'simple') return { id, ...size };
  const edges = chart.arrows.flatMap((arrow, index) =>
    arrow.within === state.path ? [edgeOf(arrow, index)] : [],
  );
  const children = state.states.map((inner) => nodeOf(chart, inner));
  const start = state.initial === null ? [] : [{ id: `${id}/start`, width: 10, height: 10 }];
  const out = edges.some((edge) => edge.sources.includes(`${id}/out`))
    ? [
        {
          id: `${id}/out`,
          width: 1,
          height: 1,
          layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST' },
        },
      ]
    : [];
  const begin =
    state.initial === null
      ? []
      : [{ id: `${id}/begin`, sources: [`${id}/start`], targets: [idOf(state.initial)] }];
  return {
    id,
    layoutOptions: {
      ...(state.type === 'parallel' ? regions : layered),
      ...(edges.some((edge) => reachesDeep(edge, state))
        ? { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }
        : {}),
      ...(edges.filter((edge) => edge.sources.includes(`${id}/out`)).length > 3
        ? { 'elk.direction': 'RIGHT' }
        : {}),
      ...(state.path === '' ? { 'elk.json.shapeCoords': 'ROOT', 'elk.json.edgeCoords': 'ROOT' } : {}),
      'elk.padding': `[top=${headHeight(state) + 6},left=14,bottom=14,right=14]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${size.width},${size.height})`,
    },
    children: [...start, ...out, ...children],
    edges: [...begin, ...edges],
  };
}

function reachesDeep(edge: ElkExtendedEdge, state: State): boolean {
  const near = new Set([state, ...state.states].map(({ path }) => idOf(path)));
  return ![...edge.sources, ...edge.targets].every((id) => near.has(id.replace(/\/out$/, '')));
}

function edgeOf({ from, to, triggers }: Arrow, index: number): ElkExtendedEdge {
  const width = labelWidth(triggers);
  return {
    id: `arrow/${index}`,
    sources: [isIn(to, from) ? `${idOf(from)}/out` : idOf(from)],
    targets: [idOf(to)],
    labels: [
      {
        id: `label/${index}`,
        text: triggers.map(({ type }) => type).join(' '),
        width,
        height: labelHeight(triggers),
        layoutOptions: { 'elk.edgeLabels.inline': 'true' },
      },
    ],
  };
}

function idOf(path: string): string {
  return `state/${path}`;
}

const layered: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.edgeLabels.placement': 'CENTER',
  'elk.edgeLabels.inline': 'true',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
};

const regions: LayoutOptions = {
  'elk.algorithm': 'rectpacking',
  'elk.spacing.nodeNode': '12',
  'elk.rectpacking.widthApproximation.strategy': 'TARGET_WIDTH',
  'elk.rectpacking.widthApproximation.targetWidth': '860',
  'elk.rectpacking.whiteSpaceElimination.strategy': 'EQUAL_BETWEEN_STRUCTURES',
};

export function layoutFrom(chart: Statechart, root: ElkNode): Layout {
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
      states.flatMap(({ path, initial }) => (initial === null ? [] : [[path, beginningOf(path)]])),
    ),
    arrows: chart.arrows.map((arrow, index) => {
      const edge = edges.get(`arrow/${index}`);
      return { points: fromBorder(arrow, pointsOf(edge)), label: boxOf(edge?.labels?.[0]) };
    }),
  };

  /** From the middle of the dot. */
  function beginningOf(path: string): readonly Point[] {
    const { x, y, width, height } = boxOf(nodes.get(`${idOf(path)}/start`));
    return [{ x: x + width / 2, y: y + height / 2 }, ...pointsOf(edges.get(`${idOf(path)}/begin`)).slice(1)];
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
