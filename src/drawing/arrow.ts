/** Arrows along a way laid out in straight pieces. */
import type { Point } from './statechart-layout.ts';

/** The line through the points, its corners rounded, as the data of an SVG path. */
export function lineThrough(points: readonly Point[]): string {
  // Where a layout turns twice on one spot, it does so once.
  const turns = points.filter(({ x, y }, index) => {
    const before = points[index - 1];
    return before === undefined || before.x !== x || before.y !== y;
  });
  return turns
    .map((point, index) => {
      const [before, after] = [turns[index - 1], turns[index + 1]];
      if (before === undefined) return `M${point.x} ${point.y}`;
      if (after === undefined) return `L${point.x} ${point.y}`;
      const [into, out] = [towards(point, before), towards(point, after)];
      return `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`;
    })
    .join('');
}

/** The head of an arrow at the last point, as the data of an SVG path. */
export function headAt(points: readonly Point[]): string {
  const [before, tip] = points.slice(-2);
  if (before === undefined || tip === undefined) throw new Error('an arrow has no direction');
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [x, y] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const corner = (side: number) => `${tip.x - x * HEAD - y * side} ${tip.y - y * HEAD + x * side}`;
  return `M${tip.x} ${tip.y}L${corner(HALF)}L${corner(-HALF)}Z`;
}

/** The point where a rounded corner begins or ends. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = Math.min(ROUND, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}

const ROUND = 6;
const HEAD = 8;
const HALF = 3.5;
