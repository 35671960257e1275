import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDossier } from '../../src/store/folder.ts';
import { showTrouble } from '../../src/store/trouble.ts';
import { contents } from '../record.ts';
import { ACT, DOSSIER, dossierWith, folderWith, loadedFrom, troublesOf } from './folders.ts';

/** What is wrong with a folder that the test has made itself, and how it names each file. */
async function troublesIn(folder: string): Promise<readonly string[]> {
  const loaded = await loadDossier(folder);
  return loaded.kind === 'record' ? [] : loaded.problems.map(showTrouble);
}

describe('a folder', () => {
  test('the bundled dossier loads without a problem', async () => {
    const loaded = await loadDossier('events/nato-russia');
    expect(loaded.kind === 'problems' ? loaded.problems.map(showTrouble) : []).toEqual([]);
    expect(loaded).toMatchObject({
      name: 'nato-russia',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
  });

  test('a dossier has the name of its folder, however the path is written', async () => {
    const folder = folderWith(dossierWith(ACT));
    const name = basename(folder);
    expect(await loadDossier(folder)).toMatchObject({ name });
    expect(await loadDossier(`${folder}/`)).toMatchObject({ name });
    expect(await loadDossier(join(folder, '..', name, '.'))).toMatchObject({ name });
  });

  test('a dossier without acts is one on which nothing is on record', async () => {
    const { record } = await loadedFrom({ 'dossier.yaml': DOSSIER, 'later.yaml': '# nothing yet\n' });
    expect([...record.events]).toEqual([]);
    expect(Object.keys(record.dossier.subjects)).toEqual(['office', 'channel']);
  });

  test('acts lie in all .yaml and .yml files, but not in hidden files, other files and subfolders', async () => {
    const folder = folderWith({
      'dossier.yaml': DOSSIER,
      '2.yml': ACT.replace('opening', 'second'),
      '1.yaml': ACT.replace('opening', 'first'),
      'notes.txt': 'not an act',
      '.draft.yaml': 'not an act',
      '2.yaml~': 'not an act',
    });
    mkdirSync(join(folder, 'old'));
    writeFileSync(join(folder, 'old', '0.yaml'), 'not an act');
    const loaded = await loadDossier(folder);
    expect(loaded.kind === 'record' && [...loaded.record.acts].map(({ act }) => act)).toEqual([
      'first',
      'second',
    ]);
  });

  test('a folder that is not there', async () => {
    expect(await troublesIn('nowhere/at-all')).toEqual([
      'nowhere/at-all: no such folder; give the folder in which dossier.yaml lies',
    ]);
  });

  test('a file in place of a folder', async () => {
    expect(await troublesIn('events/nato-russia/dossier.yaml')).toEqual([
      'events/nato-russia/dossier.yaml: not a folder; give the folder it lies in: events/nato-russia',
    ]);
  });

  test('an empty folder', async () => {
    const folder = folderWith({});
    expect(await troublesIn(folder)).toEqual([
      `${folder}: no dossier in this folder; write dossier.yaml, with title, parties and subjects`,
    ]);
  });

  test('a folder without dossier.yaml', async () => {
    expect(await troublesOf({ 'acts.yaml': ACT })).toEqual([
      'dossier.yaml:1:1 no such file; write it, with title, parties and subjects',
    ]);
  });

  test('a dossier.yml in place of dossier.yaml', async () => {
    expect(await troublesOf({ 'dossier.yml': DOSSIER, 'acts.yaml': ACT })).toEqual([
      'dossier.yaml:1:1 no such file; rename dossier.yml to dossier.yaml',
    ]);
  });

  test('a dossier.yml beside dossier.yaml is read as acts, not passed over', async () => {
    expect(await troublesOf({ 'dossier.yaml': DOSSIER, 'dossier.yml': DOSSIER })).toEqual([
      'dossier.yml:1:1 not a list of acts; begin each act with "- act: "',
    ]);
  });

  test('a problem names its file by the path that leads to it', async () => {
    const folder = folderWith({ 'dossier.yaml': DOSSIER, 'acts.yaml': 'none' });
    expect(await troublesIn(`${folder}/`)).toEqual([
      `${join(folder, 'acts.yaml')}:1:1 not a list of acts; begin each act with "- act: "`,
    ]);
  });
});

describe('a file', () => {
  test('is refused by its size alone: more than can be read at once is not read', async () => {
    const folder = folderWith({ 'dossier.yaml': DOSSIER, 'acts.yaml': '' });
    truncateSync(join(folder, 'acts.yaml'), 5_000_000_000);
    expect(await troublesIn(folder)).toEqual([
      `${join(folder, 'acts.yaml')}:1:1 too large: 5000.0 MB, and a file may have 2.0 MB; split it, for example by year, or write it as NDJSON`,
    ]);
  });

  test('that is a folder by the name of one', async () => {
    const folder = folderWith(dossierWith(ACT));
    mkdirSync(join(folder, 'old.yaml'));
    expect(await troublesIn(folder)).toEqual([
      `${join(folder, 'old.yaml')}:1:1 not a file, but a folder; move or rename it`,
    ]);
  });

  test('that is a device is not read without end', async () => {
    const folder = folderWith(dossierWith(ACT));
    symlinkSync('/dev/zero', join(folder, 'endless.yaml'));
    expect(await troublesIn(folder)).toEqual([
      `${join(folder, 'endless.yaml')}:1:1 not a file, but a device or a pipe; move or rename it`,
    ]);
  });

  test('that is a link to nothing', async () => {
    const folder = folderWith(dossierWith(ACT));
    symlinkSync(join(folder, 'nothing'), join(folder, 'link.yaml'));
    expect(await troublesIn(folder)).toEqual([
      `${join(folder, 'link.yaml')}:1:1 a link to a file that is not there; mend or remove it`,
    ]);
  });

  // A link that leads to itself cannot be opened by anyone; the superuser may read what has no leave to be read.
  test.each(process.getuid?.() === 0 ? ['ELOOP'] : ['ELOOP', 'EACCES'])(
    'that cannot be read (%s)',
    async (code) => {
      const folder = folderWith(dossierWith(ACT));
      const file = join(folder, 'more.yaml');
      if (code === 'ELOOP') symlinkSync(file, file);
      else {
        writeFileSync(file, ACT);
        chmodSync(file, 0);
      }
      expect(await troublesIn(folder)).toEqual([
        `${file}:1:1 cannot be read (${code}); give leave to read it, or move it elsewhere`,
      ]);
    },
  );

  test.each([
    ['after a line', '# année\n- ', [0xe9], '2:3', '0xE9'],
    ['after characters of several bytes', '# Ö😀', [0xc3, 0x28], '1:6', '0xC3'],
    ['at the end, cut short', '# a\n# b', [0xe2, 0x82], '2:4', '0xE2'],
    ['after a byte-order mark', '\uFEFFab', [0xff], '1:3', '0xFF'],
  ])('that is not UTF-8, %s', async (_, text, bad, place, byte) => {
    const bytes = new Uint8Array([...new TextEncoder().encode(text), ...bad]);
    expect(await troublesOf({ 'dossier.yaml': DOSSIER, 'acts.yaml': bytes })).toEqual([
      `acts.yaml:${place} not UTF-8: byte ${byte}; save the file as UTF-8`,
    ]);
  });

  test.each([
    ['little', [0xff, 0xfe, 0x2d, 0]],
    ['big', [0xfe, 0xff, 0, 0x2d]],
  ])('in UTF-16, %s end first', async (_, bytes) => {
    expect(await troublesOf({ 'dossier.yaml': DOSSIER, 'acts.yaml': new Uint8Array(bytes) })).toEqual([
      'acts.yaml:1:1 UTF-16, not UTF-8; save the file as UTF-8',
    ]);
  });

  test('with a byte-order mark of UTF-8 and lines that end with CRLF reads like one without', async () => {
    const plain = await loadedFrom(dossierWith(ACT));
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const other = await loadedFrom({ 'dossier.yaml': windows(DOSSIER), 'acts.yaml': windows(ACT) });
    expect(contents(other.record)).toEqual(contents(plain.record));
    expect(
      await troublesOf({
        'dossier.yaml': DOSSIER,
        'acts.yaml': windows(ACT.replace('by: nato', 'by: otan')),
      }),
    ).toEqual(['acts.yaml:2:7 by: no such party: otan; write one of: nato, russia']);
  });

  test('of nearly 2 MB is loaded', async () => {
    let acts = '';
    for (let n = 1; acts.length < 1_990_000; n++) acts += ACT.replace('opening', `opening-${n}`);
    expect((await loadedFrom(dossierWith(acts))).record.events.size).toBeGreaterThan(11_000);
  });
});
