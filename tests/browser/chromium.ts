/**
 * A browser to try the page in: the one that CHANCERY_CHROMIUM names, or a Chrome or Chromium that is installed, or the one
 * that comes with the development packages, which needs nothing of the system but its C library.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import Packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Starts a browser; `end` also takes away what was unpacked for it. */
export async function startBrowser(): Promise<{
  readonly browser: Browser;
  readonly end: () => Promise<void>;
}> {
  const installed = [process.env['CHANCERY_CHROMIUM'], ...PLACES].find(
    (path) => path !== undefined && existsSync(path),
  );
  const libraries = mkdtempSync(join(tmpdir(), 'chancery-browser-'));
  const browser = await chromium.launch({
    executablePath: installed ?? (await Packed.executablePath()),
    args: FLAGS,
    env: installed === undefined ? { ...process.env, ...withLibraries(libraries) } : { ...process.env },
  });
  const end = async () => {
    await browser.close();
    rmSync(libraries, { recursive: true, force: true });
  };
  return { browser, end };
}

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The libraries that the packed browser misses on most systems come with it. */
function withLibraries(folder: string): { readonly LD_LIBRARY_PATH: string } {
  const packed = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const bin = join(dirname(packed), '..', '..', 'bin', 'al2023.tar.br');
  const { status } = spawnSync('tar', ['-xf', '-', '-C', folder], {
    input: brotliDecompressSync(readFileSync(bin)),
  });
  if (status !== 0) throw new Error(`the libraries of the browser cannot be unpacked into ${folder}`);
  return { LD_LIBRARY_PATH: join(folder, 'lib') };
}
