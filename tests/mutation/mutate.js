// @ts-check
/**
 * Seeks mutants that no test notices, room by room: `npm run mutate`, or `npm run mutate time count` for some rooms,
 * and `npm run mutate replay/run` for one file. Those that survive are printed with their place. The exit code is 1 where a room has less than 90 % noticed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rooms } from './rooms.js';

const AT_LEAST = 90;
const CONFIG = 'tests/mutation/stryker.config.js';

const reports = mkdtempSync(join(tmpdir(), 'chancery-mutants-'));
const chosen = process.argv.slice(2);
const results = (chosen.length === 0 ? Object.keys(rooms) : chosen).map(search);
for (const { part, noticed, all, share } of results) {
  console.log(`${part}: ${share.toFixed(1)} %, ${noticed} of ${all} mutants noticed`);
}
process.exitCode = results.every(({ share }) => share >= AT_LEAST) ? 0 : 1;

/** @param {string} part A room, or a file in one. */
function search(part) {
  const [room = '', file] = part.split('/');
  if (!(room in rooms)) throw new Error(`no such room: ${room}; there are ${Object.keys(rooms).join(', ')}`);
  const report = join(reports, `${part.replace('/', '-')}.json`);
  const env = {
    ...process.env,
    CHANCERY_ROOM: room,
    CHANCERY_FILE: file === undefined ? '' : `src/${part}.ts`,
    CHANCERY_REPORT: report,
  };
  const { status } = spawnSync('npx', ['stryker', 'run', CONFIG], { stdio: 'inherit', env });
  if (status !== 0) throw new Error(`the search in ${part} failed`);

  /** @type {{ files: { [file: string]: { mutants: { status: string }[] } } }} */
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map((mutant) => mutant.status));
  const count = (/** @type {string[]} */ ...among) => statuses.filter((one) => among.includes(one)).length;
  const noticed = count('Killed', 'Timeout');
  const all = noticed + count('Survived', 'NoCoverage');
  return { part, noticed, all, share: (100 * noticed) / all };
}
