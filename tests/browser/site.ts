/** The page, written by the built program as its users write it, and opened in a browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chancery } from '../cli/program.ts';
import { startBrowser } from './chromium.ts';

/** How a page is opened. */
export interface Opening {
  /** The part of the link after `#`. */
  readonly link?: string;
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  /** Where a server has it; left out: as files on the disk. */
  readonly address?: string;
}

/** Opens pages of a dossier, the bundled one where none is named; what goes wrong in any of them fails its test. */
export function pagesOf(dossier: string | null = null): (opening?: Opening) => Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-site-'));
  let started: Awaited<ReturnType<typeof startBrowser>> | null = null;
  beforeAll(async () => {
    const { err, code } = chancery(`site -o ${folder} ${dossier === null ? '' : `-d ${dossier}`}`);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    started = await startBrowser();
  });
  // Pages that stay open go on working.
  afterEach(async () => {
    await Promise.all(started?.browser.contexts().map((context) => context.close()) ?? []);
  });
  afterAll(async () => {
    await started?.end();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = pathToFileURL(join(folder, 'index.html')).href;
  return async ({ link = '', width = 1280, height = 900, scheme = 'light', address = file } = {}) => {
    if (started === null) throw new Error('the browser has not been started');
    const page = await started.browser.newPage({ viewport: { width, height }, colorScheme: scheme });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => {
      throw error;
    });
    page.on('console', (message) => {
      if (message.type() === 'error') throw new Error(`the page complains: ${message.text()}`);
    });
    await page.goto(`${address}${link === '' ? '' : `#${link}`}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
}
