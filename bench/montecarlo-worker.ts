/** A thread that makes the runs that it is asked for. */
import { parentPort } from 'node:worker_threads';
import { type Range, runsOf } from '../src/simulation/runs.ts';
import { fiveActs } from './five-acts.ts';

const port = parentPort;
if (port === null) throw new Error('it is no thread');
const prepared = fiveActs();
port.on('message', async (range: Range) => {
  port.postMessage(runsOf(await prepared, range).runs);
});
