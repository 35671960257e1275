import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { chancery } from '../cli/program.ts';
import { anyCorrupted, anyGarbage } from './bytes.ts';
import { onDisk } from './case.ts';
import { anyFolder } from './folders.ts';
import { fuzz } from './fuzz.ts';
import { assertLegible } from './helpful.ts';
import { anyEdited } from './lines.ts';
import { anyReplaced } from './trees.ts';

const anyCase = fc.oneof(anyFolder, anyEdited, anyReplaced, anyGarbage, anyCorrupted);
fuzz('the program answers or says what is wrong, and nothing else', 0.004, anyCase, (files) =>
  onDisk(files, (folder) => {
    const { out, err, code } = chancery(`replay --at 2021-11-10 --dossier ${folder}`);
    if (code === 0) {
      assert.equal(err, '');
      assert.notEqual(out, '');
      return;
    }
    assert.deepEqual([code, out], [2, ''], err);
    const lines = err.split('\n');
    assert.equal(lines.pop(), '');
    assert.match(lines.pop() ?? '', /^[1-9]\d* problems?; nothing was loaded$/);
    for (const line of lines) {
      assert.ok(line.startsWith(join(folder, '/')) || line.startsWith(`${folder}:`), line);
      assertLegible(line, files);
    }
  }),
);
