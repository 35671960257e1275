import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/store/yaml.ts';

function valueIn(text: string): unknown {
  const yaml = parseYaml(text);
  return yaml.kind === 'parsed' ? yaml.value : expect.fail(problemsIn(text).join('\n'));
}

function problemsIn(text: string): readonly string[] {
  const yaml = parseYaml(text);
  if (yaml.kind === 'parsed') return [];
  return yaml.problems.map(({ line, column, what, instead }) => `${line}:${column} ${what}; ${instead}`);
}

function placeIn(text: string, path: readonly (string | number)[], atKey = false): string {
  const yaml = parseYaml(text);
  if (yaml.kind === 'problems') return expect.fail(problemsIn(text).join('\n'));
  const { line, column } = yaml.locate(path, atKey);
  return `${line}:${column}`;
}

describe('a value is what stands in the text', () => {
  test.each([
    '2015',
    '2015-04',
    '2021-11-01~',
    '2014-04/2014-06',
    '../2021-10-31',
    '012',
    '0x10',
    '1e3',
    '7..10',
    '.5',
    'no',
    'true',
    'null',
    '~',
    '=',
    '<<',
  ])('%s, unquoted', (text) => {
    expect(valueIn(`- ${text}`)).toEqual([text]);
    expect(valueIn(`${text}: a`)).toEqual({ [text]: 'a' });
  });

  test('by the rules of any version of YAML that the file claims', () => {
    expect(valueIn('%YAML 1.1\n---\n- 012\n- no\n- 1:30\n')).toEqual(['012', 'no', '1:30']);
  });

  test('with its quotation marks undone and its lines folded', () => {
    expect(valueIn(`- "a\\tb"\n- 'it''s'\n- >-\n  a\n  b\n- |\n  a\n  b\n`)).toEqual([
      'a\tb',
      "it's",
      'a b',
      'a\nb\n',
    ]);
  });

  test('null where nothing is written', () => {
    expect(valueIn('')).toBeNull();
    expect(valueIn('# only a comment\n')).toBeNull();
    expect(valueIn('---\n...\n')).toBeNull();
    expect(valueIn('- a:\n-\n- ""\n')).toEqual([{ a: null }, null, '']);
  });

  test('with a tag that says no more than that it is text, a list or a map', () => {
    expect(valueIn('- !!str 012\n- ! no\n- !!seq [a]\n- !!map {a: b}\n')).toEqual([
      '012',
      'no',
      ['a'],
      { a: 'b' },
    ]);
  });

  test('even by the name of what every object inherits', () => {
    const value = valueIn('constructor: a\ntoString: b\nhasOwnProperty: c\n');
    expect(Object.entries(value ?? {})).toEqual([
      ['constructor', 'a'],
      ['toString', 'b'],
      ['hasOwnProperty', 'c'],
    ]);
  });

  test('and an alias is what its anchor stands for, the last by that name', () => {
    expect(valueIn('- &a {b: c}\n- *a\n- &a d\n- *a\n')).toEqual([{ b: 'c' }, { b: 'c' }, 'd', 'd']);
  });

  test('and a source of 400 characters can be shared by a thousand acts', () => {
    const value = valueIn(`- &a "${'x'.repeat(400)}"\n${'- *a\n'.repeat(1000)}`);
    expect(Array.isArray(value) && value.length).toBe(1001);
  });
});

