/** What comes of an act file, and how one of YAML is read; of NDJSON see ndjson.ts. */
import type { Problem } from '../events/read.ts';
import type { Assembler } from '../replay/assemble.ts';
import type { YamlFile } from './file.ts';
import type { Spot } from './spot.ts';
import { type Trouble, troubleAt } from './trouble.ts';
import { parseYaml, type Yaml } from './yaml.ts';

/** An act file that is read, or being read. */
export interface ActFile {
  /** What is wrong with it. */
  readonly troubles: readonly Trouble[];
  /** Whether every entry in it could be passed on, right or wrong. */
  readonly whole: boolean;
  /** Where a part of an entry stands, by a path that begins with the entry. */
  readonly spotOf: (path: Problem['path']) => Spot;
  /** Tells of a problem that showed only when all entries of all files were read. */
  readonly tell: (problem: Problem) => void;
}

/** Passes on the entries of a file of YAML; none where nothing is written. */
export function yamlActs(file: YamlFile, add: Assembler['add']): ActFile {
  const { name } = file;
  const yaml = yamlIn(file);
  if (yaml.kind === 'troubles') return noActs(yaml.troubles);
  const { value, locate } = yaml;
  if (value !== null && !isList(value)) return noActs([troubleAt(name, NO_LIST, 0, locate)]);
  const troubles: Trouble[] = [];
  const tell = (problem: Problem) => void troubles.push(troubleAt(name, problem, 1, locate));
  for (const [entry, raw] of (value ?? []).entries()) add({ file: name, entry }, raw).forEach(tell);
  return { troubles, whole: true, spotOf: (path) => locate(path, false), tell };
}

/** A file of which nothing is read, and what is wrong with it as a whole. */
export function noActs(troubles: readonly Trouble[]): ActFile {
  return { troubles, whole: false, spotOf: () => ({ line: 1, column: 1 }), tell: () => {} };
}

/** What is written in a file of YAML, or what keeps it from being read. */
export function yamlIn(file: YamlFile): Extract<Yaml, { readonly kind: 'parsed' }> | Unread {
  if ('trouble' in file) return { kind: 'troubles', troubles: [file.trouble] };
  const yaml = parseYaml(file.text);
  if (yaml.kind === 'parsed') return yaml;
  const troubles = yaml.problems.map((problem) => ({ ...problem, file: file.name, field: '' }));
  return { kind: 'troubles', troubles };
}

interface Unread {
  readonly kind: 'troubles';
  readonly troubles: readonly Trouble[];
}

const NO_LIST = {
  path: [],
  atKey: false,
  what: 'not a list of acts',
  instead: 'begin each act with "- act: "',
};

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
