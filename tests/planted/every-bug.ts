/** Makes each bug in a copy of the project and holds that a law falls there which it expects to. */
import { test } from 'vitest';
import { bugs } from './bugs.ts';
import { tryLaws } from './copy.ts';
import type { Verdict } from './verdict.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What the laws said of a planted bug, and the file that it was planted in. */
    planted?: Verdict & { readonly file: string };
  }
}

const expected = [...new Set(bugs.flatMap(({ laws }) => laws))];

test.concurrent('(none)', async ({ task }) => {
  const verdict = await tryLaws(expected, null);
  task.meta.planted = { ...verdict, file: '' };
  const fallen = verdict.fallen.map(({ law }) => law);
  if (verdict.broken.length > 0) throw new Error(verdict.broken.join('; '));
  if (fallen.length > 0) throw new Error('laws fall without a bug');
  if (verdict.tried < expected.length) throw new Error('some law was not tried');
});

for (const bug of bugs) {
  test.concurrent(bug.name, async ({ task }) => {
    const { fallen, broken, tried } = await tryLaws(bug.laws, bug);
    task.meta.planted = { fallen, broken, tried, file: bug.file };
    if (broken.length > 0) throw new Error(broken.join('; '));
    if (fallen.length === 0) throw new Error(`survives laws ${bug.laws.join(', ')}`);
    // A law that falls by any other error was not answered wrongly, but not at all.
    if (fallen.every(({ error }) => error !== 'AssertionError')) throw new Error('crashes');
  });
}
