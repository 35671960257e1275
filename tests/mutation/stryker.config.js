// @ts-check
import { rooms } from './rooms.js';

const room = process.env['CHANCERY_ROOM'] ?? '';
const file = process.env['CHANCERY_FILE'];

/** The search in one room, or one file of it, which mutate.js names; the report goes where it says. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  mutate: file ? [file] : (rooms[room]?.files ?? []),
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Ample, so that a busy machine is not taken for an endless loop, which is mostly noticed by its turns anyway.
  timeoutMS: 60_000,
  timeoutFactor: 4,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { reportTests: false, reportScoreTable: false, logTests: false },
  jsonReporter: { fileName: process.env['CHANCERY_REPORT'] ?? '' },
  tempDirName: '.stryker',
  warnings: { slow: false },
};
