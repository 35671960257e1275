/** Run when the program is built: keeps beside it what it would otherwise make anew at every start. */
import { writeFileSync } from 'node:fs';
import pc from 'picocolors';
import { loadDossier } from '../store/folder.ts';
import { keep } from '../store/unchanged.ts';
import { parseDay } from '../time/day.ts';
import { folderAsked, KEPT } from './ask.ts';
import { COMPILED, programScript } from './script.ts';

const folder = folderAsked(undefined);
const loaded = await loadDossier(folder);
if (loaded.kind === 'problems') throw new Error(loaded.problems.map(({ what }) => what).join('\n'));
writeFileSync(KEPT, keep(folder, loaded.record, loaded.digest));

const today = parseDay('2021-11-10');
if (today === null) throw new Error('no day');
const unheard = {
  out: () => {},
  err: () => {},
  screen: null,
  interrupted: () => ({ end: () => {} }),
  paint: pc.createColors(false),
  columns: 80,
  today,
};
const { script, exported } = programScript(undefined);
// What this comes by is compiled, and kept so.
const code = await exported.run(['replay'], unheard);
if (code !== 0) throw new Error(`the program ends with ${code}`);
writeFileSync(COMPILED, script.createCachedData());
