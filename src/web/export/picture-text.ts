/** The picture as a file of its own. */
import type { History } from '../../drawing/history.ts';
import { historyFile } from '../../drawing/history-file.ts';
import type { View } from '../../drawing/scale.ts';
import { svgText } from '../../drawing/shape.ts';

/** SVG of a width fit for a page, with its style sheet in it, and the day asked about. */
export function pictureText(history: History, view: Pick<View, 'from' | 'to' | 'at' | 'branch'>): string {
  return svgText(
    historyFile(history, { ...view, width: WIDTH, isClickable: false, prefix: 'histories' }, 'light'),
  );
}

const WIDTH = 1280;
