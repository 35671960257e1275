import { describe, expect, test } from 'vitest';
import { ACT, actWith, DOSSIER, dossierWith, type Files, loadedFrom } from './folders.ts';

const RETRACTION = `- retracts: opening/1
  reason: A misprint
  recorded: 2024-01-01
  sources: [{title: Erratum}]
`;
const TWO_ACTS = ACT + ACT.replace('opening', 'again');
const BASE = dossierWith(TWO_ACTS);

async function digestFrom(files: Files): Promise<string> {
  return (await loadedFrom(files)).digest;
}

describe('the digest', () => {
  test.each<[string, Files]>([
    [
      'comments',
      { ...BASE, 'dossier.yaml': `# A comment.\n${DOSSIER}`, 'acts.yaml': `${TWO_ACTS}# The end.\n` },
    ],
    [
      'the order of fields',
      dossierWith(TWO_ACTS.replaceAll('- act: opening\n  by: nato\n', '- by: nato\n  act: opening\n')),
    ],
    [
      'the order of parties',
      {
        ...BASE,
        'dossier.yaml': DOSSIER.replace(/( {2}nato: .*\n)( {2}russia: .*\n)/, '$2$1'),
      },
    ],
    ['the layout', dossierWith(TWO_ACTS.replaceAll('- title: Report', '- {"title": \'Report\'}'))],
    ['folded lines', dossierWith(TWO_ACTS.replaceAll('The office opens', '>-\n    The office\n    opens'))],
    [
      'aliases',
      dossierWith(
        TWO_ACTS.replace('- title: Report', '- &one\n      title: Report').replace(
          /- title: Report/,
          '- *one',
        ),
      ),
    ],
    ['an act file without acts', { ...BASE, 'zz.yaml': '[]\n' }],
  ])('does not depend on %s', async (_, files) => {
    expect(files).not.toEqual(BASE);
    expect(await digestFrom(files)).toBe(await digestFrom(BASE));
  });

  test.each<[string, Files]>([
    ['the title of the dossier', { ...BASE, 'dossier.yaml': DOSSIER.replace('Moscow', 'Kyiv') }],
    ['a party', { ...BASE, 'dossier.yaml': DOSSIER.replace('Federation', 'Empire') }],
    ['a subject', { ...BASE, 'dossier.yaml': DOSSIER.replace('Emergency', 'Other') }],
    ['who acts', dossierWith(TWO_ACTS.replace('by: nato', 'by: russia'))],
    ['a date', dossierWith(TWO_ACTS.replace('2001-02-20', '2001-02-21'))],
    ['the doubt about a date', dossierWith(TWO_ACTS.replace('2001-02-20', '2001-02-20~'))],
    ['a source', dossierWith(TWO_ACTS.replace('Report', 'Letter'))],
    ['an event', dossierWith(TWO_ACTS.replace('mission.established', 'mission.closed'))],
    ['an account', dossierWith(`${TWO_ACTS}      accounts: {russia: {effective: 2001-03}}\n`)],
    ['a note', dossierWith(`${TWO_ACTS}      note: doubtful\n`)],
    ['a retraction', dossierWith(TWO_ACTS + RETRACTION)],
    ['the reason of a retraction', dossierWith(TWO_ACTS + RETRACTION.replace('misprint', 'mistake'))],
    [
      'which act stands first, as it decides between acts of one day',
      dossierWith(ACT.replace('opening', 'again') + ACT),
    ],
    ['the day of recording', dossierWith(actWith(4, '  announced: 2001-02-20\n  recorded: 2024-01-01'))],
  ])('depends on %s', async (_, files) => {
    const others = [BASE, dossierWith(ACT), dossierWith(TWO_ACTS + RETRACTION)].filter(
      (other) => other['acts.yaml'] !== files['acts.yaml'] || other['dossier.yaml'] !== files['dossier.yaml'],
    );
    expect(await Promise.all(others.map(digestFrom))).not.toContain(await digestFrom(files));
  });

  test('is that of the canonical JSON of the record, so that another program can find it', async () => {
    expect(await digestFrom({ 'dossier.yaml': 'title: None\nparties: {}\nsubjects: {}\n' })).toBe(
      'sha256:417b819ccfc7f26bd15bf2b312303327a8d93338e990a4c5991f145a09a43add',
    );
  });
});
