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
  await expect
    .poll(() => fact(page, 'status'))
    .toBe('suspended since some day from 2021-10-18 to about 2021-11-05');
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
  // High enough for the act to be in view without a movement of the mark.
  const page = await open({ link: 'at=2021-11-10', height: 2000 });
  const mark = page.locator('.histories .event[data-events*="1998-10-11-russia"]').first();
  const { x = 0, y = 0, width = 0 } = (await mark.boundingBox()) ?? {};
  for (const act of ['1998-russia', '1998-10-11-russia', '1998-russia']) {
    await page.mouse.click(x + width / 2 + 3, y + 18);
    await expect.poll(() => new URL(page.url()).hash).toMatch(new RegExp(`&act=${act}$`));
  }
});

test('from an act the reader goes to those before and after it on the same subject, and a curve shows the act that it comes from', async () => {
  const page = await open({ link: 'at=2021-11-02&window=2021-09-01/2021-12-01' });
  const curve = page.locator('.lane[data-subject="russian-mission"] .announcement[data-from="2021-10-06"]');
  const { x = 0, y = 0 } = (await curve.locator('path').last().boundingBox()) ?? {};
  // Beside the line.
  await page.mouse.click(x + 40, y - 3);
  const act = page.getByRole('complementary', { name: 'NATO withdraws eight accreditations' });
  await expect.poll(() => new URL(page.url()).hash).toContain('act=2021-10-06-nato');
  const among = page.getByRole('navigation', { name: /^Acts on Permanent Mission/ });
  const place = Number(/^(\d+) of/.exec(await among.locator('span').innerText())?.[1]);
  const next = among.getByRole('button', { name: 'Next act' });
  await next.click();
  await expect.poll(() => among.locator('span').innerText()).toMatch(new RegExp(`^${place + 1} of \\d+ on`));
  // Who goes on by the keyboard finds the button still there.
  expect(await next.evaluate('this === undefined || document.activeElement.textContent')).toContain(
    'Next act',
  );
  await among.getByRole('button', { name: 'Previous act' }).click();
  await expect.poll(() => new URL(page.url()).hash).toContain('act=2021-10-06-nato');
  expect(await act.count()).toBe(1);
});

test('from a finding the reader comes to the head of the room where it is explained, and what takes hold is said', async () => {
  const page = await open({ link: 'at=2021-11-10&room=doubts' });
  await page.getByRole('button', { name: 'Go to russian-mission on 1997-10-31' }).first().press('Enter');
  await page.getByRole('heading', { level: 2, name: /^Permanent Mission/ }).waitFor();
  await expect
    .poll(() =>
      page.evaluate(
        'document.activeElement !== document.body && document.activeElement.contains(document.querySelector(".room"))',
      ),
    )
    .toBe(true);
  await page.getByRole('button', { name: 'Next change' }).click();
  await expect
    .poll(() => page.getByRole('status').filter({ hasText: 'mission established' }).first().innerText())
    .toMatch(/^1998-10-11: Permanent Mission/);
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

test('a day is written letter by letter, also while another was shown, and an emptied field is told or means all', async () => {
  const page = await open({ link: 'at=2021-11-10' });
  const field = page.getByRole('textbox', { name: 'On, a day' });
  for (const day of ['2013-01-01', '2021-11-02']) {
    await field.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(day, { delay: 20 });
    expect(await field.inputValue()).toBe(day);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain(`at=${day}`);
    await page.getByRole('button', { name: 'Next change' }).click();
  }
  await field.fill('');
  await field.blur();
  await page.getByText('a day must stand here: write YYYY-MM-DD').waitFor();
  const told = page.getByRole('textbox', { name: 'As the world had been told by, a day' });
  await told.click();
  await page.keyboard.type('2021-10-17', { delay: 20 });
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByLabel('all that is known').isChecked()).toBe(false);
  await told.fill('');
  await told.blur();
  await expect.poll(() => page.getByLabel('all that is known').isChecked()).toBe(true);
});

test('play begins anew after the last change', async () => {
  const page = await open({ link: 'at=2030-01-01' });
  await page.getByText('After the last event on record').waitFor();
  const slider = page.getByRole('slider', { name: 'On', exact: true });
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^(1997|1998)/);
});

