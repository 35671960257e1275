import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { anyCorrupted, anyGarbage } from './bytes.ts';
import { onDisk } from './case.ts';
import { anyFolder } from './folders.ts';
import { fuzz } from './fuzz.ts';
import { assertLegible } from './helpful.ts';
import { anyEdited } from './lines.ts';
import { anyReplaced } from './trees.ts';

const anyCase = fc.oneof(anyFolder, anyEdited, anyReplaced, anyGarbage, anyCorrupted);
const root = resolve(import.meta.dirname, '../..');

/** What reading may take, and the start of a program on a busy machine. */
const LONGEST = 2_000 + 8_000;

fuzz('the program answers or says what is wrong, and nothing else', 0.004, anyCase, (files) =>
  onDisk(files, (folder) => {
    const words = ['dist/cli/chancery.js', 'replay', '--at', '2021-11-10', '--dossier', folder];
    const { stdout, stderr, status } = spawnSync(process.execPath, words, {
      cwd: root,
      encoding: 'utf8',
      timeout: LONGEST,
      maxBuffer: 100_000_000,
    });
    if (status === 0) {
      assert.equal(stderr, '');
      assert.notEqual(stdout, '');
      return;
    }
    assert.deepEqual([status, stdout], [2, ''], stderr);
    const lines = stderr.split('\n');
    assert.equal(lines.pop(), '');
    assert.match(lines.pop() ?? '', /^[1-9]\d* problems?; nothing was loaded$/);
    for (const line of lines) {
      assert.ok(line.startsWith(join(folder, '/')) || line.startsWith(`${folder}:`), line);
      assertLegible(line, files);
    }
  }),
);
