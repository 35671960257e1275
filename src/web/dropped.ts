/** Files as they are dropped or chosen, with their paths as far as the browser tells them. */
import { belongsToDossier } from '../store/file.ts';
import type { DroppedFile } from './opened.ts';

/** The files that were chosen, one by one or with the folder in which they lie. */
export function chosenFiles(list: Iterable<File>): readonly DroppedFile[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file })).filter(isWanted);
}

/** The files that were dropped, and those in folders that were. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly DroppedFile[]> {
  // Only while the event lasts are they there to be asked for.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles(files);
  const found = await Promise.all(entries.map(filesIn));
  return found.flat();
}

/**
 * Whether a file can be of the dossier: one dropped by itself, one that lies in the folder dropped, or a scenario in its
 * subfolder. Other subfolders are no part of a dossier on a disk either.
 */
export function isWanted({ path }: Pick<DroppedFile, 'path'>): boolean {
  const [name = '', folder, ...above] = path.split('/').toReversed();
  return belongsToDossier(name) && (above.length === 0 || (above.length === 1 && folder === SCENARIOS));
}

async function filesIn(entry: FileSystemEntry): Promise<readonly DroppedFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) {
    if (!isWanted({ path })) return [];
    return [{ path, file: await new Promise<File>((done, fail) => entry.file(done, fail)) }];
  }
  const isPart = !path.includes('/') || path.endsWith(`/${SCENARIOS}`);
  if (!isFolder(entry) || !isPart) return [];
  const found = await Promise.all((await entriesIn(entry)).map(filesIn));
  return found.flat();
}

/** A browser tells the entries of a folder some at a time, and none at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

const SCENARIOS = 'scenarios';
