/** From the files of a dossier to its record, without touching a disk: a web page reads dropped files by this too. */
import type { Dossier } from '../events/dossier.ts';
import { readDossier } from '../events/read.ts';
import { assembler } from '../replay/assemble.ts';
import type { EventRecord } from '../replay/record.ts';
import type { Position } from '../time/order.ts';
import { type ActFile, noActs, yamlActs, yamlIn } from './acts.ts';
import { type DossierFile, openedYaml, unopened, type YamlFile } from './file.ts';
import type { LineCutter } from './lines.ts';
import { ndjsonActs } from './ndjson.ts';
import type { Spot } from './spot.ts';
import { inOrder, type Trouble, troubleAt, troubleAtStart } from './trouble.ts';

/** A record, or every problem of every file that stands in its way. */
export type ReadFiles =
  | { readonly kind: 'record'; readonly record: EventRecord; readonly placeOf: PlaceOf }
  | { readonly kind: 'problems'; readonly problems: readonly Trouble[] };

/** Where an event stands in the files, line and column from 1. */
export type PlaceOf = (position: Position) => Spot & { readonly file: string };

/**
 * Reads dossier.yaml and the act files beside it, in whatever order they are given. All problems of all files are
 * told at once. Where dossier.yaml cannot be read, no name is held against it; where some act file cannot, no event
 * that may stand there is called missing.
 */
export function readFiles(files: readonly DossierFile[]): ReadFiles {
  const { dossier, acts } = parted(files);
  const reader = dossierReader('bytes' in dossier ? openedYaml(dossier.name, dossier.bytes) : dossier);
  for (const file of acts) {
    if ('bytes' in file) {
      const lines = reader.lines(file.name);
      lines.push(file.bytes);
      lines.end();
    } else reader.file(file);
  }
  return reader.finish();
}

/** dossier.yaml, or that it is missing, and the act files in the order of their names, by code units. */
export function parted<F extends { readonly name: string }>(
  files: readonly F[],
): { readonly dossier: F | YamlFile; readonly acts: readonly F[] } {
  const dossier = files.find(({ name }) => name === DOSSIER_FILE);
  const others = files.filter(({ name }) => name !== (dossier === undefined ? MISNAMED : DOSSIER_FILE));
  const acts = others.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { dossier: dossier ?? missingDossier(others.length < files.length), acts };
}

/** Reads the act files of a dossier one after another, in the order of their names. */
export interface DossierReader {
  readonly file: (file: YamlFile) => void;
  /** Begins a file of lines. */
  readonly lines: (name: string) => LinesReader;
  /** After the last file. */
  readonly finish: () => ReadFiles;
}

/** Takes a file of lines in pieces. */
export interface LinesReader extends LineCutter {
  /** In place of an end: the rest cannot be had, and so nothing in the file is worth telling. */
  readonly fail: (what: string, instead: string) => void;
}

/** Begins to read a dossier, with its dossier.yaml. */
export function dossierReader(dossierFile: YamlFile): DossierReader {
  const { dossier, troubles } = dossierIn(dossierFile);
  const { add, finish } = assembler(dossier);
  const files = new Map<string, ActFile>();
  return { file, lines, finish: finished };

  function file(acts: YamlFile): void {
    files.set(acts.name, yamlActs(acts, add));
  }

  function lines(name: string): LinesReader {
    const acts = ndjsonActs(name, add);
    files.set(name, acts);
    const fail = (what: string, instead: string) =>
      void files.set(name, noActs([troubleAtStart(name, what, instead)]));
    return { push: acts.push, end: acts.end, fail };
  }

  function finished(): ReadFiles {
    const all = [...files.values()];
    const { record, problems } = finish(all.every(({ whole }) => whole));
    for (const problem of problems) fileOf(problem.file).tell(problem);
    const told = [troubles, ...all.map((acts) => acts.troubles)].flat();
    if (record === null || told.length > 0) return { kind: 'problems', problems: inOrder(told) };
    const placeOf: PlaceOf = ({ file, act, event }) => ({
      file,
      ...fileOf(file).spotOf([act, 'events', event]),
    });
    return { kind: 'record', record, placeOf };
  }

  function fileOf(name: string): ActFile {
    const acts = files.get(name);
    if (acts === undefined) throw new Error(`a place in a file that was not given: ${name}`);
    return acts;
  }
}

const DOSSIER_FILE = 'dossier.yaml';
const MISNAMED = 'dossier.yml';
const CONTENTS = 'title, parties and subjects';

function missingDossier(misnamed: boolean): YamlFile {
  const instead = misnamed ? `rename ${MISNAMED} to ${DOSSIER_FILE}` : `write it, with ${CONTENTS}`;
  return unopened(DOSSIER_FILE, 'no such file', instead);
}

interface ReadDossier {
  readonly dossier: Dossier | null;
  readonly troubles: readonly Trouble[];
}

function dossierIn(file: YamlFile): ReadDossier {
  const yaml = yamlIn(file);
  if (yaml.kind === 'troubles') return { dossier: null, troubles: yaml.troubles };
  const { value, locate } = yaml;
  const empty = { path: [], atKey: false, what: 'empty', instead: `write ${CONTENTS}` };
  const read = value === null ? ({ kind: 'problems', problems: [empty] } as const) : readDossier(value);
  if (read.kind === 'value') return { dossier: read.value, troubles: [] };
  return {
    dossier: null,
    troubles: read.problems.map((problem) => troubleAt(file.name, problem, 0, locate)),
  };
}
