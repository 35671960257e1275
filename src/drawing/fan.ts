/** The picture of many runs of a scenario: the share of each status over time, and how many are accredited. */
import { type Area, area, curveLinear, line } from 'd3-shape';
import type { Count } from '../count.ts';
import { type DayNumber, dayOf } from '../time/day.ts';
import { axis, axisHeight, grid, ticksOf } from './axis.ts';
import { fanLegend } from './legend.ts';
import { fitting, inLines, textWidth } from './lettering.ts';
import { type Look, lookOf, statusesDrawn } from './looks.ts';
import { nameOf } from './name.ts';
import { patternFor, patternOf, patterns } from './patterns.ts';
import { type DayScale, dayScale, isWide, type View } from './scale.ts';
import { type Shape, shape } from './shape.ts';

/** What came of runs for one subject, on some days in order. */
export interface Fan {
  readonly subject: string;
  readonly name: string;
  /** In which share of the runs, from 0 to 1, it has which status. */
  readonly shares: readonly { readonly day: DayNumber; readonly of: { readonly [status: string]: number } }[];
  /** The headcounts that so many hundredths of the runs do not exceed; none for a subject without staff. */
  readonly bands: readonly Band[];
}

/** Where the number is known as a range only, `min` and `max` bound the quantile; null is no upper bound. */
export interface Band {
  readonly day: DayNumber;
  readonly p5: Count;
  readonly p50: Count;
  readonly p95: Count;
}

/** The fan of a subject as an `<svg>`: the shares of its statuses above, the quantiles of its headcount below. */
export function fanPicture(fan: Fan, view: View): Shape {
  const { width, prefix } = view;
  const { left, right } = dayScale(view);
  const ticks = ticksOf(view);
  const top = isWide(view) ? axisHeight(ticks) + 6 : axisHeight(ticks) + 28;
  const counted = fan.bands.length > 0;
  const end = top + SHARES_HEIGHT + (counted ? BETWEEN + BANDS_HEIGHT : 0);
  const meaning = fanLegend(statusesIn(fan), counted, end + axisHeight(ticks), view);
  const height = end + axisHeight(ticks) + meaning.height;
  const label = `${fan.name}: ${sharesInWords(fan)}`;
  const days = shape('clipPath', { id: `${prefix}-days` }, [
    shape('rect', { x: left, y: 0, width: right - left, height: end }),
  ]);
  const wide = isWide(view);
  const lines = wide ? inLines(fan.name, left - 64, 13, 6) : [fitting(fan.name, right - left, 13)];
  return shape(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'picture',
      role: 'figure',
      'aria-label': label,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'data-bottom': end,
      'data-subject': fan.subject,
    },
    [
      patterns(prefix),
      shape('defs', {}, [days]),
      shape('rect', { class: 'paper', width, height }),
      axis(view, ticks, top - 6, 'above'),
      grid(view, ticks, top - 6, end),
      nameOf(fan.name, lines, wide ? 16 : left, wide ? top + 14 : 16, fan.subject),
      ...sharesDrawn(fan, top, view),
      ...(counted ? bandsDrawn(fan, top + SHARES_HEIGHT + BETWEEN, view) : []),
      axis(view, ticks, end, 'below'),
      meaning.drawn,
    ],
  );
}

const SHARES_HEIGHT = 150;
const BANDS_HEIGHT = 110;
const BETWEEN = 18;

