/** What the marks of a picture mean: only those that are on it. */
import type { Fan } from './fan-parts.ts';
import { statusesIn } from './fan-shares.ts';
import { filledBar } from './filled-bar.ts';
import type { SubjectHistory } from './history.ts';
import { textWidth } from './lettering.ts';
import { lookOf, statusesDrawn } from './looks.ts';
import { patternOf } from './patterns.ts';
import { isWide, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { highestOf } from './steps.ts';
import { statusInWords, windowOfBeginning } from './words.ts';

/** A legend as drawn, and how high it is. */
export interface Legend {
  readonly drawn: Shape;
  readonly height: number;
}

/** The legend of histories, of what is shown of them, from `y` on. */
export function legend(shown: readonly SubjectHistory[], y: number, view: View): Legend {
  return laid(entries(shown, view), y, view);
}

/** The legend of a fan. */
export function fanLegend(fan: Fan, y: number, view: View): Legend {
  const { bands } = fan;
  const band = (opacity: string) => (x: number, y: number) => [
    shape('rect', { class: 'fill-headcount', 'fill-opacity': opacity, x, y, width: SWATCH, height: HIGH }),
  ];
  const median = (x: number, top: number) => [
    shape('path', { class: 'line thick stroke-headcount', d: `M${x} ${top + 6}h${SWATCH}` }),
  ];
  return laid(
    [
      ...alike(statusesIn(fan)).map((statuses) => statusEntry(statuses, view)),
      ...given(bands.length > 0, 'headcount in 5 to 95 % of the runs', band('0.2')),
      ...given(
        bands.some(({ p50: { min, max } }) => min === max),
        'in half of them at most',
        median,
      ),
      ...given(
        bands.some(({ p50: { min, max } }) => max !== null && min < max),
        'in half of them at most, within a range',
        band('0.5'),
      ),
      ...given(
        bands.some(({ p95 }) => p95.max === null),
        'no maximum known',
        (x, top) => unbounded(x, top, view),
      ),
    ],
    y,
    view,
  );
}

function laid(all: readonly Entry[], y: number, view: View): Legend {
  const edge = isWide(view) ? 16 : 12;
  let [x, line] = [edge, y + 20];
  const items = all.map(({ text, swatch }) => {
    const width = SWATCH + 6 + textWidth(text, 11) + 16;
    if (x > edge && x + width > view.width - edge) [x, line] = [edge, line + 20];
    const drawn = shape('g', {}, [
      ...swatch(x, line - 9),
      shape('text', { class: 'quiet', x: x + SWATCH + 6, y: line }, [text]),
    ]);
    x += Math.ceil(width);
    return drawn;
  });
  return {
    drawn: shape('g', { class: 'legend', role: 'group', 'aria-label': 'Legend' }, items),
    height: items.length === 0 ? 0 : line - y + 12,
  };
}

/** Statuses of different kinds of subjects may look the same: they share one entry. */
function alike(statuses: readonly string[]): readonly (readonly string[])[] {
  const looks = [...new Set(statuses.map(lookOf))];
  return looks.map((look) => statuses.filter((status) => lookOf(status) === look));
}

function statusEntry(statuses: readonly string[], { prefix }: View): Entry {
  return {
    text: statuses.map(statusInWords).join(', '),
    swatch: (x, y) => filledBar(lookOf(statuses[0] ?? ''), x, y, SWATCH, HIGH, prefix),
  };
}

function unbounded(x: number, y: number, { prefix }: View): readonly Shape[] {
  return [shape('rect', { fill: patternOf(prefix, 'headcount-fade'), x, y, width: SWATCH, height: HIGH })];
}

const SWATCH = 22;
const HIGH = 11;

interface Entry {
  readonly text: string;
  readonly swatch: (x: number, y: number) => readonly Shape[];
}

function entries(shown: readonly SubjectHistory[], view: View): readonly Entry[] {
  const { prefix, branch } = view;
  const periods = shown.flatMap((one) => one.periods);
  const events = shown.flatMap((one) => one.events);
  const present = new Set(periods.map(({ status }) => status));
  const known = statusesDrawn().filter((status) => present.has(status));
  const staffed = shown.filter((one) => highestOf(one) !== null);
  const counts = staffed.flatMap((one) => one.headcount.flatMap(({ count }) => count ?? []));
  return [
    ...alike(known).map((statuses) => statusEntry(statuses, view)),
    ...given(
      [...periods, ...staffed.flatMap(({ ceiling, headcount }) => [...ceiling, ...headcount])].some(
        (one) => windowOfBeginning(one) !== null,
      ),
      'on some day within',
      (x, y) => [
        ...filledBar(lookOf('operating'), x, y, SWATCH, HIGH, prefix).map((solid) =>
          shape('g', { mask: patternOf(prefix, 'fade-in') }, [solid]),
        ),
      ],
    ),
    ...given(staffed.length > 0, 'headcount, people', (x, y) => [
      shape('path', { class: 'line thick stroke-headcount', d: `M${x} ${y + 6}h${SWATCH}` }),
    ]),
    ...given(
      counts.some(({ min, max }) => max !== null && min < max),
      'within a range',
      (x, y) => [
        shape('rect', {
          class: 'fill-headcount',
          'fill-opacity': '0.18',
          x,
          y: y + 1,
          width: SWATCH,
          height: 9,
        }),
        shape('path', { class: 'line dotted stroke-headcount', d: `M${x} ${y + 1}h${SWATCH}` }),
      ],
    ),
    ...given(
      counts.some(({ max }) => max === null),
      'no maximum known',
      (x, y) => unbounded(x, y, view),
    ),
    ...given(staffed.length > 0, 'ceiling', (x, y) => [
      shape('path', { class: 'line dashed stroke-ceiling', d: `M${x} ${y + 6}h${SWATCH}` }),
    ]),
    ...given(events.length > 0, 'event', (x, y) => [
      shape('path', { class: 'line stroke-quiet', d: `M${x + SWATCH / 2} ${y + 3}v5` }),
    ]),
    ...given(
      events.some(({ told, day }) => day !== null && told !== day),
      'announced, then in effect, where there is room',
      (x, y) => [
        shape('path', {
          class: 'line stroke-announcement',
          d: `M${x + 2} ${y + 2}C${x + 14} ${y + 2} ${x + 20} ${y + 2} ${x + 20} ${y + 11}`,
        }),
        shape('circle', { class: 'fill-announcement', cx: x + 2, cy: y + 2, r: 2 }),
      ],
    ),
    ...given(
      events.some(({ finding }) => finding !== null),
      'no place in the rules',
      (x, y) => [
        shape('path', { class: 'line thick stroke-finding', d: `M${x + 8} ${y + 3}l6 6m0 -6l-6 6` }),
      ],
    ),
    ...given(branch !== null, 'hypothetical', (x, y) => [
      shape('rect', { fill: patternOf(prefix, 'assumed'), x, y, width: SWATCH, height: HIGH }),
    ]),
  ];
}

function given(wanted: boolean, text: string, swatch: Entry['swatch']): readonly Entry[] {
  return wanted ? [{ text, swatch }] : [];
}
