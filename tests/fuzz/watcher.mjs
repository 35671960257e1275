/** See watch.ts: ends when the folder of the case is taken away. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const STUCK = 30_000;
const [, , home = '', watched] = process.argv;
const file = join(home, 'case');

for (let told = ''; told === ''; await setTimeout(500)) {
  const since = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (since === undefined) break;
  if (!isAlive()) told = 'The process ended on';
  else if (Date.now() - since > STUCK) told = `${STUCK / 1000} seconds were not enough for`;
  if (told === '') continue;
  const [shown] = readFileSync(file, 'utf8').split('\0');
  process.stderr.write(`\n${told} this case:\n${shown}`);
  rmSync(home, { recursive: true });
  if (isAlive()) process.kill(Number(watched), 'SIGKILL');
}

function isAlive() {
  try {
    return process.kill(Number(watched), 0);
  } catch {
    return false;
  }
}
