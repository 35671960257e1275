/** What can go wrong with YAML itself, told in the words of somebody who writes a dossier. */
import { type Document, visit, type YAMLError } from 'yaml';
import type { Spot } from './spot.ts';

/** What is wrong at one offset into a text, and what to write instead. */
export interface Mishap {
  readonly offset: number;
  readonly what: string;
  readonly instead: string;
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
  const openings = openingsIn(document, source);
  const told = errors
    .map((error) => ({ code: error.code, mishap: mishapOf(error, source, spot, openings) }))
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
type Words = readonly [what: string, instead: string];

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

/** Where each quotation or bracketed part begins, by its closing sign and the offset at which it ends. */
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

function mishapOf(
  { code, message, pos }: YAMLError,
  source: string,
  spot: (offset: number) => Spot,
  openings: ReadonlyMap<string, number>,
): Mishap & { readonly open: boolean } {
  const [offset, end] = pos;
  const start = offset - spot(offset).column + 1;
  const tab = code === 'TAB_AS_INDENT' ? offset : LOCAL.has(code) ? -1 : indentingTab(source, start);
  if (tab !== -1)
    return { open: false, offset: tab, what: 'a tab in the indentation', instead: 'indent with spaces' };
  const closing = /closing ["']|end with a [\]}]/.exec(message)?.[0].slice(-1);
  if (closing !== undefined) {
    const [what, instead] = unclosed(closing);
    return { open: true, offset: openings.get(`${closing}${offset}`) ?? offset, what, instead };
  }
  const firstInLine = source.slice(start, offset).trim() === '';
  const [what, instead] = words(code, message, source.slice(offset, end), firstInLine);
  return { open: false, offset, what, instead };
}

/** Where the next entry begins that is not itself within another, which is where the parser finds its feet again. */
function nextEntry(source: string, offset: number): number {
  const length = source.slice(offset).search(/\n[^\s#\]}]/);
  return length === -1 ? source.length : offset + length + 1;
}

/** The offset of a tab before the first word of the line that begins at `start`; -1 if there is none. */
function indentingTab(source: string, start: number): number {
  let offset = start;
  while (source[offset] === ' ') offset += 1;
  return source[offset] === '\t' ? offset : -1;
}

function unclosed(closing: string): Words {
  if (closing === '"' || closing === "'")
    return ['a quotation mark that is never closed', `write ${closing} at its end`];
  const opening = closing === ']' ? '[' : '{';
  return [`${opening} without its ${closing}`, `write ${closing}, and indent every line up to it`];
}

/** The words for a kind of error; `sign` is what stands where it was found, `message` the parser's own account. */
function words(code: Code, message: string, sign: string, firstInLine: boolean): Words {
  switch (code) {
    case 'BAD_SCALAR_START':
      return [`text that begins with ${sign.charAt(0)}`, QUOTED];
    case 'BAD_DQ_ESCAPE':
      return [
        `not an escape: ${/\\\S*/.exec(message)?.[0]}`,
        'write \\\\ for a backslash, or put the text in single quotation marks',
      ];
    case 'BAD_ALIAS':
      return ['* or & without a name', 'put text that begins with * or & in quotation marks'];
    case 'ALIAS_PROPS':
      return ['an alias with a name or a tag of its own', 'write the alias alone'];
    case 'MULTIPLE_ANCHORS':
      return ['a second & for one value', 'keep one of them'];
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
      return ['tags have no meaning here', 'leave it out, or put text that begins with ! in quotation marks'];
    case 'BAD_DIRECTIVE':
      return ['a line that begins with %', 'take it out'];
    case 'BAD_INDENT':
      return badIndent(message);
    case 'MISSING_CHAR':
      return missing(message);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return sign.startsWith('-') || message.includes('sequence')
        ? STRAY_ENTRY
        : ['a second colon in one line', 'put text with a colon in quotation marks'];
    case 'MULTILINE_IMPLICIT_KEY':
      return sign.startsWith('-') ? STRAY_ENTRY : RUN_ON;
    case 'BLOCK_IN_FLOW':
      return NO_COMMA;
    case 'KEY_OVER_1024_CHARS':
      return ['a field name of more than 1024 characters', 'write FIELD: VALUE'];
    case 'UNEXPECTED_TOKEN':
      return unexpected(message, sign, firstInLine);
    default:
      return unforeseen(message);
  }
}

const QUOTED = 'put it in quotation marks';
const STRAY_ENTRY: Words = [
  'a list entry where a field should stand',
  'start it in the same column as the entries before it',
];
const RUN_ON: Words = [
  'text that runs on into a line with a colon',
  'write FIELD: VALUE in one line, each field in the same column',
];
const NO_COMMA: Words = [
  'no comma between the parts in brackets',
  'write one, or put the whole text in quotation marks',
];

function badIndent(message: string): Words {
  if (message.includes('mapping items'))
    return ['a field in another column than those before it', 'start it in the same column'];
  if (message.includes('sequence items'))
    return ['an entry in another column than those before it', 'start it in the same column'];
  return ['a line of text indented less than the first', 'indent all its lines alike'];
}

function missing(message: string): Words {
  if (message.includes('Implicit map keys')) return ['no colon after it', 'write FIELD: VALUE'];
  if (message.includes('without - indicator')) {
    return [
      'neither a list entry nor part of the one before it',
      'begin it with "- ", or in the same column as the fields before it',
    ];
  }
  if (message.startsWith('Missing ,')) return NO_COMMA;
  if (message.startsWith('Missing space after :')) return ['no space after the colon', 'write FIELD: VALUE'];
  if (message.startsWith('Comments')) return ['# right after a value', 'leave a space before a comment'];
  if (message.startsWith('Missing directives-end'))
    return ['no --- after the lines that begin with %', 'take these out'];
  if (message.startsWith('Tags and anchors')) return ['& or ! with no space after its name', 'write one'];
  return unforeseen(message);
}

function unexpected(message: string, sign: string, firstInLine: boolean): Words {
  if (message.startsWith('Block scalar header'))
    return ['text right after | or >', 'start it in the next line'];
  if (sign === ']' || sign === '}')
    return [`${sign} that closes nothing`, 'take it out, or put the whole text in quotation marks'];
  if (sign === ',') return ['a comma with nothing before it', 'take it out'];
  if (sign.startsWith('-')) return STRAY_ENTRY;
  if (firstInLine)
    return [
      'a line that belongs to nothing before it',
      'start it in the same column as the entries or fields before it',
    ];
  return ['more text after the end of the value', 'put the whole text in quotation marks'];
}

function unforeseen(message: string): Words {
  const [line = ''] = message.split('\n');
  return [`not YAML: ${line}`, 'look at this line and the one before it'];
}
