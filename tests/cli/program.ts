/** The built program, run as its users run it. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** What one run of the program wrote, and its exit code. */
export interface Run {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Runs one command line, words parted by blanks; more of the environment where a test needs it. */
export function chancery(line: string, environment: NodeJS.ProcessEnv = {}): Run {
  const words = line.split(' ').filter((word) => word !== '');
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/cli/chancery.js', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    timeout: 20_000,
  });
  return { out: stdout, err: stderr, code: status };
}

/** The answer of a command that is asked for JSON. */
export function answer(line: string): unknown {
  const { out, err, code } = chancery(`${line} --json`);
  if (code !== 0) throw new Error(`${line} ended with ${code}: ${err}`);
  return JSON.parse(out);
}
