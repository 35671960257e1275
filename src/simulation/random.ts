/**
 * Chance by counting instead of by memory: what is drawn in a run depends on the seed, the number of the run and the
 * number of what is drawn, and on nothing that was drawn before. Threefry-2x32 with its twenty rounds (Salmon, Moraes,
 * Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", 2011), by the authors' constants.
 */

/** Two words of 32 bits, as signed whole numbers. */
export interface Words {
  first: number;
  second: number;
}

/** Draws two words for a thing in a run, each of these numbers below 2³²; a seed is a whole number below 2⁵³. */
export function draw(seed: number, run: number, thing: number, into: Words): void {
  const key0 = seed | 0;
  const key1 = Math.floor(seed / WORD) | 0;
  const key2 = PARITY ^ key0 ^ key1;
  let a = (run + key0) | 0;
  let b = (thing + key1) | 0;
  // Written out: a loop over the rotations costs twice as much.
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + key1) | 0;
  b = (b + key2 + 1) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + key2) | 0;
  b = (b + key0 + 2) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + key0) | 0;
  b = (b + key1 + 3) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + key1) | 0;
  b = (b + key2 + 4) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  into.first = (a + key2) | 0;
  into.second = (b + key0 + 5) | 0;
}

/** Of so many numbers from 0 on, all as likely, the one on which a word falls. */
export function among(count: number, word: number): number {
  return Math.floor(((word >>> 0) / WORD) * count);
}

/** Whether something happens that does so in this share of all cases. */
export function isIn(share: number, word: number): boolean {
  return (word >>> 0) / WORD < share;
}

const WORD = 2 ** 32;
const PARITY = 0x1bd11bda;
