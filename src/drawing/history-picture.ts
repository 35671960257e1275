/** The picture of histories: a lane for each subject over one axis of days. */
import { addDays, dayOf } from '../time/day.ts';
import { axis, axisHeight, grid, ticksOf } from './axis.ts';
import type { History, SubjectHistory } from './history.ts';
import { lane } from './lane.ts';
import { legend } from './legend.ts';
import { textWidth } from './lettering.ts';
import { patterns } from './patterns.ts';
import { rounded } from './rounded.ts';
import { dayScale, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { shownOf } from './shown.ts';

/**
 * The histories of a view as an `<svg>`, without the cursor. What can be chosen in it bears `data-subject`, and
 * `data-event` and `data-from` (a day as written) where there is one; `data-events`, with spaces between, where a
 * mark that can be clicked stands for several.
 */
export function historyPicture(history: History, view: View): Shape {
  const { width, prefix } = view;
  const { left, right } = dayScale(view);
  const ticks = ticksOf(view);
  const lanes: Shape[] = [];
  const shown: SubjectHistory[] = [];
  const top = CURSOR_HEIGHT + axisHeight(ticks);
  let y = top;
  for (const one of history.subjects) {
    const branch = otherwise(one, view);
    const { drawn, height } = lane(one, branch, history.reading, y, view);
    lanes.push(drawn);
    shown.push(...(branch === null ? [one] : [one, branch]).map((both) => shownOf(both, view)));
    y += height;
  }
  if (lanes.length === 0) {
    lanes.push(shape('text', { class: 'quiet', x: left, y: y + 20 }, ['No subjects.']));
    y += 32;
  }
  const below = y + axisHeight(ticks);
  const meaning = legend(shown, below, view);
  const height = below + meaning.height;
  const days = shape('clipPath', { id: `${prefix}-days` }, [
    shape('rect', { x: left, y: 0, width: right - left, height: y }),
  ]);
  return shape(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'picture',
      role: 'figure',
      'aria-label': `Histories from ${dayOf(view.from)} to ${dayOf(addDays(view.to, -1))}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'data-bottom': y,
    },
    [
      patterns(prefix),
      shape('defs', {}, [days]),
      shape('rect', { class: 'paper', width, height }),
      axis(view, ticks, top, 'above'),
      grid(view, ticks, top, y),
      ...lanes,
      axis(view, ticks, y, 'below'),
      meaning.drawn,
    ],
  );
}

/** The cursor on the day of a view, drawn over its picture; null where it has none, or one beyond the days shown. */
export function cursorAt(picture: Shape, view: View): Shape | null {
  const { at } = view;
  if (at === null || at < view.from || at >= view.to) return null;
  const scale = dayScale(view);
  const x = scale.x(at);
  const text = dayOf(at);
  const half = textWidth(text, 11) / 2;
  const beside = Math.min(scale.right - half, Math.max(scale.left + half, x));
  const bottom = picture.attributes['data-bottom'] ?? 0;
  return shape('g', { class: 'cursor', 'data-from': text }, [
    shape('path', {
      class: 'line stroke-cursor',
      d: `M${rounded(x)} ${CURSOR_HEIGHT}V${bottom}`,
    }),
    shape(
      'text',
      { class: 'fill-cursor year haloed', x: beside, y: CURSOR_HEIGHT - 3, 'text-anchor': 'middle' },
      [text],
    ),
  ]);
}

/** Where the day of the cursor is written, above everything. */
const CURSOR_HEIGHT = 16;

/** What a branch has of a subject, where it is otherwise than on record on the days shown. */
function otherwise(own: SubjectHistory, view: View): SubjectHistory | null {
  const other = view.branch?.subjects.find(({ subject }) => subject === own.subject);
  if (other === undefined) return null;
  const [here, there] = [own, other].map((one) => JSON.stringify(shownOf(one, view)));
  return here === there ? null : other;
}
