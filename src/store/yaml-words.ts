/** The words for what the YAML parser complains of. */
import type { YAMLError } from 'yaml';

/** What is wrong, and what to write instead. */
export type Words = readonly [what: string, instead: string];

/** The words for a quotation or a bracket that is never closed, by its closing sign. */
export function unclosed(closing: string): Words {
  if (closing === '"' || closing === "'")
    return ['a quotation mark that is never closed', `write ${closing} at its end`];
  const opening = closing === ']' ? '[' : '{';
  return [`${opening} without its ${closing}`, `write ${closing}, and indent every line up to it`];
}

/**
 * The words for a kind of error: `message` is the parser's own account of it, `sign` what stands where it was found.
 * An error that has no words here is told by the first line of the parser's own.
 */
export function wordsFor(
  code: YAMLError['code'],
  message: string,
  sign: string,
  firstInLine: boolean,
): Words {
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
  if (message.startsWith('Block collection'))
    return ['a field or an entry in the line of ---', 'start it in the next line'];
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
