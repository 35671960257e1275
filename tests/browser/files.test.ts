import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { answer, chancery } from '../cli/program.ts';
import { served } from '../cli/served.ts';
import { ACT, dossierWith, folderWith } from '../store/folders.ts';
import { pagesOf } from './site.ts';

const open = pagesOf();

test('a dossier of the reader is opened from his files', async () => {
  const page = await open();
  const folder = folderWith(dossierWith(ACT));
  await choose(page, [join(folder, 'dossier.yaml'), join(folder, 'acts.yaml')]);
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('An office in Moscow');
  expect(await page.getByRole('list', { name: 'Subjects' }).getByRole('button').allInnerTexts()).toEqual([
    expect.stringContaining('NATO Information Office'),
    expect.stringContaining('Emergency ties'),
  ]);
});

test('of files of the reader is told what is open, and the browser and a button lead back to the dossier of the page', async () => {
  const page = await open({ link: 'at=2021-11-10&subject=information-office&room=doubts' });
  const title = () => page.getByRole('heading', { level: 1 }).innerText();
  const folder = folderWith(dossierWith(ACT));
  await choose(page, [join(folder, 'dossier.yaml'), join(folder, 'acts.yaml')]);
  await expect.poll(title).toBe('An office in Moscow');
  await page.getByText(/^Your files are open, with \d+ events? of 1 act\.$/).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.title()).toBe('An office in Moscow');
  await page.goBack();
  await expect.poll(title).toContain('NATO and Russia');
  await expect.poll(() => page.title()).toContain('NATO and Russia');
  expect(page.url()).toContain('at=2021-11-10&subject=information-office&room=doubts');
  expect(await page.getByText('Your files are open').count()).toBe(0);
  await page.goForward();
  await expect.poll(title).toBe('An office in Moscow');
  await page.getByRole('button', { name: 'Back to NATO and Russia' }).click();
  await expect.poll(title).toContain('NATO and Russia');
  expect(await page.getByRole('button', { name: 'Back to' }).count()).toBe(0);
});

test('a link over files of the reader says so where it is copied and where it is opened, and is followed with them', async () => {
  const folder = folderWith(dossierWith(ACT));
  const files = [join(folder, 'dossier.yaml'), join(folder, 'acts.yaml')];
  const page = await open();
  await choose(page, files);
  await page.getByText('who opens it must open An office in Moscow first').waitFor();
  await page.getByRole('button', { name: 'Emergency ties' }).click();
  await expect.poll(() => page.url()).toContain('subject=');
  const other = await open({ link: new URL(page.url()).hash.slice(1) });
  const told = other.getByRole('alert').filter({ hasText: 'Not all of the link could be taken' });
  await told
    .getByText('files: the link is over files that are not open here: "An office in Moscow"')
    .waitFor();
  await choose(other, files);
  await other.getByRole('heading', { level: 2, name: 'Emergency ties' }).waitFor();
  expect(await told.count()).toBe(0);
  // The files are gone when the page is loaded anew.
  await page.reload();
  await page.getByText('files: the link is over files that are not open here').waitFor();
});

test.each([
  ['a folder', (folder: string) => [folder]],
  ['files', (folder: string) => ['dossier.yaml', 'acts.yaml'].map((name) => join(folder, name))],
])('%s dropped on a page that is itself a file opens as a dossier', async (_, dropped) => {
  const page = await open();
  await drop(page, dropped(folderWith(dossierWith(ACT))));
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('An office in Moscow');
});

test('a folder is read with its scenarios, also by a browser that has no handles of files', async () => {
  await served([], async (address) => {
    const page = await open({ address });
    await page.evaluate('delete DataTransferItem.prototype.getAsFileSystemHandle');
    const folder = folderWith(dossierWith(ACT));
    mkdirSync(join(folder, 'scenarios'));
    writeFileSync(join(folder, 'scenarios', 'mine.yaml'), 'title: Mine\n');
    mkdirSync(join(folder, 'drafts'));
    writeFileSync(join(folder, 'drafts', 'acts.yaml'), 'no act');
    await drop(page, [folder]);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('An office in Moscow');
    await page.getByRole('button', { name: 'What if' }).click();
    expect(await page.getByLabel('Scenario', { exact: true }).innerText()).toContain('Mine');
  });
});

test('a broken dossier is told with every problem at its place, and the page goes on with what it had', async () => {
  const page = await open({ link: 'at=2021-11-10' });
  const folder = folderWith(dossierWith(ACT.replace('announced: ', 'announced: x')));
  await choose(page, [join(folder, 'dossier.yaml'), join(folder, 'acts.yaml')]);
  const alert = page.getByRole('alert').filter({ hasText: 'cannot be read' });
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(/acts\.yaml:\d+:\d+ announced: not a date/);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('NATO');
  await page.getByRole('button', { name: 'Next change' }).click();
  await page.getByRole('button', { name: 'Close' }).first().click();
  expect(await alert.count()).toBe(0);
});

