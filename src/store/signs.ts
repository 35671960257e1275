/** Signs that no text has: what a terminal or a page would obey, and what is only half a character. */

/** Whether a text holds half a character. */
export function holdsHalf(text: string): boolean {
  return LONE_SURROGATE.test(text);
}

/** The first sign of a text that a terminal or a page may obey; null where there is none. */
export function unfitSign(text: string): string | null {
  return UNFIT.exec(text)?.[0] ?? null;
}

/** What may not stand in a file, not even between the values: not characters of YAML (1.2.2, section 5.1). */
export const FOREIGN = /[^\P{Cc}\t\n\r\x85]|\r(?!\n)|\uFEFF/u;

const LONE_SURROGATE = /\p{Cs}/u;
// Control signs, and those that turn the direction of what follows.
const UNFIT = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u;
