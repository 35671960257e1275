/** The laws as a copy of the project runs them: on one core, in one process, with a verdict at the end. */
import { defineConfig } from 'vitest/config';
import { VerdictReporter } from './verdict.ts';

export default defineConfig({
  test: {
    include: ['tests/laws/*.test.ts'],
    reporters: [new VerdictReporter()],
    isolate: false,
    maxWorkers: 1,
    testTimeout: 120_000,
  },
});
