/** From a file that may be packed, with gzip or with zstd, to what it holds, piece by piece. */
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { errorCode } from './error-code.ts';

/** The bytes of a file as they come. */
export type Pieces = AsyncIterable<Uint8Array>;

/** Why a packed file cannot be unpacked to its end, and what to do. */
export interface Damage {
  readonly what: string;
  readonly instead: string;
}

type Take = (piece: Uint8Array) => void;

/** Unpacks a file as the ending of its name says, and passes on each piece; null where it came to the end. */
export function unpack(name: string, packed: Pieces, take: Take): Promise<Damage | null> {
  if (name.endsWith('.gz')) return gunzip(packed, take);
  return name.endsWith('.zst') ? unzstd(packed, take) : passOn(packed, take);
}

async function passOn(pieces: Pieces, take: Take): Promise<null> {
  for await (const piece of pieces) take(piece);
  return null;
}

async function gunzip(packed: Pieces, take: Take): Promise<Damage | null> {
  const unpacked = createGunzip({ chunkSize: 65_536 });
  let length = 0;
  async function* counted(): Pieces {
    for await (const piece of packed) {
      length += piece.length;
      yield piece;
    }
  }
  try {
    await pipeline(counted, unpacked, (pieces: Pieces) => passOn(pieces, take));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'Z_BUF_ERROR') return cutShort('gzip');
    // Aborted is the reading of a file that goes on behind the end.
    if (code.startsWith('Z_') || code === 'ABORT_ERR') return broken('gzip');
    throw error;
  }
  // So it may, too, without a word.
  return unpacked.bytesWritten === length ? null : broken('gzip');
}

/**
 * By the reference decoder, compiled to WebAssembly, which asks for a piece when it has done with the one before. Of an
 * error it does not tell, but from there on gives nothing, again and again.
 */
async function unzstd(packed: Pieces, take: Take): Promise<Damage | null> {
  const { ZSTDDecoder } = await import('zstddec/stream');
  const decoder = new ZSTDDecoder();
  await decoder.init();
  const waiting: Uint8Array[] = [];
  const unpacked = decoder.decodeStreaming(takenFrom(waiting));
  let atWork = 0;
  for await (const piece of packed) {
    if (piece.length === 0) continue;
    waiting.push(piece);
    const damage = stepWhile(() => waiting.length > 0);
    if (damage !== null) return damage;
    atWork = piece.length;
  }
  return atWork === 0 ? cutShort('zstd') : stepWhile(() => true);

  /** Goes on for as long as there is reason to, or to the end. A step that gives nothing takes a byte, most often. */
  function stepWhile(reason: () => boolean): Damage | null {
    for (let idle = 0; reason(); idle += 1) {
      const step = stepOf(unpacked);
      if (step === null || 'what' in step) return step;
      if (idle > atWork + MOST_IDLE) return broken('zstd');
      if (step.length === 0) continue;
      idle = 0;
      take(step);
    }
    return null;
  }
}

// After as many steps without any progress the decoder speaks of an error.
const MOST_IDLE = 16;

function* takenFrom(waiting: Uint8Array[]): Generator<Uint8Array> {
  for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) yield piece;
}

/** The next that is unpacked; null at the end. */
function stepOf(unpacked: Generator<Uint8Array>): Uint8Array | Damage | null {
  try {
    const { value, done } = unpacked.next();
    return done === true ? null : value;
  } catch (error) {
    return error instanceof Error && error.message.startsWith('Incomplete')
      ? cutShort('zstd')
      : broken('zstd');
  }
}

function cutShort(packing: string): Damage {
  return { what: `the ${packing} data end too early`, instead: 'copy the file again, or pack it again' };
}

function broken(packing: string): Damage {
  return { what: `broken ${packing} data, or none`, instead: `pack the file again with ${packing}` };
}
