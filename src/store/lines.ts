/** From the bytes of a file, as they come, to its lines: of a file of any size, little is held at a time. */
import { decodeUtf8, isUtf16 } from './utf8.ts';
import type { YamlProblem } from './yaml.ts';

/** Takes the bytes of a file in pieces, which may end anywhere. */
export interface LineCutter {
  readonly push: (bytes: Uint8Array) => void;
  /** After the last piece: what stands behind the end of the last line is a line too. */
  readonly end: () => void;
}

/** The most bytes that a line may have: an act with thousands of events. */
export const LONGEST = 1_000_000;

/**
 * Cuts bytes into lines, which end with LF or CRLF, and passes on the text of each without its end, and its number from
 * 1. A byte-order mark of UTF-8 is skipped; after one of UTF-16 there are no lines. A line that is too long, or is not
 * UTF-8, is told of instead; of those that are not UTF-8 the first only, since all have one cause.
 */
export function lineCutter(
  take: (text: string, line: number) => void,
  tell: (problem: YamlProblem) => void,
): LineCutter {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  // What has come of a line whose end has not, up to where it is known to be too long.
  let begun: Uint8Array[] = [];
  let length = 0;
  let line = 0;
  let undecoded = false;
  let over = false;
  return { push, end };

  function push(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length; start += AT_ONCE) cut(bytes.subarray(start, start + AT_ONCE));
  }

  function end(): void {
    if (length > 0) takeAll(withBegun(new Uint8Array()));
  }

  function cut(bytes: Uint8Array): void {
    const last = bytes.lastIndexOf(LF);
    if (last !== -1) takeAll(withBegun(bytes.subarray(0, last)));
    const rest = bytes.subarray(last + 1).subarray(0, TOO_LONG - length);
    if (rest.length > 0) begun.push(rest);
    length += rest.length;
  }

  function withBegun(bytes: Uint8Array): Uint8Array {
    const all = length === 0 ? bytes : joined([...begun, bytes]);
    begun = [];
    length = 0;
    return all;
  }

  /** Takes whole lines, the last without its LF; one by one, where not all of them can be decoded. */
  function takeAll(bytes: Uint8Array): void {
    const text = decoded(bytes);
    if (text !== null) for (const one of text.split('\n')) takeText(one);
    else for (const one of linesOf(bytes)) takeBytes(one);
  }

  function takeText(text: string): void {
    if (over) return;
    line += 1;
    const start = line === 1 && text.startsWith('\uFEFF') ? 1 : 0;
    const alone = text.slice(start, text.endsWith('\r') ? -1 : text.length);
    if (isTooLong(alone)) tell({ line, column: 1, what: 'a line of more than 1 MB', instead: SPLIT });
    else take(alone, line);
  }

  function takeBytes(bytes: Uint8Array): void {
    const text = decoded(bytes) ?? (bytes.length < TOO_LONG ? null : new TextDecoder().decode(bytes));
    if (text !== null) takeText(text);
    else notDecoded(bytes);
  }

  function notDecoded(bytes: Uint8Array): void {
    line += 1;
    const found = decodeUtf8(bytes);
    if (found.kind === 'text') throw new Error('what could not be decoded is UTF-8');
    const { column, what, instead } = found;
    if (!undecoded) tell({ line, column, what, instead });
    undecoded = true;
    over ||= line === 1 && isUtf16(bytes);
  }

  function decoded(bytes: Uint8Array): string | null {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  }
}

const LF = 0x0a;
const AT_ONCE = 65_536;
// With a byte-order mark and CR, which are not part of it.
const TOO_LONG = LONGEST + 5;
const SPLIT = 'write one entry to a line, or make several acts of it';

function isTooLong(text: string): boolean {
  // A sign has three bytes at most, or is one of two that have four.
  return 3 * text.length > LONGEST && new TextEncoder().encode(text).length > LONGEST;
}

function* linesOf(bytes: Uint8Array): Iterable<Uint8Array> {
  let start = 0;
  for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  yield bytes.subarray(start);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
