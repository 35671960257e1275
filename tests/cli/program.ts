/** The built program, asked as its users ask it. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';

const root = resolve(import.meta.dirname, '../..');

/** What one run of the program wrote, and its exit code; null where it broke. */
export interface Run {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** What the thread that runs command lines is given: where it is asked, and what it rings after each answer. */
export interface Asking {
  readonly port: MessagePort;
  readonly bell: Int32Array;
}

/** Milliseconds after which a command line is given up. */
const PATIENCE = 20_000;

/** The thread, and where it is asked. */
interface Thread extends Asking {
  readonly worker: Worker;
}

let thread: Thread | null = null;

/**
 * Runs one command line, words parted by blanks, in a thread that has the program loaded: to start it anew takes longer
 * than most of its answers. Nobody looks at its terminal, which has 80 columns.
 */
export function chancery(line: string): Run {
  thread ??= begun();
  const { port, bell, worker } = thread;
  const before = Atomics.load(bell, 0);
  port.postMessage(wordsOf(line));
  const rung = Atomics.wait(bell, 0, before, PATIENCE);
  const answer = receiveMessageOnPort(port);
  // What comes through the port is what the thread sends.
  if (answer !== undefined) return answer.message as Run;
  thread = null;
  void worker.terminate();
  throw new Error(`${line}: no answer (${rung})`);
}

/** Runs one command line in a process of its own, with more of the environment where a test needs it. */
export function started(line: string, environment: NodeJS.ProcessEnv = {}): Run {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/cli/chancery.js', ...wordsOf(line)], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    timeout: PATIENCE,
  });
  return { out: stdout, err: stderr, code: status };
}

/** The answer of a command that is asked for JSON. */
export function answer(line: string): unknown {
  const { out, err, code } = chancery(`${line} --json`);
  if (code !== 0) throw new Error(`${line} ended with ${code}: ${err}`);
  return JSON.parse(out);
}

function wordsOf(line: string): readonly string[] {
  return line.split(' ').filter((word) => word !== '');
}

function begun(): Thread {
  const { port1, port2 } = new MessageChannel();
  const bell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const asked: Asking = { port: port2, bell };
  const worker = new Worker(new URL('thread.js', import.meta.url), {
    workerData: asked,
    transferList: [port2],
  });
  worker.unref();
  return { port: port1, bell, worker };
}
