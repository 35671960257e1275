import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST, lineCutter } from '../../src/store/lines.ts';

/** What comes of bytes that are cut so: each line with its number, or what is wrong with it. */
function linesOf(...pieces: readonly (string | Uint8Array)[]): readonly string[] {
  const told: string[] = [];
  const cutter = lineCutter(
    (text, line) => told.push(`${line} ${JSON.stringify(text)}`),
    ({ line, column, what, instead }) => told.push(`${line}:${column} ${what}; ${instead}`),
  );
  for (const piece of pieces)
    cutter.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  cutter.end();
  return told;
}

describe('bytes are cut into lines', () => {
  test.each<[name: string, text: string, lines: readonly string[]]>([
    ['that end with LF', 'a\nb\n', ['1 "a"', '2 "b"']],
    ['that end with CRLF', 'a\r\nb\r\n', ['1 "a"', '2 "b"']],
    ['of which the last has no end', 'a\nb', ['1 "a"', '2 "b"']],
    ['of which some are empty', '\n\na\n\n', ['1 ""', '2 ""', '3 "a"', '4 ""']],
    ['after a byte-order mark', '\uFEFFa\nb', ['1 "a"', '2 "b"']],
    ['of which a later one begins with a byte-order mark', 'a\n\uFEFFb', ['1 "a"', '2 "\uFEFFb"']],
    ['of any script', 'é\n😀\n', ['1 "é"', '2 "😀"']],
    ['with a CR in the middle', 'a\rb\n', ['1 "a\\rb"']],
    ['of which there are none', '', []],
  ])('%s', (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
    expect(linesOf(...[...new TextEncoder().encode(text)].map((byte) => Uint8Array.of(byte)))).toEqual(lines);
  });
});

describe('a line that cannot be read', () => {
  const LATIN = new Uint8Array([0x61, 0xe9, 0x0a]);
  const TOO_LONG = 'a line of more than 1 MB; write one entry to a line, or make several acts of it';

  test('that is not UTF-8 is told of where it is not, and the others are read', () => {
    expect(linesOf('a\n', LATIN, 'b\n')).toEqual([
      '1 "a"',
      '2:2 not UTF-8: byte 0xE9; save the file as UTF-8',
      '3 "b"',
    ]);
  });

  test('because it is not UTF-8 is told of once', () => {
    expect(linesOf(LATIN, LATIN, 'b\n', LATIN)).toEqual([
      '1:2 not UTF-8: byte 0xE9; save the file as UTF-8',
      '3 "b"',
    ]);
  });

  test('because its last character is cut short', () => {
    expect(linesOf(new Uint8Array([0x61, 0x0a, 0x61, 0xe2, 0x82]))).toEqual([
      '1 "a"',
      '2:2 not UTF-8: byte 0xE2; save the file as UTF-8',
    ]);
  });

  test.each([
    ['little', 'utf16le'],
    ['big', 'utf16be'],
  ])('in UTF-16, %s end first, is the last', (_, encoding) => {
    const bytes = Buffer.from('\uFEFFa\nb\nc', 'utf16le');
    expect(linesOf(encoding === 'utf16le' ? bytes : bytes.swap16())).toEqual([
      '1:1 UTF-16, not UTF-8; save the file as UTF-8',
    ]);
  });

  test.each([
    ['of one byte each', 'a'],
    ['of three bytes each', '日'],
    ['of which each is two and has four bytes', '😀'],
  ])('may have a million bytes and no more, %s', (_, sign) => {
    const size = new TextEncoder().encode(sign).length;
    const rest = 'b'.repeat(LONGEST % size);
    const longest = sign.repeat(Math.floor(LONGEST / size)) + rest;
    expect(linesOf(`a\n\uFEFF${longest.slice(3)}\r\nc`)).toHaveLength(3);
    expect(linesOf(`${longest}\r\nc`)).toEqual([`1 ${JSON.stringify(longest)}`, '2 "c"']);
    expect(linesOf(`c\n${longest}b\nc`)).toEqual(['1 "c"', `2:1 ${TOO_LONG}`, '3 "c"']);
    expect(linesOf(`\uFEFF${longest}b\r\nc`)).toEqual([`1:1 ${TOO_LONG}`, '2 "c"']);
  });

  test('has as many bytes as it has before its end, though this comes later', () => {
    const longest = 'b'.repeat(LONGEST);
    expect(linesOf(`\uFEFF${longest}\r`, '\n')).toEqual([`1 "${longest}"`]);
    expect(linesOf(`${longest}b`, '\n')).toEqual([`1:1 ${TOO_LONG}`]);
    expect(linesOf(`\uFEFF${longest}b`, '\n')).toEqual([`1:1 ${TOO_LONG}`]);
  });

  test('of many million bytes takes no room', () => {
    const piece = new Uint8Array(1_000_000).fill(0xe9);
    const before = process.memoryUsage().arrayBuffers;
    expect(linesOf(...Array(200).fill(piece), '\nb')).toEqual([`1:1 ${TOO_LONG}`, '2 "b"']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
});

test('where the pieces end makes no difference', () => {
  const text = (written: string) => [...new TextEncoder().encode(written)];
  const part = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('a', '\n', '\n', '\r\n', '\r', '\uFEFF', 'é', '😀').map(text) },
    { weight: 5, arbitrary: fc.uint8Array({ maxLength: 3 }).map((bytes) => [...bytes]) },
    { weight: 1, arbitrary: fc.constant(text('x'.repeat(LONGEST - 1))) },
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 12 }).map((parts) => Uint8Array.from(parts.flat())),
      fc.array(fc.nat(), { maxLength: 5 }),
      (bytes, cuts) => {
        const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
        const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
        expect(linesOf(...pieces)).toEqual(linesOf(bytes));
      },
    ),
    { numRuns: 100 },
  );
});
