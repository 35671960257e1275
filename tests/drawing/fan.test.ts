import { expect, test } from 'vitest';
import { type Count, UNKNOWN } from '../../src/count.ts';
import { fanPicture } from '../../src/drawing/fan.ts';
import type { Fan } from '../../src/drawing/fan-parts.ts';
import { textWidth } from '../../src/drawing/lettering.ts';
import { dayScale } from '../../src/drawing/scale.ts';
import { type Shape, svgText } from '../../src/drawing/shape.ts';
import { dayNamed } from '../record.ts';
import { allOf, numberOf, ofClass, textsIn, viewOf } from './pictures.ts';

const shares = [
  { day: dayNamed('2021-11-01'), of: { operating: 1 } },
  { day: dayNamed('2021-12-01'), of: { operating: 0.25, suspended: 0.75 } },
];
const exactly = (n: number) => ({ min: n, max: n });
const bands = [
  { day: dayNamed('2021-11-01'), p5: exactly(10), p50: exactly(10), p95: exactly(10) },
  { day: dayNamed('2021-12-01'), p5: exactly(0), p50: { min: 4, max: 6 }, p95: { min: 10, max: null } },
];
const fan: Fan = { subject: 'mission', name: 'Mission of <b>Ruritania</b>', shares, bands };
const view = viewOf('2021-11-01', '2021-12-31');

test('the shares of a day lie one upon the other and fill the whole', () => {
  const picture = fanPicture({ ...fan, bands: [] }, view);
  const outlines = ofClass(picture, 'share').map((share) => {
    const [path] = [...allOf(share)].filter(({ tag }) => tag === 'path');
    return String(path?.attributes['d']);
  });
  // Operating to 100 % until the day that was looked at next, and to 25 % on that; suspended upon it.
  expect(outlines).toEqual([
    'M200,42L590,42L590,154.5L603,154.5L603,154.5L603,192L603,192L590,192L590,192L200,192Z',
    'M200,42L590,42L590,42L603,42L603,42L603,154.5L603,154.5L590,154.5L590,42L200,42Z',
  ]);
  expect(picture.attributes['aria-label']).toBe(
    'Mission of <b>Ruritania</b>: on 2021-12-01 operating in 25 %, suspended in 75 % of the runs',
  );
});

test('the quantiles of the headcount are a fan, and a quantile without upper bound fades to the top', () => {
  const picture = fanPicture(fan, view);
  const [group] = ofClass(picture, 'bands');
  expect(group && textsIn(group)).toEqual([
    'headcount, not exceeded in 5, 50 and 95 % of the runs: 2021-11-01 10, 10, 10; 2021-12-01 0, 4 to 6, at least 10',
  ]);
  const [fade] = ofClass(picture, 'unbounded');
  expect(fade?.attributes).toMatchObject({ x: 590, width: 13, y: 210, fill: 'url(#p-headcount-fade)' });
  expect(textsIn(picture)).toEqual(expect.arrayContaining(['0', '10 people', 'no maximum known']));
});

test('of a headcount that is not known there is no line and no number, but the word; a bound is told as one', () => {
  const counted = (p50: Count, p95 = p50): Fan => ({
    ...fan,
    bands: shares.map(({ day }) => ({ day, p5: p50, p50, p95 })),
  });
  const wide = viewOf('2021-11-01', '2021-12-02');
  const told = (of: Fan) => {
    const picture = fanPicture(of, wide);
    const lines = ofClass(picture, 'bands')
      .flatMap((group) => [...allOf(group)])
      .filter(({ attributes }) => /^line/.test(String(attributes['class'])) && attributes['d'] !== '');
    const written = ofClass(picture, 'number').flatMap(textsIn);
    return { lines: lines.length, written: written.filter((text) => !text.includes('%')) };
  };
  expect(told(counted(UNKNOWN))).toEqual({ lines: 0, written: ['unknown', '0 people'] });
  expect(told(counted({ min: 1, max: null }))).toEqual({
    lines: 2,
    written: ['at least 1', '0', '1 person'],
  });
  expect(told(counted(exactly(0), UNKNOWN)).written).toEqual(['unknown in some runs', '0 people']);
  expect(told(counted(exactly(0)))).toEqual({ lines: 3, written: ['0 people'] });
});

test('the words of statuses stand within their shares, so that none touches another', () => {
  const days = ['2021-11-01', '2021-11-05', '2021-11-09', '2021-11-13', '2021-11-17'].map(dayNamed);
  const of = days.map((day, index) => ({
    day,
    of: index === 0 ? { operating: 1 } : index < 4 ? { suspended: 1 } : { suspended: 0.95, closed: 0.05 },
  }));
  for (const width of [340, 500, 1000]) {
    const picture = fanPicture(
      { ...fan, shares: of, bands: [] },
      viewOf('2021-11-01', '2021-11-18', { width }),
    );
    const spans = ofClass(picture, 'word').map((word) => {
      const half = textWidth(textsIn(word).join(''), 11) / 2;
      return [numberOf(word, 'x') - half, numberOf(word, 'x') + half] as const;
    });
    expect(spans.length).toBeGreaterThan(0);
    spans.forEach(([start], index) => {
      if (index > 0) expect(start).toBeGreaterThan(spans[index - 1]?.[1] ?? 0);
    });
  }
});

test('beside the shares, or within them, no number stands on a line', () => {
  for (const width of [400, 1000]) {
    const picture = fanPicture({ ...fan, bands: [] }, { ...view, width });
    const [hundred] = ofClass(picture, 'number').filter((one) => textsIn(one).includes('100 %'));
    const inside = hundred && numberOf(hundred, 'x') > dayScale({ ...view, width }).left;
    const top = Number(/^M[\d.]+,([\d.]+)/.exec(String(outlineIn(picture)))?.[1]);
    // Within the picture, all of the number is below the line at the top.
    if (inside) expect(numberOf(hundred, 'y') - 10).toBeGreaterThanOrEqual(top);
    else expect(width).toBe(1000);
  }
});

test('a fan of a single day, and one of no runs, are drawn too', () => {
  const [first] = shares;
  const one = svgText(fanPicture({ ...fan, shares: first === undefined ? [] : [first], bands: [] }, view));
  expect(one).not.toMatch(/NaN|undefined/);
  expect(one).toContain('M200,42L213,42L213,42L213,192L213,192L200,192Z');
  expect(svgText(fanPicture({ ...fan, shares: [], bands: [] }, view))).toContain('no runs');
});

test('a fan holds no markup of the dossier, no inline style, and no id without its prefix', () => {
  const text = svgText(fanPicture(fan, { ...view, width: 360, prefix: 'f' }));
  expect(text).not.toContain('<b>');
  expect(text).not.toContain('style=');
  expect([...text.matchAll(/ id="([^"]+)"/g)].every(([, id]) => id?.startsWith('f-'))).toBe(true);
});

/** The outline of the first share. */
function outlineIn(picture: Shape) {
  const [share] = ofClass(picture, 'share');
  const [path] = share === undefined ? [] : [...allOf(share)].filter(({ tag }) => tag === 'path');
  return path?.attributes['d'];
}
