import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/store/json.ts';

/** What is wrong with a line of JSON, the ninth of its file, as a reader sees it. */
function troublesOf(text: string): readonly string[] {
  const json = parseJson(text, 9);
  if (json.kind === 'value') return [];
  return json.problems.map(({ line, column, what, instead }) => `${line}:${column} ${what}; ${instead}`);
}

describe('JSON that is right', () => {
  test.each<[name: string, text: string, value: unknown]>([
    [
      'of every kind',
      '{"a":[1,-2.5e3,true,false,null,"b",{},[]]}',
      { a: [1, -2500, true, false, null, 'b', {}, []] },
    ],
    ['with blanks wherever they may be', ' { "a" :\t[ 1 , 2 ] } ', { a: [1, 2] }],
    [
      'with every escape that stands for text',
      '{"a":"\\"\\\\\\/\\n\\t\\u00e9\\ud83d\\ude00"}',
      { a: '"\\/\n\té😀' },
    ],
    [
      'with texts that look like field names',
      '{"a":"\\"b\\":","c\\":":"{\\"d\\" :"}',
      { a: '"b":', 'c":': '{"d" :' },
    ],
    ['with the same name in different objects', '[{"a":{"a":1}},{"a":2}]', [{ a: { a: 1 } }, { a: 2 }]],
    ['with the names of a prototype', '{"constructor":1,"toString":2}', { constructor: 1, toString: 2 }],
    ['with a sign of any script', '{"имя":"日本\u2028é"}', { имя: '日本\u2028é' }],
    ['that is too large a number', '[1e999]', [Number.POSITIVE_INFINITY]],
    ['that is nested as deeply as it may be', `${'['.repeat(100)}${']'.repeat(100)}`, expect.any(Array)],
  ])('%s', (_, text, value) => {
    expect(parseJson(text, 9)).toEqual({ kind: 'value', value });
  });
});

describe('what is no JSON is told where it ceases to be', () => {
  test.each<[name: string, text: string, told: string]>([
    ['a comma after the last field', '{"a":1,}', '9:7 not JSON: a comma with nothing after it; take it out'],
    [
      'a comma after the last of a list',
      '["a", ]',
      '9:5 not JSON: a comma with nothing after it; take it out',
    ],
    [
      'a comma before the first of a list',
      '[,1]',
      '9:2 not JSON: a comma with nothing before it; take it out',
    ],
    ['a comma before the first field', '{,}', '9:2 not JSON: no field name; write "FIELD": VALUE'],
    ['a comma after the entry', '{"a":1},', '9:8 not JSON: a comma after the entry; take it out'],
    [
      'two entries in one line',
      '{"a":1} {"a":2}',
      '9:9 not JSON: more text after the entry; write each entry in a line of its own',
    ],
    [
      'an entry of several lines',
      '{',
      '9:1 not JSON: { without its }; write } at its end; an entry stands whole in one line',
    ],
    [
      'a line that was cut off',
      '{"a":[{"b":1},',
      '9:6 not JSON: [ without its ]; write ] at its end; an entry stands whole in one line',
    ],
    ['a bracket that closes another', '{"a":[1}', '9:8 not JSON: } where ] should stand; write ] first'],
    ['a bracket that closes nothing', ']', '9:1 not JSON: ] that closes nothing; take it out'],
    ['no comma between two fields', '{"a":1 "b":2}', '9:8 not JSON: no comma before it; write one'],
    ['no colon', '{"a" 1}', '9:6 not JSON: no colon after the field name; write "FIELD": VALUE'],
    ['a second colon', '{"a"::1}', '9:6 not JSON: no value after the colon; write it, or null'],
    ['no value', '{"a":}', '9:6 not JSON: no value after the colon; write it, or null'],
    ['no value before a comma', '{"a":,"b":1}', '9:6 not JSON: no value after the colon; write it, or null'],
    ['a colon in a list', '[:1]', '9:2 not JSON: a colon with no field name before it; write "FIELD": VALUE'],
    ['a colon and no field name', '{:1}', '9:2 not JSON: no field name; write "FIELD": VALUE'],
    [
      'a field name without quotation marks',
      '{act:1}',
      '9:2 not JSON: a field name without quotation marks: act; write "FIELD": VALUE',
    ],
    ['a field name in single ones', "{'act':1}", '9:2 not JSON: a single quotation mark; write double ones'],
    ['a text in single ones', '{"a":\'b, c\'}', '9:6 not JSON: a single quotation mark; write double ones'],
    [
      'a day without them',
      '{"a":2021-11-01}',
      '9:6 not JSON: text without quotation marks: 2021-11-01; put it in quotation marks',
    ],
    [
      'a number with a leading zero',
      '[012]',
      '9:2 not JSON: text without quotation marks: 012; put it in quotation marks',
    ],
    [
      'a word of another language',
      '{"a":None}',
      '9:6 not JSON: text without quotation marks: None; write null',
    ],
    [
      'YAML',
      '- act: opening',
      '9:1 not JSON: text without quotation marks: "- act"; write each entry in one line, as in {"act": "opening", …}',
    ],
    [
      'a quotation mark that is never closed',
      '{"a":"b}',
      '9:6 not JSON: a quotation mark that is never closed; write " at its end',
    ],
    [
      'an escape that is none',
      '{"a":"C:\\dir"}',
      '9:9 not JSON: not an escape: \\d; write \\\\ for a backslash',
    ],
    ['half an escape', '{"a":"\\u12"}', '9:7 not JSON: not an escape: \\u12; write \\\\ for a backslash'],
    ['a backslash at the end', '"a\\', '9:3 not JSON: not an escape: \\; write \\\\ for a backslash'],
    ['a tab in a text', '{"a":"b\tc"}', '9:8 not JSON: a tab in a text; write \\t'],
    [
      'a space of another kind',
      '\u00A0{"a":1}',
      '9:1 not JSON: text without quotation marks: "\u00A0"; write each entry in one line, as in {"act": "opening", …}',
    ],
    [
      'brackets without end',
      '['.repeat(500_000),
      '9:500000 not JSON: [ without its ]; write ] at its end; an entry stands whole in one line',
    ],
  ])('%s', (_, text, told) => {
    expect(troublesOf(text)).toEqual([told]);
  });
});

