/** Files that a command writes. */
import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { shownName } from '../events/fields.ts';
import { errorCode } from '../store/error-code.ts';
import { BadInput } from './bad-input.ts';

/**
 * Writes a file as a whole or, where that fails, not at all: BadInput then says why, as of this option. What was there
 * before stays until all is written.
 */
export function writeWhole(path: string, content: string | Uint8Array, option: string): void {
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    // What is no file is not replaced: a device is written to, and a folder refuses it. Of a link it is what it leads to.
    if (known === undefined) replaceWhole(path, content);
    else if (known.isFile()) replaceWhole(realpathSync(path), content);
    else writeFileSync(path, content);
  } catch (error) {
    const code = errorCode(error);
    throw new BadInput([`${option}: cannot write ${shownName(path)}: ${reasons[code]?.(path) ?? code}`]);
  }
}

/** Puts a file in its place when all of it is written; throws what the system says where that fails, and leaves nothing. */
export function replaceWhole(path: string, content: string | Uint8Array): void {
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    if (existsSync(beside)) rmSync(beside);
    throw error;
  }
}

const reasons: { readonly [code: string]: (path: string) => string } = {
  ENOENT: (path) => `there is no folder ${shownName(dirname(path))}; make it first, or write another place`,
  ENOTDIR: (path) => `${shownName(dirname(path))} is no folder; write another place`,
  EISDIR: () => 'it is a folder; write the name of a file in it',
  EACCES: () => 'that is not allowed; write another place',
  EPERM: () => 'that is not allowed; write another place',
  EROFS: () => 'nothing can be written there; write another place',
  ENOSPC: () => 'no space is left there; make room, or write another place',
  ENAMETOOLONG: () => 'the name is too long; write a shorter one',
};
