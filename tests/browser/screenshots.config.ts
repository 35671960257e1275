import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Takes the pictures of the page that the README shows: `npm run screenshots`. */
export default defineConfig({
  test: {
    include: ['tests/browser/screenshots.ts'],
    globalSetup: [resolve(import.meta.dirname, '../setup.ts')],
    testTimeout: 60_000,
  },
});
