/** Where a text ceases to be JSON, told in the words of somebody who writes a dossier. */
import { shownName } from '../events/fields.ts';
import { type Mishap, notText } from './yaml-mishaps.ts';
import { unclosed } from './yaml-words.ts';

/** The first place at which a text ceases to be JSON (RFC 8259); null where it is JSON. Takes time linear in the text. */
export function faultIn(text: string): Mishap | null {
  // The signs that open a list or an object, and have not been closed.
  const open: Part[] = [];
  let expected: Expected = 'value';
  let before: Part | null = null;
  for (let part = partAt(text, 0); ; part = partAt(text, part.end)) {
    if (part.kind === 'fault') return part.fault;
    if (part.kind === 'end') return atEnd(open, before);
    const next = follow(part, expected, open, before);
    if (typeof next !== 'string') return next;
    expected = next;
    before = part;
  }
}

/** What may come next: `item` and `field` are the first of a list or an object, which may be empty. */
type Expected = 'value' | 'item' | 'field' | 'name' | 'colon' | 'next';

interface Part {
  /** A bracket, a comma or a colon; a text in quotation marks; any other word. */
  readonly kind: 'sign' | 'text' | 'word';
  readonly sign: string;
  readonly offset: number;
  readonly end: number;
}

type Found =
  | Part
  | { readonly kind: 'end'; readonly end: number }
  | { readonly kind: 'fault'; readonly fault: Mishap; readonly end: number };

const CLOSING = new Map([
  ['{', '}'],
  ['[', ']'],
]);
const SIGNS = '{}[]:,';
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const IN_ONE_LINE = 'write each entry in one line, as in {"act": "opening", …}';
const FIELD = 'write "FIELD": VALUE';

/** What is expected after a part, or what is wrong with it where it stands. */
function follow(part: Part, expected: Expected, open: Part[], before: Part | null): Expected | Mishap {
  switch (expected) {
    case 'item':
      return part.sign === ']' ? closed(open) : value(part, open, before);
    case 'value':
      return value(part, open, before);
    case 'field':
      return part.sign === '}' ? closed(open) : name(part, before);
    case 'name':
      return name(part, before);
    case 'colon':
      return part.sign === ':'
        ? 'value'
        : { offset: part.offset, what: 'no colon after the field name', instead: FIELD };
    case 'next':
      return next(part, open);
    default:
      return expected satisfies never;
  }
}

function closed(open: Part[]): Expected {
  open.pop();
  return 'next';
}

function value(part: Part, open: Part[], before: Part | null): Expected | Mishap {
  const { kind, sign, offset } = part;
  if (kind === 'text' || (kind === 'word' && LITERAL.test(sign))) return 'next';
  if (kind === 'word' && sign.startsWith("'")) return { offset, ...SINGLE };
  if (kind === 'word') {
    const instead =
      open.length === 0 ? IN_ONE_LINE : (MEANT.get(sign.toLowerCase()) ?? 'put it in quotation marks');
    return { offset, what: `text without quotation marks: ${shownName(sign)}`, instead };
  }
  if (CLOSING.has(sign)) {
    open.push(part);
    return sign === '{' ? 'field' : 'item';
  }
  if (before?.sign === ':') return { offset, what: 'no value after the colon', instead: 'write it, or null' };
  if (sign === ',') return { offset, what: 'a comma with nothing before it', instead: TAKE_OUT };
  if (sign === ':') return { offset, what: 'a colon with no field name before it', instead: FIELD };
  if (before?.sign === ',') return nothingAfter(before);
  return { offset, what: `${sign} that closes nothing`, instead: TAKE_OUT };
}

const TAKE_OUT = 'take it out';
const SINGLE = { what: 'a single quotation mark', instead: 'write double ones' };

/** What the words of other languages are in JSON. */
const MEANT = new Map(
  Object.entries({
    true: 'write true',
    false: 'write false',
    none: 'write null',
    nil: 'write null',
    nan: 'write null',
  }),
);

