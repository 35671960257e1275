/** The picture as a file of its own. */
import type { History } from '../drawing/history.ts';
import { cursorAt, historyPicture } from '../drawing/history-picture.ts';
import type { View } from '../drawing/scale.ts';
import { shape, svgText } from '../drawing/shape.ts';
import { styleSheet } from '../drawing/style.ts';

/** SVG of a width fit for a page, with its style sheet in it, and the day asked about. */
export function pictureText(history: History, view: Pick<View, 'from' | 'to' | 'at' | 'branch'>): string {
  const whole: View = { ...view, width: WIDTH, prefix: 'histories' };
  const picture = historyPicture(history, whole);
  const cursor = cursorAt(picture, whole);
  const style = shape('style', {}, [styleSheet('light')]);
  return svgText({
    ...picture,
    children: [style, ...picture.children, ...(cursor === null ? [] : [cursor])],
  });
}

const WIDTH = 1280;
