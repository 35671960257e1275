import { matchesGlob } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { rooms } from './rooms.js';

const { tests } = rooms[process.env['CHANCERY_ROOM'] ?? ''] ?? { tests: [] };

/** In the order in which the room names them: the run ends with the first test that fails. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      tests.findIndex((glob) => matchesGlob(moduleId, `**/${glob}`));
    return [...files].sort((a, b) => place(a) - place(b));
  }
}

/** The tests of one room, each law on fewer cases, and the same in every run. */
export default defineConfig({
  test: {
    include: [...tests],
    env: { CHANCERY_SEED: '1', CHANCERY_RUNS: '0.1' },
    testTimeout: 60_000,
    sequence: { sequencer: QuickestFirst },
  },
});
