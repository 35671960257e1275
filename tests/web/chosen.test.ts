import { describe, expect, test } from 'vitest';
import { chosenFiles, isWanted } from '../../src/web/dossier/chosen.ts';
import { openFiles } from '../../src/web/dossier/opened.ts';
import { ACT, DOSSIER } from '../store/folders.ts';

const SCENARIO = 'scenario: one\ntitle: One\nacts: []\n';

function file(text: string) {
  return new Blob([text]);
}

describe('of what is dropped or chosen', () => {
  test.each([
    'dossier.yaml',
    '2021.yml',
    'a.ndjson.gz',
    'folder/2021.yaml',
    'scenarios/one.yaml',
    'folder/scenarios/one.yaml',
  ])('%s can be of the dossier', (path) => {
    expect(isWanted({ path })).toBe(true);
  });

  test.each([
    'README.md',
    'folder/.hidden.yaml',
    'folder/old/2020.yaml',
    'above/folder/scenarios/one.yaml',
    'folder/scenarios',
    '',
  ])('"%s" is no part', (path) => {
    expect(isWanted({ path })).toBe(false);
  });

  test('a file goes by the path that the browser tells, else by its name', () => {
    const chosen = [
      Object.assign(new File([''], 'one.yaml'), { webkitRelativePath: 'folder/scenarios/one.yaml' }),
      Object.assign(new File([''], 'dossier.yaml'), { webkitRelativePath: '' }),
      Object.assign(new File([''], 'notes.txt'), { webkitRelativePath: 'folder/notes.txt' }),
    ];
    expect(chosenFiles(chosen).map(({ path }) => path)).toEqual([
      'folder/scenarios/one.yaml',
      'dossier.yaml',
    ]);
  });
});

describe('a dossier is called', () => {
  test('as the folder that was dropped, wherever in it a file lies', async () => {
    expect(
      await nameOf({
        'mine/scenarios/one.yaml': SCENARIO,
        'mine/dossier.yaml': DOSSIER,
        'mine/acts.yaml': ACT,
      }),
    ).toBe('mine');
  });

  test('your files, where its files were dropped beside a folder of scenarios', async () => {
    expect(await nameOf({ 'scenarios/one.yaml': SCENARIO, 'dossier.yaml': DOSSIER, 'acts.yaml': ACT })).toBe(
      'your files',
    );
  });
});

async function nameOf(files: { readonly [path: string]: string }): Promise<string> {
  const dropped = Object.entries(files).map(([path, text]) => ({ path, file: file(text) }));
  const opening = await openFiles(dropped, '1.0.0');
  if (opening.kind === 'problems') throw new Error(opening.problems.map(({ what }) => what).join('; '));
  expect([...opening.opened.scenarios.keys()]).toEqual(['one.yaml']);
  return opening.opened.name;
}
