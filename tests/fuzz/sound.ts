/** What holds of every answer to a folder: a whole record, or problems that help; in time, and with nothing else touched. */
import assert from 'node:assert/strict';
import type { EventRecord } from '../../src/replay/record.ts';
import { digestOf } from '../../src/store/digest.ts';
import { type ReadFiles, readFiles } from '../../src/store/dossier.ts';
import { opened } from '../../src/store/file.ts';
import { loadDossier } from '../../src/store/folder.ts';
import { type Case, onDisk } from './case.ts';
import { assertHelpful } from './helpful.ts';
import { assertAnswers, assertWhole } from './whole.ts';

/** Reads a case of readable files from memory, and holds all that must be true of the answer. */
export function soundInMemory(files: Case): Promise<void> {
  return sound(files, '', async () => fromMemory(files));
}

/** Reads a case from a folder on disk, and holds all that must be true of the answer. */
export function soundOnDisk(files: Case): Promise<void> {
  return onDisk(files, (folder) => sound(files, folder, () => loadDossier(folder)));
}

/** The answer to a case of readable files. */
export function fromMemory(files: Case): ReadFiles {
  const bytes = [...files].flatMap(([name, content]) => ('odd' in content ? [] : [opened(name, content)]));
  const answer = readFiles(bytes);
  if (answer.kind === 'record') digestOf(answer.record);
  return answer;
}

type Answer =
  | { readonly kind: 'record'; readonly record: EventRecord }
  | Extract<ReadFiles, { readonly kind: 'problems' }>;

async function sound(files: Case, folder: string, load: () => Promise<Answer>): Promise<void> {
  const answer = await inTime(load);
  if (answer.kind === 'record') {
    assertWhole(answer.record, files);
    assertAnswers(answer.record);
  } else {
    assertHelpful(answer.problems, files, folder);
  }
  const changed = inherited().filter((part, index) => part !== INHERITED[index]);
  assert.deepEqual(changed, [], 'what every object inherits was changed');
}

const SLOW = 2_000;

/** The answer, which must not be late twice: once the machine may have been busy. */
async function inTime(load: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const before = performance.now();
    const answer = await load();
    const took = performance.now() - before;
    if (took < SLOW) return answer;
    assert.ok(attempt === 1, `reading took ${Math.round(took)} ms`);
  }
}

/** All that every object, list, text, function and map inherits. */
function inherited(): readonly unknown[] {
  return [Object, Array, String, Function, Map].flatMap(({ prototype }) =>
    Reflect.ownKeys(prototype).flatMap((key) => {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(prototype, key) ?? {};
      return [key, value, get, set];
    }),
  );
}

const INHERITED = inherited();
