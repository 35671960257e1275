/** A lane: the name of a subject, its bars, its marks and its steps, and beside them those of the branch where it differs. */
import type { Reading } from '../time/clocks.ts';
import { bars, wordless } from './bars.ts';
import type { SubjectHistory } from './history.ts';
import { fitting, inLines, textWidth } from './lettering.ts';
import { CURVES_HEIGHT, curves, curvesOf, MARKS_HEIGHT, marks } from './marks.ts';
import { LINE, nameOf } from './name.ts';
import { patternOf } from './patterns.ts';
import { dayScale, isWide, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { shownOf } from './shown.ts';
import { highestOf, STEPS_HEIGHT, steps } from './steps.ts';
import { historyInWords } from './words.ts';

/** A lane as drawn from `y` on, and how high it is. */
export interface Lane {
  readonly drawn: Shape;
  readonly height: number;
}

/** The lane of a subject; `branch` is its history on the branch where it differs, else null. */
export function lane(
  history: SubjectHistory,
  branch: SubjectHistory | null,
  reading: Reading,
  y: number,
  view: View,
): Lane {
  const { subject, name } = history;
  const { left, right } = dayScale(view);
  const wide = isWide(view);
  const nameRoom = wide ? left - 24 : right - left;
  const top = y + PADDING + (wide ? 0 : LINE + 2);
  const both = branch === null ? [history] : [history, branch];
  const highest = Math.max(...both.map((one) => highestOf(shownOf(one, view)) ?? 0));
  const own = track(history, reading, highest, top, view);
  const most = branch === null ? 3 : Math.floor((own.height + BETWEEN - own.above) / LINE);
  // Where names stand above the bars, the status that has no room in its own stands at the end of the line.
  const status = wide ? null : wordless(history.periods, reading, view);
  const statusRoom = status === null ? 0 : textWidth(status, 11) + 12;
  const lines = wide ? inLines(name, nameRoom, 13, most) : [fitting(name, nameRoom - statusRoom, 13)];
  const other = branch === null ? null : track(branch, reading, highest, top + own.height + BETWEEN, view);
  const end = other === null ? top + own.height : top + own.height + BETWEEN + other.height;
  const nameTop = wide ? own.bar - 1 : y + PADDING;
  const bottom = Math.max(end, wide ? nameTop + lines.length * LINE : end) + PADDING;
  const words = historyInWords(history);
  const label = branch === null ? words : `${words} On the branch, hypothetical: ${historyInWords(branch)}`;
  const drawn = shape('g', { class: 'lane', role: 'group', 'aria-label': label, 'data-subject': subject }, [
    nameOf(name, lines, wide ? 16 : left, nameTop + 13, subject),
    ...(status === null
      ? []
      : [shape('text', { class: 'word ink', x: right, y: nameTop + 13, 'text-anchor': 'end' }, [status])]),
    ...own.drawn,
    ...(other === null
      ? []
      : [
          shape('g', { class: 'branch' }, [
            ground(other.bar - other.above - 2, other.height + 4, view),
            ...aside(other.bar, view),
            ...other.drawn,
          ]),
        ]),
    shape('path', { class: 'line stroke-rule', d: `M${wide ? 16 : left} ${bottom}H${right}` }),
  ]);
  return { drawn, height: bottom - y };
}

const BAR = 20;
const PADDING = 8;
const BETWEEN = 6;

interface Track {
  readonly drawn: readonly Shape[];
  readonly height: number;
  /** Where its bars begin, and how much of it lies above them. */
  readonly bar: number;
  readonly above: number;
}

function track(history: SubjectHistory, reading: Reading, highest: number, top: number, view: View): Track {
  const { subject, periods, events } = history;
  const told = curvesOf(events, view);
  const above = told.length > 0 ? CURVES_HEIGHT : 2;
  const bar = top + above;
  const below = bar + BAR;
  const marked = events.length > 0 ? MARKS_HEIGHT : 2;
  const stepped = highest > 0 && history.headcount.length > 0;
  return {
    drawn: [
      ...bars(periods, reading, { subject, y: bar, height: BAR }, view),
      ...(told.length === 0
        ? []
        : [
            shape(
              'g',
              { class: 'announcements', 'clip-path': `url(#${view.prefix}-days)` },
              curves(told, subject, bar, view),
            ),
          ]),
      ...(stepped ? [steps(history, reading, highest, below + marked, view)] : []),
      ...marks(events, subject, below, view),
    ],
    height: above + BAR + marked + (stepped ? STEPS_HEIGHT : 0),
    bar,
    above,
  };
}

/** Hatched, so that nobody takes the branch for the record. */
function ground(y: number, height: number, view: View): Shape {
  const { left, right } = dayScale(view);
  return shape('rect', { fill: patternOf(view.prefix, 'assumed'), x: left, y, width: right - left, height });
}

function aside(bar: number, view: View): Shape[] {
  const { left, right } = dayScale(view);
  if (isWide(view)) {
    return [
      shape('text', { class: 'fill-assumed', x: left - 10, y: bar + 14, 'text-anchor': 'end' }, [
        'hypothetical',
      ]),
    ];
  }
  return [
    shape('text', { class: 'fill-assumed haloed', x: right, y: bar - 4, 'text-anchor': 'end' }, [
      'hypothetical',
    ]),
  ];
}
