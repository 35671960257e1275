/**
 * A second process that sees the case in work where the first cannot tell it any more: when it is stuck in an endless
 * loop, which is then ended, or was itself ended by the machine under it.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Watches the cases of one run; `again` is the command that runs it again. */
export function watch(again: string): { readonly begin: (shown: string) => void; readonly end: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'chancery-watch-'));
  const file = openSync(join(home, 'case'), 'w');
  // Up to the end mark: to cut the file off would take longer than most cases.
  const begin = (shown: string) => void writeSync(file, `${shown}\n\nThe same run again:\n  ${again}\n\0`, 0);
  begin('');
  const watcher = fileURLToPath(new URL('./watcher.mjs', import.meta.url));
  const words = [watcher, home, String(process.pid)];
  spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] }).unref();
  return {
    begin,
    end: () => {
      closeSync(file);
      rmSync(home, { recursive: true });
    },
  };
}
