/** Bars in the looks of the statuses, on the axis and in the legend. */
import type { Look } from './looks.ts';
import { patternFor, patternOf } from './patterns.ts';
import { type Shape, shape } from './shape.ts';

/** A bar in the look of a status, as it also stands in the legend. */
export function filledBar(
  look: Look,
  x: number,
  y: number,
  width: number,
  height: number,
  prefix: string,
): Shape[] {
  const whole = { x, y, width, height };
  const pattern = patternFor(look);
  const inner = height * look.filled;
  const part = { ...whole, y: y + height - inner, height: inner };
  switch (look.texture) {
    case 'nothing':
      return [
        shape('rect', { class: 'unfilled', ...whole }),
        shape('line', {
          class: 'line dotted stroke-quiet',
          x1: x,
          x2: x + width,
          y1: y + height / 2,
          y2: y + height / 2,
        }),
      ];
    case 'solid':
      return [shape('rect', { class: `fill-${look.tone}`, ...whole })];
    case 'hollow':
      return [shape('rect', { class: 'paper', ...whole }), outline(look, whole)];
    case 'level':
      return [
        shape('rect', { class: 'paper', ...whole }),
        look.dotted
          ? shape('rect', { fill: patternOf(prefix, 'dotted'), ...part })
          : shape('rect', { class: `fill-${look.tone}`, ...part }),
        outline(look, whole),
      ];
    case 'hatch':
    case 'sparse':
    case 'dots':
      return [
        shape('rect', {
          fill: pattern === null ? 'none' : patternOf(prefix, pattern),
          ...whole,
        }),
        outline(look, whole),
      ];
    default:
      return look.texture satisfies never;
  }
}

function outline(
  { tone }: Look,
  { x, y, width, height }: { readonly [side in 'x' | 'y' | 'width' | 'height']: number },
): Shape {
  const inset = Math.min(0.6, width / 2);
  return shape('rect', {
    class: `line stroke-${tone}`,
    x: x + inset,
    y: y + 0.6,
    width: Math.max(0, width - 2 * inset),
    height: height - 1.2,
  });
}