test('bytes that are no text are told, and so are files that belong to no dossier', async () => {
  const page = await open();
  const folder = mkdtempSync(join(tmpdir(), 'chancery-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'dossier.yaml'), Buffer.from([0xff, 0xfe, 0x00, 0x41]));
  writeFileSync(join(folder, 'picture.png'), Buffer.from([1, 2, 3]));
  await choose(page, [join(folder, 'dossier.yaml')]);
  await page.getByRole('alert').filter({ hasText: 'UTF-16, not UTF-8; save the file as UTF-8' }).waitFor();
  await choose(page, [join(folder, 'picture.png')]);
  await page.getByRole('alert').filter({ hasText: 'dossier.yaml' }).waitFor();
});

test('the data are saved as the program gives them', async () => {
  const page = await open({ link: 'at=2021-11-10&announced-by=2021-10-17' });
  const state = JSON.parse(await saved(page, /state.*JSON/i)) as { basis: object; subjects: object };
  const program = answer('replay --at 2021-11-10 --announced-by 2021-10-17') as { basis: object };
  expect(state).toEqual(program);
  const periods = JSON.parse(await saved(page, /periods.*JSON/i)) as object;
  expect(periods).toEqual(answer('timeline --announced-by 2021-10-17'));
  const csv = await saved(page, /CSV/);
  expect(csv.split('\r\n')[0]).toMatch(/^subject,/);
  expect(csv).toContain('information-office');
  expect(csv).not.toContain('offer-accepted');
  const other = await open({ link: 'at=2021-11-10&scenario=offer-accepted' });
  expect(await saved(other, /CSV, those on the branch too/)).toContain('offer-accepted');
});

test('the picture is saved as SVG and as PNG, with what was asked at its head', async () => {
  const page = await open({ link: 'at=2021-11-10&announced-by=2021-12-01&scenario=offer-accepted' });
  const svg = await saved(page, /SVG/);
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain('<style>');
  const { out } = chancery('plot -o - --at 2021-11-10 --announced-by 2021-12-01 --scenario offer-accepted');
  const head = (text: string) =>
    [/<title>.*?<\/desc>/, /<rect class="paper" y=.*?<\/g>/].map((of) => of.exec(text)?.[0]);
  expect(head(svg)[0]).toBe(head(out)[0]);
  expect(head(svg)[1]).toContain('>On 2021-11-10, as announced by 2021-12-01</text>');
  expect(head(svg)[1]).toMatch(/>Beside the record, hypothetical: NATO's offer .* is accepted<\/text>/);
  const png = await saved(page, /PNG/, 'latin1');
  expect(png.slice(1, 4)).toBe('PNG');
});

test('on paper the question stands in words, with what is looked for in the record', async () => {
  const page = await open({
    link: 'at=2021-11-10&announced-by=2021-12-01&account=nato&scenario=offer-accepted&room=record&words=charge&by=russia',
  });
  await page.getByRole('heading', { level: 2, name: 'The record' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.tools ~ .printed').innerText()).toMatch(
    /^On 2021-11-10, as announced by 2021-12-01, with all that is on record, in the account of nato, in the latest reading of doubtful dates; beside the record, hypothetical: NATO's offer .* is accepted\.\s+file:/,
  );
  await page.getByText('Looked for: party russia, the words “charge”.').waitFor();
});

test('on paper sources are not folded, and their addresses stand there', async () => {
  const page = await open({ link: 'at=2021-11-10&field=staff.ceiling' });
  const sources = page.getByRole('complementary', { name: /^Why ceiling/ }).locator('.sources li');
  await sources.first().waitFor({ state: 'attached' });
  const heightOf = async () => (await sources.first().boundingBox())?.height ?? 0;
  expect(await heightOf()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(heightOf).toBeGreaterThan(10);
});

/** As if the reader had dragged them from a window of his files. */
async function drop(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  }
}

async function choose(page: Page, paths: readonly string[]): Promise<void> {
  const waiting = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files…' }).click();
  await (await waiting).setFiles([...paths]);
}

async function saved(page: Page, item: RegExp, encoding: BufferEncoding = 'utf8'): Promise<string> {
  const menu = page.locator('details', { has: page.getByText('Export', { exact: false }) }).first();
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
  const waiting = page.waitForEvent('download');
  await menu.getByRole('button', { name: item }).click();
  return readFileSync(await (await waiting).path(), encoding);
}