/** A place of an outline: between two heights at a pixel. */
interface Place {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** The statuses that came of some run, in the order of their looks. */
function statusesIn({ shares }: Fan): readonly string[] {
  const present = new Set(
    shares.flatMap(({ of }) => Object.entries(of).flatMap(([status, share]) => (share > 0 ? [status] : []))),
  );
  const known = statusesDrawn().filter((status) => present.has(status));
  return [...known, ...[...present].filter((status) => !known.includes(status))];
}

function sharesDrawn(fan: Fan, top: number, view: View): readonly Shape[] {
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
    shape('title', {}, [`${status}: ${told.slice(0, TOLD).join(', ')}${told.length > TOLD ? ', …' : ''}`]),
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

function bandsDrawn(fan: Fan, top: number, view: View): readonly Shape[] {
  const scale = dayScale(view);
  const highest = Math.max(
    1,
    ...fan.bands.flatMap(({ p5, p50, p95 }) => [p5, p50, p95].flatMap(({ min, max }) => [min, max ?? min])),
  );
  const height = (number: number | null) =>
    top + (number === null ? 0 : BANDS_HEIGHT * (1 - (number / highest) * 0.9));
  const between = (low: (band: Band) => number | null, high: (band: Band) => number | null) =>
    joined(
      fan.bands.map((band) => ({ x: scale.x(band.day), low: height(low(band)), high: height(high(band)) })),
    );
  const outline = outlineOf();
  const wide =
    outline(
      between(
        ({ p5 }) => p5.min,
        ({ p95 }) => p95.max,
      ),
    ) ?? '';
  const middle =
    outline(
      between(
        ({ p50 }) => p50.min,
        ({ p50 }) => p50.max,
      ),
    ) ?? '';
  const median = line<Place>(
    (place) => place.x,
    (place) => place.low,
  ).digits(2);
  const base = top + BANDS_HEIGHT;
  const told = fan.bands.map(
    ({ day, p5, p50, p95 }) => `${dayOf(day)} ${[p5, p50, p95].map(bound).join(', ')}`,
  );
  const title = `headcount, not exceeded in 5, 50 and 95 % of the runs: ${told.slice(0, TOLD).join('; ')}`;
  return [
    shape('g', { class: 'bands', 'clip-path': `url(#${view.prefix}-days)`, 'data-subject': fan.subject }, [
      shape('title', {}, [told.length > TOLD ? `${title}; …` : title]),
      shape('path', { class: 'fill-headcount', 'fill-opacity': '0.2', d: wide }),
      shape('path', { class: 'line dotted stroke-headcount', d: wide }),
      shape('path', { class: 'fill-headcount', 'fill-opacity': '0.35', d: middle }),
      shape('path', {
        class: 'line thick stroke-headcount',
        d:
          median(
            between(
              ({ p50 }) => p50.min,
              ({ p50 }) => p50.min,
            ),
          ) ?? '',
      }),
      shape('path', {
        class: 'line thick stroke-headcount',
        d:
          median(
            between(
              ({ p50 }) => p50.max,
              ({ p50 }) => p50.max,
            ),
          ) ?? '',
      }),
    ]),
    shape('path', { class: 'line stroke-quiet', d: `M${scale.left} ${base}H${scale.right}` }),
    onTheSide('0', base, scale, view),
    onTheSide(String(highest), height(highest), scale, view),
  ];
}

function outlineOf(): Area<Place> {
  return area<Place>()
    .x(({ x }) => x)
    .y0(({ low }) => low)
    .y1(({ high }) => high)
    .curve(curveLinear)
    .digits(2);
}

/** A single day is drawn as wide as a mark, for an outline of one place has no width. */
function joined(places: readonly Place[]): Place[] {
  const [only] = places;
  return places.length === 1 && only !== undefined
    ? [
        { ...only, x: only.x - 3 },
        { ...only, x: only.x + 3 },
      ]
    : [...places];
}

function onTheSide(text: string, y: number, { left, right }: DayScale, view: View): Shape {
  return isWide(view)
    ? shape('text', { class: 'number quiet', x: left - 8, y: y + 4, 'text-anchor': 'end' }, [text])
    : shape('text', { class: 'number quiet haloed', x: right - 3, y: y - 3, 'text-anchor': 'end' }, [text]);
}

function sharesInWords(fan: Fan): string {
  const last = fan.shares[fan.shares.length - 1];
  if (last === undefined) return 'no runs';
  const told = statusesIn(fan).map((status) => `${status} in ${percent(last.of[status] ?? 0)}`);
  return `on ${dayOf(last.day)} ${told.join(', ')} of the runs`;
}

function bound({ min, max }: Count): string {
  return max === null ? `${min} or more` : min === max ? String(min) : `${min} to ${max}`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

const TOLD = 12;
