/** `chancery site`: the page as static files, which need no server. */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../store/error-code.ts';
import { load } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { pageData } from './page-data.ts';
import { type Site, singleFile, siteOf } from './site.ts';
import type { Terminal } from './terminal.ts';
import { replaceWhole } from './write-whole.ts';

/** Writes the page into a folder, or as one file; a dossier with problems is told, and nothing is written. */
export async function writeSite(
  asked: {
    readonly dossier?: string | undefined;
    readonly output: string;
    readonly singleFile?: boolean | undefined;
  },
  terminal: Terminal,
): Promise<void> {
  const { dossier, output } = asked;
  const loaded = await load(dossier, terminal);
  if (loaded.kind === 'problems') throw new BadInput(loaded.lines);
  const data = pageData(loaded, dossier);
  if (asked.singleFile) {
    const path = /\.html?$/i.test(output) ? output : join(output, 'index.html');
    write(path === output ? '.' : output, new Map([[path, singleFile(data)]]));
    terminal.out(`${path}\n`);
    return;
  }
  if (/\.html?$/i.test(output)) {
    throw new BadInput([
      `--output: ${output} is a file, and the page is a folder of them; add --single-file`,
    ]);
  }
  const files = [...siteOf(data)].map(([name, text]) => [join(output, name), text] as const);
  write(output, new Map(files));
  terminal.out(`${join(output, 'index.html')}\n`);
}

/** Writes files, each whole or not at all. */
function write(folder: string, files: Site): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [path, text] of files) replaceWhole(path, text);
  } catch (error) {
    throw new BadInput([`--output: ${reasonFor(error, folder)}`]);
  }
}

function reasonFor(error: unknown, folder: string): string {
  const code = errorCode(error);
  if (code === 'EEXIST' || code === 'ENOTDIR') return `${folder} is not a folder; give another place`;
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  return `${folder} cannot be written${isFolder ? ' to' : ''} (${code}); give leave to, or another place`;
}
