/** `chancery simulate`, as its users run it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { answer, chancery } from './program.ts';

const home = mkdtempSync(join(tmpdir(), 'chancery-'));
afterAll(() => rmSync(home, { recursive: true }));

const change = z.object({
  subject: z.string(),
  field: z.string(),
  baseline: z.unknown(),
  branch: z.unknown(),
  because: z.array(z.string()),
});
const one = z.object({
  scenario: z.string(),
  dates: z.array(z.object({ at: z.string(), changes: z.array(change) })),
  firstDivergence: z.string().nullable(),
  findings: z.object({ added: z.array(z.unknown()), removed: z.array(z.unknown()) }),
});
const several = z.object({ scenarios: z.array(one) });

/** Runs the program on words that have blanks in them. */
function words(...all: readonly string[]) {
  const root = resolve(import.meta.dirname, '../..');
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/cli/chancery.js', ...all], {
    cwd: root,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr, code: status };
}

function tried(...all: readonly string[]) {
  const { out, err, code } = words('simulate', ...all.flatMap((event) => ['--event', event]), '--json');
  expect([err, code]).toEqual(['', 0]);
  return one.parse(JSON.parse(out));
}

describe('what a scenario changes', () => {
  test('without the statement of 18 October 2021 the mission operates, for the reason that it is not there', () => {
    const { dates, firstDivergence } = one.parse(answer('simulate statement-never-made --at 2021-11-10'));
    expect(firstDivergence).toBe('2021-10-18');
    expect(dates[0]?.changes[0]).toEqual({
      subject: 'russian-mission',
      field: 'status',
      baseline: 'suspended',
      branch: 'operating',
      because: ['2021-10-18-russia/1'],
    });
  });

  test('left out, the days are that of the first difference and today, or the last act where that comes later', () => {
    const { dates } = one.parse(answer('simulate ambassador-named'));
    expect(dates[0]?.at).toBe('2021-11-05');
    expect(dates.length).toBe(2);
    const late = tried('information-office mission.reopened 2099-02-01');
    expect(late.dates.map(({ at }) => at)).toEqual(['2099-02-01']);
  });

  test('several scenarios are compared on the same days', () => {
    const { scenarios } = several.parse(answer('simulate offer-accepted tit-for-tat'));
    expect(scenarios.map(({ scenario }) => scenario)).toEqual(['offer-accepted', 'tit-for-tat']);
    const [days, others] = scenarios.map(({ dates }) => dates.map(({ at }) => at));
    expect(days).toEqual(others);
    expect(days).toEqual(expect.arrayContaining(['2021-10-18', '2022-03-02']));
  });

  test('a question is asked of both histories as it bounds them', () => {
    const { dates } = one.parse(
      answer('simulate statement-never-made --at 2021-11-10 --announced-by 2021-10-17'),
    );
    expect(dates).toEqual([{ at: '2021-11-10', changes: [] }]);
    const earliest = one.parse(answer('simulate statement-never-made --at 2021-10-18 --reading earliest'));
    // On that day the mission may have been suspended already; in the latest reading it was not yet.
    const ofMission = earliest.dates[0]?.changes.find(({ subject }) => subject === 'russian-mission');
    expect(ofMission).toMatchObject({ field: 'status', baseline: 'suspended', branch: 'operating' });
    const plain = one.parse(answer('simulate statement-never-made --at 2021-10-18'));
    expect(plain.dates[0]?.changes.some(({ subject }) => subject === 'russian-mission')).toBe(false);
  });

  test('an act that the rules have no place for on the branch is a finding, with what took its place', () => {
    const path = join(home, 'closed-before.yaml');
    writeFileSync(
      path,
      `scenario: closed-before
title: The information office is closed a year before
acts:
  - act: closing
    by: russia
    announced: 2020-10-01
    events: [{subject: information-office, type: mission.closed}]
`,
    );
    const { findings } = one.parse(answer(`simulate ${path}`));
    expect(findings.removed).toEqual([]);
    expect(findings.added).toMatchObject([
      {
        type: 'head.ended',
        reason: 'not-applicable',
        other: 'applied',
        because: ['closed-before:closing/1'],
      },
      { event: '2021-10-18-russia/6', reason: 'not-applicable', while: 'closed', other: 'applied' },
    ]);
  });
});

