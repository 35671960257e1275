/** Cases out of bytes: any at all, texts in all encodings and in none, and dossiers cut off or changed at a byte. */
import fc from 'fast-check';
import { anyBase, real, small, type Texts } from './bases.ts';
import { type Case, caseOf } from './case.ts';
import { anySigns } from './hostile.ts';

/** A dossier of which one file is anything at all. */
export const anyGarbage: fc.Arbitrary<Case> = fc
  .tuple(fc.constantFrom('dossier.yaml', 'acts.yaml', 'more.yml'), anyBytes())
  .map(([name, bytes]) => caseOf([...small, [name, bytes]]));

/** A dossier of which one file ends at some byte. */
export const anyTruncated: fc.Arbitrary<Case> = fc
  .tuple(
    fc.oneof({ weight: 1, arbitrary: anyRealFile() }, { weight: 9, arbitrary: anyBase }),
    fc.nat(),
    fc.nat(),
  )
  .map(([texts, file, at]) => withFile(texts, file, (bytes) => bytes.subarray(0, at % (bytes.length + 1))));

/** A dossier of which one file has a few bytes changed. */
export const anyCorrupted: fc.Arbitrary<Case> = fc
  .tuple(anyBase, fc.nat(), fc.array(anyByteEdit(), { minLength: 1, maxLength: 5 }))
  .map(([texts, file, edits]) =>
    withFile(texts, file, (bytes) =>
      Uint8Array.from(edits.reduce<readonly number[]>((before, edit) => edit(before), [...bytes])),
    ),
  );

/** One real act file with dossier.yaml. */
function anyRealFile(): fc.Arbitrary<Texts> {
  return fc
    .constantFrom(...real.keys())
    .map((name) => new Map([...real].filter(([other]) => other === name || other === 'dossier.yaml')));
}

function withFile(texts: Texts, file: number, change: (bytes: Uint8Array) => Uint8Array): Case {
  const names = [...texts.keys()];
  const chosen = names[file % names.length];
  return caseOf(
    [...texts].map(([name, text]) => [name, name === chosen ? change(new TextEncoder().encode(text)) : text]),
  );
}

type ByteEdit = (bytes: readonly number[]) => readonly number[];

function anyByteEdit(): fc.Arbitrary<ByteEdit> {
  const byte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(0, 0x09, 0x0d, 0x80, 0xc0, 0xed, 0xef, 0xfe, 0xff),
  );
  const at = fc.nat();
  return fc.oneof(
    fc.tuple(at, byte).map(
      ([n, to]): ByteEdit =>
        (bytes) =>
          bytes.toSpliced(n % Math.max(1, bytes.length), 1, to),
    ),
    fc.tuple(at, fc.array(byte, { minLength: 1, maxLength: 8 })).map(
      ([n, more]): ByteEdit =>
        (bytes) =>
          bytes.toSpliced(n % (bytes.length + 1), 0, ...more),
    ),
    fc.tuple(at, fc.integer({ min: 1, max: 40 })).map(
      ([n, count]): ByteEdit =>
        (bytes) =>
          bytes.toSpliced(n % (bytes.length + 1), count),
    ),
    fc.tuple(at, at, fc.integer({ min: 1, max: 60 })).map(
      ([from, to, count]): ByteEdit =>
        (bytes) => {
          const start = from % (bytes.length + 1);
          return bytes.toSpliced(to % (bytes.length + 1), 0, ...bytes.slice(start, start + count));
        },
    ),
    fc.tuple(at, fc.nat(7)).map(
      ([n, bit]): ByteEdit =>
        (bytes) => {
          const index = n % Math.max(1, bytes.length);
          return bytes.toSpliced(index, 1, (bytes[index] ?? 0) ^ (1 << bit));
        },
    ),
  );
}

function anyBytes(): fc.Arbitrary<Uint8Array> {
  const text = fc.oneof(
    anySigns(100),
    anySoup(),
    anyBase.map((texts) => [...texts.values()].at(-1) ?? ''),
  );
  return fc.oneof(
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(text, fc.constantFrom(utf8, utf16le, utf16be, withoutPairs, latin1))
        .map(([written, encode]) => encode(written)),
    },
    { weight: 6, arbitrary: anySoup().map(utf8) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        new Uint8Array(),
        new Uint8Array(50_000),
        new Uint8Array([0xef, 0xbb]),
        new Uint8Array([0xef, 0xbb, 0xbf]),
        new Uint8Array(3000).fill(0xff),
      ),
    },
  );
}

/** Texts out of the signs that mean something in YAML, and of lines as dossiers have them. */
function anySoup(): fc.Arbitrary<string> {
  const sign = fc.constantFrom(...'-:?,[]{}#&*!|>\'"%@` \t\n\r\\~<=0aé😀\u0000\uFEFF');
  const words = fc.constantFrom(
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
    '\n  ',
    '\n    ',
    'a: ',
    '? ',
    '<<: ',
  );
  return fc
    .array(fc.oneof({ weight: 2, arbitrary: words }, { weight: 3, arbitrary: sign }), { maxLength: 80 })
    .map((parts) => parts.join(''));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16le(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

function utf16be(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
}

/** As UTF-8, but every unit by itself, so that half a character has bytes too. */
function withoutPairs(text: string): Uint8Array {
  return Uint8Array.from(
    [...Array(text.length).keys()].flatMap((index) => {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) return [unit];
      if (unit < 0x800) return [0xc0 | (unit >> 6), 0x80 | (unit & 0x3f)];
      return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)];
    }),
  );
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
