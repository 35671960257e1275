import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chancery, type Run } from './program.ts';

const home = mkdtempSync(join(tmpdir(), 'chancery-'));
afterAll(() => rmSync(home, { recursive: true }));

const dossier = `title: Ruritania and Graustark
parties: {ruritania: Ruritania, graustark: Graustark}
subjects:
  embassy: {kind: embassy, name: Embassy of Ruritania, sending: ruritania, receiving: graustark}
  office: {kind: information-office, name: Information Office, sending: ruritania}
`;

/** Runs a question on a dossier of these files. */
function asked(files: { readonly [name: string]: string | Uint8Array }): Run & { folder: string } {
  const folder = mkdtempSync(join(home, 'dossier-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { folder, ...chancery(`replay --at 2021-01-01 --dossier ${folder}`) };
}

/** An act file with one act; its events begin on line 6. */
function act(id: string, events: string): string {
  return `- act: ${id}\n  by: ruritania\n  title: An act\n  announced: 1905-05-01\n  sources: [{title: Circular}]\n  events:\n${events}`;
}

test('all problems of all files are told in one run, each in one line with its place and what to write', () => {
  const { out, err, code, folder } = asked({
    'dossier.yaml': dossier,
    '1.yaml': `${act(
      'a',
      `    - {subject: embasy, type: mission.established}
    - {subject: embassy, type: mission.established, efective: 1905-05-02}
    - {subject: embassy, type: mission.closed, effective: 1905-13-01}
    - {subject: embassy, type: mission.shut}
    - {subject: office, type: ceiling.set, limit: 3}
    - {subject: embassy, type: ceiling.set, limit: [3]}
    - {subject: embassy, type: mission.closed, accounts: {graustrak: {effective: 1905}}}
`,
    )}- corrects: a/9\n  set: {effective: 1905}\n  reason: wrong\n  recorded: 1906-01-01\n  sources: [{title: Letter}]\n`,
    '2.yaml': act('a', '    - {subject: embassy, type: mission.closed}\n'),
    '3.yaml': '- act: b\n  by: [ruritania\n',
  });
  expect(out).toBe('');
  expect(code).toBe(2);
  const lines = err.trimEnd().split('\n');
  expect(lines.pop()).toBe('9 problems; nothing was loaded');
  expect(lines.filter((line) => !/^\S+\/\d\.yaml:\d+:\d+ .+; .+$/.test(line))).toEqual([]);
  const told = lines.map((line) => line.slice(folder.length + 1));
  expect(told).toEqual([
    '1.yaml:7:17 events[0].subject: no such subject: embasy; did you mean embassy?',
    '1.yaml:8:53 events[1].efective: unknown field; did you mean effective?',
    '1.yaml:9:59 events[2].effective: not a date: "1905-13-01": there is no month 13; write YYYY-MM-DD, as in 2021-11-01',
    '1.yaml:10:32 events[3].type: not an event type: "mission.shut"; write one of: mission.established, mission.closed, mission.reopened',
    '1.yaml:11:31 events[4].type: nothing that can happen to office, of kind information-office: ceiling.set; write one of: mission.established, mission.closed, mission.reopened, operations.suspended, operations.resumed, accreditation.requested, accreditation.granted, accreditation.denied, accreditation.withdrawn, staff.recalled, staff.reported, head.appointed, head.ended, head.recalled, head.returned',
    '1.yaml:12:52 events[5].limit: not a count: a list; write a number, or a range: 7..10, ..30, 7.. or unknown',
    '1.yaml:13:59 events[6].accounts.graustrak: no such party: graustrak; did you mean graustark?',
    '2.yaml:1:8 act: a second act by this name: a, which stands in 1.yaml already, as entry 1; write another name, as in a-2',
    '3.yaml:2:7 [ without its ]; write ], and indent every line up to it',
  ]);
});

/** What each bad dossier is answered with: file, line, column, what is wrong, what to write instead. */
const bad: { readonly [name: string]: [{ readonly [file: string]: string | Uint8Array }, RegExp] } = {
  'an empty folder': [{}, /no dossier in this folder; write dossier\.yaml/],
  'a folder without dossier.yaml': [
    { '1.yaml': act('a', '    []\n') },
    /dossier\.yaml:1:1 no such file; write it/,
  ],
  'a correction of what does not exist': [
    {
      'dossier.yaml': dossier,
      '1.yaml':
        '- corrects: a/9\n  set: {effective: 1905}\n  reason: wrong\n  recorded: 1906-01-01\n  sources: [{title: Letter}]\n',
    },
    /1\.yaml:1:13 corrects: no such event: a\/9; /,
  ],
  'a file that is not UTF-8': [
    { 'dossier.yaml': dossier, '1.yaml': new Uint8Array([0x2d, 0x20, 0xe9, 0x0a]) },
    /1\.yaml:1:3 .*UTF-8.*; /,
  ],
  'a file of 50 MB': [
    { 'dossier.yaml': dossier, '1.yaml': new Uint8Array(50_000_000).fill(0x23) },
    /1\.yaml:1:1 too large: 50\.0 MB.*; split it/,
  ],
  'aliases that explode': [
    {
      'dossier.yaml': dossier,
      '1.yaml': `- &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
        .map((name, index) => {
          const before = `*${String.fromCharCode(97 + index)}`;
          return `- &${name} [${Array(9).fill(before).join(', ')}]\n`;
        })
        .join('')}`,
    },
    /1\.yaml:\d+:\d+ .*alias.*; /,
  ],
};

for (const [name, [files, message]] of Object.entries(bad)) {
  test(`${name} is told without a trace of the program's own working`, () => {
    const { out, err, code } = asked(files);
    expect([out, code]).toEqual(['', 2]);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\bat .*\.js|Error:/);
  });
}

test('a folder that is not there is told by its name', () => {
  const { err, code } = chancery(`replay --dossier ${home}/nowhere`);
  expect(code).toBe(2);
  expect(err).toContain('nowhere');
  expect(err).toContain('no such folder; ');
});
