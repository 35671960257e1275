/**
 * Measures and tells: `npm run bench`, with `--json` for programs, or with the names of some rows to measure these
 * alone. With `--write` all of it goes on file too: the table, the figures, and the picture for docs/speed.md. The exit
 * code is 1 where a figure is not what it must be.
 */
import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import Table from 'cli-table3';
import { bulk } from './bulk.ts';
import { loading } from './load.ts';
import { recordWith } from './material.ts';
import { montecarlo } from './montecarlo.ts';
import { page } from './page.ts';
import { plotOf } from './plot.ts';
import { memory, start } from './processes.ts';
import { growth, questions, whatIf } from './questions.ts';
import { holds, type Row } from './row.ts';

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
const rows: Row[] = [];

if (asks('start/')) take(start());
if (asks('memory/')) take(memory());
if (asks('load/')) take(loading());
if (asks('page/')) take(await page());
if (asks('montecarlo/')) take(await montecarlo());
if (asks('bulk/', 'point/', 'world', 'whatif/', 'growth')) {
  const large = recordWith(1_000_000);
  if (asks('growth')) take(growth([recordWith(10_000), recordWith(100_000), large]));
  if (asks('point/', 'world')) take(questions(large));
  if (asks('whatif/')) take(whatIf(large, recordWith(1_000)));
  if (asks('bulk/')) take(bulk(large));
}

process.stdout.write(words.includes('--json') ? `${json()}\n` : `${text()}\n`);
if (words.includes('--write')) {
  writeFileSync('bench/results.json', `${json()}\n`);
  writeFileSync('bench/results.md', markdown());
  writeFileSync('docs/speed.svg', plotOf(rows));
}
process.exitCode = rows.every(holds) ? 0 : 1;

function asks(...names: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((word) => names.some((name) => word.startsWith(name)));
}

function take(measured: readonly Row[]): void {
  rows.push(...measured);
  for (const { name } of measured) process.stderr.write(`measured ${name}\n`);
}

function machine() {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}`,
    node: process.version,
  };
}

function json(): string {
  return JSON.stringify({ date: new Date().toISOString().slice(0, 10), machine: machine(), rows }, null, 2);
}

function text(): string {
  const table = new Table({
    head: ['name', 'figure', 'from – to', 'must be', ''],
    style: { head: [], border: [] },
  });
  for (const row of rows) table.push([row.name, ...cells(row), holds(row) ? '' : 'MISSED']);
  const notes = rows.map(({ name, what }) => `${name}: ${what}`);
  return `${table.toString()}\n\n${notes.join('\n')}\n\n${machineInWords()}`;
}

function markdown(): string {
  const lines = rows.map(
    (row) => `| \`${row.name}\` | ${row.what} | ${cells(row).join(' | ')} | ${holds(row) ? '' : 'missed'} |`,
  );
  return [
    '# Measured',
    '',
    `By \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${machineInWords()}. Each figure is the`,
    'median of its rounds, in each of which all rivals took their turn, with the least and the greatest.',
    '',
    '| name | what | figure | from – to | must be | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

function cells({ value, least, most, unit, bound }: Row): readonly [string, string, string] {
  const shown = (figure: number) => Number(figure.toPrecision(3)).toString();
  return [
    `${shown(value)} ${unit}`,
    `${shown(least)} – ${shown(most)}`,
    bound === null ? '' : `${bound.kind} ${bound.value}`,
  ];
}

function machineInWords(): string {
  const { cpu, cores, memory, system, node } = machine();
  return `${cpu}, ${cores} cores, ${memory}, ${system}, Node ${node}`;
}