describe('a place is that of', () => {
  const text = `- act: a
  sources:
    - title: b
      url: c
  note:
-
  - {d: e, f}
- &g
  h: i
- *g
- [*g]
`;

  test.each<[string, readonly (string | number)[], boolean, string]>([
    ['a value', [0, 'sources', 0, 'url'], false, '4:12'],
    ['a field name', [0, 'sources', 0, 'url'], true, '4:7'],
    ['a map, where its first field begins', [0, 'sources', 0], false, '3:7'],
    ['the map that lacks the field', [0, 'sources', 0, 'says'], false, '3:7'],
    ['the list that lacks the item', [0, 'sources', 1], false, '3:5'],
    ['the entry, for a field within a field that it lacks', [0, 'events', 0, 'type'], false, '1:3'],
    ['the text, for a field within it', [0, 'act', 'b'], false, '1:8'],
    ['an empty value', [0, 'note'], false, '5:8'],
    ['a value in brackets', [1, 0, 'd'], false, '7:9'],
    ['a field name in brackets that has no value', [1, 0, 'f'], false, '7:12'],
    ['what an alias repeats', [3], false, '9:3'],
    ['a field of what an alias repeats', [3, 'h'], false, '9:6'],
    ['a field name in what an alias within a list repeats', [4, 0, 'h'], true, '9:3'],
    ['the whole', [], false, '1:1'],
    ['what is not there, the list that lacks it', [9, 'a'], true, '1:1'],
  ])('%s', (_, path, atKey, place) => {
    expect(placeIn(text, path, atKey)).toBe(place);
  });

  test('a text with lines that end in CRLF, a byte-order mark and characters of two units', () => {
    expect(placeIn('\uFEFF- {a: b}\r\n- {"😀": c}\r\n', [0, 'a'])).toBe('1:7');
    expect(placeIn('\uFEFF- {a: b}\r\n- {"😀": c}\r\n', [1, '😀'])).toBe('2:10');
  });

  test('nothing, the start of the text', () => {
    expect(placeIn('', ['a'])).toBe('1:1');
  });
});

