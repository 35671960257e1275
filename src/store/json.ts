/** JSON as an entry is written in it, in one line: read as fast as it can be, and looked at closely where it is odd. */
import { isMap } from '../events/read.ts';
import { faultIn } from './json-fault.ts';
import { FOREIGN, holdsHalf, unfitSign } from './signs.ts';
import { parseYaml, type YamlProblem } from './yaml.ts';
import { foreign, type Mishap } from './yaml-mishaps.ts';

/** A value, or all that keeps a text from having one. */
export type Json =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problems'; readonly problems: readonly YamlProblem[] };

/**
 * Reads the JSON (RFC 8259) of one line, which has this number in its file. What JSON leaves open is a problem as it is
 * in YAML: a field name twice in an object, half a character, a sign that is not text, nesting deeper than any dossier's.
 */
export function parseJson(text: string, line: number): Json {
  const odd = ODD.test(text);
  const sign = odd ? FOREIGN.exec(text) : null;
  if (sign !== null) return refused(foreign(sign[0], sign.index), line);
  const parsed = parsedOrNot(text);
  if (parsed.kind === 'not') {
    const fault = faultIn(text);
    if (fault === null) throw new Error(`not JSON, though nothing is wrong with it: ${text}`);
    return refused({ ...fault, what: `not JSON: ${fault.what}` }, line);
  }
  const { value } = parsed;
  // Of two fields by one name JSON keeps one.
  if (namesIn(value, 0) === namesWrittenIn(text) && (!odd || isFit(value))) return { kind: 'value', value };
  // JSON is YAML, of which all this is told with its place.
  const yaml = parseYaml(text, line);
  return yaml.kind === 'problems' ? yaml : { kind: 'value', value };
}

// What a text may not hold, and the sign by which it may hold it all the same: by code units, which is half as long a
// search as by the properties of characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is sought.
const ODD = /[\0-\x08\x0A-\x1F\x7F-\x9F\\\u202A-\u202E\u2066-\u2069\uFEFF]/;
// In levels, of which YAML tells when there are more.
const DEEPEST = 100;

function parsedOrNot(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'parsed', value } as const;
  } catch {
    return { kind: 'not' } as const;
  }
}

/** How many field names a value has at all its levels; NaN where one may not be one, and where there are too many levels. */
function namesIn(value: unknown, level: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (level === DEEPEST) return Number.NaN;
  let names = 0;
  if (Array.isArray(value)) for (const item of value) names += namesIn(item, level + 1);
  else if (isMap(value)) {
    for (const name in value)
      names += name === '__proto__' ? Number.NaN : 1 + namesIn(value[name], level + 1);
  }
  return names;
}

/** How many field names are written in a text that is JSON: how many texts have a colon behind them. */
function namesWrittenIn(text: string): number {
  let names = 0;
  for (let start = text.indexOf('"'); start !== -1; ) {
    let end = text.indexOf('"', start + 1);
    while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
    let next = end + 1;
    while (text[next] === ' ' || text[next] === '\t') next += 1;
    if (text[next] === ':') names += 1;
    start = text.indexOf('"', next);
  }
  return names;
}

/** Whether an odd number of backslashes stands before a sign. */
function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** Whether no text in a value, its field names among them, holds a sign that is not text or half a character. */
function isFit(value: unknown): boolean {
  if (typeof value === 'string') return !holdsHalf(value) && unfitSign(value) === null;
  if (Array.isArray(value)) return value.every(isFit);
  return !isMap(value) || Object.entries(value).every(([name, inner]) => isFit(name) && isFit(inner));
}

function refused({ offset, what, instead }: Mishap, line: number): Json {
  return { kind: 'problems', problems: [{ line, column: offset + 1, what, instead }] };
}
