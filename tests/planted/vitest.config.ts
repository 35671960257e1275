/** Plants every bug, two at a time. */
import { defineConfig } from 'vitest/config';
import { PlantedReporter } from './reporter.ts';

export default defineConfig({
  test: {
    include: ['tests/planted/every-bug.ts'],
    reporters: [new PlantedReporter()],
    maxConcurrency: 2,
    testTimeout: 3_600_000,
  },
});