describe('what is no YAML is told in words', () => {
  test.each([
    ['a tab', 'a:\n\tb: c\n', '2:1 a tab in the indentation; indent with spaces'],
    ['a tab after fields', '- a: b\n\tc: d\n', '2:1 a tab in the indentation; indent with spaces'],
    ['a tab after spaces', '- a: b\n  \tc: d\n', '2:3 a tab in the indentation; indent with spaces'],
    ['a tab after a dash', '-\ta: b\n', '1:2 a tab in the indentation; indent with spaces'],
    ['an open quotation', 'a: "b\nc: d\n', '1:4 a quotation mark that is never closed; write " at its end'],
    [
      "an open quotation by '",
      "- a: 'b\n  c: d\n",
      "1:6 a quotation mark that is never closed; write ' at its end",
    ],
    ['an open bracket', 'a: [b\nc: d\n', '1:4 [ without its ]; write ], and indent every line up to it'],
    ['an open brace', '- {a: b\n- c\n', '1:3 { without its }; write }, and indent every line up to it'],
    [
      'a bracket too many',
      'a: [b]]\n',
      '1:7 ] that closes nothing; take it out, or put the whole text in quotation marks',
    ],
    ['a comma too many', 'a: [,b]\n', '1:5 a comma with nothing before it; take it out'],
    [
      'a comma too few',
      'a: ["b" "c"]\n',
      '1:9 no comma between the parts in brackets; write one, or put the whole text in quotation marks',
    ],
    [
      'a comma too few in a map',
      'a: {b: c d: e}\n',
      '1:8 no comma between the parts in brackets; write one, or put the whole text in quotation marks',
    ],
    [
      'a second colon',
      '- a: b: c\n',
      '1:6 a second colon in one line; put text with a colon in quotation marks',
    ],
    [
      'a colon too few',
      '- a: b\n  cc\n  d: e\n',
      '2:3 text that runs on into a line with a colon; write FIELD: VALUE in one line, each field in the same column',
    ],
    ['a colon too few at the end', 'a: b\nc\n', '2:1 no colon after it; write FIELD: VALUE'],
    [
      'a field too far to the right',
      '- a: b\n   c: d\n',
      '1:6 text that runs on into a line with a colon; write FIELD: VALUE in one line, each field in the same column',
    ],
    [
      'a field too far to the left',
      '- a: b\n c: d\n',
      '2:1 neither a list entry nor part of the one before it; begin it with "- ", or in the same column as the fields before it',
    ],
    [
      'an entry too far to the right',
      '- a: b\n - c: d\n',
      '2:2 an entry in another column than those before it; start it in the same column',
    ],
    [
      'an entry among fields',
      'a: b\n- c\n',
      '2:1 a list entry where a field should stand; start it in the same column as the entries before it',
    ],
    [
      'a field among entries',
      '- a\nb: c\n',
      '2:1 a line that belongs to nothing before it; start it in the same column as the entries or fields before it',
    ],
    [
      'text too far to the left',
      'a: |\n   b\n  c: d\n',
      '3:1 a field in another column than those before it; start it in the same column',
    ],
    ['text beside |', 'a: |b\n  c\n', '1:5 text right after | or >; start it in the next line'],
    [
      'text after a quotation',
      "- 'NATO's office'\n",
      '1:9 more text after the end of the value; put the whole text in quotation marks',
    ],
    ['text that begins with @', 'a: @b\n', '1:4 text that begins with @; put it in quotation marks'],
    ['text that begins with `', 'a: `b`\n', '1:4 text that begins with `; put it in quotation marks'],
    ['text that begins with %', 'a: %b\n', '1:4 text that begins with %; put it in quotation marks'],
    [
      'a field beside ---',
      '--- a: b\n',
      '1:5 a field or an entry in the line of ---; start it in the next line',
    ],
    ['a directive', '%b c\n---\n- a\n', '1:1 a line that begins with %; take it out'],
    [
      'an escape',
      'a: "\\d"\n',
      '1:5 not an escape: \\d; write \\\\ for a backslash, or put the text in single quotation marks',
    ],
    [
      'half a character',
      'a: "\\uD83D"\n',
      '1:4 half a character: "\\ud83d"; write the character itself, or its whole escape, as in "\\ud83d\\ude00"',
    ],
    [
      'a comment right after a value',
      'a: "b"#c\n',
      '1:7 # right after a value; leave a space before a comment',
    ],
    ['a second document', 'a: b\n---\nc: d\n', '2:1 a second document; keep one to a file'],
    [
      'a second document after the end of the first',
      'a: b\n...\nc: d\n',
      '3:1 a second document; keep one to a file',
    ],
    [
      'a field name twice',
      '{a: b, a: c}',
      '1:8 a second "a", which stands in line 1 already; keep one of them',
    ],
    ['a list as a field name', '? [a]\n: b\n', '1:3 not a field name: ["a"]; write FIELD: VALUE'],
    ['no field name', ': a\n', '1:1 no field name; write FIELD: VALUE'],
    ['a prototype', 'a: {__proto__: b}\n', '1:5 not a field name: "__proto__"; write another name'],
    [
      'a tag of a number',
      'a: !!int 12\n',
      '1:4 tags have no meaning here; leave it out, or put text that begins with ! in quotation marks',
    ],
    [
      'a tag of bytes',
      'a: !!binary aGk=\n',
      '1:4 tags have no meaning here; leave it out, or put text that begins with ! in quotation marks',
    ],
    [
      'a tag of a set',
      'a: !!set {b}\n',
      '1:4 tags have no meaning here; leave it out, or put text that begins with ! in quotation marks',
    ],
    [
      'a tag of another language',
      'a: !!python/object:os.system [b]\n',
      '1:4 tags have no meaning here; leave it out, or put text that begins with ! in quotation marks',
    ],
    [
      'a tag of nobody',
      'a: !b c\n',
      '1:4 tags have no meaning here; leave it out, or put text that begins with ! in quotation marks',
    ],
    [
      'an alias of nothing',
      'a: *b\n',
      '1:4 nothing above has the name "&b"; give it to the value that is to be repeated, or put text that begins with * in quotation marks',
    ],
    [
      'an alias of what comes later',
      '- *a\n- &a b\n',
      '1:3 nothing above has the name "&a"; give it to the value that is to be repeated, or put text that begins with * in quotation marks',
    ],
    ['an alias of itself', '&a [b, *a]\n', '1:8 an alias within what it repeats; write the value out'],
    [
      'an alias of what holds it further up',
      'a: &a\n  b: &b\n    c: *a\n',
      '3:8 an alias within what it repeats; write the value out',
    ],
    ['a control character', 'a: b\u0007\n', '1:5 a sign that is not text: U+0007; take it out'],
    [
      'a byte-order mark in the middle',
      'a: b\n\uFEFFc: d\n',
      '2:1 a sign that is not text: U+FEFF; take it out',
    ],
    [
      'lines that end in CR alone',
      'a: b\rc: d\r',
      '1:5 a sign that is not text: U+000D; end lines with LF or CRLF',
    ],
  ])('%s', (_, text, told) => {
    expect(problemsIn(text)).toEqual([told]);
  });

  test('all at once, in the order of the text', () => {
    const text = '- a: @b\n  a: "\\d"\n- c: {d: *e}\n- !f g\n- __proto__: h\n---\ni\n';
    expect(problemsIn(text).map((problem) => problem.split(';')[0])).toEqual([
      '1:6 text that begins with @',
      '2:3 a second "a", which stands in line 1 already',
      '2:7 not an escape: \\d',
      '3:10 nothing above has the name "&e"',
      '4:3 tags have no meaning here',
      '5:3 not a field name: "__proto__"',
      '6:1 a second document',
    ]);
  });

  test('in several broken lines, each by the first thing that breaks it', () => {
    expect(
      problemsIn('- a: b: c: d\n- e: f\n g: h\n- i: [j\n- k: l\n').map((problem) => problem.split(';')[0]),
    ).toEqual([
      '1:6 a second colon in one line',
      '3:1 neither a list entry nor part of the one before it',
      '4:6 [ without its ]',
    ]);
  });
});

