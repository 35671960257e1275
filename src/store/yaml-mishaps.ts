/** What can go wrong with YAML itself, told in the words of somebody who writes a dossier. */
import { type Document, visit, type YAMLError } from 'yaml';
import type { Spot } from './spot.ts';
import { unclosed, wordsFor } from './yaml-words.ts';

/** What is wrong at one offset into a text, and what to write instead. */
export interface Mishap {
  readonly offset: number;
  readonly what: string;
  readonly instead: string;
}

/** What is wrong with a sign that no text has, as it stands in a file or as an escape stands for it. */
export function notText(sign: string, offset: number): Mishap {
  const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { offset, what: `a sign that is not text: U+${code}`, instead: 'take it out' };
}

/** What is wrong with a sign that may stand nowhere in a file. */
export function foreign(sign: string, offset: number): Mishap {
  const mishap = notText(sign, offset);
  return sign === '\r' ? { ...mishap, instead: 'end lines with LF or CRLF' } : mishap;
}

/**
 * All syntax errors of a document, in the order of the text. One broken line breaks much that follows it: of errors
 * in the structure, each line tells its first, and what is opened and never closed is the last of its entry.
 * `whole` tells whether the structure can be trusted all the same.
 */
export function mishapsIn(
  document: Document.Parsed,
  source: string,
  spot: (offset: number) => Spot,
): { readonly mishaps: readonly Mishap[]; readonly whole: boolean } {
  const errors = [...document.errors, ...document.warnings];
  if (errors.length === 0) return { mishaps: [], whole: true };
  const text: Text = { source, spot, openings: openingsIn(document, source), words: new Map() };
  const told = errors
    .map((error) => ({ code: error.code, mishap: mishapOf(error, text) }))
    .sort((a, b) => a.mishap.offset - b.mishap.offset || rank(a.code) - rank(b.code));
  const broken = new Set<number>();
  let resumed = 0;
  const first = told.filter(({ code, mishap: { offset, open } }) => {
    if (LOCAL.has(code)) return true;
    const { line } = spot(offset);
    if (broken.has(line) || offset < resumed) return false;
    broken.add(line);
    if (open) resumed = nextEntry(source, offset);
    return true;
  });
  return { mishaps: first.map(({ mishap }) => mishap), whole: broken.size === 0 };
}

type Code = YAMLError['code'];

interface Text {
  readonly source: string;
  readonly spot: (offset: number) => Spot;
  /** Where each quotation or bracketed part begins, by its closing sign and the offset at which it ends. */
  readonly openings: ReadonlyMap<string, number>;
  /** Where the first sign of a line stands that is no space, by the offset at which the line begins. */
  readonly words: Map<number, number>;
}

/** Errors within one value, which leave the structure around it as it is. */
const LOCAL: ReadonlySet<Code> = new Set<Code>([
  'BAD_DQ_ESCAPE',
  'BAD_SCALAR_START',
  'BAD_COLLECTION_TYPE',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
  'TAG_RESOLVE_FAILED',
]);
const CLOSINGS = new Map([
  ['"', '"'],
  ["'", "'"],
  ['[', ']'],
  ['{', '}'],
]);

/** A text that runs over a line's end is the cause where it is said to hold a second colon as well. */
function rank(code: Code): number {
  return code === 'MULTILINE_IMPLICIT_KEY' ? 0 : 1;
}

function openingsIn(document: Document.Parsed, source: string): Map<string, number> {
  const openings = new Map<string, number>();
  visit(document, {
    Node: (_, { range }) => {
      if (!range) return;
      const closing = CLOSINGS.get(source.charAt(range[0]));
      const key = `${closing}${range[1]}`;
      if (closing !== undefined && !openings.has(key)) openings.set(key, range[0]);
    },
  });
  return openings;
}

function mishapOf({ code, message, pos }: YAMLError, text: Text): Mishap & { readonly open: boolean } {
  const [offset, end] = pos;
  const word = firstWord(offset - text.spot(offset).column + 1, text);
  const tabbed = text.source[word] === '\t' && !LOCAL.has(code);
  if (code === 'TAB_AS_INDENT' || tabbed) {
    const tab = code === 'TAB_AS_INDENT' ? offset : word;
    return { open: false, offset: tab, what: 'a tab in the indentation', instead: 'indent with spaces' };
  }
  const closing = /closing ["']|end with a [\]}]/.exec(message)?.[0].slice(-1);
  if (closing !== undefined) {
    const [what, instead] = unclosed(closing);
    return { open: true, offset: text.openings.get(`${closing}${offset}`) ?? offset, what, instead };
  }
  const [what, instead] = wordsFor(code, message, text.source.slice(offset, end), offset <= word);
  return { open: false, offset, what, instead };
}

/** The offset of the first sign that is no space in the line that begins at `start`; sought once in each line. */
function firstWord(start: number, { source, words }: Text): number {
  const known = words.get(start);
  if (known !== undefined) return known;
  let offset = start;
  while (source[offset] === ' ') offset += 1;
  words.set(start, offset);
  return offset;
}

/** Where the next entry begins that is not itself within another: there the parser finds its feet again. */
function nextEntry(source: string, offset: number): number {
  const length = source.slice(offset).search(/\n[^\s#\]}]/);
  return length === -1 ? source.length : offset + length + 1;
}
