/** The main views of the page as pictures for the README, each on a day of its own. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { pagesOf } from './site.ts';

const open = pagesOf();
const fileOf = (name: string) => resolve(import.meta.dirname, `../../docs/images/${name}.png`);

test('the state of the missions, and why', async () => {
  const page = await open({ link: 'at=2021-11-02&field=status', width: 1280, height: 900 });
  await page.getByRole('heading', { name: /^Why status/ }).waitFor();
  await page.screenshot({ path: fileOf('page') });
});

test('the statechart with its states lit, by night', async () => {
  const link = 'at=2021-11-10&room=statechart&subject=information-office';
  const page = await open({ link, width: 1280, scheme: 'dark' });
  await page.locator('svg.statechart').waitFor();
  await page.locator('.room').screenshot({ path: fileOf('statechart') });
});

test('a branch beside the record, and what came of many runs', async () => {
  const page = await open({
    link: 'at=2022-06-01&room=what-if&scenario=offer-accepted',
    width: 1280,
    height: 1200,
  });
  await page.locator('.histories .branch').first().waitFor();
  await page.getByRole('heading', { name: /^What follows/ }).waitFor();
  await page.screenshot({ path: fileOf('what-if') });
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('2022-12-31');
  await page.getByRole('button', { name: 'Make the runs' }).click();
  await page.getByText('10000 runs made').first().waitFor();
  await page.locator('.runs svg').first().waitFor();
  await page.locator('.fans').screenshot({ path: fileOf('runs') });
});

test('the same on a telephone', async () => {
  const page = await open({ link: 'at=2021-11-02', width: 390, height: 844 });
  await page.locator('.histories svg').first().waitFor();
  await page.screenshot({ path: fileOf('telephone') });
  expect(await page.locator('.facts').count()).toBe(1);
});