// What grows out of proportion takes minutes, or for ever.
describe('a text made to exhaust its reader', { timeout: 120_000 }, () => {
  const bomb = (levels: number, width: number) =>
    Array.from({ length: levels }, (_, n) => {
      const items = Array.from({ length: width }, () => (n === 0 ? 'lol' : `*a${n - 1}`));
      return `- &a${n} [${items.join(', ')}]\n`;
    }).join('');
  const tooMuch = 'aliases that repeat more than 1000000 characters; write the values out, or split the file';
  const tooDeep =
    'nested more than 100 levels deep; put text with brackets in quotation marks, or nest less deeply';

  test.each([
    ['a nest of aliases that grows tenfold nine times', bomb(10, 10), `6:8 ${tooMuch}`],
    ['a nest of aliases that doubles thirty times', bomb(30, 2), `16:15 ${tooMuch}`],
    [
      'a long text, repeated often',
      `- &a ${'x'.repeat(100_000)}\n${'- *a\n'.repeat(20_000)}`,
      `12:3 ${tooMuch}`,
    ],
    ['aliases of next to nothing, all in one list', `- &a x\n- [${'*a,'.repeat(20_000)}]\n`, null],
    ['opening brackets', '['.repeat(100_000), `1:101 ${tooDeep}`],
    ['opening braces', '{a: '.repeat(100_000), `1:401 ${tooDeep}`],
    ['dashes', '- '.repeat(100_000), `1:201 ${tooDeep}`],
    ['question marks', '? '.repeat(100_000), `1:201 ${tooDeep}`],
    ['colons', 'a: '.repeat(100_000), `1:301 ${tooDeep}`],
    [
      'closing brackets',
      ']'.repeat(100_000),
      '1:1 ] that closes nothing; take it out, or put the whole text in quotation marks',
    ],
    [
      'commas far to the right',
      `[\n${' '.repeat(100_000)}${','.repeat(30_000)}]`,
      '2:100002 a comma with nothing before it; take it out',
    ],
    ['documents', '---\n'.repeat(100_000), '2:1 a second document; keep one to a file'],
  ])('of %s is answered', (_, text, told) => {
    expect(problemsIn(text)).toEqual(told === null ? [] : [told]);
  });

  test('of two million words is refused before it fills the memory', () => {
    expect(problemsIn(`[${'a,'.repeat(2_000_000)}]`)).toEqual([
      '1:666667 too large: more than 1000000 words and signs; split the file, for example by year',
    ]);
  });

  test('of a hundred thousand fields is read, and each has its place', () => {
    const text = Array.from({ length: 100_000 }, (_, n) => `k${n}: v\n`).join('');
    const yaml = parseYaml(text);
    if (yaml.kind === 'problems') return expect.fail(problemsIn(text).join('\n'));
    const misplaced = Array.from({ length: 100_000 }, (_, n) => n).filter(
      (n) => yaml.locate([`k${n}`], true).line !== n + 1,
    );
    expect(misplaced).toEqual([]);
  });
});
