/** Files as they are dropped, with their paths as far as the browser tells them. */
import { chosenFiles, type DroppedFile, isWanted, SCENARIOS } from './chosen.ts';

/** The files that were dropped, and those in folders that were. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly DroppedFile[]> {
  // Only while the event lasts are they there to be asked for.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles(files);
  const found = await Promise.all(entries.map(filesIn));
  return found.flat();
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
