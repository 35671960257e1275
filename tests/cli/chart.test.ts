import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { kinds } from '../../src/events/dossier.ts';
import { chancery } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-chart-'));

test('a chart is told in Mermaid where no form is asked for', () => {
  const told = chancery('chart channel');
  expect(told).toMatchObject({ err: '', code: 0 });
  expect(told.out).toContain('stateDiagram-v2\n');
  expect(told).toEqual(chancery('chart channel --format mermaid'));
});

test.each(kinds)('the chart of %s as SVG is a picture that other programs draw', (kind) => {
  const { out, err, code } = chancery(`chart ${kind} --format svg`);
  expect([err, code]).toEqual(['', 0]);
  expect(out).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^\n]*>/);
  const { width } = new Resvg(out, { font: { loadSystemFonts: false } });
  expect(out).toContain(` width="${width}" `);
});

test('a picture has the colours of one theme, those for light paper where nothing is said', () => {
  const light = chancery('chart channel --format svg').out;
  const dark = chancery('chart channel --format svg --theme dark').out;
  expect(light).toContain('.statechart .paper { fill: #fdfcf9 }');
  expect(light).toBe(chancery('chart channel --format svg --theme light').out);
  expect(dark).toContain('.statechart .paper { fill: #14181e }');
  expect(dark).not.toContain('#fdfcf9');
});

test('the form of a file follows its name', () => {
  const [picture, text, other] = ['chart.svg', 'chart.mmd', 'chart.txt'].map((name) => join(folder, name));
  for (const file of [picture, text, other]) {
    expect(chancery(`chart channel -o ${file}`)).toEqual({ out: '', err: '', code: 0 });
  }
  expect(read(picture)).toBe(chancery('chart channel --format svg').out);
  expect(read(text)).toBe(chancery('chart channel').out);
  expect(read(other)).toBe(chancery('chart channel').out);
  const unnamed = join(folder, 'chart');
  expect(chancery(`chart channel --format svg -o ${unnamed}`)).toMatchObject({ err: '', code: 0 });
  expect(read(unnamed)).toBe(read(picture));
});

test('a file that ends in .png is the picture in pixels', () => {
  const file = join(folder, 'chart.png');
  expect(chancery(`chart channel -o ${file}`)).toEqual({ out: '', err: '', code: 0 });
  const pixels = readFileSync(file);
  expect(pixels.subarray(1, 4).toString('latin1')).toBe('PNG');
  const { width } = new Resvg(chancery('chart channel --format svg').out, {
    font: { loadSystemFonts: false },
  });
  expect(pixels.readUInt32BE(16)).toBe(Math.ceil(width));
});

test.each(['chart.jpg', 'chart.md', 'chart.pdf'])(
  'a file named %s is refused, and nothing is written',
  (name) => {
    const file = join(folder, name);
    const line = `-o: neither a picture nor Mermaid: ${JSON.stringify(file)}; write a file that ends in .svg, .png, .mmd, .mermaid or .txt\n`;
    for (const form of ['', ' --format svg'])
      expect(chancery(`chart channel${form} -o ${file}`)).toEqual({ out: '', err: line, code: 2 });
    expect(existsSync(file)).toBe(false);
  },
);

test('a form that the name of the file contradicts is refused, and nothing is written', () => {
  const file = join(folder, 'contradicted.svg');
  expect(chancery(`chart channel --format mermaid -o ${file}`)).toEqual({
    out: '',
    err: `-o: ${file} is a name for svg; leave out --format mermaid, or write another name\n`,
    code: 2,
  });
  expect(existsSync(file)).toBe(false);
  const picture = join(folder, 'contradicted.png');
  expect(chancery(`chart channel --format svg -o ${picture}`)).toMatchObject({
    err: `-o: ${picture} is a name for png; leave out --format svg, or write another name\n`,
    code: 2,
  });
});

test('a kind that does not exist is answered with the nearest one, a subject with its kind', () => {
  expect(chancery('chart chanel')).toEqual({
    out: '',
    err: 'no such kind: chanel; did you mean channel?\n',
    code: 2,
  });
  expect(chancery('chart russian-mission')).toEqual({
    out: '',
    err: 'no such kind: russian-mission; it is a subject; write its kind, permanent-mission\n',
    code: 2,
  });
  expect(chancery('chart toString').err).toMatch(
    /^no such kind: toString; write one of: permanent-mission, /,
  );
});

test('a place where nothing can be written is told in one line, and nothing is left there', () => {
  const inside = join(folder, 'places');
  mkdirSync(inside);
  writeFileSync(join(inside, 'file'), '');
  const said = (path: string) => chancery(`chart channel -o ${path}`);
  expect(said(join(inside, 'none', 'chart.svg'))).toEqual({
    out: '',
    err: `-o: cannot write ${inside}/none/chart.svg: there is no folder ${inside}/none; make it first, or write another place\n`,
    code: 2,
  });
  expect(said(inside)).toEqual({
    out: '',
    err: `-o: cannot write ${inside}: it is a folder; write the name of a file in it\n`,
    code: 2,
  });
  expect(said(join(inside, 'file', 'chart.svg'))).toEqual({
    out: '',
    err: `-o: cannot write ${inside}/file/chart.svg: ${inside}/file is no folder; write another place\n`,
    code: 2,
  });
  expect(said(join(inside, `${'n'.repeat(300)}.svg`))).toMatchObject({ code: 2 });
  expect(readdirSync(inside)).toEqual(['file']);
});

test('what is no file, as standard output by its name, is written to and not replaced', () => {
  const line = `"${process.execPath}" dist/cli/chancery.js chart channel -o /dev/stdout | cat`;
  expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toBe(chancery('chart channel').out);
});

test('a file that was there before is replaced as a whole, and what a link leads to stays where it is', () => {
  const [file, link] = [join(folder, 'before.svg'), join(folder, 'link.svg')];
  writeFileSync(file, 'before');
  symlinkSync(file, link);
  expect(chancery(`chart channel -o ${link}`).code).toBe(0);
  expect(read(file)).toBe(chancery('chart channel --format svg').out);
  expect(read(link)).toBe(read(file));
});

function read(file: string | undefined): string {
  return readFileSync(file ?? '', 'utf8');
}
