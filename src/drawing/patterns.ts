/** What bars are filled with where one colour would not tell enough: hatching, dots, and gradients for what is doubtful. */
import type { Look } from './looks.ts';
import { type Shape, shape } from './shape.ts';

/** Patterns by name; an id within the page is the prefix of the view, a hyphen and the name. */
export type PatternName =
  | 'hatch'
  | 'sparse'
  | 'dots'
  | 'dotted'
  | 'many'
  | 'assumed'
  | 'fade-in'
  | 'fade-out'
  | 'headcount-fade'
  | 'ceiling-fade';

/** What an attribute `fill` or `mask` says to use a pattern. */
export function patternOf(prefix: string, name: PatternName): string {
  return `url(#${prefix}-${name})`;
}

/** The pattern that fills a bar of this look; null for one filled with a colour or not at all. */
export function patternFor({ texture }: Look): PatternName | null {
  return texture === 'hatch' || texture === 'sparse' || texture === 'dots' ? texture : null;
}

/** The definitions of all patterns. */
export function patterns(prefix: string): Shape {
  return shape('defs', {}, [
    stripes(prefix, 'hatch', 5, 'stroke-halted', 2),
    stripes(prefix, 'sparse', 9, 'stroke-part', 2),
    stripes(prefix, 'assumed', 6, 'stroke-rule', 1.5),
    dots(prefix, 'dots', 'fill-part'),
    dots(prefix, 'dotted', 'fill-works'),
    shape('pattern', tile(prefix, 'many', 3, 3), [
      shape('rect', { class: 'paper', width: 3, height: 3 }),
      shape('rect', { class: 'fill-ended', width: 1.5, height: 3 }),
    ]),
    ...ramp(prefix, 'fade-in', '0', '1'),
    ...ramp(prefix, 'fade-out', '1', '0'),
    upwards(prefix, 'headcount-fade', 'stop-headcount'),
    upwards(prefix, 'ceiling-fade', 'stop-ceiling'),
  ]);
}

function tile(prefix: string, name: PatternName, width: number, height: number) {
  return { id: `${prefix}-${name}`, width, height, patternUnits: 'userSpaceOnUse' };
}

function stripes(prefix: string, name: PatternName, size: number, stroke: string, thickness: number): Shape {
  const turned = { ...tile(prefix, name, size, size), patternTransform: 'rotate(45)' };
  return shape('pattern', turned, [
    shape('rect', { class: 'paper', width: size, height: size }),
    shape('line', { class: stroke, x1: size / 2, x2: size / 2, y1: 0, y2: size, 'stroke-width': thickness }),
  ]);
}

function dots(prefix: string, name: PatternName, fill: string): Shape {
  return shape('pattern', tile(prefix, name, 5, 5), [
    shape('rect', { class: 'paper', width: 5, height: 5 }),
    shape('circle', { class: fill, cx: 1.5, cy: 1.5, r: 1.25 }),
    shape('circle', { class: fill, cx: 4, cy: 4, r: 1.25 }),
  ]);
}

/** A mask that lets ever more or ever less show from left to right. */
function ramp(prefix: string, name: 'fade-in' | 'fade-out', from: string, to: string): readonly Shape[] {
  const white = (offset: number, opacity: string) =>
    shape('stop', { offset, 'stop-color': '#fff', 'stop-opacity': opacity });
  return [
    shape('linearGradient', { id: `${prefix}-${name}-ramp` }, [white(0, from), white(1, to)]),
    shape(
      'mask',
      { id: `${prefix}-${name}`, maskContentUnits: 'objectBoundingBox', x: 0, y: 0, width: 1, height: 1 },
      [shape('rect', { width: 1, height: 1, fill: `url(#${prefix}-${name}-ramp)` })],
    ),
  ];
}

/** A gradient that ends in nothing at the top: how far it goes up is not known. */
function upwards(prefix: string, name: PatternName, colour: string): Shape {
  return shape('linearGradient', { id: `${prefix}-${name}`, x1: 0, x2: 0, y1: 1, y2: 0 }, [
    shape('stop', { class: colour, offset: 0, 'stop-opacity': '0.3' }),
    shape('stop', { class: colour, offset: 1, 'stop-opacity': '0' }),
  ]);
}
