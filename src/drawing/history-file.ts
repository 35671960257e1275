/** A picture of histories that stands by itself, as a file. */
import type { History } from './history.ts';
import { cursorAt, historyPicture } from './history-picture.ts';
import type { Theme } from './palette.ts';
import type { View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { styleSheet } from './style.ts';

/** The picture with what stands at its head, its style sheet, and the cursor where the view has one. */
export function historyFile(history: History, view: View, theme: Theme, head: readonly Shape[] = []): Shape {
  const picture = historyPicture(history, view);
  const cursor = cursorAt(picture, view);
  const style = shape('style', {}, [styleSheet(theme)]);
  const children = [...head, style, ...picture.children, ...(cursor === null ? [] : [cursor])];
  return { ...picture, children };
}
