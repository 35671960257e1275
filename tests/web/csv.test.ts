import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, csvText, harmless } from '../../src/web/export/csv.ts';

/** A reader of CSV by RFC 4180, sign by sign: written without a look at the writer. */
function read(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (text[at] === undefined) throw new Error('a quotation that never ends');
        cell += text[at];
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else {
      while (text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n' || text[at] === undefined)
          throw new Error(`bare ${text[at]}`);
        cell += text[at];
        at += 1;
      }
    }
    row.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
      continue;
    } else throw new Error('a cell that ends with neither a comma nor a line');
    if (at === text.length || text.startsWith('\r\n', at)) {
      row.push('');
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  return rows;
}

const signs = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '"',
  ',',
  "'",
  ' ',
  'a',
  '1',
  'é',
  '＝',
  '😀',
);
const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: signs, maxLength: 6 }),
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.constant(null),
);
// A line of one empty cell is an empty line, which readers take for none.
const rows = fc.array(fc.array(cells, { minLength: 2, maxLength: 5 }), { maxLength: 6 });

describe('a table as CSV', () => {
  test('reads back as it was written, whatever its cells hold', () => {
    fc.assert(
      fc.property(rows, (table) => {
        expect(read(csvText(table))).toEqual(table.map((row) => row.map(harmless)));
      }),
    );
  });

  test('has no text that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: signs }), (text) => {
        expect(harmless(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect([text, `'${text}`]).toContain(harmless(text));
      }),
    );
  });

  test('leaves numbers and plain words as they are', () => {
    expect(csvText([['russian-mission', 8, -1, null, 'a, "b"']])).toBe(
      'russian-mission,8,-1,,"a, ""b"""\r\n',
    );
  });

  test('puts an apostrophe before =, +, -, @ and a tab', () => {
    expect(['=1+1', '+1', '-1', '@a', '\t=1', "it's", ' =1'].map(harmless)).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@a",
      "'\t=1",
      "it's",
      ' =1',
    ]);
  });
});
