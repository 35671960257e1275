import { expect, test } from 'vitest';
import { fanPicture } from '../../src/drawing/fan.ts';
import type { Fan } from '../../src/drawing/fan-parts.ts';
import { svgText } from '../../src/drawing/shape.ts';
import { dayNamed } from '../record.ts';
import { allOf, ofClass, textsIn, viewOf } from './pictures.ts';

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
const view = viewOf('2021-11-01', '2021-12-01');

test('the shares of a day lie one upon the other and fill the whole', () => {
  const picture = fanPicture({ ...fan, bands: [] }, view);
  const outlines = ofClass(picture, 'share').map((share) => {
    const [path] = [...allOf(share)].filter(({ tag }) => tag === 'path');
    return String(path?.attributes['d']);
  });
  // Operating from 0 to 100 % on the first day and to 25 % on the last; suspended upon it.
  expect(outlines).toEqual(['M200,42L980,154.5L980,192L200,192Z', 'M200,42L980,42L980,154.5L200,42Z']);
  expect(picture.attributes['aria-label']).toBe(
    'Mission of <b>Ruritania</b>: on 2021-12-01 operating in 25 %, suspended in 75 % of the runs',
  );
});

test('the quantiles of the headcount are a fan, and a quantile without upper bound reaches to the top', () => {
  const picture = fanPicture(fan, view);
  const [group] = ofClass(picture, 'bands');
  expect(group && textsIn(group)).toEqual([
    'headcount, not exceeded in 5, 50 and 95 % of the runs: 2021-11-01 10, 10, 10; 2021-12-01 0, 4 to 6, 10 or more',
  ]);
  const [wide] = [...allOf(picture)].filter(
    ({ attributes }) => attributes['fill-opacity'] === '0.2' && attributes['d'] !== undefined,
  );
  expect(wide?.attributes['d']).toBe('M200,221L980,210L980,320L200,221Z');
});

test('a fan of a single day, and one of no runs, are drawn too', () => {
  const [first] = shares;
  const one = svgText(fanPicture({ ...fan, shares: first === undefined ? [] : [first], bands: [] }, view));
  expect(one).not.toMatch(/NaN|undefined/);
  expect(one).toContain('M197,42L203,42L203,192L197,192Z');
  expect(svgText(fanPicture({ ...fan, shares: [], bands: [] }, view))).toContain('no runs');
});

test('a fan holds no markup of the dossier, no inline style, and no id without its prefix', () => {
  const text = svgText(fanPicture(fan, { ...view, width: 360, prefix: 'f' }));
  expect(text).not.toContain('<b>');
  expect(text).not.toContain('style=');
  expect([...text.matchAll(/ id="([^"]+)"/g)].every(([, id]) => id?.startsWith('f-'))).toBe(true);
});
