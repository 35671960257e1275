/** A statechart as a graph for the Eclipse Layout Kernel: its nodes one within another, and what it is to see to. */
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs';
import { type Arrow, isIn, type State, type Statechart } from '../src/drawing/statechart.ts';
import { headHeight, leastSize } from '../src/drawing/statechart-layout.ts';
import { labelHeight, labelWidth } from '../src/drawing/statechart-text.ts';

/**
 * The graph of a state and all within it; in the states of these paths room is to be saved, at the cost of bends. No
 * property may be undefined, which the kernel does not bear.
 */
export function graphOf(chart: Statechart, state: State, narrow: ReadonlySet<string>): ElkNode {
  const { path, type, initial } = state;
  const id = idOf(path);
  const { width, height } = leastSize(state);
  if (type === 'simple') return { id, width, height };
  const edges = chart.arrows.flatMap((arrow, index) => (arrow.within === path ? [edgeOf(arrow, index)] : []));
  const inward = edges.filter(({ sources }) => sources.includes(outOf(path)));
  const options: LayoutOptions = {
    ...(type === 'parallel' ? regions : layered),
    ...(narrow.has(path) ? { 'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS' } : {}),
    ...(edges.some((edge) => reachesDeep(edge, state))
      ? { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }
      : {}),
    ...(inward.length > MANY ? { 'elk.direction': 'RIGHT' } : {}),
    ...(path === '' ? { 'elk.json.shapeCoords': 'ROOT', 'elk.json.edgeCoords': 'ROOT' } : {}),
    'elk.padding': `[top=${headHeight(state) + 6},left=14,bottom=14,right=14]`,
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': `(${width},${height})`,
  };
  return {
    id,
    layoutOptions: options,
    children: [
      ...(initial === null ? [] : [{ id: startOf(path), width: DOT, height: DOT }]),
      ...(inward.length === 0 ? [] : [{ id: outOf(path), width: 1, height: 1, layoutOptions: first }]),
      ...state.states.map((inner) => graphOf(chart, inner, narrow)),
    ],
    edges: [
      ...(initial === null
        ? []
        : [{ id: beginningOf(path), sources: [startOf(path)], targets: [idOf(initial)] }]),
      ...edges,
    ],
  };
}

/** The names of what stands for a state, for the dot in it, for what leads from there, and for an arrow. */
export const idOf = (path: string) => `state/${path}`;
export const startOf = (path: string) => `start/${path}`;
export const beginningOf = (path: string) => `beginning/${path}`;
export const arrowOf = (index: number) => `arrow/${index}`;

/** A place in a state from which arrows to those within it begin; the kernel knows none from a node to its own. */
const outOf = (path: string) => `out/${path}`;

function edgeOf({ from, to, triggers }: Arrow, index: number): ElkExtendedEdge {
  return {
    id: arrowOf(index),
    sources: [isIn(to, from) ? outOf(from) : idOf(from)],
    targets: [idOf(to)],
    labels: [
      {
        text: triggers.map(({ type }) => type).join(' '),
        width: labelWidth(triggers),
        height: labelHeight(triggers),
        layoutOptions: { 'elk.edgeLabels.inline': 'true' },
      },
    ],
  };
}

/** Whether an edge ends within one of the states that lie in a state: then both are laid out together. */
function reachesDeep({ sources, targets }: ElkExtendedEdge, state: State): boolean {
  const near = new Set([outOf(state.path), ...state.states.map(({ path }) => idOf(path))]);
  return [...sources, ...targets].some((end) => !near.has(end));
}

/** Of more arrows from a state to those within it, these stand in a column, not in a row. */
const MANY = 3;
const DOT = 10;

const first: LayoutOptions = { 'elk.layered.layering.layerConstraint': 'FIRST' };

/** States in rows downwards, as they follow from the first; labels stand in the way of their arrows. */
const layered: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.edgeLabels.placement': 'CENTER',
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

/** The most that regions take beside each other, in pixels: so a page of 900 shows all of the picture. */
export const WIDEST = 830;

/** Regions in rows, as in a text. */
const regions: LayoutOptions = {
  'elk.algorithm': 'rectpacking',
  'elk.spacing.nodeNode': '12',
  'elk.rectpacking.widthApproximation.strategy': 'TARGET_WIDTH',
  'elk.rectpacking.widthApproximation.targetWidth': String(WIDEST),
  'elk.rectpacking.whiteSpaceElimination.strategy': 'EQUAL_BETWEEN_STRUCTURES',
};
