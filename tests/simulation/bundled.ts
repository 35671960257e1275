/** The record that ships with the program, and questions about it. */
import { resolve } from 'node:path';
import type { EventRecord } from '../../src/replay/record.ts';
import { loadDossier } from '../../src/store/folder.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { dayNamed } from '../record.ts';

/** The bundled record; a test fails where it cannot be loaded. */
export async function bundled(): Promise<EventRecord> {
  const loaded = await loadDossier(resolve(import.meta.dirname, '../../events/nato-russia'));
  if (loaded.kind !== 'record') throw new Error('the bundled dossier has problems');
  return loaded.record;
}

/** A question about a day, with nothing else bounded. */
export function on(day: string, asked: Partial<AsOf> = {}): AsOf {
  return {
    at: dayNamed(day),
    announcedBy: null,
    recordedBy: null,
    account: null,
    reading: 'latest',
    ...asked,
  };
}
