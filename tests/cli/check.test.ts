import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { chancery } from './program.ts';

const root = resolve(import.meta.dirname, '../..');
const golden = join(import.meta.dirname, 'golden');

// Below the folder in which the program runs, as a dossier is in its repository; and outside of it.
const inside = mkdtempSync(join(root, 'node_modules', '.chancery-'));
const outside = mkdtempSync(join(tmpdir(), 'chancery-'));
afterAll(() => {
  rmSync(inside, { recursive: true });
  rmSync(outside, { recursive: true });
});

const cast = `title: Ruritania and Graustark
parties: {ruritania: Ruritania, graustark: Graustark}
subjects:
  relations: {kind: relations, name: Relations, sending: ruritania, receiving: graustark}
  embassy: {kind: embassy, name: Embassy, sending: graustark, receiving: ruritania}
`;

/** Breaks two invariants, has a finding, a conflict and two doubtful dates; its names are such as no form expects. */
const unsound = `- act: a
  by: ruritania
  title: Relations
  announced: 1905-05-01
  sources: [{title: Circular}]
  events:
    - {subject: relations, type: relations.established}
    - {subject: embassy, type: mission.established}
    - {subject: embassy, type: head.appointed, name: "Rupert: 100%, of Hentzau", effective: 1905-06?}
- act: b
  by: graustark
  title: The break
  announced: 1906-05-01
  sources: [{title: Circular}]
  events:
    - {subject: relations, type: relations.broken-off}
    - {subject: embassy, type: mission.closed, effective: 1906-05-03, accounts: {ruritania: {effective: 1906-05-02}}}
    - {subject: embassy, type: head.appointed, name: "Flavia\\nof Graustark: 50%", effective: 1906-01-02, accounts: {ruritania: {name: "Flavia, %0A::error::\\nno"}}}
    - {subject: embassy, type: operations.suspended, effective: 1906-07/1906-08}
`;

const sound =
  unsound
    .replace('closed, effective: 1906-05-03', 'closed, effective: 1906-05-01')
    .split('    - {subject: embassy, type: head.appointed, name: "Flavia')[0] ?? '';
const bad = unsound.replace('by: graustark', 'by: graustrak').replace('1906-05-03', '1906-13-03');

/** A folder with a dossier, inside or outside of where the program runs. */
function folderOf(acts: string, home = inside): string {
  const folder = mkdtempSync(join(home, 'dossier-'));
  writeFileSync(join(folder, 'dossier.yaml'), cast);
  writeFileSync(join(folder, '1900s.yaml'), acts);
  return relative(root, folder).startsWith('..') ? folder : relative(root, folder);
}

