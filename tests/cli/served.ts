/** The server, run as its users run it. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect } from 'vitest';

/** Runs the server while something is asked of it, and interrupts it as a user would. */
export async function served(
  words: readonly string[],
  ask: (address: string) => Promise<void>,
): Promise<void> {
  const root = resolve(import.meta.dirname, '../..');
  const server = spawn(process.execPath, ['dist/cli/chancery.js', 'serve', ...words], { cwd: root });
  const ended = new Promise<number | null>((tell) => server.on('exit', tell));
  try {
    const address = await new Promise<string>((tell, fail) => {
      server.stdout.once('data', (line) => tell(String(line).trim()));
      server.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
    });
    await ask(address);
  } finally {
    server.kill('SIGINT');
  }
  expect(await ended).toBe(0);
}
