import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitting, inLines, textWidth } from '../../src/drawing/lettering.ts';

test('what fits stays as it is, and what does not ends in an ellipsis', () => {
  expect(fitting('Embassy', 100, 13)).toBe('Embassy');
  expect(fitting('Permanent Mission of Ruritania', 100, 13)).toBe('Permanent Mi…');
  expect(fitting('Embassy', 10, 13)).toBe('');
});

test('a name is broken between words, and cut in the last line', () => {
  expect(inLines('Permanent Mission of Ruritania to Graustark', 130, 13, 2)).toEqual([
    'Permanent Mission',
    'of Ruritania to Gra…',
  ]);
});

test('no line is wider than its room', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 300 }), (text, room) => {
      for (const line of [fitting(text, room, 13), ...inLines(text, room, 13, 3)]) {
        expect(textWidth(line, 13)).toBeLessThanOrEqual(room);
      }
    }),
  );
});
