/** A thread of its own that makes runs: it loads the dossier itself, for a record is too much to be handed over. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Prepared, prepareRuns } from '../simulation/prepared.ts';
import { type Range, runsOf } from '../simulation/runs.ts';
import { loadDossier } from '../store/folder.ts';
import type { Job, Said } from './many-runs.ts';

const port = parentPort;
if (port === null) throw new Error('it is a thread, and not a program');
// Who started the thread vouches for what it is given.
const ready = prepared(workerData as Job);
port.on('message', async (range: Range) => {
  const made = await ready;
  const said: Said =
    made === null
      ? { kind: 'trouble', line: 'the dossier has changed since the runs began; run it again' }
      : { kind: 'counted', tally: runsOf(made, range) };
  port.postMessage(said);
});

/** The scenario ready to be run; null where the dossier is not the one that was asked about. */
async function prepared({ folder, digest, chain, asked }: Job): Promise<Prepared | null> {
  const loaded = await loadDossier(folder);
  if (loaded.kind === 'problems' || loaded.digest !== digest) return null;
  const preparation = prepareRuns(loaded.record, chain, asked);
  return preparation.kind === 'prepared' ? preparation.prepared : null;
}
