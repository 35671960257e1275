/** A file of a dossier, by its base name and what is in it. */
import { type Trouble, troubleAtStart } from './trouble.ts';
import { decodeUtf8 } from './utf8.ts';

/** A file of YAML or of NDJSON. */
export type DossierFile = YamlFile | NdjsonFile;

/** Its text, or why it has none. */
export type YamlFile =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly trouble: Trouble };

/** Its bytes, which are read line by line. */
export interface NdjsonFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whether a file of this base name belongs to the dossier in whose folder it lies. */
export function belongsToDossier(name: string): boolean {
  return !name.startsWith('.') && (YAML.test(name) || isNdjson(name));
}

/** Whether a file of this base name has lines of JSON, packed or not. */
export function isNdjson(name: string): boolean {
  return NDJSON.test(name);
}

const YAML = /.\.ya?ml$/s;
const NDJSON = /.\.ndjson(?:\.gz|\.zst)?$/s;

/** A file that was read, and unpacked. */
export function opened(name: string, bytes: Uint8Array): DossierFile {
  return isNdjson(name) ? { name, bytes } : openedYaml(name, bytes);
}

/** A file of YAML that was read: its bytes as text, or the trouble that they are none. */
export function openedYaml(name: string, bytes: Uint8Array): YamlFile {
  if (bytes.length > LARGEST) return tooLarge(name, bytes.length);
  const decoded = decodeUtf8(bytes);
  if (decoded.kind === 'text') return { name, text: decoded.text };
  const { line, column, what, instead } = decoded;
  return { name, trouble: { file: name, line, column, field: '', what, instead } };
}

/** A file that was not read, for a reason that concerns it as a whole. */
export function unopened(name: string, what: string, instead: string): YamlFile {
  return { name, trouble: troubleAtStart(name, what, instead) };
}

/** A file of YAML that is not read because of its size in bytes. */
export function tooLarge(name: string, size: number): YamlFile {
  const what = `too large: ${megabytes(size)}, and a file may have ${megabytes(LARGEST)}`;
  return unopened(name, what, 'split it, for example by year, or write it as NDJSON');
}

/** The most bytes that a file of YAML may have: some 11,000 acts at their shortest, which take two seconds to read. */
export const LARGEST = 2_000_000;

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
