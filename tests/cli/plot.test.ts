import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chancery, started } from './program.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-plot-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('an SVG stands by itself: title, basis, style sheet, and the same bytes for the same question', () => {
  const { out, err, code } = chancery('plot -o - --from 2021-09 --to 2021-12 --at 2021-11-02');
  expect([err, code]).toEqual(['', 0]);
  expect(out).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="picture"/);
  expect(out).toContain('<title>NATO and Russia, missions and offices</title>');
  expect(out).toMatch(
    /<desc>Drawn by Chancery [\d.]+ from nato-russia, record sha256:[0-9a-f]{64}\.<\/desc>/,
  );
  expect(out).toContain('<style>.picture { font-family:');
  expect(headIn(out)).toEqual(['NATO and Russia, missions and offices', 'On 2021-11-02']);
  expect(out).toContain('<g class="cursor" data-from="2021-11-02">');
  expect(out).not.toMatch(/style="/);
  const zones = [{ TZ: 'America/Los_Angeles' }, { TZ: 'UTC', LANG: 'tr_TR.UTF-8' }];
  for (const zone of zones) {
    expect(started('plot -o - --from 2021-09 --to 2021-12 --at 2021-11-02', zone).out).toBe(out);
  }
});

test('a file is written whole, and it is told what is in it', () => {
  const file = join(folder, 'missions.svg');
  const { out, err, code } = chancery(`plot russian-mission nato-channel -o ${file} --width 800`);
  expect([out, code]).toEqual(['', 0]);
  expect(err).toBe(`${file}: 2 subjects, 1997-01-01 to 2022-12-31\n`);
  expect(readFileSync(file, 'utf8')).toBe(chancery('plot russian-mission nato-channel -o - --width 800').out);
  expect(readdirSync(folder)).toEqual(['missions.svg']);
});

test('a PNG is as wide as asked, and its letters do not come from the system', () => {
  const file = join(folder, 'missions.png');
  const line = `plot russian-mission -o ${file} --width 640 --theme dark --from 2021`;
  expect(chancery(line).code).toBe(0);
  const png = readFileSync(file);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(640);
  expect(started(line, { HOME: folder, FONTCONFIG_FILE: '/dev/null', XDG_DATA_DIRS: folder }).code).toBe(0);
  expect(readFileSync(file).equals(png)).toBe(true);
});

test('with a scenario the branch stands beside the record, and both are named', () => {
  const { out } = chancery('plot -o - --scenario offer-accepted --from 2021-09 --to 2022-09');
  expect(out).toContain(
    "; beside it, hypothetical: NATO's offer of January 2022 to reopen the offices is accepted</title>",
  );
  expect(out).toMatch(
    /record sha256:[0-9a-f]{64}\. The branch of offer-accepted: record sha256:[0-9a-f]{64}\./,
  );
  expect(out).toContain('>hypothetical</text>');
  expect(headIn(out)).toEqual([
    'NATO and Russia, missions and offices',
    "Beside the record, hypothetical: NATO's offer of January 2022 to reopen the offices is accepted",
    'The act that is left to chance is drawn as if it happened.',
  ]);
  expect(headIn(chancery('plot -o - --scenario tit-for-tat').out)).toHaveLength(2);
});

test('what is known bounds what is drawn', () => {
  const { out } = chancery(
    'plot russian-mission -o - --announced-by 2021-10-17 --account nato --reading earliest',
  );
  expect(out).toContain(
    'as announced by 2021-10-17, in the account of nato, in the earliest reading.</desc>',
  );
  expect(out).not.toContain('suspended');
  expect(headIn(out)).toContain(
    'As announced by 2021-10-17, in the account of nato, in the earliest reading',
  );
});

test('what cannot be written is told in one line, and nothing is left behind', () => {
  writeFileSync(join(folder, 'file'), '');
  const told = (line: string) => {
    const { out, err, code } = chancery(`plot ${line}`);
    expect([out, code]).toEqual(['', 2]);
    return err;
  };
  expect(told('')).toBe(
    '-o: no file; write one that ends in .svg or .png, or - for SVG on standard output\n',
  );
  expect(told('-o missions.gif')).toBe(
    '-o: neither SVG nor PNG: "missions.gif"; write a file that ends in .svg or .png\n',
  );
  expect(told(`-o ${folder}/none/a.svg`)).toBe(
    `-o: no such folder: "${folder}/none"; make it first, or write another\n`,
  );
  expect(told(`-o ${folder}/file/a.svg`)).toContain('no such folder');
  expect(told('-o a.svg --width 100')).toBe('--width: not a width in pixels: "100"; write 320 to 8000\n');
  expect(told('-o a.svg --from 2022 --to 2021')).toBe(
    '--to: 2021 lies before --from 2022; write a later day\n',
  );
  expect(told('-o a.svg --from 2090')).toBe(
    '--from: nothing is on record from 2090-01-01 on; write an earlier day, or --to as well\n',
  );
  expect(told('-o a.svg --to 1900')).toBe(
    '--to: nothing is on record by 1900; write a later day, or --from as well\n',
  );
  expect(told('-o a.svg --theme sepia')).toContain('Allowed choices are light, dark.');
  expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
});

test('as JSON plot tells what it would draw', () => {
  const { out, code } = chancery('plot information-office --json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    dossier: 'nato-russia',
    from: '2000-01-01',
    subjects: {
      'information-office': {
        periods: [
          { status: 'absent', from: null, to: '2000-12-15' },
          { status: 'operating', from: '2000-12-15', to: '2021-11-01' },
          { status: 'closed', from: '2021-11-01', to: null, began: ['2021-10-18-russia/6'] },
        ],
      },
    },
  });
});

/** What is written above a picture. */
function headIn(svg: string): readonly string[] {
  return [...svg.matchAll(/<text class="(?:title|asked) [^>]*>([^<]*)</g)].flatMap(([, text]) => text ?? []);
}
