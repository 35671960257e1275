import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Pieces, unpack } from '../../src/store/unpack.ts';
import { packings, zstdOf } from './packing.ts';

const TEXT = Array.from({ length: 20_000 }, (_, n) => `line ${n % 10}\n`).join('');
/** The same, packed by `zstd -19 --check`: two blocks, of which the second repeats what stands in the first. */
const REAL_ZSTD = Buffer.from(
  'KLUv/aTgIgIAZAEAsGxpbmUgMApsaW5lIDEyMzQ1Njc4OQoJoBDI7eeQU+u3/0mGj3EcBwxpQCRFAAAAAQDdIuEDENz5Tzk=',
  'base64',
);
const CUT_SHORT = {
  what: expect.stringContaining('end too early'),
  instead: 'copy the file again, or pack it again',
};

/** What comes out of bytes that are read in pieces of this size, and what is wrong with them. */
async function unpacked(name: string, bytes: Uint8Array, size = 65_536) {
  let text = '';
  const damage = await unpack(name, piecesOf(bytes, size), (piece) => {
    text += Buffer.from(piece).toString('latin1');
  });
  return { text, damage };
}

async function* piecesOf(bytes: Uint8Array, size: number): Pieces {
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start);
    yield bytes.subarray(start, start + size);
  }
}

const packed = [
  ['plain', 'a.ndjson', Buffer.from(TEXT)],
  ['gzip', 'a.ndjson.gz', gzipSync(TEXT)],
  ['zstd', 'a.ndjson.zst', REAL_ZSTD],
  ['zstd, in raw blocks', 'a.ndjson.zst', zstdOf(TEXT)],
] as const;

describe('a packed file is unpacked', () => {
  test.each(packed)('%s', async (_, name, bytes) => {
    expect(await unpacked(name, bytes)).toEqual({ text: TEXT, damage: null });
  });

  test.each(packed.filter(([, , { length }]) => length < 10_000))(
    'byte by byte: %s',
    async (_, name, bytes) => {
      expect(await unpacked(name, bytes, 1)).toEqual({ text: TEXT, damage: null });
    },
  );

  test.each(packed)('twice, one after the other: %s', async (_, name, bytes) => {
    expect(await unpacked(name, Buffer.concat([bytes, bytes]))).toEqual({ text: TEXT + TEXT, damage: null });
  });

  test.each(Object.entries(packings))('that holds nothing: "%s"', async (ending, pack) => {
    expect(await unpacked(`a.ndjson${ending}`, pack(''))).toEqual({ text: '', damage: null });
  });

  test('with zstd, among many parts that hold nothing or are to be skipped', async () => {
    const skipped = [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];
    const empty = Array.from({ length: 5_000 }, () => [...zstdOf(''), ...skipped]).flat();
    const bytes = Uint8Array.from([...empty, ...REAL_ZSTD, ...empty]);
    expect(await unpacked('a.ndjson.zst', bytes)).toEqual({ text: TEXT, damage: null });
  });
});

describe('of a packed file that is not whole', () => {
  test.each([
    ['gzip', 'a.ndjson.gz', gzipSync(TEXT)],
    ['zstd', 'a.ndjson.zst', REAL_ZSTD],
  ])('the end is missed, wherever it was cut off: %s', async (_, name, bytes) => {
    for (let length = 0; length < bytes.length; length += 1) {
      expect((await unpacked(name, bytes.subarray(0, length))).damage).toEqual(CUT_SHORT);
      expect((await unpacked(name, Buffer.concat([bytes, bytes.subarray(0, length)]))).damage).toEqual(
        length === 0 ? null : CUT_SHORT,
      );
    }
  });

  test.each([
    ['gzip', 'a.ndjson.gz', gzipSync(TEXT)],
    ['zstd', 'a.ndjson.zst', REAL_ZSTD],
  ])('no wrong bit passes for a right one: %s', async (packing, name, bytes) => {
    let told = 0;
    for (let bit = 0; bit < 8 * bytes.length; bit += 3) {
      const spoilt = Uint8Array.from(bytes);
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const { text, damage } = await unpacked(name, spoilt);
      if (damage === null) expect(text).toBe(TEXT);
      else if (damage.what.startsWith('broken')) {
        expect(damage).toEqual({
          what: `broken ${packing} data, or none`,
          instead: `pack the file again with ${packing}`,
        });
        told += 1;
      } else expect(damage).toEqual(CUT_SHORT);
    }
    expect(told).toBeGreaterThan(bytes.length);
  });

  test.each([
    ['gzip', 'a.ndjson.gz'],
    ['zstd', 'a.ndjson.zst'],
  ])('nothing is taken for what it is not: %s', async (packing, name) => {
    const damage = {
      what: `broken ${packing} data, or none`,
      instead: `pack the file again with ${packing}`,
    };
    for (const bytes of [Buffer.from(TEXT), Buffer.alloc(100_000), Buffer.alloc(70_000, 0xff)])
      expect(await unpacked(name, bytes)).toEqual({ text: '', damage });
  });

  test('what follows the end is not passed over: gzip', async () => {
    for (const more of ['\0', '\0\0a', `\0${'a'.repeat(100_000)}`, 'a'.repeat(30)])
      expect(
        (await unpacked('a.gz', Buffer.concat([gzipSync(TEXT), Buffer.from(more)]))).damage,
      ).not.toBeNull();
  });

  test('a part that needs more memory than there is, as it says, is broken: zstd', async () => {
    const { text, damage } = await unpacked(
      'a.zst',
      Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xff, 1, 0, 0]),
    );
    expect([text, damage?.what]).toEqual(['', 'broken zstd data, or none']);
  });
});

describe('what goes wrong otherwise is not the file that is broken', () => {
  test.each(['a.ndjson', 'a.ndjson.gz', 'a.ndjson.zst'])('where it is read: %s', async (name) => {
    async function* failing(): Pieces {
      yield name.endsWith('.gz') ? gzipSync(TEXT) : REAL_ZSTD;
      throw new Error('the disk is gone');
    }
    await expect(unpack(name, failing(), () => {})).rejects.toThrow('the disk is gone');
  });

  test.each(packed)('where it is used: %s', async (_, name, bytes) => {
    const failing = () => {
      throw new Error('a slip');
    };
    await expect(unpack(name, piecesOf(bytes, 100), failing)).rejects.toThrow('a slip');
  });
});
