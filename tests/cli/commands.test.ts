import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { chancery } from './program.ts';

const commands = ['replay', 'timeline', 'diff', 'why', 'log', 'simulate', 'check'];

test('the command reference on file is what the commands say of themselves', async () => {
  const sections = ['', ...commands].map((command) => {
    const { out, code } = chancery(`${command} --help`);
    expect(code).toBe(0);
    return `## chancery${command === '' ? '' : ` ${command}`}\n\n\`\`\`text\n${out}\`\`\`\n`;
  });
  const text = `# Commands\n\n${sections.join('\n')}`;
  await expect(text).toMatchFileSnapshot(resolve(import.meta.dirname, '../../docs/commands.md'));
});

test('every command shows an example', () => {
  for (const command of commands)
    expect(chancery(`${command} --help`).out).toContain(`$ chancery ${command}`);
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
    expect(chancery('replay --at 2021-11-10', environment).out).not.toContain(colour);
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
      expect(chancery('replay --at 2021-11-02 --json', { TZ, LANG, LC_ALL: LANG }).out).toBe(base);
    }
  }
});
