/** YAML as a dossier is written in it: every value is the text that stands there, and every value has its place. */
import { Composer, type CST, Lexer, type ParsedNode, Parser } from 'yaml';
import { FOREIGN } from './signs.ts';
import { type Spot, spotsIn } from './spot.ts';
import { foreign, type Mishap, mishapsIn } from './yaml-mishaps.ts';
import { type Located, valuesIn } from './yaml-values.ts';

/** What is wrong at one place of a YAML text, and what to write instead. */
export interface YamlProblem extends Spot {
  readonly what: string;
  readonly instead: string;
}

/** A YAML text that could be read, or all that keeps it from being read. */
export type Yaml =
  | {
      readonly kind: 'parsed';
      /** Texts, lists and maps of them; null where nothing is written. */
      readonly value: unknown;
      /**
       * Where a value stands, or with `atKey` its field name; through aliases. A path that leads nowhere gives the
       * last place on it that exists, so that a missing field is told where its map begins.
       */
      readonly locate: (path: readonly (string | number)[], atKey: boolean) => Spot;
    }
  | { readonly kind: 'problems'; readonly problems: readonly YamlProblem[] };

/**
 * Reads one YAML 1.2 document by the failsafe schema: 2015, 012, no and ~ stay as written. Tags, a second document,
 * a field name twice in a map, aliases that lead back into themselves or grow out of proportion, and nesting
 * deeper than any dossier's are problems. Takes time and memory linear in the text, of which `firstLine` is the number
 * of the first line.
 */
export function parseYaml(text: string, firstLine = 1): Yaml {
  const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const spot = spotsIn(source, firstLine);
  const found = read(source, spot);
  if (found.mishaps.length === 0) {
    const { value, offsetOf } = found.located;
    return { kind: 'parsed', value, locate: (path, atKey) => spot(offsetOf(path, atKey)) };
  }
  const problems = found.mishaps.map(({ offset, what, instead }) => ({ ...spot(offset), what, instead }));
  return { kind: 'problems', problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

const BYTE_ORDER_MARK = '\uFEFF';
// Some of them are the lexer's own marks.
const ALL_FOREIGN = new RegExp(FOREIGN, 'gu');
// An event's account lies seven levels deep. The composer recurses, and where the stack ends inside one of its
// regular expressions V8 ends the process: the depth must be known before composing begins.
const DEEPEST = 100;
// The shortest acts have 400 to the kilobyte. Brackets and commas have a thousand, each perhaps an error of its own.
const MOST_LEXEMES = 1_000_000;

interface Found {
  readonly located: Located;
  readonly mishaps: readonly Mishap[];
}

const NOTHING: Located = { value: null, offsetOf: () => 0 };

function read(source: string, spot: (offset: number) => Spot): Found {
  const foreign = foreignIn(source, spot);
  if (foreign.length > 0) return { located: NOTHING, mishaps: foreign };
  const { tokens, mishap } = tokensOf(source);
  if (mishap !== null) return { located: NOTHING, mishaps: [mishap] };

  const composer = new Composer({ schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false });
  const [document] = [...composer.compose(tokens, true, source.length)];
  if (document === undefined) throw new Error('the composer gave no document');
  const { mishaps, whole } = mishapsIn(document, source, spot);
  const second = tokens.filter((token) => token.type === 'document')[1];
  const others = second === undefined ? mishaps : [...mishaps, secondDocument(second.offset)];
  // Where the structure itself is broken, what is nested in what is only the parser's guess.
  if (!whole) return { located: NOTHING, mishaps: others };
  const contents: ParsedNode | null = document.contents;
  const { located, mishaps: more } = valuesIn(contents, (offset) => spot(offset).line);
  return { located, mishaps: [...others, ...more] };
}

function foreignIn(source: string, spot: (offset: number) => Spot): Mishap[] {
  const byLine = new Map<number, Mishap>();
  for (const { 0: sign, index } of source.matchAll(ALL_FOREIGN)) {
    const { line } = spot(index);
    if (!byLine.has(line)) byLine.set(line, foreign(sign, index));
  }
  return [...byLine.values()];
}

/** The tokens of the text up to the end of a second document, or up to what belongs to no document. */
function tokensOf(source: string): { readonly tokens: readonly CST.Token[]; readonly mishap: Mishap | null } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let documents = 0;
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(source)) {
    lexemes += 1;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'document') documents += 1;
      if (token.type === 'error' || documents > 1) return { tokens, mishap: null };
    }
    const offset = parser.offset - lexeme.length;
    if (parser.stack.length > DEEPEST + 1) return { tokens, mishap: tooDeep(offset) };
    if (lexemes > MOST_LEXEMES) return { tokens, mishap: tooMany(offset) };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, mishap: null };
}

function secondDocument(offset: number): Mishap {
  return { offset, what: 'a second document', instead: 'keep one to a file' };
}

function tooDeep(offset: number): Mishap {
  const instead = 'put text with brackets in quotation marks, or nest less deeply';
  return { offset, what: `nested more than ${DEEPEST} levels deep`, instead };
}

function tooMany(offset: number): Mishap {
  const what = `too large: more than ${MOST_LEXEMES} words and signs`;
  return { offset, what, instead: 'split the file, for example by year' };
}
