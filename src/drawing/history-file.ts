/** A picture of histories that stands by itself, as a file. */
import type { History } from './history.ts';
import { cursorAt, historyPicture } from './history-picture.ts';
import { inLines } from './lettering.ts';
import type { Theme } from './palette.ts';
import type { View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { styleSheet } from './style.ts';

/** What a picture that goes from hand to hand says of itself. */
export interface Head {
  /** Written above it, and below that the question: a line or two for each. */
  readonly title: string;
  readonly lines: readonly string[];
  /** What programs call it, and what it rests on; not seen. */
  readonly named: string;
  readonly rests: string;
}

/** The picture with its head, its style sheet, and the cursor where the view has one. */
export function historyFile(history: History, view: View, theme: Theme, head: Head): Shape {
  const picture = historyPicture(history, view);
  const cursor = cursorAt(picture, view);
  const { drawn, height: above } = written(head, view);
  const { width } = view;
  const height = Number(picture.attributes['height']) + above;
  return shape('svg', { ...picture.attributes, viewBox: `0 ${-above} ${width} ${height}`, height }, [
    shape('title', {}, [head.named]),
    shape('desc', {}, [head.rests]),
    shape('style', {}, [styleSheet(theme)]),
    ...picture.children,
    drawn,
    ...(cursor === null ? [] : [cursor]),
  ]);
}

/** The lines of a head, on paper above the picture, which begins at 0. */
function written({ title, lines }: Head, { width }: Pick<View, 'width'>) {
  const room = width - 2 * SIDE;
  const all = [
    ...inLines(title, room, TITLE, 2).map((text) => ({ text, looks: 'title ink', size: TITLE })),
    ...lines
      .flatMap((line) => inLines(line, room, ASKED, 2))
      .map((text) => ({ text, looks: 'asked quiet', size: ASKED })),
  ];
  let below = 0;
  const placed = all.map(({ text, looks, size }) => {
    below += Math.round(size * LEADING);
    return { text, looks, below };
  });
  const height = below + 2 * GAP;
  const drawn = shape('g', {}, [
    shape('rect', { class: 'paper', y: -height, width, height }),
    ...placed.map(({ text, looks, below: base }) =>
      shape('text', { class: looks, x: SIDE, y: base + GAP - height }, [text]),
    ),
  ]);
  return { drawn, height };
}

/** Sizes of letters, as in the style sheet, and of what is around them. */
const [TITLE, ASKED] = [16, 12];
const LEADING = 1.35;
const [SIDE, GAP] = [12, 8];
