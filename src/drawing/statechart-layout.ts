/** Where everything stands in the picture of a statechart, and the sizes from which that is found. */
import type { Kind } from '../events/dossier.ts';
import kept from './layouts.json' with { type: 'json' };
import { type Arrow, isIn, type State, statechartOf } from './statechart.ts';
import { labelHeight, labelWidth, longestIn, nameWidth } from './statechart-text.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A line through points, with the room for its label. */
export interface Route {
  readonly points: readonly Point[];
  readonly label: Box;
}

/** A picture's layout, all of it counted from its upper left corner. */
export interface Layout extends Omit<Box, 'x' | 'y'> {
  /** By the paths of states. */
  readonly boxes: { readonly [path: string]: Box };
  /** From the dot to the state that is active first, by the path of the state around both. */
  readonly starts: { readonly [path: string]: readonly Point[] };
  /** In the order of the chart's arrows. */
  readonly arrows: readonly Route[];
}

/** The layout of a kind's picture, as it was made with the program. */
export function layoutOf(kind: Kind): Layout {
  const { id } = statechartOf(kind);
  const layouts: { readonly [id: string]: Layout } = kept;
  const layout = layouts[id];
  if (layout === undefined) throw new Error(`no layout is kept for the statechart ${id}`);
  return layout;
}

/** The height of a state's head: its name, and below it what it takes note of. */
export function headHeight(state: State): number {
  const { stays } = state;
  return stays.length === 0 ? NAME : EVENTS + labelHeight(stays, longestIn(state));
}

/** The least size of a state's box. */
export function leastSize(state: State): { readonly width: number; readonly height: number } {
  const widest = Math.max(nameWidth(state), labelWidth(state.stays, longestIn(state)));
  return { width: Math.max(NARROWEST, Math.ceil(widest) + 2 * SIDE), height: headHeight(state) };
}

/** Whether a line parts a state's name from the rest: from it hang the events in its head, and arrows into its midst. */
export function hasRule({ path, stays }: State, arrows: readonly Arrow[]): boolean {
  return stays.length > 0 || arrows.some(({ from, to }) => from === path && isIn(to, path));
}

/** The height of the part with the name, the line on which the name stands, and where the events below it begin. */
export const NAME = 30;
export const BASE = 20;
export const EVENTS = 34;

/** The space left of what stands in a state. */
export const SIDE = 12;

const NARROWEST = 84;
