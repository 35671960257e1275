/** A dossier's folder on disk: the only place where files are touched. */
import { createReadStream, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { EventRecord } from '../replay/record.ts';
import { digestOf } from './digest.ts';
import { dossierReader, type LinesReader, type PlaceOf, parted, type ReadFiles } from './dossier.ts';
import { errorCode } from './error-code.ts';
import {
  belongsToDossier,
  isNdjson,
  LARGEST,
  openedYaml,
  tooLarge,
  unopened,
  type YamlFile,
} from './file.ts';
import type { Trouble } from './trouble.ts';
import { type Pieces, unpack } from './unpack.ts';

/** A dossier as it was found in its folder, or every problem that stands in its way. */
export type Loaded =
  | {
      readonly kind: 'record';
      readonly record: EventRecord;
      /** The folder's base name. */
      readonly name: string;
      /** See digestOf. */
      readonly digest: string;
      /** Where an event stands; the file as the user would type it. */
      readonly placeOf: PlaceOf;
    }
  | { readonly kind: 'problems'; readonly problems: readonly Trouble[] };

/** Is told how many bytes are read of how many there are. */
export type Report = (done: number, total: number) => void;

/**
 * Loads dossier.yaml and the act files of a folder, which end in .yaml, .yml, .ndjson, .ndjson.gz or .ndjson.zst, hidden
 * ones and subfolders aside. Never throws for what is on the disk.
 */
export async function loadDossier(folder: string, report: Report = () => {}): Promise<Loaded> {
  const found = namesIn(folder);
  if (found.kind === 'problems') return found;
  const files = found.names.map((name) => fileNamed(name, folder));
  const total = files.reduce((sum, file) => sum + ('size' in file ? file.size : 0), 0);
  let done = 0;
  const read = (bytes: number) => {
    done += bytes;
    report(done, total);
  };
  const { dossier, acts } = parted(files);
  const reader = dossierReader(yamlIn(dossier, read));
  for (const file of acts) {
    if ('size' in file && isNdjson(file.name)) await readLines(file, reader.lines(file.name), read);
    else reader.file(yamlIn(file, read));
  }
  return named(folder, reader.finish());
}

/** A file as it lies in the folder, still unread. */
interface Lying {
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/** What was read, with the names of files as a user would type them. */
function named(folder: string, read: ReadFiles): Loaded {
  if (read.kind === 'problems') {
    const problems = read.problems.map((trouble) => ({ ...trouble, file: join(folder, trouble.file) }));
    return { kind: 'problems', problems };
  }
  const placeOf: PlaceOf = (position) => {
    const place = read.placeOf(position);
    return { ...place, file: join(folder, place.file) };
  };
  return { ...read, name: basename(resolve(folder)), digest: digestOf(read.record), placeOf };
}

function namesIn(folder: string) {
  try {
    const names = readdirSync(folder).filter(belongsToDossier);
    if (names.length > 0) return { kind: 'names', names } as const;
    return ofFolder(
      folder,
      'no dossier in this folder',
      'write dossier.yaml, with title, parties and subjects',
    );
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT')
      return ofFolder(folder, 'no such folder', 'give the folder in which dossier.yaml lies');
    if (code === 'ENOTDIR')
      return ofFolder(folder, 'not a folder', `give the folder it lies in: ${dirname(folder)}`);
    return ofFolder(folder, `cannot be read (${code})`, 'give leave to read it');
  }
}

/** A file of the folder, or why there is none to read. */
function fileNamed(name: string, folder: string): Lying | YamlFile {
  const path = join(folder, name);
  try {
    const stats = statSync(path);
    // A pipe would be waited for, a device read without end.
    if (!stats.isFile()) return unopened(name, `not a file, but ${natureOf(stats)}`, 'move or rename it');
    return { name, path, size: stats.size };
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return unopened(name, 'a link to a file that is not there', 'mend or remove it');
    return unopened(name, cannotBeRead(error), GIVE_LEAVE);
  }
}

function yamlIn(file: Lying | YamlFile, read: (bytes: number) => void): YamlFile {
  if (!('size' in file)) return file;
  const { name, path, size } = file;
  read(size);
  try {
    return size > LARGEST ? tooLarge(name, size) : openedYaml(name, readFileSync(path));
  } catch (error) {
    return unopened(name, cannotBeRead(error), GIVE_LEAVE);
  }
}

async function readLines({ name, path }: Lying, lines: LinesReader, read: (bytes: number) => void) {
  try {
    const damage = await unpack(name, piecesOf(path, read), lines.push);
    if (damage === null) lines.end();
    else lines.fail(damage.what, damage.instead);
  } catch (error) {
    lines.fail(cannotBeRead(error), GIVE_LEAVE);
  }
}

async function* piecesOf(path: string, read: (bytes: number) => void): Pieces {
  const pieces: Pieces = createReadStream(path);
  for await (const piece of pieces) {
    read(piece.length);
    yield piece;
  }
}

function cannotBeRead(error: unknown): string {
  return `cannot be read (${errorCode(error)})`;
}

const GIVE_LEAVE = 'give leave to read it, or move it elsewhere';

function ofFolder(folder: string, what: string, instead: string) {
  const trouble: Trouble = { file: folder, line: 0, column: 0, field: '', what, instead };
  return { kind: 'problems', problems: [trouble] } as const;
}

function natureOf(stats: Stats): string {
  return stats.isDirectory() ? 'a folder' : 'a device or a pipe';
}
