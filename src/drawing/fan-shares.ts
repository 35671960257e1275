/** The shares of the runs in which a subject has each status, one upon the other over the days. */
import { dayOf } from '../time/day.ts';
import { type Fan, joined, onTheSide, outlineOf, type Place, toldOfDays } from './fan-parts.ts';
import { textWidth } from './lettering.ts';
import { type Look, lookOf, statusesDrawn } from './looks.ts';
import { patternFor, patternOf } from './patterns.ts';
import { type DayScale, dayScale, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';

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
    const places = fan.shares.map(({ day, of }, index): Place => {
      const from = below[index] ?? 0;
      const to = from + (of[status] ?? 0);
      below[index] = to;
      return { x: scale.x(day), low: height(from), high: height(to) };
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
    ...[0, 0.5, 1].map((share) => onTheSide(`${share * 100} %`, height(share), scale, view)),
  ];
}

function layer({ subject, shares }: Fan, status: string, places: readonly Place[], { prefix }: View): Shape {
  const look = lookOf(status);
  const d = outlineOf()(joined(places)) ?? '';
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

/** A status is written in the middle of the widest day of its share. */
function word(status: string, places: readonly Place[], scale: DayScale): readonly Shape[] {
  const text = status.replaceAll('-', ' ');
  const half = textWidth(text, 11) / 2;
  const inside = places.filter(({ x }) => x >= scale.left && x <= scale.right);
  const widest = inside.reduce<Place | null>(
    (best, place) => (best === null || place.low - place.high > best.low - best.high ? place : best),
    null,
  );
  if (widest === null || widest.low - widest.high < 18) return [];
  const x = Math.min(scale.right - half - 6, Math.max(scale.left + half + 6, widest.x));
  const y = (widest.low + widest.high) / 2 + 4;
  return [shape('text', { class: 'word ink haloed', x, y, 'text-anchor': 'middle' }, [text])];
}
