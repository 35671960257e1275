import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/setup.ts'],
    testTimeout: 60_000,
    // No test changes what another could see, and modules are loaded once for all files of a thread.
    isolate: false,
    // Every core: left to itself, one would stand idle.
    maxWorkers: '100%',
  },
});
