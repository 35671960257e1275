/** The bundled dossier as the page has it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Opened } from '../../src/web/dossier/opened.ts';
import { bundled } from '../simulation/bundled.ts';

/** The record and its ready scenarios. */
export async function openedBundled(): Promise<Pick<Opened, 'record' | 'scenarios' | 'isOwn'>> {
  const folder = resolve(import.meta.dirname, '../../events/nato-russia/scenarios');
  const files = readdirSync(folder).sort();
  const scenarios = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const));
  return { record: await bundled(), scenarios, isOwn: false };
}
