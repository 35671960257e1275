/** The statechart of a kind as a picture, with the active states of a subject lit. */
import type { Kind } from '../events/dossier.ts';
import { vocabulary } from '../events/vocabulary.ts';
import { headAt, lineThrough } from './arrow.ts';
import type { Theme } from './palette.ts';
import { type Shape, shape } from './shape.ts';
import { type ActiveStates, activeIn, type State, statechartOf, type Trigger } from './statechart.ts';
import { BASE, EVENTS, hasRule, layoutOf, NAME, type Point, SIDE } from './statechart-layout.ts';
import { statechartStyle } from './statechart-style.ts';
import { GAP, inWords, LINE, linesOf, longestIn } from './statechart-text.ts';

/** What is to be seen of a subject in the chart of its kind. */
export interface Lit {
  /** As in the answers of `replay --json`. */
  readonly states: ActiveStates;
  /** The types of event that the rules allow now, and those that they refuse. */
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
}

/**
 * The picture, in the size in which it is best read; `idPrefix` keeps apart several on one page. States bear their path
 * as `data-state`, and active ones the class `lit`. Events bear their type as `data-type`; where they lead out of an
 * active state they have the class `allowed` or `refused` and a sign for it.
 */
export function statechartPicture(
  kind: Kind,
  lit: Lit | null,
  { idPrefix }: { readonly idPrefix: string },
): Shape {
  const { root, arrows } = statechartOf(kind);
  const layout = layoutOf(kind);
  const active = new Set(lit === null ? [] : ['', ...activeIn(lit.states)]);
  const { width, height } = layout;
  const [title, described] = [`${idPrefix}title`, `${idPrefix}desc`];
  return shape(
    'svg',
    {
      class: 'statechart',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${title} ${described}`,
    },
    [
      shape('title', { id: title }, [`The statechart of the kind ${kind}`]),
      shape('desc', { id: described }, [
        lit === null ? 'States, and what leads from one to another.' : inSentences(lit),
      ]),
      shape('rect', { class: 'paper', width, height }),
      shape('text', { class: 'name around', x: SIDE, y: BASE }, [kind]),
      ...eventsIn(root),
      ...beginningIn(root),
      ...root.states.map((state) => stateShape(state, root)),
      ...arrows.map(arrowShape),
    ],
  );

  function stateShape(state: State, around: State): Shape {
    const { path, type } = state;
    const box = boxOf(path);
    const { x, y } = box;
    const simple = type === 'simple';
    const classes = [
      simple ? 'simple' : around.type === 'parallel' ? 'region' : 'compound',
      ...(active.has(path) ? ['lit'] : []),
    ];
    const name = simple
      ? shape('text', { class: 'name', x: x + box.width / 2, y: y + BASE, 'text-anchor': 'middle' }, [
          inWords(state.key),
        ])
      : shape('text', { class: 'name around', x: x + SIDE, y: y + BASE }, [inWords(state.key)]);
    return shape('g', { class: classes.join(' '), 'data-state': path }, [
      shape('rect', { class: 'box', ...box, rx: simple ? 8 : 3 }),
      name,
      ...eventsIn(state),
      ...beginningIn(state),
      ...state.states.map((inner) => stateShape(inner, state)),
    ]);
  }

  /** What a state takes note of, below its name. */
  function eventsIn(state: State): readonly Shape[] {
    const { x, y, width } = boxOf(state.path);
    const rule = shape('line', { class: 'rule', x1: x, x2: x + width, y1: y + NAME, y2: y + NAME });
    return [
      ...(hasRule(state, arrows) ? [rule] : []),
      ...eventShapes(state.stays, { x: x + SIDE, y: y + EVENTS }, state.path, null, longestIn(state)),
    ];
  }

  /** The dot, and the arrow to the state that is active first. */
  function beginningIn({ path }: State): readonly Shape[] {
    const points = layout.starts[path];
    const [start] = points ?? [];
    if (points === undefined || start === undefined) return [];
    return [
      shape('circle', { class: 'dot', cx: start.x, cy: start.y, r: 5 }),
      shape('path', { class: 'line', d: lineThrough(points) }),
      shape('path', { class: 'head', d: headAt(points) }),
    ];
  }

  function arrowShape({ from, to, triggers }: (typeof arrows)[number], index: number): Shape {
    const route = layout.arrows[index];
    if (route === undefined) throw new Error(`no way is laid from ${from} to ${to}`);
    const { points, label } = route;
    const open = active.has(from) && triggers.some(({ type }) => lit?.allowed.includes(type));
    return shape('g', { class: open ? 'arrow open' : 'arrow', 'data-source': from, 'data-target': to }, [
      shape('path', { class: 'line', d: lineThrough(points) }),
      shape('path', { class: 'head', d: headAt(points) }),
      shape('rect', { class: 'paper', ...label }),
      ...eventShapes(triggers, { x: label.x + label.width / 2, y: label.y }, from, 'middle'),
    ]);
  }

  /** Events in lines, from this point down. */
  function eventShapes(
    triggers: readonly Trigger[],
    at: Point,
    from: string,
    anchor: 'middle' | null,
    longest?: number,
  ): readonly Shape[] {
    let y = at.y - 2;
    return triggers.map((trigger) => {
      const { type } = trigger;
      const [said, sign] = !active.has(from)
        ? ['', '']
        : lit?.allowed.includes(type)
          ? [' allowed', '✓ ']
          : lit?.refused.includes(type)
            ? [' refused', '× ']
            : ['', ''];
      const lines = linesOf([trigger], longest).map((line) => {
        y += LINE;
        return shape('text', { x: at.x, y, 'text-anchor': anchor }, [
          ...(line.type === '' || sign === '' ? [] : [shape('tspan', { class: 'sign' }, [sign])]),
          ...(line.type === '' ? [] : [shape('tspan', { class: 'type' }, [line.type])]),
          ...(line.guard === ''
            ? []
            : [shape('tspan', { class: 'guard', dx: line.type === '' ? null : GAP }, [line.guard])]),
        ]);
      });
      return shape('g', { class: `event${said}`, 'data-type': type }, [
        shape('title', {}, [hintOn(trigger)]),
        ...lines,
      ]);
    });
  }

  function boxOf(path: string) {
    const box = layout.boxes[path];
    if (box === undefined) throw new Error(`no place is laid out for the state ${path}`);
    return box;
  }
}

/** The picture as a file of its own. */
export function statechartFile(kind: Kind, theme: Theme): Shape {
  const { tag, attributes, children } = statechartPicture(kind, null, { idPrefix: `${kind}-` });
  return shape(tag, { xmlns: 'http://www.w3.org/2000/svg', ...attributes }, [
    shape('style', {}, [statechartStyle(theme)]),
    ...children,
  ]);
}

/** What an event states, and why it may be refused. */
function hintOn({ type, refusal }: Trigger): string {
  const { statement } = vocabulary[type];
  return refusal === null ? statement : `${statement} Refused where ${refusal}.`;
}

function inSentences({ states, allowed, refused }: Lit): string {
  const sentence = (what: string, types: readonly string[]) =>
    types.length === 0 ? [] : [`${what}: ${types.join(', ')}.`];
  return [
    `Active: ${activeInWords(states)}.`,
    ...sentence('Allowed now', allowed),
    ...sentence('Refused', refused),
  ].join(' ');
}

/** `established (operation suspended, access restricted)`: regions side by side stand in brackets. */
function activeInWords(states: ActiveStates): string {
  if (typeof states === 'string') return inWords(states);
  const parts = Object.entries(states).map(([key, inner]) => {
    if (inner === undefined) return inWords(key);
    const within = activeInWords(inner);
    return typeof inner === 'object' && Object.keys(inner).length > 1
      ? `${inWords(key)} (${within})`
      : `${inWords(key)} ${within}`;
  });
  return parts.join(', ');
}
