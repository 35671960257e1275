/** A folder as a fuzzed case: what lies in it, and how it is shown where a test fails on it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { LARGEST } from '../../src/store/file.ts';

/** What lies in a folder by one name: bytes, or something that is no readable file. */
export type Content = Uint8Array | Odd;

/** What is no readable file. */
export type Odd = { readonly odd: 'folder' | 'dangling link' | 'looping link' | 'huge file' };

/** A folder: what lies in it by each name. */
export type Case = ReadonlyMap<string, Content>;

/** A case of these contents, texts as UTF-8, that is shown with all that is not printable escaped. */
export function caseOf(contents: Iterable<readonly [name: string, content: string | Content]>): Case {
  const files = new Map<string, Content>();
  for (const [name, content] of contents) {
    files.set(name, typeof content === 'string' ? encoder.encode(content) : content);
  }
  return Object.assign(files, { [fc.toStringMethod]: () => shownCase(files) });
}

/** Lets a body work on a case as a folder on disk, which is gone afterwards. */
export async function onDisk(files: Case, body: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-fuzz-'));
  try {
    for (const [name, content] of files) put(join(folder, name), content);
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of bytes, with U+FFFD for what is none. */
export function textOf(content: Content): string {
  return content instanceof Uint8Array ? new TextDecoder().decode(content) : '';
}

/** The case as a reader can see it, and type it again. */
export function shownCase(files: Case): string {
  return [...files]
    .map(([name, content]) => `\n# ${JSON.stringify(name)}\n${shownContent(content)}`)
    .join('\n');
}

const encoder = new TextEncoder();
const MOST_SHOWN = 8_000;
const UNPRINTABLE = /[^\P{C}\n]|[\p{Zl}\p{Zp}\\]/gu;

function shownContent(content: Content): string {
  if (!(content instanceof Uint8Array)) return `(${content.odd})`;
  const text = readable(content.subarray(0, MOST_SHOWN));
  return content.length > MOST_SHOWN ? `${text}\n(cut here, of ${content.length} bytes)` : text;
}

/** A text with escapes; bytes that are no UTF-8 as \xNN. */
function readable(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.replaceAll(UNPRINTABLE, (sign) =>
      sign === '\\' ? '\\\\' : escaped(sign.codePointAt(0) ?? 0),
    );
  } catch {
    return [...bytes]
      .map((byte) =>
        byte === 0x5c
          ? '\\\\'
          : byte === 0x0a || (byte >= 0x20 && byte < 0x7f)
            ? String.fromCharCode(byte)
            : `\\x${hex(byte, 2)}`,
      )
      .join('');
  }
}

function escaped(point: number): string {
  return point < 0x100 ? `\\x${hex(point, 2)}` : `\\u{${hex(point, 4)}}`;
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

function put(path: string, content: Content): void {
  if (content instanceof Uint8Array) writeFileSync(path, content);
  else if (content.odd === 'folder') mkdirSync(path);
  else if (content.odd === 'dangling link') symlinkSync(`${path}.nowhere`, path);
  else if (content.odd === 'looping link') symlinkSync(path, path);
  else {
    writeFileSync(path, '');
    truncateSync(path, LARGEST + 1);
  }
}
