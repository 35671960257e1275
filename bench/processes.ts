/** Whole processes: the start of the program, and the room that a large record takes. */
import { spawnSync } from 'node:child_process';
import { figure, ratio } from './measure.ts';
import { atMost, type Row } from './row.ts';

const PROGRAM = new URL('../cli/chancery.js', import.meta.url).pathname;
const MEMORY = new URL('memory.js', import.meta.url).pathname;
const ROUNDS = 21;

export function start(): readonly Row[] {
  const program: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    program.push(timed([PROGRAM, 'replay', '--at', '2021-11-10']));
    bare.push(timed(['-e', '0']));
  }
  return [
    {
      name: 'start/node',
      what: 'chancery replay --at 2021-11-10 as a process takes so many times as long as node -e 0',
      ...ratio(program, bare),
      unit: '×',
      bound: atMost(3),
    },
  ];
}

export function memory(): readonly Row[] {
  const { stdout } = run(['--expose-gc', MEMORY]);
  const megabytes = Number(stdout.split(' ')[0]);
  return [
    {
      name: 'memory/million',
      what: 'a record of 1000000 events, every stream in its order',
      ...figure([megabytes]),
      unit: 'MB',
      bound: atMost(400),
    },
  ];
}

function timed(words: readonly string[]): number {
  const begun = performance.now();
  run(words);
  return performance.now() - begun;
}

function run(words: readonly string[]) {
  const done = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${words.join(' ')} failed: ${done.stderr}`);
  return done;
}
