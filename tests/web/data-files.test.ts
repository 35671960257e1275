import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/store/digest.ts';
import { loadDossier } from '../../src/store/folder.ts';
import { digestHere } from '../../src/web/dossier/digest.ts';
import type { Opened } from '../../src/web/dossier/opened.ts';
import { fileName, periodsCsv, periodsJson, stateJson } from '../../src/web/export/data-files.ts';
import { firstView, type View } from '../../src/web/view.ts';
import { chancery } from '../cli/program.ts';
import { anyDossier, recordFrom } from '../laws/dossiers.ts';
import { assembled, dayNamed } from '../record.ts';

/** The bundled dossier as if its files were dropped on the page, and a view of it. */
async function dropped(): Promise<{ readonly opened: Opened; readonly view: View }> {
  const loaded = await loadDossier(resolve(import.meta.dirname, '../../events/nato-russia'));
  if (loaded.kind === 'problems') throw new Error('the bundled dossier has problems');
  const { record, name } = loaded;
  const { basis } = JSON.parse(chancery('replay --json').out);
  const opened: Opened = {
    name,
    isOwn: true,
    record,
    digest: null,
    version: basis.version,
    placeOf: () => null,
    scenarios: new Map(),
  };
  const view: View = {
    ...firstView(record, dayNamed('2021-11-02')),
    announcedBy: dayNamed('2021-10-20'),
    account: 'nato',
    reading: 'earliest',
    room: 'record',
  };
  return { opened, view };
}

describe('the digest that a browser reckons', () => {
  test('is the digest of the record, whatever is on record', async () => {
    await fc.assert(
      fc.asyncProperty(anyDossier(), async (dossier) => {
        const record = recordFrom(dossier);
        expect(await digestHere(record)).toBe(digestOf(record));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the data of a view', () => {
  test('as JSON are, byte for byte, what the command line prints for the same question', async () => {
    const { opened, view } = await dropped();
    const question = '--announced-by 2021-10-20 --account nato --reading earliest --json';
    expect(await stateJson(opened, view)).toBe(chancery(`replay --at 2021-11-02 ${question}`).out);
    expect(await periodsJson(opened, view)).toBe(chancery(`timeline ${question}`).out);
  });

  test('as CSV tell the periods of every subject, with what bounds the numbers', () => {
    const act = { by: 'a', title: 'An act', sources: [{ title: 'a source' }] };
    const record = assembled(
      {
        title: 'A test',
        parties: { a: 'A' },
        subjects: {
          post: { kind: 'embassy', name: 'A post' },
          ties: { kind: 'relations', name: '=Ties' },
        },
      },
      [
        {
          file: 'a.yaml',
          entries: [
            {
              ...act,
              act: 'opening',
              announced: '2020-01-01',
              events: [{ subject: 'post', type: 'mission.established' }],
            },
            {
              ...act,
              act: 'limits',
              announced: '2020-02-01',
              events: [
                { subject: 'post', type: 'ceiling.set', limit: '7..10' },
                { subject: 'post', type: 'staff.reported', accredited: 3 },
              ],
            },
          ],
        },
      ],
    );
    const view = firstView(record, dayNamed('2026-01-01'));
    const onRecord = [
      'subject,from,to,status,since,accredited min,accredited max,ceiling min,ceiling max,events,scenario',
      'post,,2020-01-01,absent,,0,0,,,,',
      'post,2020-01-01,2020-02-01,operating,2020-01-01,,,,,opening/1,',
      'post,2020-02-01,,operating,2020-01-01,3,3,7,10,limits/1 limits/2,',
      'ties,,,none,,,,,,,',
    ];
    const scenarios = new Map([['more.yaml', MORE]]);
    expect(periodsCsv({ record, scenarios }, view).split('\r\n')).toEqual([...onRecord, '']);
    const beside: View = { ...view, scenario: { name: 'more' } };
    expect(periodsCsv({ record, scenarios }, beside).split('\r\n')).toEqual([
      ...onRecord,
      'post,,2020-01-01,absent,,0,0,,,,more',
      'post,2020-01-01,2020-01-15,operating,2020-01-01,,,,,opening/1,more',
      'post,2020-01-15,2020-02-01,operating,2020-01-01,3,,,,more:report/1,more',
      'post,2020-02-01,,operating,2020-01-01,3,3,7,10,limits/1 limits/2,more',
      'ties,,,none,,,,,,,more',
      '',
    ]);
  });
});

const MORE = `scenario: more
title: More persons
acts:
  - act: report
    by: a
    title: A report
    announced: 2020-01-15
    events:
      - {subject: post, type: staff.reported, accredited: 3..}
`;

describe('the name of a file to be saved', () => {
  test('says of what dossier, what, and of which day', () => {
    expect(fileName('nato-russia', 'periods', '2021-11-10', 'csv')).toBe(
      'nato-russia-periods-2021-11-10.csv',
    );
  });

  test.each([
    ['../../etc', 'etc-state-2021-11-10.json'],
    ['my dossier: "new"/old', 'my-dossier-new-old-state-2021-11-10.json'],
    ['посольства', 'посольства-state-2021-11-10.json'],
    ['///', 'dossier-state-2021-11-10.json'],
  ])('has nothing of %s that a disk takes otherwise', (dossier, expected) => {
    expect(fileName(dossier, 'state', '2021-11-10', 'json')).toBe(expected);
  });
});
