/** What holds of problems: each says where, what, and what to write instead, in a line of few words, and none is told twice. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { showTrouble, type Trouble } from '../../src/store/trouble.ts';
import { type Case, textOf } from './case.ts';

/** Holds that the problems of the files in a folder help whoever wrote them. */
export function assertHelpful(problems: readonly Trouble[], files: Case, folder: string): void {
  assert.ok(problems.length > 0, 'neither a record nor a problem');
  const lines = new Map(
    [...files].map(([name, content]) => [join(folder, name), textOf(content).split('\n')]),
  );
  for (const problem of problems) {
    const { file, line, column, what, instead } = problem;
    assertLegible(showTrouble(problem), files);
    assertShort(what, 300);
    assertShort(instead, 1_800);
    const text = lines.get(file)?.[line - 1];
    if (line === 0) assert.deepEqual([file, column], [folder, 0]);
    else if (!lines.has(file)) assert.deepEqual([file, line, column], [join(folder, 'dossier.yaml'), 1, 1]);
    else
      assert.ok(
        text !== undefined && column >= 1 && column <= text.length + 1,
        `no such place: ${line}:${column}`,
      );
  }
  const told = new Set(problems.map((problem) => JSON.stringify(problem)));
  assert.equal(told.size, problems.length, 'a problem is told twice');
}

/** Holds that a line is one line, and shows nothing of the program's own working that the files do not say themselves. */
export function assertLegible(line: string, files: Case): void {
  assert.ok(
    !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(line),
    `a sign that cannot be shown: ${JSON.stringify(line)}`,
  );
  const slip = SLIP.exec(line)?.[0];
  const written = () => [...files].some(([name, content]) => (name + textOf(content)).includes(slip ?? ''));
  assert.ok(slip === undefined || written(), `not for people: ${line}`);
}

const SLIP = /\bundefined\b|\[object \w+|\bNaN\b|\w*Error:| {4}at |node:internal|\.js:\d+/;

/** So many characters at most, where an escape counts as one. */
function assertShort(words: string, most: number): void {
  const length = words.replaceAll(/\\u[0-9a-f]{4}/g, '?').length;
  assert.ok(
    length > 0 && length <= most && words.trim() === words,
    `not a few words: ${words.slice(0, 2 * most)}`,
  );
}
