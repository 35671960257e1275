/** The shares of the runs in which a subject has each status, one upon the other over the days. */
import { dayOf } from '../time/day.ts';
import { type Fan, held, onTheSide, outlineOf, type Place, toldOfDays } from './fan-parts.ts';
import { textWidth } from './lettering.ts';
import { type Look, lookOf, statusesDrawn } from './looks.ts';
import { patternFor, patternOf } from './patterns.ts';
import { type DayScale, dayScale, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';
import { statusInWords } from './words.ts';

export const SHARES_HEIGHT = 150;

/** The statuses that came of some run, in the order of their looks. */
export function statusesIn({ shares }: Fan): readonly string[] {
  const present = new Set(
    shares.flatMap(({ of }) => Object.entries(of).flatMap(([status, share]) => (share > 0 ? [status] : []))),
  );
  const known = statusesDrawn().filter((status) => present.has(status));
  return [...known, ...[...present].filter((status) => !known.includes(status))];
}

/** A share as a reader of tables expects it. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** The shares of the statuses, one upon the other, from `top` on. */
export function sharesDrawn(fan: Fan, top: number, view: View): readonly Shape[] {
  const scale = dayScale(view);
  const height = (share: number) => top + SHARES_HEIGHT * (1 - share);
  const below = fan.shares.map(() => 0);
  const stacked = statusesIn(fan).map((status) => {
    const places = held(fan.shares, scale).map(({ x, end, of }, index): Place => {
      const from = below[index] ?? 0;
      const to = from + (of[status] ?? 0);
      below[index] = to;
      return { x, end, low: height(from), high: height(to) };
    });
    return { status, places };
  });
  const outline = `M${scale.left} ${top}H${scale.right}V${top + SHARES_HEIGHT}H${scale.left}Z`;
  return [
    shape('g', { class: 'shares', 'clip-path': `url(#${view.prefix}-days)` }, [
      ...stacked.map(({ status, places }) => layer(fan, status, places, view)),
      ...stacked.flatMap(({ status, places }) => word(status, places, scale)),
    ]),
    shape('path', { class: 'line stroke-quiet', d: outline }),
    ...[0, 0.5, 1].map((share) =>
      onTheSide(`${share * 100} %`, height(share), scale, view, share === 1 ? 'below' : 'above'),
    ),
  ];
}

function layer({ subject, shares }: Fan, status: string, places: readonly Place[], { prefix }: View): Shape {
  const look = lookOf(status);
  const d = outlineOf(places);
  const told = shares.map(({ day, of }) => `${dayOf(day)} ${percent(of[status] ?? 0)}`);
  return shape('g', { class: 'share', 'data-subject': subject }, [
    shape('title', {}, [`${status}: ${toldOfDays(told, ', ')}`]),
    shape('path', { ...fillOf(look, prefix), d }),
    shape('path', { class: edgeOf(look), d }),
  ]);
}

/** What fills a share: the texture of its bar, for the levels of representation the more the higher. */
function fillOf(look: Look, prefix: string): { readonly [name: string]: string | number } {
  const pattern = patternFor(look);
  if (pattern !== null) return { fill: patternOf(prefix, pattern) };
  if (look.texture === 'level') {
    return look.dotted
      ? { fill: patternOf(prefix, 'dotted') }
      : { class: `fill-${look.tone}`, 'fill-opacity': 0.2 + 0.7 * look.filled };
  }
  return { class: look.texture === 'solid' ? `fill-${look.tone}` : 'paper' };
}

/** The edge of a share: that of its bar where this has one to tell it by, else a gap. */
function edgeOf({ texture }: Look): string {
  if (texture === 'hollow') return 'line stroke-ended';
  return texture === 'nothing' ? 'line dotted stroke-quiet' : 'line stroke-paper';
}

/** A status is written where its share is widest over the whole of the word, so that no two touch; else the legend alone tells it. */
function word(status: string, places: readonly Place[], { left, right }: DayScale): readonly Shape[] {
  const text = statusInWords(status);
  const room = textWidth(text, 11) + 12;
  const starts = places.flatMap(({ x, end }) => [x, end - room]);
  const from = Math.max(left, places[0]?.x ?? left);
  const to = Math.min(right, places[places.length - 1]?.end ?? right);
  let widest: { readonly x: number; readonly low: number; readonly high: number } | null = null;
  for (const x of starts) {
    if (x < from || x + room > to) continue;
    const under = places.filter((place) => place.x < x + room && place.end > x);
    const low = Math.min(...under.map((place) => place.low));
    const high = Math.max(...under.map((place) => place.high));
    if (low - high >= (widest === null ? LINE : widest.low - widest.high + 0.5)) widest = { x, low, high };
  }
  if (widest === null) return [];
  const y = (widest.low + widest.high) / 2 + 4;
  return [
    shape('text', { class: 'word ink haloed', x: widest.x + room / 2, y, 'text-anchor': 'middle' }, [text]),
  ];
}

/** So high is a line of words. */
const LINE = 18;
