import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/store/digest.ts';
import { loadDossier } from '../../src/store/folder.ts';
import { keep, recordKept } from '../../src/store/unchanged.ts';
import { anyDossier, recordFrom } from '../laws/dossiers.ts';
import { law } from '../laws/law.ts';
import { contents } from '../record.ts';
import { ACT, dossierWith, folderWith } from './folders.ts';

describe('law 5: a record that was kept is the one that was read', () => {
  law(
    5,
    'with all its versions and accounts, and the same digest',
    { runs: 100 },
    fc.property(anyDossier({ subjects: 3, entries: 12 }), (written) => {
      const folder = 'events/nato-russia';
      const record = recordFrom(written);
      const kept = recordKept(folder, keep(folder, record, digestOf(record)));
      if (kept === null) throw new Error('the files are the same');
      expect(contents(kept.record)).toEqual(contents(record));
      expect(kept.digest).toBe(digestOf(record));
      expect(digestOf(kept.record)).toBe(digestOf(record));
    }),
  );
});

describe('what was kept counts only while the files are the same', () => {
  const keptOf = async (folder: string) => {
    const loaded = await loadDossier(folder);
    if (loaded.kind === 'problems') throw new Error('the test dossier has faults');
    return keep(folder, loaded.record, loaded.digest);
  };

  test('the files untouched, it counts', async () => {
    const folder = folderWith(dossierWith(ACT));
    const text = await keptOf(folder);
    expect(recordKept(folder, text)?.record.events.size).toBe(1);
  });

  test.each<[name: string, change: (folder: string) => void]>([
    [
      'a letter changed',
      (folder) => writeFileSync(join(folder, 'acts.yaml'), ACT.replace('opens', 'closes')),
    ],
    ['a comment added', (folder) => writeFileSync(join(folder, 'acts.yaml'), `# a comment\n${ACT}`)],
    ['a file added', (folder) => writeFileSync(join(folder, 'more.ndjson'), '')],
    ['a file renamed', (folder) => renameSync(join(folder, 'acts.yaml'), join(folder, 'deeds.yaml'))],
  ])('%s, it does not', async (_, change) => {
    const folder = folderWith(dossierWith(ACT));
    const text = await keptOf(folder);
    change(folder);
    expect(recordKept(folder, text)).toBeNull();
  });

  test('what does not belong to the dossier makes no difference', async () => {
    const folder = folderWith(dossierWith(ACT));
    const text = await keptOf(folder);
    writeFileSync(join(folder, 'notes.txt'), 'none of the dossier');
    expect(recordKept(folder, text)).not.toBeNull();
  });
});