test('every value is asked for by itself; its grounds come into view and are closed by Esc', async () => {
  const page = await open({ link: 'at=2021-10-31', height: 500 });
  await page.getByRole('button', { name: 'vacant 2', exact: false }).click();
  const why = page.getByRole('complementary', { name: 'Why vacant posts: 2?' });
  await expect.poll(() => why.evaluate('document.activeElement.className')).toBe('why');
  await expect.poll(() => why.evaluate((shown) => shown.getBoundingClientRect().top)).toBeLessThan(500 - 24);
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.textContent')).toContain('vacant 2');
  // What a link shows from the beginning moves nothing.
  const linked = await open({ link: 'at=2021-10-31&field=staff.vacant', height: 500 });
  await linked.getByRole('complementary').waitFor();
  expect(await linked.evaluate('scrollY')).toBe(0);
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

test('what cannot be taken from a link is told until the reader goes on, and the link stays as it was sent', async () => {
  const page = await open({ link: 'at=banana&room=zzz&subject=information-office' });
  const told = page.getByRole('alert').filter({ hasText: 'Not all of the link could be taken' });
  expect(await told.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(
      /^at: not a date: "banana"; write YYYY-MM-DD, as in 2021-11-01\. \d{4}-\d\d-\d\d is shown\.$/,
    ),
    expect.stringMatching(/^room: no such room: zzz; write one of: state, /),
  ]);
  await page.getByRole('heading', { level: 2, name: 'NATO Information Office' }).waitFor();
  await page.waitForTimeout(400);
  expect(new URL(page.url()).hash).toBe('#at=banana&room=zzz&subject=information-office');
  await told.getByRole('button', { name: 'Close' }).click();
  expect(await told.count()).toBe(0);
  await page.evaluate('location.hash = "account=mars"');
  await told.getByText('account: no such party: mars').waitFor();
  await page.getByRole('button', { name: 'The record' }).click();
  expect(await told.count()).toBe(0);
  expect(page.url()).not.toContain('mars');
  await page.goBack();
  await told.getByText('account: no such party: mars').waitFor();
});

test('each step is an entry of the history of the browser, and Back and Forward lead through them', async () => {
  const page = await open({ link: 'at=2021-11-01' });
  const link = () => decodeURIComponent(new URL(page.url()).hash);
  const entries = () => page.evaluate('history.length');
  const opened = await entries();
  await page.waitForTimeout(400);
  expect(await entries()).toBe(opened);
  const steps: readonly [() => Promise<unknown>, RegExp][] = [
    [() => page.getByRole('button', { name: 'The record' }).click(), /room=record/],
    [
      () => page.getByRole('button', { name: 'NATO Information Office' }).first().click(),
      /subject=information-office/,
    ],
    [() => page.getByRole('combobox', { name: 'Account' }).selectOption('nato'), /account=nato/],
    [
      () => page.getByRole('combobox', { name: 'Of a doubtful date' }).selectOption('earliest'),
      /reading=earliest/,
    ],
    [() => page.getByRole('combobox', { name: 'Show', exact: true }).selectOption('365'), /window=/],
    [() => page.getByRole('button', { name: 'Next change' }).click(), /at=2025-07-29/],
    [
      () =>
        page
          .getByRole('textbox', { name: 'On, a day' })
          .fill('2014-04-02')
          .then(() => page.keyboard.press('Enter')),
      /at=2014-04-02/,
    ],
    [() => page.getByRole('button', { name: 'What if' }).click(), /room=what-if/],
    [
      () => page.getByLabel('Scenario', { exact: true }).selectOption('ready offer-accepted'),
      /scenario=offer-accepted/,
    ],
  ];
  const links = [link()];
  for (const [step, expected] of steps) {
    await step();
    await expect.poll(link).toMatch(expected);
    links.push(link());
  }
  expect(await entries()).toBe(Number(opened) + steps.length);
  for (const earlier of links.slice(0, -1).toReversed()) {
    await page.goBack();
    await expect.poll(link).toBe(earlier);
  }
  await page.getByRole('heading', { level: 2, name: 'Permanent Mission of the Russian' }).waitFor();
  await page.goForward();
  await page.getByRole('heading', { level: 2, name: 'The record' }).waitFor();
});

test('what goes on changes the entry that there is: a drag, play, and the writing of words', async () => {
  const page = await open({ link: 'at=2021-10-31&room=record' });
  const entries = () => page.evaluate('history.length');
  const opened = await entries();
  const slider = page.getByRole('slider', { name: 'On', exact: true });
  await slider.focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => slider.getAttribute('aria-valuetext'), { timeout: 5000 }).toBe('2021-11-05');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByLabel('Words').pressSequentially('office');
  await expect.poll(() => page.url()).toContain('words=office');
  expect(page.url()).toContain('at=2021-11-05');
  expect(await entries()).toBe(opened);
});

test('a link carries what is looked for in the record', async () => {
  const page = await open({ link: 'at=2021-11-10&room=record' });
  await page.getByLabel('Words').fill('charge');
  await page.getByRole('combobox', { name: 'Party' }).selectOption('russia');
  await page.getByRole('combobox', { name: 'Subject' }).selectOption('russian-mission');
  await expect.poll(() => page.url()).toMatch(/&of=russian-mission&by=russia&words=charge$/);
  const seen = await page.locator('.record').innerText();
  const other = await open({ link: new URL(page.url()).hash.slice(1) });
  await expect.poll(() => other.locator('.record').innerText()).toBe(seen);
  expect(await other.getByLabel('Words').inputValue()).toBe('charge');
  await other.getByRole('button', { name: 'Show everything' }).click();
  await expect.poll(() => other.url()).toMatch(/#at=2021-11-10&room=record$/);
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