describe('the bundled dossier', () => {
  test('chancery check answers as on file, within 80 columns', async () => {
    const { out, err, code } = chancery('check');
    expect([err, code]).toEqual(['', 0]);
    expect(out.split('\n').filter((row) => [...row].length > 80)).toEqual([]);
    await expect(out).toMatchFileSnapshot(`${golden}/check.txt`);
  });

  test('chancery check --json answers as on file', async () => {
    const { out, err, code } = chancery('check --json');
    expect([err, code]).toEqual(['', 0]);
    const kept = out.replace(/sha256:[0-9a-f]{64}/, 'sha256:…');
    await expect(kept).toMatchFileSnapshot(`${golden}/check.json`);
    expect(chancery('check --format json')).toEqual({ out, err, code });
  });

  test('what is told as annotations and as SARIF is the same, and no error', () => {
    const { out, err, code } = chancery('check --format github');
    expect([err, code]).toEqual(['', 0]);
    const lines = out.trimEnd().split('\n').map(annotation);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect(lines.length).toBeGreaterThan(10);
    for (const { file } of lines) expect(file).toMatch(/^events\/nato-russia\/[\d-]+\.yaml$/);
    expect(resultsOf(chancery('check --format sarif').out)).toEqual(lines);
  });

  test('nothing announced after a bound is in the answer', () => {
    const { out } = chancery('check --announced-by 2014-04-30 --format github');
    expect(out).toContain('2014-04-01-nato/1');
    expect(out).not.toMatch(/\(20(1[5-9]|2)/);
  });
});

describe('a dossier that is not sound', () => {
  const folder = folderOf(unsound);
  const file = `${folder}/1900s.yaml`;

  test('is told in words with exit code 1', () => {
    const { out, err, code } = chancery(`check -d ${folder}`);
    expect([err, code]).toEqual(['', 1]);
    const told = out.replace(/\s+/g, ' ').replaceAll(folder, 'DOSSIER');
    expect(out.match(/^BREAKS/gm)).toHaveLength(3);
    expect(told.slice(told.indexOf('Broken invariants'))).toBe(
      'Broken invariants ' +
        'no-embassy-without-relations embassy: it works while diplomatic relations (relations) are broken off, ' +
        'from 1906-05-01 to 1906-05-02 (a/2; b/1; DOSSIER/1900s.yaml:16) ' +
        'announced-before-effect embassy: in effect 1906-01-02, announced only 1906-05-01 (b/3; DOSSIER/1900s.yaml:18) ' +
        'tenures-apart embassy: Flavia of Graustark: 50% is appointed while Rupert: 100%, of Hentzau holds the post ' +
        '(a/3; b/3; DOSSIER/1900s.yaml:18) ' +
        'Findings, events that the rules have no place for ' +
        'b/3 embassy: head.appointed has no place while inPost (DOSSIER/1900s.yaml:18) ' +
        'b/4 embassy: operations.suspended has no place while closed (DOSSIER/1900s.yaml:19) ' +
        'Conflicts between accounts ' +
        'b/2 embassy: effective on record: 1906-05-03; according to ruritania: 1906-05-02 ' +
        'b/3 embassy: name on record: Flavia of Graustark: 50%; according to ruritania: Flavia, %0A::error:: no ' +
        'Doubtful dates ' +
        'a/3 embassy: head appointed: Rupert: 100%, of Hentzau, some day of 1905-06? ' +
        'b/4 embassy: operations suspended, some day of 1906-07/1906-08 ' +
        '3 of 14 invariants break; 2 findings, 2 conflicts, 2 doubtful dates. ',
    );
  });

  test('is told as JSON with exit code 1, each verdict with its violations', () => {
    const { out, err, code } = chancery(`check -d ${folder} --json`);
    expect([err, code]).toEqual(['', 1]);
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual([
      'dossier',
      'announcedBy',
      'recordedBy',
      'account',
      'reading',
      'basis',
      'invariants',
      'findings',
      'conflicts',
      'doubtful',
    ]);
    for (const { holds, violations } of answer.invariants) expect(holds).toBe(violations.length === 0);
    expect(answer.invariants).toContainEqual({
      id: 'no-embassy-without-relations',
      statement: 'No embassy works between two States whose diplomatic relations are broken off.',
      article: 'VCDR 2, 45',
      holds: false,
      violations: [
        {
          subject: 'embassy',
          says: 'it works while diplomatic relations (relations) are broken off',
          events: ['a/2', 'b/1'],
          from: '1906-05-01',
          to: '1906-05-03',
        },
      ],
    });
    expect(answer.doubtful).toEqual([
      {
        event: 'a/3',
        subject: 'embassy',
        type: 'head.appointed',
        field: 'effective',
        date: '1905-06?',
        because: 'window',
      },
      {
        event: 'b/4',
        subject: 'embassy',
        type: 'operations.suspended',
        field: 'effective',
        date: '1906-07/1906-08',
        because: 'window',
      },
    ]);
  });

  test("is sound in one party's account", () => {
    const { out } = chancery(`check -d ${folder} --account ruritania --json`);
    expect(JSON.parse(out).invariants).toContainEqual(
      expect.objectContaining({
        id: 'no-embassy-without-relations',
        violations: [expect.objectContaining({ to: '1906-05-02' })],
      }),
    );
  });

  test('is annotated at its lines, whatever its names contain', () => {
    const { out, err, code } = chancery(`check -d ${folder} --format github`);
    expect([err, code]).toEqual(['', 1]);
    const lines = out.trimEnd().split('\n');
    for (const line of lines)
      expect(line).toMatch(/^::(error|warning|notice) file=[^:,]+,line=\d+,col=\d+,title=[a-z-]+::[^\r\n]+$/);
    expect(
      lines
        .map(annotation)
        .filter(({ level }) => level === 'error')
        .map(({ rule, line }) => [rule, line]),
    ).toEqual([
      ['no-embassy-without-relations', 16],
      ['announced-before-effect', 18],
      ['tenures-apart', 18],
    ]);
    expect(lines).toContain(
      `::error file=${file},line=16,col=7,title=no-embassy-without-relations::embassy: it works while diplomatic ` +
        'relations (relations) are broken off, from 1906-05-01 to 1906-05-02 (a/2, b/1). ' +
        'No embassy works between two States whose diplomatic relations are broken off.',
    );
    expect(out).toContain(
      '::embassy: Flavia%0Aof Graustark: 50%25 is appointed while Rupert: 100%25, of Hentzau holds',
    );
    expect(out).toContain('according to ruritania: Flavia, %250A::error::%0Ano (');
  });

  test('is told as SARIF with what the schema asks for', () => {
    const { out, err, code } = chancery(`check -d ${folder} --format sarif`);
    expect([err, code]).toEqual(['', 1]);
    const annotations = chancery(`check -d ${folder} --format github`)
      .out.trimEnd()
      .split('\n')
      .map(annotation);
    expect(resultsOf(out)).toEqual(annotations);
  });
});

describe('file names that a service might misread', () => {
  test('are escaped in every form', () => {
    const folder = `${folderOf(sound)}`;
    renameSync(join(root, folder, '1900s.yaml'), join(root, folder, '1900s: a,b#50%.yaml'));
    const { out } = chancery(`check -d ${folder} --format github`);
    expect(out).toContain(`file=${folder}/1900s%3A a%2Cb#50%25.yaml,`);
    const [result] = JSON.parse(chancery(`check -d ${folder} --format sarif`).out).runs[0].results;
    const { uri } = result.locations[0].physicalLocation.artifactLocation;
    expect(uri).toBe(`${folder}/1900s%3A%20a%2Cb%2350%25.yaml`);
  });

  test('outside of where the program runs they are told whole', () => {
    const folder = folderOf(sound, outside);
    const { out } = chancery(`check -d ${folder} --format github`);
    expect(out).toContain(`file=${folder}/1900s.yaml,`);
    const [result] = JSON.parse(chancery(`check -d ${folder} --format sarif`).out).runs[0].results;
    const { uri } = result.locations[0].physicalLocation.artifactLocation;
    expect(uri).toBe(pathToFileURL(join(folder, '1900s.yaml')).href);
  });
});

describe('bad input', () => {
  const folder = folderOf(bad);
  const file = `${folder}/1900s.yaml`;
  const told = [
    `${file}:11:7 by: no such party: graustrak; did you mean graustark?`,
    `${file}:17:59 events[1].effective: not a date: "1906-13-03": there is no month 13; write YYYY-MM-DD, as in 2021-11-01`,
    '2 problems; nothing was loaded',
  ];

  test('is told on standard error with exit code 2 under every form', () => {
    for (const form of ['', '--json', '--format json', '--format github', '--format sarif']) {
      const { out, err, code } = chancery(`check -d ${folder} ${form}`);
      expect([form, code, err.trimEnd().split('\n')]).toEqual([form, 2, told]);
      expect([form, out === '']).toEqual([form, !/github|sarif/.test(form)]);
    }
  });

  test('is annotated where it stands', () => {
    const lines = chancery(`check -d ${folder} --format github`).out.trimEnd().split('\n').map(annotation);
    expect(lines).toEqual(
      told.slice(0, 2).map((line) => {
        const [, place = '', text] = /^\S+?:(\S+) (.*)$/.exec(line) ?? [];
        const [row, column] = place.split(':').map(Number);
        return { level: 'error', rule: 'input', file, line: row, column, message: text };
      }),
    );
    expect(resultsOf(chancery(`check -d ${folder} --format sarif`).out)).toEqual(lines);
  });

  test('of a folder as a whole stands at its first line', () => {
    const lines = chancery('check -d nowhere --format github').out.trimEnd().split('\n').map(annotation);
    expect(lines).toEqual([
      {
        level: 'error',
        rule: 'input',
        file: 'nowhere',
        line: 1,
        column: 1,
        message: 'no such folder; give the folder in which dossier.yaml lies',
      },
    ]);
    expect(resultsOf(chancery('check -d nowhere --format sarif').out)).toEqual(lines);
  });

  test('an act without a source is refused before it can break an invariant', () => {
    const { err, code } = chancery(`check -d ${folderOf(sound.replace('[{title: Circular}]', '[]'))}`);
    expect(code).toBe(2);
    expect(err).toContain('sources: no source; write at least one, with a title');
  });

  test('an act recorded too early that has no events is told at the act', () => {
    const early =
      '- act: c\n  by: ruritania\n  title: A protest\n  announced: 1907-05-01\n  recorded: 1907-04-01\n  sources: [{title: Note}]\n  events: []\n';
    const folder = folderOf(`${sound}${early}`);
    const lines = chancery(`check -d ${folder} --format github`).out.trimEnd().split('\n').map(annotation);
    expect(lines[0]).toMatchObject({ level: 'error', rule: 'announced-before-recorded' });
    expect(lines[0]?.message).toBe(
      'c is recorded 1907-04-01, announced only 1907-05-01. No act is announced after it was recorded.',
    );
    expect(lines[0]?.line).toBeGreaterThanOrEqual(sound.split('\n').length);
  });

  test('a form that does not exist, or two at once, is misuse', () => {
    expect(chancery('check --format xml').code).toBe(2);
    expect(chancery('check --json --format sarif')).toEqual({
      out: '',
      err: '--json and --format sarif are two forms; write one of them\n',
      code: 2,
    });
    expect(chancery('check --account nobody').code).toBe(2);
  });
});

describe('--watch', () => {
  const running = new Set<ChildProcess>();
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
    running.clear();
  });

  test('tells the verdict again after every change: through bad input and back, and of new files; Ctrl-C ends it', async () => {
    const folder = folderOf(unsound);
    const file = join(root, folder, '1900s.yaml');
    const watching = watched(`check -d ${folder} --watch`);
    await watching.tells('3 of 14 invariants break');

    writeFileSync(file, sound);
    await watching.tells('All 14 invariants hold');

    writeFileSync(file, bad);
    await watching.tells('2 problems; nothing was loaded');

    // As many editors do it: another file takes the place of the old one.
    writeFileSync(`${file}~`, sound);
    renameSync(`${file}~`, file);
    await watching.tells('All 14 invariants hold');

    writeFileSync(
      join(root, folder, '1910s.yaml'),
      unsound.replace('act: a', 'act: c').replace('act: b', 'act: d'),
    );
    await watching.tells('invariants break');

    watching.child.kill('SIGINT');
    expect(await watching.ended).toEqual({ code: null, signal: 'SIGINT' });
  });

  test('gives one JSON document after another, and nothing else, to a program', async () => {
    const folder = folderOf(unsound);
    const watching = watched(`check -d ${folder} --watch --json`);
    await watching.tells('"doubtful"');
    writeFileSync(join(root, folder, '1900s.yaml'), sound);
    await watching.tells('"findings": []');
    const documents = watching
      .out()
      .split(/(?<=^\}\n)/m)
      .map((text) => JSON.parse(text));
    expect(documents[0].findings).toHaveLength(2);
    expect(documents.at(-1).findings).toHaveLength(0);
  });

  test('of a folder that is not there, or no longer, ends with exit code 2', async () => {
    const nowhere = chancery('check -d nowhere --watch');
    expect(nowhere).toEqual({
      out: '',
      err: 'nowhere: no such folder; give the folder in which dossier.yaml lies\n1 problem; nothing was loaded\n',
      code: 2,
    });
    const folder = folderOf(sound);
    const watching = watched(`check -d ${folder} --watch --format github`);
    await watching.tells('title=doubtful');
    rmSync(join(root, folder), { recursive: true });
    expect(await watching.ended).toEqual({ code: 2, signal: null });
  });

  /** A running program; `tells` waits until it has written some text, to either stream, and waits again. */
  function watched(line: string) {
    const child = spawn(process.execPath, ['dist/cli/chancery.js', ...line.split(' ')], { cwd: root });
    running.add(child);
    let [out, all, read] = ['', '', 0];
    child.stdout.on('data', (text) => {
      out += text;
      all += text;
    });
    child.stderr.on('data', (text) => {
      all += text;
    });
    const ended = new Promise((tell) => child.on('exit', (code, signal) => tell({ code, signal })));
    return { child, ended, tells, out: () => out };

    async function tells(text: string): Promise<void> {
      const until = Date.now() + 15_000;
      for (const wanted of [text, 'waiting for a file to change']) {
        while (!all.slice(read).includes(wanted)) {
          if (Date.now() > until) throw new Error(`${wanted} is not told; so far:\n${all}`);
          await new Promise((tell) => setTimeout(tell, 20));
        }
      }
      read = all.length;
    }
  }
});

