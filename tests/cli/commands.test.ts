import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { chancery, started } from './program.ts';

const commands = [
  'replay',
  'timeline',
  'diff',
  'why',
  'log',
  'simulate',
  'check',
  'next',
  'path',
  'hinges',
  'rates',
  'chart',
  'plot',
  'serve',
  'site',
];

const helps = new Map<string, ReturnType<typeof chancery>>();

function helpOf(command: string) {
  const known = helps.get(command) ?? chancery(`${command} --help`);
  helps.set(command, known);
  return known;
}

test('the command reference on file is what the commands say of themselves', async () => {
  const sections = ['', ...commands].map((command) => {
    const { out, code } = helpOf(command);
    expect(code).toBe(0);
    return `## chancery${command === '' ? '' : ` ${command}`}\n\n\`\`\`text\n${out}\`\`\`\n`;
  });
  const text = `# Commands\n\n${sections.join('\n')}`;
  await expect(text).toMatchFileSnapshot(resolve(import.meta.dirname, '../../docs/commands.md'));
});

test('every command shows an example', () => {
  for (const command of commands) expect(helpOf(command).out).toContain(`$ chancery ${command}`);
});

test('a command that does not exist is answered with the nearest one', () => {
  const { err, out, code } = chancery('repaly');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain("unknown command 'repaly'");
  expect(err).toContain('Did you mean replay?');
});

test('an option that does not exist is answered with the nearest one', () => {
  const { err, code } = chancery('replay --att 2021');
  expect(code).toBe(2);
  expect(err).toContain('Did you mean --at?');
});

test('a subject that does not exist is answered with the nearest one', () => {
  const wrong = 'no such subject: russian-misson; did you mean russian-mission?\n';
  for (const line of [
    'replay -s russian-misson',
    'timeline russian-misson',
    'why russian-misson',
    'log -s russian-misson',
    'next russian-misson',
    'path russian-misson --to status=operating',
    'hinges russian-misson',
    'rates russian-misson',
    'plot russian-misson -o a.svg',
  ]) {
    expect(chancery(line)).toEqual({ out: '', err: wrong, code: 2 });
  }
});

test('a field that does not exist is answered with the nearest one', () => {
  const { err, code } = chancery('why russian-mission staff.cieling --at 2021-11-10');
  expect(code).toBe(2);
  expect(err).toBe(
    'no such field of russian-mission on 2021-11-10: staff.cieling; did you mean staff.ceiling?\n',
  );
});

test('a field that the kind never has is answered with the nearest one', () => {
  expect(chancery('hinges russian-mission staff.cieling')).toEqual({
    out: '',
    err: 'no such field of russian-mission: staff.cieling; did you mean staff.ceiling?\n',
    code: 2,
  });
  const [whole, last] = ['staff.ceiling', 'ceiling'].map((field) =>
    chancery(`hinges russian-mission ${field} --at 2021-11-10 --json`),
  );
  expect(last).toEqual(whole);
});

test('all that is wrong with a goal is told, with what to write', () => {
  expect(chancery('path russian-mission --to stat=closed,status=close,accredited>few')).toEqual({
    out: '',
    err:
      '--to: no such field: stat; did you mean state?\n' +
      '--to: status is never close; did you mean closed?\n' +
      '--to: staff.accredited: not a count: "few"; write a whole number, a range as in 7..10, ..30 or 7.., or unknown\n',
    code: 2,
  });
  expect(chancery('path russian-mission').err).toContain("required option '--to <conditions>' not specified");
  expect(chancery('path russian-mission --to status=closed --steps 0').err).toBe(
    '--steps: not a number of events: 0; write 1 to 99\n',
  );
});

test('where no events lead to a goal the exit code is 1, and it is said whether any could', () => {
  const never = chancery('path russian-mission --to status=absent --at 2021-11-10');
  expect(never).toMatchObject({ err: '', code: 1 });
  expect(never.out).toContain('There is no way at all');
  const far = chancery(
    'path russian-mission --to status=operating,ceiling>=20 --steps 1 --at 2021-11-10 --json',
  );
  expect(far).toMatchObject({ err: '', code: 1 });
  expect(JSON.parse(far.out)).toMatchObject({ paths: [], none: { kind: 'within', steps: 1 } });
  const there = chancery('path russian-mission --to status=suspended --at 2021-11-10');
  expect(there.code).toBe(0);
  expect(there.out).toContain('It is so already');
});

test('a field may be named by its last part', () => {
  expect(chancery('why russian-mission ceiling --at 2021-11-10')).toEqual(
    chancery('why russian-mission staff.ceiling --at 2021-11-10'),
  );
});

test('a party or an event type that does not exist is answered with the nearest one', () => {
  expect(chancery('replay --account nat').err).toBe('no such party: nat; did you mean nato?\n');
  expect(chancery('log --by rusia').err).toBe('no such party: rusia; did you mean russia?\n');
  expect(chancery('log --type ceiling.sett').err).toBe(
    'no such event type: ceiling.sett; did you mean ceiling.set?\n',
  );
});

test('a date that is none is refused with what to write', () => {
  const { out, err, code } = chancery('replay --at 2021-13-01');
  expect([out, code]).toEqual(['', 2]);
  expect(err).toBe(
    '--at: not a date: "2021-13-01": there is no month 13; write YYYY-MM-DD, as in 2021-11-01\n',
  );
  expect(chancery('replay --at 2021-10-18/..').err).toBe(
    '--at: 2021-10-18/.. is open at that end; write a day\n',
  );
});

test('a month asks about its last day, and in the earliest reading about its first', () => {
  expect(JSON.parse(chancery('replay --at 2015-04 --json').out)).toMatchObject({ at: '2015-04-30' });
  expect(JSON.parse(chancery('replay --at 2015-04 --reading earliest --json').out)).toMatchObject({
    at: '2015-04-01',
  });
});

test('the output is plain where nobody looks at it, whatever the environment says of colours', () => {
  const colour = String.fromCharCode(27);
  for (const environment of [{}, { FORCE_COLOR: '1' }, { CI: 'true' }]) {
    expect(started('replay --at 2021-11-10', environment).out).not.toContain(colour);
  }
});

test('without a command the help goes to standard error and the exit code says misuse', () => {
  const { out, err, code } = chancery('');
  expect([out, code]).toEqual(['', 2]);
  expect(err).toContain('Usage: chancery');
});

test('an answer is the same in every time zone and locale', () => {
  const base = chancery('replay --at 2021-11-02 --json').out;
  for (const TZ of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
    for (const LANG of ['ru_RU.UTF-8', 'tr_TR.UTF-8', 'C']) {
      expect(started('replay --at 2021-11-02 --json', { TZ, LANG, LC_ALL: LANG }).out).toBe(base);
    }
  }
});

test.each([
  'timeline russian-mission',
  'check --format sarif',
  'replay --at 2021-13-01',
  'repaly',
  '--version',
])(
  'chancery %s writes the same and ends with the same exit code where it is started anew as where it is loaded already',
  (line) => {
    expect(started(line)).toEqual(chancery(line));
  },
);
