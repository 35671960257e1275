// @ts-check
/** Runs command lines with the built program, one after another; who asked sleeps until the answer is there. */
import { createRequire } from 'node:module';
import { workerData } from 'node:worker_threads';
import pc from 'picocolors';

const { port, bell } = /** @type {import('./program.ts').Asking} */ (workerData);
/** @type {{ run: typeof import('../../src/cli/run.ts').run }} */
const { run } = createRequire(import.meta.url)('../../dist/cli/run.cjs');

port.on('message', async (/** @type {readonly string[]} */ words) => {
  let [out, err] = ['', ''];
  try {
    const code = await run(words, {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      screen: null,
      interrupted: () => ({ end: () => {} }),
      paint: pc.createColors(false),
      columns: 80,
      today: /** @type {import('../../src/time/day.ts').Day} */ (new Date().toLocaleDateString('sv-SE')),
    });
    port.postMessage({ out, err, code });
  } catch (error) {
    port.postMessage({ out, err: `${error instanceof Error ? error.stack : error}\n`, code: null });
  }
  Atomics.add(bell, 0, 1);
  Atomics.notify(bell, 0);
});
