/** Packed files for the tests. */
import { gzipSync } from 'node:zlib';

/** The ways in which a file of lines may be packed, by the ending of its name. */
export const packings = { '': bytesOf, '.gz': gzipSync, '.zst': zstdOf } as const;

/**
 * As zstd writes what it cannot make smaller (RFC 8878): one frame without a checksum, of raw blocks. No package at hand
 * packs with zstd.
 */
export function zstdOf(content: string | Uint8Array): Uint8Array {
  const bytes = bytesOf(content);
  const frame = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58];
  for (let start = 0, last = 0; last === 0; start += LARGEST_BLOCK) {
    const block = bytes.subarray(start, start + LARGEST_BLOCK);
    last = start + LARGEST_BLOCK >= bytes.length ? 1 : 0;
    const header = (block.length << 3) | last;
    frame.push(header & 0xff, (header >> 8) & 0xff, header >> 16, ...block);
  }
  return Uint8Array.from(frame);
}

const LARGEST_BLOCK = 65_536;

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
