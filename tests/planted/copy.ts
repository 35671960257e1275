/** Copies of the project, each with one bug or none in it, and what its laws say of it. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Bug, planted } from './bugs.ts';
import { VERDICT, type Verdict } from './verdict.ts';

const root = resolve(import.meta.dirname, '../..');
const PARTS = ['src', 'tests', 'events', 'package.json', 'tsconfig.json'];
const SEED = '1';
const LONGEST = 300_000;

/** Tries some laws in a copy of the project with a bug in it, or with none. */
export async function tryLaws(laws: readonly number[], bug: Bug | null): Promise<Verdict> {
  const copy = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const part of PARTS) cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    if (bug !== null) {
      const file = join(copy, bug.file);
      writeFileSync(file, planted(readFileSync(file, 'utf8'), bug));
    }
    await run(copy, ['--config', 'tests/planted/laws.config.ts', '-t', `law (${laws.join('|')}):`]);
    return JSON.parse(readFileSync(join(copy, VERDICT), 'utf8'));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Runs Vitest in a folder; that laws fall there, and it ends with 1, is no trouble. */
async function run(cwd: string, options: readonly string[]): Promise<void> {
  const vitest = join(cwd, 'node_modules/vitest/vitest.mjs');
  const env = { CHANCERY_SEED: SEED, CHANCERY_RUNS: '1', ...process.env };
  await promisify(execFile)(process.execPath, [vitest, 'run', ...options], {
    cwd,
    env,
    timeout: LONGEST,
  }).catch((error: { code?: unknown; message: string }) => {
    if (error.code !== 1) throw error;
  });
}