describe('events to try without a file', () => {
  test('a subject, a type and a day are enough', () => {
    const { scenario, dates } = tried('information-office mission.reopened 2022-02-01');
    expect(scenario).toBe('tried');
    expect(dates[0]?.at).toBe('2022-02-01');
    expect(dates[0]?.changes[0]).toMatchObject({
      field: 'status',
      branch: 'operating',
      because: ['tried:event-1/1'],
    });
  });

  test('data stand after it, and several are tried together', () => {
    const { dates } = tried(
      'russian-mission operations.resumed 2022-02-01',
      'russian-mission accreditation.withdrawn 2022-02-01 count=3 by=nato',
    );
    expect(dates[0]?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          field: 'staff.accredited',
          branch: { min: 7, max: 7 },
          because: ['tried:event-2/1'],
        }),
      ]),
    );
  });

  test('on top of a scenario they are tried on its branch', () => {
    const line = ['simulate', 'offer-accepted', '--event', 'information-office mission.closed 2022-05-01'];
    const { out } = words(...line, '--at', '2022-04-30', '2022-05-01', '--json');
    const { dates } = one.parse(JSON.parse(out));
    const statuses = dates.map(({ changes }) =>
      changes.filter(({ subject, field }) => subject === 'information-office' && field === 'status'),
    );
    expect(statuses).toMatchObject([[{ branch: 'operating' }], []]);
  });
});

describe('what cannot be simulated is told in one line, with exit code 2', () => {
  test('nothing assumed', () => {
    expect(chancery('simulate')).toEqual({
      out: '',
      err: "nothing is assumed; write a scenario, or --event 'SUBJECT TYPE [DATE]'\n",
      code: 2,
    });
  });

  test('a ready scenario or a file that does not exist', () => {
    expect(chancery('simulate ofer-accepted')).toEqual({
      out: '',
      err: 'no such scenario: "ofer-accepted"; did you mean offer-accepted?\n',
      code: 2,
    });
    expect(chancery('simulate nowhere/s.yaml')).toEqual({
      out: '',
      err: 'nowhere/s.yaml:1:1 no such file; give the file of a scenario\n',
      code: 2,
    });
    expect(chancery('replay --scenario ofer-accepted').code).toBe(2);
  });

  test('all problems of all scenarios, each once', () => {
    const paths = ['a.yaml', 'b.yaml'].map((name) => join(home, name));
    const [a = '', b = ''] = paths;
    writeFileSync(a, 'scenario: a\ntitle: A\nbase: a.yaml\n');
    writeFileSync(b, 'scenario: b\ntitle: B\nwithout: [2021-10-18-rusia]\n');
    expect(chancery(`simulate ${a} ${b} ${b}`)).toEqual({
      out: '',
      err: `${a}:3:7 base: a scenario that builds on itself; take base out, or write another file
${b}:3:11 without[0]: no such act: 2021-10-18-rusia; did you mean 2021-10-18-russia?
`,
      code: 2,
    });
  });

  test('events that are none', () => {
    const wrong: readonly (readonly [string, string])[] = [
      [
        'information-office',
        `--event: not an event: "information-office"; write 'SUBJECT TYPE [DATE] [field=value …]'`,
      ],
      [
        'information-ofice mission.reopened',
        '--event "information-ofice mission.reopened": no such subject: information-ofice; did you mean information-office?',
      ],
      [
        'information-office mission.reopend',
        '--event "information-office mission.reopend": not an event type: "mission.reopend"; did you mean mission.reopened?',
      ],
      [
        'information-office mission.reopened 2022-13-01',
        '--event "information-office mission.reopened 2022-13-01": not a date: "2022-13-01": there is no month 13; write YYYY-MM-DD, as in 2021-11-01',
      ],
      [
        'russian-mission ceiling.set 2022-02-01 limt=3',
        '--event "russian-mission ceiling.set 2022-02-01 limt=3": unknown field; did you mean limit?',
      ],
    ];
    for (const [event, line] of wrong) {
      const { out, err, code } = words('simulate', '--event', event);
      expect([out, code]).toEqual(['', 2]);
      expect(err.split('\n')).toContain(line);
    }
  });
});

