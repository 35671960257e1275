/** The page in a browser: how soon 10,000 events are to be seen in it, and how long a step of its slider takes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../tests/browser/chromium.ts';
import { generated } from './generated.ts';
import { figure } from './measure.ts';
import { atMost, type Row } from './row.ts';

const PROGRAM = new URL('../cli/chancery.js', import.meta.url).pathname;
const ROUNDS = 7;
const STEPS = 100;

/** Measures the page with 25 missions of 400 events each, all of them in sight, in one window. */
export async function page(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  const { browser, end } = await startBrowser();
  try {
    const { dossier, entries } = generated(25, 10_000);
    writeFileSync(join(folder, 'dossier.yaml'), JSON.stringify(dossier));
    const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`);
    writeFileSync(join(folder, 'acts.ndjson'), lines.join(''));
    const site = written(['-d', folder, '-o', join(folder, 'site')]);
    const views: number[] = [];
    const steps: number[] = [];
    const tellings: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { view, step, telling } = await measured(browser, join(site, 'index.html'));
      views.push(view);
      steps.push(step);
      tellings.push(telling);
    }
    const bundled = written(['-o', join(folder, 'bundled')]);
    const packed = readdirSync(bundled).map((name) => gzipSync(readFileSync(join(bundled, name))).length);
    return [
      {
        name: 'page/first-view',
        what: 'from the opening of the page to the first frame with all of 10,000 events of 25 missions',
        ...figure(views),
        unit: 'ms',
        bound: atMost(1000),
      },
      {
        name: 'page/step',
        what: `one step of the slider, until the page is laid out anew: the median of ${STEPS} steps a round`,
        ...figure(steps),
        unit: 'ms',
        bound: atMost(16),
      },
      {
        name: 'page/step-told',
        what: `the same of the slider of announcement, in motion: the picture follows where it comes to rest`,
        ...figure(tellings),
        unit: 'ms',
        bound: atMost(16),
      },
      {
        name: 'page/size',
        what: 'all files of the page with the bundled dossier, each packed with gzip',
        ...figure([packed.reduce((a, b) => a + b) / 1000]),
        unit: 'kB',
        bound: atMost(250),
      },
    ];
  } finally {
    await end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function written(words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'site', ...words], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`site ${words.join(' ')} failed: ${stderr}`);
  return stdout.trim().replace(/\/index\.html$/, '');
}

/** Opens the page anew and moves its slider; milliseconds. */
async function measured(browser: Browser, file: string) {
  const opened = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await opened.addInitScript(SEEN);
  await opened.goto(`${pathToFileURL(file)}#at=2010-01-01`);
  const view = Number(await opened.evaluate(WHEN_SEEN));
  await opened.waitForTimeout(500);
  const steps: unknown = await opened.evaluate(moved('at', 23));
  const tellings: unknown = await opened.evaluate(moved('announced-by', -23));
  await opened.close();
  if (!Array.isArray(steps) || !Array.isArray(tellings)) throw new Error('a slider was not moved');
  return { view, step: figure(steps.map(Number)).value, telling: figure(tellings.map(Number)).value };
}

/** Notes when the frame after the one with the first lane has begun: the lane has then been painted. */
const SEEN = `new MutationObserver((_, watch) => {
  if (document.querySelector('.histories .lane') === null) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.seen = performance.now(); }));
}).observe(document, { childList: true, subtree: true })`;

const WHEN_SEEN = `(async () => {
  while (window.seen === undefined) await new Promise((next) => setTimeout(next, 20));
  return window.seen;
})()`;

/** Moves a slider by some days again and again, and tells how long each step held the page. */
function moved(slider: string, days: number): string {
  return `(async () => {
  const slider = document.getElementById('${slider}');
  const shown = () => document.getElementById('${slider}-day').value;
  const steps = [];
  for (let step = 0; step < ${STEPS}; step++) {
    await new Promise((next) => requestAnimationFrame(next));
    const before = shown();
    const begun = performance.now();
    slider.value = String(Number(slider.value) + ${days});
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    for (let turn = 0; turn < 10 && shown() === before; turn++) await Promise.resolve();
    while (shown() === before) await new Promise((next) => setTimeout(next));
    document.body.getBoundingClientRect();
    steps.push(performance.now() - begun);
  }
  return steps;
})()`;
}
