import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseYaml } from '../../src/store/yaml.ts';

type Value = string | readonly Value[] | { readonly [field: string]: Value };

const name = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text !== '__proto__');
const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

/** Texts out of the signs that mean something in YAML, and of lines as dossiers have them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'-:?,[]{}#&*!|>\'"%@` \t\n\r\\~<=0aé😀\u0000\uFEFF'),
      fc.constantFrom(
        '- act: a\n',
        '  by: b\n',
        '&a ',
        '*a',
        '---\n',
        '...\n',
        '!!str ',
        '"\\u12',
        ': |\n',
        '  - ',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('YAML', () => {
  test('whatever can be written of texts, lists and maps reads as it was', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const yaml = parseYaml(
          stringify(value, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' }),
        );
        expect(yaml.kind === 'parsed' ? yaml.value : yaml.problems).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test('every value stands where it is said to stand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.nat(), { noNullPrototype: true })),
        (list) => {
          const text = stringify(list);
          const yaml = parseYaml(text);
          if (yaml.kind === 'problems') return expect.fail(text);
          const lines = text.split('\n');
          for (const [index, map] of list.entries()) {
            for (const [field, value] of Object.entries(map)) {
              const { line, column } = yaml.locate([index, field], false);
              const key = yaml.locate([index, field], true);
              expect(lines[line - 1]?.slice(column - 1)).toBe(String(value));
              expect(lines[key.line - 1]?.slice(key.column - 1)).toBe(`${field}: ${value}`);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('no text makes the reader fail, and every problem lies within the text and says what to do', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const yaml = parseYaml(text);
        if (yaml.kind === 'parsed') return;
        const lines = text.replace(/^\uFEFF/, '').split('\n');
        expect(yaml.problems.length).toBeGreaterThan(0);
        for (const { line, column, what, instead } of yaml.problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column - 1).toBeLessThanOrEqual(lines[line - 1]?.length ?? -1);
          expect(what).toMatch(/^[^\n]+$/);
          expect(instead).toMatch(/^[^\n]+$/);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
