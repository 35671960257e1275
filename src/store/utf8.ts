/** From the bytes of a file to its text. */
import { type Spot, spotsIn } from './spot.ts';

/** A text, or the first place at which the bytes are none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'problem'; readonly what: string; readonly instead: string } & Spot);

/** Reads bytes as UTF-8; a byte-order mark of UTF-8 is skipped, one of UTF-16 is a problem. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  if (isUtf16(bytes)) {
    return { kind: 'problem', line: 1, column: 1, what: 'UTF-16, not UTF-8', instead: SAVE };
  }
  const [first, second, third] = bytes;
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  const text = decoded(body, true);
  return text === null ? firstBadByte(body) : { kind: 'text', text };
}

/** Whether bytes begin with a byte-order mark of UTF-16. */
export function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

const SAVE = 'save the file as UTF-8';

/** The text of the bytes, null if they are not UTF-8; unless `whole`, a last character may be cut short. */
function decoded(bytes: Uint8Array, whole: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: !whole });
  } catch {
    return null;
  }
}

/** By bisection: the decoder says that something is wrong, but not where. */
function firstBadByte(bytes: Uint8Array): Decoded {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decoded(bytes.subarray(0, middle), false) === null) bad = middle;
    else good = middle;
  }
  const text = decoded(bytes.subarray(0, good), false) ?? '';
  const byte = bytes[new TextEncoder().encode(text).length] ?? 0;
  const what = `not UTF-8: byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return { kind: 'problem', ...spotsIn(text)(text.length), what, instead: SAVE };
}