function name(part: Part, before: Part | null): Expected | Mishap {
  const { kind, sign, offset } = part;
  if (kind === 'text') return 'colon';
  if (sign === '}' && before?.sign === ',') return nothingAfter(before);
  if (kind === 'word' && sign.startsWith("'")) return { offset, ...SINGLE };
  if (kind === 'word')
    return { offset, what: `a field name without quotation marks: ${shownName(sign)}`, instead: FIELD };
  return { offset, what: 'no field name', instead: FIELD };
}

function nothingAfter({ offset }: Part): Mishap {
  return { offset, what: 'a comma with nothing after it', instead: TAKE_OUT };
}

function next({ sign, offset }: Part, open: Part[]): Expected | Mishap {
  const opening = open.at(-1);
  if (opening === undefined) {
    if (sign === ',') return { offset, what: 'a comma after the entry', instead: TAKE_OUT };
    return { offset, what: 'more text after the entry', instead: 'write each entry in a line of its own' };
  }
  if (sign === ',') return opening.sign === '{' ? 'name' : 'value';
  const closing = CLOSING.get(opening.sign);
  if (sign === closing) return closed(open);
  if (sign === ']' || sign === '}')
    return { offset, what: `${sign} where ${closing} should stand`, instead: `write ${closing} first` };
  return { offset, what: 'no comma before it', instead: 'write one' };
}

function atEnd(open: readonly Part[], before: Part | null): Mishap | null {
  if (before === null) return { offset: 0, what: 'nothing is written', instead: IN_ONE_LINE };
  const opening = open.at(-1);
  if (opening === undefined) return null;
  const closing = CLOSING.get(opening.sign);
  const instead = `write ${closing} at its end; an entry stands whole in one line`;
  return { offset: opening.offset, what: `${opening.sign} without its ${closing}`, instead };
}

function partAt(text: string, from: number): Found {
  const offset = skipped(text, from, BLANK);
  const sign = text.charAt(offset);
  if (sign === '') return { kind: 'end', end: offset };
  if (SIGNS.includes(sign)) return { kind: 'sign', sign, offset, end: offset + 1 };
  if (sign === '"') return quotedAt(text, offset);
  let end = skipped(text, offset, WORD);
  while (BLANKS.includes(text.charAt(end - 1))) end -= 1;
  return { kind: 'word', sign: text.slice(offset, end), offset, end };
}

const BLANKS = ' \t\r\n';
const BLANK = /[ \t\r\n]*/y;
const WORD = /[^"{}[\]:,]+/y;

function skipped(text: string, from: number, what: RegExp): number {
  what.lastIndex = from;
  what.test(text);
  return what.lastIndex;
}

/** A text in quotation marks, of which the sign is its opening one; or what is wrong within it. */
function quotedAt(text: string, offset: number): Found {
  for (let at = offset + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') return { kind: 'text', sign, offset, end: at + 1 };
    if (sign === '\\') {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return fault(wrongEscape(text, at));
      at += 1;
    }
    if (sign === '\t') return fault({ offset: at, what: 'a tab in a text', instead: 'write \\t' });
    if (sign < ' ') return fault(notText(sign, at));
  }
  const [what, instead] = unclosed('"');
  return fault({ offset, what, instead });
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
const WRONG_ESCAPE = /\\(?:u[0-9A-Fa-f]{0,3}|.)?/uy;

function wrongEscape(text: string, offset: number): Mishap {
  WRONG_ESCAPE.lastIndex = offset;
  const [wrong] = WRONG_ESCAPE.exec(text) ?? [];
  return { offset, what: `not an escape: ${wrong}`, instead: 'write \\\\ for a backslash' };
}

function fault(mishap: Mishap): Found {
  return { kind: 'fault', fault: mishap, end: mishap.offset };
}
