/** A dossier's folder on disk: the only place where files are touched. */
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { EventRecord } from '../replay/record.ts';
import { digestOf } from './digest.ts';
import {
  belongsToDossier,
  type DossierFile,
  LARGEST,
  opened,
  type PlaceOf,
  readFiles,
  tooLarge,
  unopened,
} from './dossier.ts';
import type { Trouble } from './trouble.ts';

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

/**
 * Loads dossier.yaml and every other .yaml and .yml file of a folder, hidden ones and subfolders aside. Reads
 * synchronously: this happens once, when a program starts, and nothing else can be done before it. Never throws for
 * what is on the disk.
 */
export function loadDossier(folder: string): Loaded {
  const found = namesIn(folder);
  if (found.kind === 'problems') return found;
  const read = readFiles(found.names.map((name) => fileIn(folder, name)));
  if (read.kind === 'record') {
    const placeOf: PlaceOf = (position) => {
      const place = read.placeOf(position);
      return { ...place, file: join(folder, place.file) };
    };
    return { ...read, name: basename(resolve(folder)), digest: digestOf(read.record), placeOf };
  }
  return {
    kind: 'problems',
    problems: read.problems.map((trouble) => ({ ...trouble, file: join(folder, trouble.file) })),
  };
}

function namesIn(folder: string) {
  try {
    const names = readdirSync(folder).filter(belongsToDossier).sort();
    if (names.length > 0) return { kind: 'names', names } as const;
    return ofFolder(
      folder,
      'no dossier in this folder',
      'write dossier.yaml, with title, parties and subjects',
    );
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT')
      return ofFolder(folder, 'no such folder', 'give the folder in which dossier.yaml lies');
    if (code === 'ENOTDIR')
      return ofFolder(folder, 'not a folder', `give the folder it lies in: ${dirname(folder)}`);
    return ofFolder(folder, `cannot be read (${code})`, 'give leave to read it');
  }
}

function fileIn(folder: string, name: string): DossierFile {
  const path = join(folder, name);
  try {
    const stats = statSync(path);
    // A pipe would be waited for, a device read without end.
    if (!stats.isFile()) return unopened(name, `not a file, but ${natureOf(stats)}`, 'move or rename it');
    return stats.size > LARGEST ? tooLarge(name, stats.size) : opened(name, readFileSync(path));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return unopened(name, 'a link to a file that is not there', 'mend or remove it');
    return unopened(name, `cannot be read (${code})`, 'give leave to read it, or move it elsewhere');
  }
}

function ofFolder(folder: string, what: string, instead: string) {
  const trouble: Trouble = { file: folder, line: 0, column: 0, field: '', what, instead };
  return { kind: 'problems', problems: [trouble] } as const;
}

function natureOf(stats: Stats): string {
  return stats.isDirectory() ? 'a folder' : 'a device or a pipe';
}

/** The system's name for an error, as in EACCES; what is no error of the system is thrown on. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
