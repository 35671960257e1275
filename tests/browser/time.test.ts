import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dayNumber, parseDay } from '../../src/time/day.ts';
import { pagesOf } from './site.ts';

const open = pagesOf();

test('the slider of effect moves the state of every subject and of the one looked at', async () => {
  const page = await open({ link: 'at=2021-10-06' });
  await page.getByRole('slider', { name: 'On', exact: true }).fill(numberOf('2021-11-10'));
  await expect.poll(() => standing(page, 'Permanent Mission')).toContain('suspended');
  expect(await standing(page, 'Permanent Mission')).toContain('10 of 10 accredited');
  expect(await standing(page, 'NATO Military Liaison')).toContain('suspended since 2021-11-01');
  expect(await standing(page, 'NATO Information Office')).toContain('closed since 2021-11-01');
  await expect.poll(() => fact(page, 'status')).toBe('suspended since [2021-10-18..2021-11-05~]');
  await expect.poll(() => fact(page, 'staff')).toContain('accredited 10, ceiling 10, vacant 0');
});

test('the slider of announcement takes away what the world had not been told', async () => {
  const page = await open({ link: 'at=2021-11-10' });
  await page
    .getByRole('slider', { name: 'As the world had been told by', exact: true })
    .fill(numberOf('2021-10-17'));
  await expect.poll(() => standing(page, 'Permanent Mission')).toContain('operating');
  expect(await standing(page, 'NATO Information Office')).toContain('operating');
  expect(await page.getByRole('checkbox', { name: 'all that is known' }).isChecked()).toBe(false);
  await page.getByRole('checkbox', { name: 'all that is known' }).check();
  await expect.poll(() => standing(page, 'NATO Information Office')).toContain('closed');
});

test('the arrow keys move a day, and the buttons from change to change', async () => {
  const page = await open({ link: 'at=2021-11-01' });
  const slider = page.getByRole('slider', { name: 'On', exact: true });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('2021-10-31');
  await page.getByRole('button', { name: 'Next change' }).click();
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('2021-11-01');
  await page.getByRole('button', { name: 'Next change' }).click();
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('2021-11-05');
  await page.getByRole('button', { name: 'Previous change' }).click();
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('2021-11-01');
});

test('play goes on from change to change by itself, and stops when told', async () => {
  const page = await open({ link: 'at=2021-10-31' });
  const slider = page.getByRole('slider', { name: 'On', exact: true });
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => slider.getAttribute('aria-valuetext'), { timeout: 5000 }).toBe('2021-11-05');
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(1);
});

test('clicks beside a thin mark go through the acts that it stands for', async () => {
  const page = await open({ link: 'at=2021-11-10' });
  const mark = page.locator('.histories .event[data-events*="1998-10-11-russia"]').first();
  const { x = 0, y = 0, width = 0 } = (await mark.locator('path').boundingBox()) ?? {};
  for (const act of ['1998-russia', '1998-10-11-russia', '1998-russia']) {
    await page.mouse.click(x + width / 2 + 3, y + 18);
    await expect.poll(() => new URL(page.url()).hash).toMatch(new RegExp(`&act=${act}$`));
  }
});

test('a day that is none is told, and changes nothing', async () => {
  const page = await open({ link: 'at=2021-11-10' });
  const field = page.getByRole('textbox', { name: 'On, a day' });
  await field.fill('2021-11-31');
  await field.blur();
  await page.getByText('not a day: write YYYY-MM-DD').waitFor();
  expect(await standing(page, 'Permanent Mission')).toContain('suspended');
  await field.fill('2013-01-01');
  await field.blur();
  await expect.poll(() => standing(page, 'Permanent Mission')).toContain('operating');
  expect(await page.getByText('not a day').count()).toBe(0);
});

test("a party's account and the other reading give their own states", async () => {
  const page = await open({ link: 'at=2021-10-31' });
  expect(await standing(page, 'Permanent Mission')).toContain('operating');
  await page.getByRole('combobox', { name: 'Of a doubtful date' }).selectOption('earliest');
  await expect.poll(() => standing(page, 'Permanent Mission')).toContain('suspended');
  await page.getByRole('combobox', { name: 'Of a doubtful date' }).selectOption('latest');
  await expect.poll(() => fact(page, 'staff')).toContain('accredited 18');
  await page.getByRole('combobox', { name: 'Account' }).selectOption('nato');
  await expect.poll(() => fact(page, 'staff')).toContain('accredited 10');
});

test('a link carries the whole view', async () => {
  const page = await open({ link: 'at=2021-10-06' });
  await page.getByRole('button', { name: 'NATO Information Office' }).click();
  await page.getByRole('combobox', { name: 'Account' }).selectOption('nato');
  await page
    .getByRole('slider', { name: 'As the world had been told by', exact: true })
    .fill(numberOf('2021-10-18'));
  await page.getByRole('slider', { name: 'On', exact: true }).fill(numberOf('2021-11-02'));
  await page.locator('.facts button').first().click();
  await expect.poll(() => page.url()).toContain('field=status');
  const link = new URL(page.url()).hash.slice(1);
  await page.waitForTimeout(300);
  const seen = await page.locator('main').innerText();
  const other = await open({ link });
  await expect.poll(() => other.locator('main').innerText()).toBe(seen);
  expect(link).toContain('subject=information-office');
  expect(link).toContain('announced-by=2021-10-18');
});

test('the link is copied where the browser lets the page, and else shown to be copied by hand', async () => {
  const page = await open({ link: 'at=2021-11-02' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url());
  await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("forbidden"))');
  await page.getByRole('button', { name: 'Copy link' }).click();
  expect(await page.getByLabel('Copy this link').inputValue()).toBe(page.url());
});

function numberOf(text: string): string {
  const day = parseDay(text);
  if (day === null) throw new Error(`no day: ${text}`);
  return String(dayNumber(day));
}

function standing(page: Page, name: string): Promise<string> {
  return page.getByRole('list', { name: 'Subjects' }).getByRole('button', { name }).innerText();
}

function fact(page: Page, label: string): Promise<string> {
  return page
    .locator('.facts > div', { has: page.locator('dt', { hasText: label }) })
    .first()
    .locator('dd')
    .innerText();
}
