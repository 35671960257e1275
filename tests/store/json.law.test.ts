import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/store/json.ts';
import { faultIn } from '../../src/store/json-fault.ts';
import { parseYaml } from '../../src/store/yaml.ts';

const blank = fc.constantFrom('', '', '', ' ', '\t', '  ');
/** Few names, so that one often stands twice in an object. */
const name = fc.constantFrom(
  '"a"',
  '"b"',
  '"\\u0061"',
  '"a\\":"',
  '"\\\\"',
  '"__proto__"',
  '"é"',
  '"constructor"',
);
const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('1', '-0', '2.5e3', 'true', 'false', 'null', '""') },
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text)) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('"\\":"', '"{\\"a\\":1}"', '"a\\\\"', '": "', '"\\ud83d\\ude00"', '"\\/"'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"\\ud83d"', '"\\u001b"', '"\\b"', '"\u202E"', '"\x7F"', '"\uFEFF"'),
  },
);

/** JSON in one line, as any writer may write it; often with a field twice, seldom with what is no text. */
const { json: anyJson } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    listOf(tie('json'), '[', ']'),
    listOf(
      fc
        .tuple(name, blank, blank, tie('json'))
        .map(([key, before, after, value]) => `${key}${before}:${after}${value}`),
      '{',
      '}',
    ),
  ),
}));

function listOf(item: fc.Arbitrary<string>, opening: string, closing: string): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(blank, item, blank), { maxLength: 4 })
    .map((items) => `${opening}${items.map((parts) => parts.join('')).join(',')}${closing}`);
}

/** The same with a few signs too many, or too few. */
const anyNearJson = fc
  .tuple(
    anyJson,
    fc.array(
      fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...'{}[]:,"\\ 0-+.eEtu\'/ \t\u00A0aé', '', 'null', '""')),
      {
        maxLength: 3,
      },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((before, [at, count, more]) => {
      const from = at % (before.length + 1);
      return before.slice(0, from) + more + before.slice(from + count);
    }, text),
  );

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('JSON', () => {
  test('something is found to be wrong with what is no JSON, within its text, and nothing with what is', () => {
    fc.assert(
      fc.property(anyNearJson, (text) => {
        const fault = faultIn(text);
        expect(fault === null).toBe(isJson(text));
        if (fault === null) return;
        expect(fault.offset).toBeLessThanOrEqual(text.length);
        expect(fault.what.length * fault.instead.length).toBeGreaterThan(0);
      }),
      { numRuns: 5_000 },
    );
  });

  test('what is read is what JSON says, and what is refused is what YAML refuses, with its place', () => {
    let refused = 0;
    fc.assert(
      fc.property(anyJson, (text) => {
        const yaml = parseYaml(text, 5);
        const json = parseJson(text, 5);
        if (json.kind === 'problems') refused += 1;
        if (yaml.kind === 'parsed') expect(json).toEqual({ kind: 'value', value: JSON.parse(text) });
        else expect(json).toEqual(yaml);
      }),
      { numRuns: 5_000 },
    );
    expect(refused).toBeGreaterThan(200);
  });

  test('no text makes the reader fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = parseJson(text, 1);
        if (json.kind === 'problems') expect(json.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});