describe('what JSON allows and a dossier does not', () => {
  test.each<[name: string, text: string, told: string]>([
    [
      'a field twice',
      '{"a":1,"b":[],"a":2}',
      '9:15 a second "a", which stands in line 9 already; keep one of them',
    ],
    [
      'a field twice, with blanks',
      '{"a" :1, "a"\t: 2}',
      '9:10 a second "a", which stands in line 9 already; keep one of them',
    ],
    [
      'a field twice, once with an escape',
      '[{"ab":1,"\\u0061b":2}]',
      '9:10 a second "ab", which stands in line 9 already; keep one of them',
    ],
    [
      'a field twice, beside a text with a quotation mark and a colon',
      '{"a":"\\":","b":1,"b":2}',
      '9:18 a second "b", which stands in line 9 already; keep one of them',
    ],
    [
      'a field twice, where a name ends with a backslash',
      '{"a\\\\":1,"a\\\\":2}',
      '9:10 a second "a\\\\", which stands in line 9 already; keep one of them',
    ],
    [
      'the name of a prototype',
      '{"a":{"__proto__":{"b":1}}}',
      '9:7 not a field name: "__proto__"; write another name',
    ],
    [
      'the name of a prototype, with an escape',
      '{"\\u005f_proto__":{"b":1}}',
      '9:2 not a field name: "__proto__"; write another name',
    ],
    [
      'half a character',
      '{"a":"\\ud83d"}',
      '9:6 half a character: "\\ud83d"; write the character itself, or its whole escape, as in "\\ud83d\\ude00"',
    ],
    [
      'an escape that a terminal obeys',
      '{"a":"\\u001b[31m"}',
      '9:6 a sign that is not text: U+001B; take it out',
    ],
    [
      'an escape that a terminal obeys, in a name',
      '{"\\u009b":1}',
      '9:2 a sign that is not text: U+009B; take it out',
    ],
    ['a short escape', '{"a":"\\b"}', '9:6 a sign that is not text: U+0008; take it out'],
    ['an escape that turns the line', '{"a":"\\u202e"}', '9:6 a sign that is not text: U+202E; take it out'],
    ['a sign that turns the line', '{"a":"b\u202E"}', '9:6 a sign that is not text: U+202E; take it out'],
    ['a sign that a terminal obeys', '{"a":"b\u009B"}', '9:8 a sign that is not text: U+009B; take it out'],
    ['a zero byte', '{"a":"b\0"}', '9:8 a sign that is not text: U+0000; take it out'],
    ['a zero byte between values', '{"a":\0 1}', '9:6 a sign that is not text: U+0000; take it out'],
    ['a byte-order mark', '\uFEFF{"a":1}', '9:1 a sign that is not text: U+FEFF; take it out'],
    [
      'lines that end with CR',
      '{"a":1}\r{"a":2}',
      '9:8 a sign that is not text: U+000D; end lines with LF or CRLF',
    ],
    [
      'nesting without end',
      `{"a":${'['.repeat(300_000)}${']'.repeat(300_000)}}`,
      '9:105 nested more than 100 levels deep; put text with brackets in quotation marks, or nest less deeply',
    ],
  ])('%s', (_, text, told) => {
    expect(troublesOf(text)).toEqual([told]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('two fields, each of them twice, are two problems', () => {
    expect(troublesOf('{"a":1,"a":2,"b":{"c":1,"c":2}}')).toEqual([
      '9:8 a second "a", which stands in line 9 already; keep one of them',
      '9:25 a second "c", which stands in line 9 already; keep one of them',
    ]);
  });
});
