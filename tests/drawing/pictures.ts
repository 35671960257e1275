/** Pictures in tests: views, and what is in a tree of shapes. */

import type { View } from '../../src/drawing/scale.ts';
import type { Shape } from '../../src/drawing/shape.ts';
import { dayNamed } from '../record.ts';

/** Everything known, in the latest reading. */
export const KNOWN = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;

/** A view from one day until before another. */
export function viewOf(from: string, to: string, more: Partial<View> = {}): View {
  return {
    width: 1000,
    from: dayNamed(from),
    to: dayNamed(to),
    at: null,
    branch: null,
    isClickable: false,
    prefix: 'p',
    ...more,
  };
}

/** A shape and all within it. */
export function* allOf(whole: Shape): Iterable<Shape> {
  yield whole;
  for (const child of whole.children) if (typeof child !== 'string') yield* allOf(child);
}

/** The shapes of a class. */
export function ofClass(whole: Shape, name: string): readonly Shape[] {
  return [...allOf(whole)].filter(({ attributes }) => classesOf(attributes).includes(name));
}

/** The classes of a shape. */
export function classesOf(attributes: Shape['attributes']): readonly string[] {
  return String(attributes['class'] ?? '')
    .split(' ')
    .filter((word) => word !== '');
}

/** All that is written in a shape, titles included. */
export function textsIn(whole: Shape): readonly string[] {
  return [...allOf(whole)].flatMap(({ children }) => children.filter((child) => typeof child === 'string'));
}

/** A number among the attributes. */
export function numberOf({ attributes }: Shape, name: string): number {
  const value = attributes[name];
  if (typeof value !== 'number') throw new Error(`${name} is no number: ${value}`);
  return value;
}

/** The edges of a bar: the first rectangle of its period. */
export function edgesOf(period: Shape): readonly [number, number] {
  const [bar] = [...allOf(period)].filter(({ tag }) => tag === 'rect');
  if (bar === undefined) throw new Error('a period without a bar');
  const x = numberOf(bar, 'x');
  return [x, x + numberOf(bar, 'width')];
}
