import { expect, test } from 'vitest';
import { lookOf, statusesDrawn } from '../../src/drawing/looks.ts';
import { palettes } from '../../src/drawing/palette.ts';
import { kinds } from '../../src/events/dossier.ts';
import { levels } from '../../src/events/vocabulary.ts';

/** The headlines of each kind, as the design has them. */
const statuses: readonly (readonly string[])[] = [
  ['absent', 'operating', 'suspended', 'closed'],
  ['none', 'established', 'broken-off'],
  ['none', 'offered', 'designated', 'ended'],
  ['active', 'partly-suspended', 'suspended'],
  levels,
];

test('every status of every kind has a look of its own among those of its kind, colour aside', () => {
  expect(kinds).toHaveLength(10);
  for (const words of statuses) {
    expect(statusesDrawn()).toEqual(expect.arrayContaining([...words]));
    const looks = words.map((status) => JSON.stringify({ ...lookOf(status), tone: null }));
    expect(new Set(looks).size).toBe(words.length);
  }
  expect([...new Set(statuses.flat())].sort()).toEqual([...statusesDrawn()].sort());
});

test('words can be read and marks be seen on the paper of either theme', () => {
  for (const { paper, ink, quiet, rule: _, word, ...marks } of Object.values(palettes)) {
    for (const text of [ink, quiet, marks.headcount, marks.ceiling, marks.assumed, marks.cursor]) {
      expect(contrast(text, paper)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(word, marks.works)).toBeGreaterThanOrEqual(4.5);
    for (const mark of Object.values(marks)) expect(contrast(mark, paper)).toBeGreaterThanOrEqual(3);
  }
});

test('contrast is reckoned as WCAG has it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

/** The contrast ratio of two colours (WCAG 2.2, relative luminance). */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [one, other].map(luminance).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const share = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
