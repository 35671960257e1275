/** The data of the page: a dossier as read from its folder, with where its events stand, and its ready scenarios. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import pkg from '../../package.json' with { type: 'json' };
import type { EventRecord } from '../replay/record.ts';
import type { Embedded } from '../store/embedded.ts';
import { keptOf } from '../store/kept.ts';
import { folderAsked, type LoadedForAnswer, type Read } from './ask.ts';

/** The data for a dossier that was read, or for what is wrong with it. */
export function pageData(loaded: LoadedForAnswer, folder: string | undefined): Embedded {
  const place = folderAsked(folder);
  const about = { name: basename(resolve(place)), version: pkg.version, scenarios: scenariosIn(place) };
  if (loaded.kind === 'problems') {
    return { ...about, dossier: { kind: 'problems', problems: loaded.problems } };
  }
  const { record, basis, placeOf } = loaded.opened;
  const kept = keptOf(record, basis.record);
  return { ...about, dossier: { kind: 'kept', kept, places: placesOf(record, placeOf) } };
}

/** `FILE:LINE` of each event, the file by its base name: where it lies is nobody's business. */
function placesOf({ events }: EventRecord, placeOf: Read['placeOf']): readonly string[] {
  return [...events].map(({ versions: [{ event }] }) => {
    if (event === null) return '';
    const { file, line } = placeOf(event.position);
    return `${basename(file)}:${line}`;
  });
}

function scenariosIn(folder: string): Embedded['scenarios'] {
  const place = join(folder, 'scenarios');
  const names = existsSync(place) ? readdirSync(place).filter((name) => /^[^.].*\.ya?ml$/.test(name)) : [];
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(place, name), 'utf8')]));
}
