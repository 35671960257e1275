import { defineConfig } from 'vitest/config';

/** The tests of one room, each law on fewer cases, and the same in every run. */
export default defineConfig({
  test: {
    include: ['tests/mutation/room.ts'],
    env: { CHANCERY_SEED: '1', CHANCERY_RUNS: '0.05' },
    testTimeout: 60_000,
  },
});
