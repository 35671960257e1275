/** Files as they are dropped, with their paths as far as the browser tells them. */
import { chosenFiles, type DroppedFile, isWanted, SCENARIOS } from './chosen.ts';

/** The files that were dropped, and those in folders that were. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly DroppedFile[]> {
  // Only while the event lasts are they there to be asked for.
  const dropped = [...items].flatMap((item) => droppedOf(item) ?? []);
  if (dropped.length === 0) return chosenFiles(files);
  const found = await Promise.all(dropped.map(async (one) => wantedIn(await one)));
  return found.flat();
}

/** A file or a folder, however the browser tells of it. */
type Dropped =
  | { readonly path: string; readonly file: () => Promise<File> }
  | { readonly path: string; readonly inside: () => Promise<readonly Dropped[]> };

async function wantedIn(dropped: Dropped): Promise<readonly DroppedFile[]> {
  const { path } = dropped;
  if ('file' in dropped) return isWanted({ path }) ? [{ path, file: await dropped.file() }] : [];
  const isPart = !path.includes('/') || path.endsWith(`/${SCENARIOS}`);
  if (!isPart) return [];
  const found = await Promise.all((await dropped.inside()).map(wantedIn));
  return found.flat();
}

/** By a handle, where the browser has them: entries cannot be read in a page that is itself a file. */
function droppedOf(item: WithHandle): Promise<Dropped> | null {
  if (item.kind !== 'file') return null;
  if (item.getAsFileSystemHandle === undefined) {
    const entry = item.webkitGetAsEntry();
    return entry === null ? null : Promise.resolve(ofEntry(entry));
  }
  return item.getAsFileSystemHandle().then((handle) => {
    if (handle === null) throw new Error('what was dropped is neither a file nor a folder');
    return ofHandle(handle, handle.name);
  });
}

/** File System Access (WICG draft, 2024), which lib.dom has only in part. */
type WithHandle = DataTransferItem & {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
};

function ofHandle(handle: FileSystemHandle, path: string): Dropped {
  if (isFile(handle)) return { path, file: () => handle.getFile() };
  if (!isFolder(handle)) throw new Error(`${path} is neither a file nor a folder`);
  const inside = async () => {
    const all: Dropped[] = [];
    for await (const [name, one] of handle.entries()) all.push(ofHandle(one, `${path}/${name}`));
    return all;
  };
  return { path, inside };
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

function isFolder(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}

function ofEntry(entry: FileSystemEntry): Dropped {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFileEntry(entry)) return { path, file: () => new Promise((done, fail) => entry.file(done, fail)) };
  if (!isFolderEntry(entry)) throw new Error(`${path} is neither a file nor a folder`);
  return { path, inside: async () => (await entriesIn(entry)).map(ofEntry) };
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

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolderEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
