import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { chancery } from './program.ts';

/** Questions to the bundled dossier whose answers are kept, as people and as programs read them. */
const questions = {
  'replay-2014-03-31': 'replay --at 2014-03-31',
  'replay-2014-04-08': 'replay --at 2014-04-08',
  'replay-2018-03-28': 'replay --at 2018-03-28',
  'replay-2021-10-07': 'replay --at 2021-10-07',
  'replay-2021-10-31': 'replay --at 2021-10-31',
  'replay-2021-10-31-nato': 'replay --at 2021-10-31 --account nato',
  'replay-2021-11-02': 'replay --at 2021-11-02',
  'replay-2021-11-10': 'replay --at 2021-11-10',
  'replay-2021-11-10-expected': 'replay --at 2021-11-10 --announced-by 2021-10-17',
  'timeline-russian-mission': 'timeline russian-mission',
  'timeline-all': 'timeline',
  'diff-2021': 'diff 2021-10-05 2021-11-10',
  'why-ceiling': 'why russian-mission staff.ceiling --at 2021-11-10',
  'why-status': 'why russian-mission status --at 2021-11-10',
  'log-2021': 'log --from 2021 --to 2021',
  'log-findings': 'log --findings',
  'next-2021-11-02': 'next russian-mission --at 2021-11-02',
  'next-2021-11-10': 'next russian-mission --at 2021-11-10',
  'path-fifteen': 'path russian-mission --to status=operating,staff.accredited>=15 --at 2021-11-10',
  'hinges-status': 'hinges russian-mission status --at 2021-11-10',
  'hinges-liaison-mission': 'hinges military-liaison-mission --at 2021-11-10',
  'rates-all': 'rates',
  'rates-held-out': 'rates practical-cooperation russian-mission --hold-out 2008',
  'simulate-statement-never-made': 'simulate statement-never-made --at 2021-11-10',
  'simulate-offer-accepted': 'simulate offer-accepted --at 2022-03-01 2022-06-01',
  'simulate-ambassador-named': 'simulate ambassador-named --at 2021-12-01',
  'simulate-tit-for-tat': 'simulate tit-for-tat --at 2021-12-31 2022-06-01',
  'simulate-side-by-side': 'simulate statement-never-made tit-for-tat --at 2021-11-10',
  'simulate-counted': 'simulate offer-accepted --runs 2000 --seed 7 --at 2022-06-01',
  'simulate-runs':
    'simulate tit-for-tat --runs 2000 --seed 7 --at 2021-12-31 2022-03-01 --keep russian-mission.staff.accredited>=2',
  'replay-on-branch': 'replay --scenario offer-accepted --at 2022-02-20 --subject information-office',
  'timeline-on-branch': 'timeline military-liaison-mission --scenario tit-for-tat',
  'diff-on-branch': 'diff 2022-03-01 2022-03-02 --scenario offer-accepted',
  'why-on-branch': 'why information-office status --scenario offer-accepted --at 2022-06-01',
  'log-on-branch': 'log --scenario offer-accepted --from 2022',
};

const golden = resolve(import.meta.dirname, 'golden');

for (const [name, line] of Object.entries(questions)) {
  let answered: ReturnType<typeof chancery> | null = null;
  const read = () => {
    answered ??= chancery(line);
    return answered;
  };

  test(`chancery ${line} answers as on file`, async () => {
    const { out, err, code } = read();
    expect(err).toBe('');
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`${golden}/${name}.txt`);
  });

  test(`chancery ${line} --json answers as on file`, async () => {
    const { out, code } = chancery(`${line} --json`);
    expect(code).toBe(0);
    expect(out).toMatch(/"record": "sha256:[0-9a-f]{64}"/);
    // The digest changes with every word of the dossier; that it does is another test's business.
    await expect(out.replaceAll(/sha256:[0-9a-f]{64}/g, 'sha256:…')).toMatchFileSnapshot(
      `${golden}/${name}.json`,
    );
  });

  test(`chancery ${line} fits 80 columns`, () => {
    const long = read()
      .out.split('\n')
      .filter((row) => [...row].length > 80);
    // Only a word that no column could hold may stand out, such as an address.
    expect(
      long.filter((row) =>
        row
          .trim()
          .split(/\s+/)
          .every((word) => word.length < 50),
      ),
    ).toEqual([]);
  });
}