interface Annotation {
  readonly level: string;
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A workflow command as GitHub reads it. */
function annotation(command: string): Annotation {
  const [, level = '', file = '', line = '', column = '', rule = '', message = ''] =
    /^::(\w+) file=([^:,]+),line=(\d+),col=(\d+),title=([^:,]+)::(.*)$/.exec(command) ?? [];
  return {
    level,
    rule: plain(rule),
    file: plain(file),
    line: Number(line),
    column: Number(column),
    message: plain(message),
  };
}

function plain(text: string): string {
  const codes: { readonly [code: string]: string } = {
    '%25': '%',
    '%0D': '\r',
    '%0A': '\n',
    '%3A': ':',
    '%2C': ',',
  };
  return text.replace(/%(25|0D|0A|3A|2C)/g, (code) => codes[code] ?? code);
}

/** The results of a SARIF log, which must have what the schema of version 2.1.0 and code scanning ask for. */
function resultsOf(text: string): readonly Annotation[] {
  const log = JSON.parse(text);
  expect(log).toMatchObject({
    version: '2.1.0',
    $schema: expect.stringMatching(/^https:.*sarif-2\.1\.0\.json$/),
  });
  expect(Object.keys(log).sort()).toEqual(['$schema', 'runs', 'version']);
  expect(log.runs).toHaveLength(1);
  const [{ tool, columnKind, results }] = log.runs;
  expect(columnKind).toBe('utf16CodeUnits');
  expect(tool.driver).toMatchObject({ name: 'chancery', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  const { rules } = tool.driver;
  const ids = rules.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const rule of rules) {
    expect(rule.shortDescription.text).toMatch(/^[A-Z].*\.$/);
    if (rule.help) expect(rule.help.text).not.toBe('');
  }
  return results.map((result: SarifResult): Annotation => {
    const { ruleId, ruleIndex, level, message, locations } = result;
    expect(rules[ruleIndex].id).toBe(ruleId);
    expect(['error', 'warning', 'note']).toContain(level);
    expect(message.text).not.toBe('');
    expect(locations).toHaveLength(1);
    const [{ physicalLocation }] = locations;
    const { startLine, startColumn } = physicalLocation.region;
    expect(Number.isInteger(startLine) && startLine >= 1).toBe(true);
    expect(Number.isInteger(startColumn) && startColumn >= 1).toBe(true);
    const { uri } = physicalLocation.artifactLocation;
    expect(() => new URL(uri, 'file:///repository/')).not.toThrow();
    return {
      level: level === 'note' ? 'notice' : level,
      rule: ruleId,
      file: decodeURIComponent(uri),
      line: startLine,
      column: startColumn,
      message: message.text,
    };
  });
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: { readonly startLine: number; readonly startColumn: number };
      };
    },
  ];
}
