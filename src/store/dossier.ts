/** From the files of a dossier to its record, without touching a disk: a web page reads dropped files by this too. */
import type { Dossier } from '../events/dossier.ts';
import { type Problem, readDossier } from '../events/read.ts';
import { assemble } from '../replay/assemble.ts';
import type { EventRecord } from '../replay/record.ts';
import type { Position } from '../time/order.ts';
import type { Spot } from './spot.ts';
import { fieldAt, inOrder, type Trouble } from './trouble.ts';
import { decodeUtf8 } from './utf8.ts';
import { parseYaml, type Yaml } from './yaml.ts';

/** A file of a dossier by its base name: its text, or why it has none. */
export type DossierFile =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly trouble: Trouble };

/** A record, or every problem of every file that stands in its way. */
export type ReadFiles =
  | { readonly kind: 'record'; readonly record: EventRecord; readonly placeOf: PlaceOf }
  | { readonly kind: 'problems'; readonly problems: readonly Trouble[] };

/**
 * Reads dossier.yaml and the act files beside it, in whatever order they are given. All problems of all files are
 * told at once. Where dossier.yaml cannot be read, no name is held against it; where some act file cannot, no event
 * that may stand there is called missing.
 */
export function readFiles(files: readonly DossierFile[]): ReadFiles {
  const named = files.find(({ name }) => name === DOSSIER_FILE);
  const read = named === undefined ? missingDossier(files) : dossierIn(named);
  const others = files.filter(({ name }) => name !== (named === undefined ? MISNAMED : DOSSIER_FILE));
  const acts = others.map(actsIn);
  const readable = acts.flatMap((file) => (file.kind === 'acts' ? [file] : []));
  const assembled = assemble(read.dossier, readable, readable.length === acts.length);

  const troubles = [
    ...read.troubles,
    ...acts.flatMap((file) => (file.kind === 'troubles' ? file.troubles : [])),
  ];
  const places = new Map(readable.map(({ file, locate }) => [file, locate]));
  if (assembled.kind === 'record' && troubles.length === 0) {
    return {
      ...assembled,
      placeOf: ({ file, act, event }) => placeIn(places.get(file), file, [act, 'events', event]),
    };
  }
  for (const problem of assembled.kind === 'problems' ? assembled.problems : []) {
    const [, ...field] = problem.path;
    const locate = places.get(problem.file);
    if (locate === undefined) throw new Error(`a problem of a file that was not given: ${problem.file}`);
    troubles.push(located(problem.file, problem, field, locate));
  }
  return { kind: 'problems', problems: inOrder(troubles) };
}

/** Where an event stands in the files, line and column from 1. */
export type PlaceOf = (position: Position) => Spot & { readonly file: string };

/** Whether a file of this base name belongs to the dossier in whose folder it lies. */
export function belongsToDossier(name: string): boolean {
  return /^[^.].*\.ya?ml$/s.test(name);
}

/** A file that was read: its bytes as text, or the trouble that they are none. */
export function opened(name: string, bytes: Uint8Array): DossierFile {
  if (bytes.length > LARGEST) return tooLarge(name, bytes.length);
  const decoded = decodeUtf8(bytes);
  if (decoded.kind === 'text') return { name, text: decoded.text };
  const { line, column, what, instead } = decoded;
  return { name, trouble: { file: name, line, column, field: '', what, instead } };
}

/** A file that was not read, for a reason that concerns it as a whole, which is told at its start. */
export function unopened(name: string, what: string, instead: string): DossierFile {
  return { name, trouble: trouble(name, what, instead) };
}

/** A file that is not read because of its size in bytes. */
export function tooLarge(name: string, size: number): DossierFile {
  const what = `too large: ${megabytes(size)}, and a file may have ${megabytes(LARGEST)}`;
  return unopened(name, what, 'split it, for example by year');
}

/** The most bytes that a file may have: some 11,000 acts at their shortest, which take two seconds to read. */
export const LARGEST = 2_000_000;

const DOSSIER_FILE = 'dossier.yaml';
const MISNAMED = 'dossier.yml';
const CONTENTS = 'title, parties and subjects';

type Locate = Extract<Yaml, { readonly kind: 'parsed' }>['locate'];

interface ReadDossier {
  readonly dossier: Dossier | null;
  readonly troubles: readonly Trouble[];
}

type Acts =
  | {
      readonly kind: 'acts';
      readonly file: string;
      readonly entries: readonly unknown[];
      readonly locate: Locate;
    }
  | { readonly kind: 'troubles'; readonly troubles: readonly Trouble[] };

function missingDossier(files: readonly DossierFile[]): ReadDossier {
  const misnamed = files.some(({ name }) => name === MISNAMED);
  const instead = misnamed ? `rename ${MISNAMED} to ${DOSSIER_FILE}` : `write it, with ${CONTENTS}`;
  return { dossier: null, troubles: [trouble(DOSSIER_FILE, 'no such file', instead)] };
}

function dossierIn(file: DossierFile): ReadDossier {
  const yaml = yamlIn(file);
  if (yaml.kind === 'troubles') return { dossier: null, troubles: yaml.troubles };
  if (yaml.value === null) {
    const empty = { path: [], atKey: false, what: 'empty', instead: `write ${CONTENTS}` };
    return { dossier: null, troubles: [located(file.name, empty, [], yaml.locate)] };
  }
  const read = readDossier(yaml.value);
  if (read.kind === 'value') return { dossier: read.value, troubles: [] };
  const troubles = read.problems.map((problem) => located(file.name, problem, problem.path, yaml.locate));
  return { dossier: null, troubles };
}

/** The entries of an act file; none where nothing is written. */
function actsIn(file: DossierFile): Acts {
  const yaml = yamlIn(file);
  if (yaml.kind === 'troubles') return yaml;
  const { value, locate } = yaml;
  if (value === null || isList(value)) return { kind: 'acts', file: file.name, entries: value ?? [], locate };
  const problem = {
    path: [],
    atKey: false,
    what: 'not a list of acts',
    instead: 'begin each act with "- act: "',
  };
  return { kind: 'troubles', troubles: [located(file.name, problem, [], locate)] };
}

function yamlIn(file: DossierFile) {
  if ('trouble' in file) return { kind: 'troubles', troubles: [file.trouble] } as const;
  const yaml = parseYaml(file.text);
  if (yaml.kind === 'parsed') return yaml;
  const troubles = yaml.problems.map((problem) => ({ ...problem, file: file.name, field: '' }));
  return { kind: 'troubles', troubles } as const;
}

function placeIn(locate: Locate | undefined, file: string, path: Problem['path']) {
  if (locate === undefined) throw new Error(`a place in a file that was not given: ${file}`);
  return { file, ...locate(path, false) };
}

function located(file: string, problem: Problem, field: Problem['path'], locate: Locate): Trouble {
  const { path, atKey, what, instead } = problem;
  return { file, ...locate(path, atKey), field: fieldAt(field), what, instead };
}

function trouble(file: string, what: string, instead: string): Trouble {
  return { file, line: 1, column: 1, field: '', what, instead };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
