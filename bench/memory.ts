/** A program of its own: how much memory a record of a million events holds, once nothing else is held. */
import { standingsAt } from '../src/replay/standing.ts';
import { generated } from './generated.ts';
import { FOREVER, recordOf } from './material.ts';

const collect = globalThis.gc;
if (collect === undefined) throw new Error('run it with --expose-gc');

const before = held();
const record = recordOf(generated(40_000, 1_000_000));
// In use: every stream is in its order, and states are kept on the way.
standingsAt(record, FOREVER);
process.stdout.write(`${(held() - before) / 1e6} ${record.events.size}\n`);

function held(): number {
  collect?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