describe('runs', () => {
  const runs = z.object({
    runs: z.object({
      n: z.number(),
      seed: z.number(),
      dates: z.array(
        z.object({
          at: z.string(),
          subjects: z.record(
            z.string(),
            z.object({ status: z.record(z.string(), z.number()), accredited: z.unknown().optional() }),
          ),
        }),
      ),
      refused: z.array(z.object({ event: z.string(), share: z.number() })),
    }),
  });
  const doubtful = join(home, 'doubtful.yaml');
  writeFileSync(
    doubtful,
    `scenario: doubtful
title: The information office may be reopened
from: 2022-01-26
acts:
  - act: reopening
    by: russia
    announced: 2022-02-01
    probability: 0.4
    events: [{subject: information-office, type: mission.reopened, effective: {days: 0..60}}]
`,
  );

  test('give the same bytes on one thread, on two and on seven', () => {
    const line = `simulate ${doubtful} --runs 120000 --seed 11 --at 2022-03-01 --json`;
    const { out, code } = chancery(`${line} --workers 1`);
    expect(code).toBe(0);
    for (const workers of [2, 7]) expect(chancery(`${line} --workers ${workers}`).out).toBe(out);
    const { n, seed, dates } = runs.parse(JSON.parse(out)).runs;
    expect([n, seed]).toEqual([120_000, 11]);
    // Of the days from 0 to 60 the first 29 lead to the first of March.
    expect(dates[0]?.subjects['information-office']?.status['operating']).toBeCloseTo((0.4 * 29) / 61, 2);
  });

  test('differ with the seed, which is 1 where none is named', () => {
    const of = (seed: string) => answer(`simulate ${doubtful} --runs 1000 --at 2022-03-01${seed}`);
    expect(of('')).toEqual(of(' --seed 1'));
    expect(of(' --seed 2')).not.toEqual(of(' --seed 1'));
  });

  test('several scenarios are run one after another', () => {
    const { scenarios } = z
      .object({ scenarios: z.array(runs) })
      .parse(answer(`simulate ${doubtful} offer-accepted --runs 100 --at 2022-06-01`));
    expect(scenarios.map(({ runs }) => runs.n)).toEqual([100, 100]);
  });

  // Tells that the program listens for interruptions, which it does from when it begins with the runs.
  const LISTENING = encodeURIComponent(
    `process.on('newListener', (name) => name === 'SIGINT' && setImmediate(() => process.stderr.write('listening')))`,
  );

  test.each([1, 2])(
    'interrupted on %d threads, tell what was made up to then, and end with 130',
    async (workers) => {
      const line = `simulate ${doubtful} --runs 1000000000 --at 2022-03-01 --json --workers ${workers}`;
      const running = spawn(process.execPath, ['dist/cli/chancery.js', ...line.split(' ')], {
        cwd: resolve(import.meta.dirname, '../..'),
        env: { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${LISTENING}` },
      });
      let out = '';
      running.stdout.on('data', (more) => {
        out += more;
      });
      running.stderr.once('data', () => running.kill('SIGINT'));
      const [code] = await once(running, 'close');
      expect(code).toBe(130);
      const { n } = runs.parse(JSON.parse(out)).runs;
      expect(n).toBeGreaterThan(0);
      expect(n % 16_384).toBe(0);
      // As many runs asked for give the same.
      const again = answer(`simulate ${doubtful} --runs ${Math.min(n, 32_768)} --at 2022-03-01`);
      expect(runs.parse(again).runs.n).toBe(Math.min(n, 32_768));
    },
  );

  test('that cannot be made are told of in one line for each mistake', () => {
    const wrong: readonly (readonly [string, string])[] = [
      ['--runs 0', '--runs: not a number of runs: "0"; write a whole number from 1 to 1000000000'],
      ['--runs 1e3', '--runs: not a number of runs: "1e3"; write a whole number from 1 to 1000000000'],
      ['--runs 9 --seed 1.5', '--seed: not a seed: "1.5"; write a whole number from 0 to 9007199254740991'],
      ['--runs 9 --workers 0', '--workers: not a number of threads: "0"; write a whole number from 1 to 256'],
      ['--seed 3', '--seed: only for runs; write --runs too, as in --runs 10000'],
      ['--keep a.status=b', '--keep: only for runs; write --runs too, as in --runs 10000'],
      [
        '--runs 9 --keep status',
        '--keep: not a condition: "status"; write SUBJECT.FIELD=VALUE, as in russian-mission.status=operating',
      ],
      [
        '--runs 9 --keep russian-misson.status=operating',
        '--keep: no such subject: russian-misson; did you mean russian-mission?',
      ],
      [
        '--runs 9 --keep russian-mission.statu=operating',
        '--keep: no such field of russian-mission: statu; did you mean status?',
      ],
      [
        '--runs 9 --keep russian-mission.status=operatin',
        '--keep: nothing that status can be: "operatin"; did you mean operating?',
      ],
      [
        '--runs 9 --announced-by 2022',
        '--announced-by: not with --runs, where doubtful days are drawn and all is known; leave it out',
      ],
      [
        '--runs 9 --reading earliest',
        '--reading: not with --runs, where doubtful days are drawn; leave it out',
      ],
    ];
    for (const [options, line] of wrong)
      expect(chancery(`simulate offer-accepted ${options}`)).toEqual({ out: '', err: `${line}\n`, code: 2 });
    expect(chancery('simulate offer-accepted --runs x --seed y').err.split('\n').length).toBe(3);
  });

  test('of the ready scenarios tell of what record a share was counted, exactly in JSON', () => {
    const shares = z.object({
      runs: z.object({
        assumed: z.array(
          z.object({
            act: z.string(),
            share: z.number(),
            counted: z.object({ n: z.number(), of: z.number(), low: z.number(), high: z.number() }),
          }),
        ),
      }),
    });
    const { assumed } = shares.parse(answer('simulate offer-accepted --runs 100 --at 2022-06-01')).runs;
    // Of what was on record in January 2022, as chancery rates counts it.
    const known = '--to 2022-01-26 --announced-by 2022-01-26';
    const rates = JSON.stringify(answer(`rates practical-cooperation ${known}`));
    expect(assumed).toMatchObject([
      { act: 'offer-accepted:acceptance', share: 0.25, counted: { n: 1, of: 4 } },
    ]);
    expect(rates).toContain('"event":"cooperation.resumed","followed":{"n":1,"of":4,"share":0.25');
  });

  test('take the share of an act from what the record counts', () => {
    const path = rated({ event: 'operations.suspended', status: 'operating', kind: 'permanent-mission' });
    const share = JSON.parse(chancery('rates russian-mission --within 365 --json').out);
    expect(JSON.stringify(share)).toContain('operations.suspended');
    const { runs } = JSON.parse(chancery(`simulate ${path} --runs 200 --at 2022-03-01 --json`).out);
    // The mission worked for decades before it was suspended: within a year it never was.
    expect(runs.dates[0].subjects['information-office'].status).toEqual({ closed: 1 });
  });

  test('of an act whose probability nothing on record gives are refused, by its scenario and act', () => {
    const path = rated({ event: 'mission.reopened', status: 'suspended', kind: 'information-office' });
    expect(chancery(`simulate ${path} --runs 10`)).toEqual({
      out: '',
      err: 'rated: reopening.probability.rate: nothing to count: no information-office is known to have been suspended; write a number from 0 to 1, or a count that chancery rates shows\n',
      code: 2,
    });
  });

  function rated({ event, status, kind }: { event: string; status: string; kind: string }): string {
    const path = join(home, 'rate.yaml');
    writeFileSync(
      path,
      `scenario: rated
title: As often as counted
acts:
  - act: reopening
    by: russia
    announced: 2022-02-01
    probability: {rate: {event: ${event}, while: ${status}, kind: ${kind}, within: 365}}
    events: [{subject: information-office, type: mission.reopened}]
`,
    );
    return path;
  }
});
