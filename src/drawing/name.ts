/** The name of a subject, as it stands beside its lane or above it. */
import { type Shape, shape } from './shape.ts';

/** How far apart the lines of a name are. */
export const LINE = 16;

/** The lines of a name, the first of them standing on `y`; where something was cut, the whole is its title. */
export function nameOf(name: string, lines: readonly string[], x: number, y: number, subject: string): Shape {
  return shape('text', { class: 'name ink', 'data-subject': subject }, [
    ...(lines.join(' ') === name ? [] : [shape('title', {}, [name])]),
    ...lines.map((line, index) => shape('tspan', { x, y: y + index * LINE }, [line])),
  ]);
}
