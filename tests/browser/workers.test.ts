import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pagesOf } from './site.ts';

const open = pagesOf();

test('where no worker can be begun the check says so, and can be asked for again', async () => {
  const page = await open({ link: 'at=2021-11-10' });
  await page.evaluate(
    'window.Whole = Worker; Worker = class { constructor() { throw new Error("no room"); } }',
  );
  await page.getByRole('button', { name: 'Findings and doubts' }).click();
  await page.getByText('The record could not be checked: no room').waitFor();
  await page.evaluate('Worker = Whole');
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByText(/, as the record is known\.$/).waitFor();
  expect(await page.getByText('could not be checked').count()).toBe(0);
});

test('a worker whose program breaks is told, and ends the wait', async () => {
  const page = await open({ link: 'at=2021-11-10' });
  await breakWorkersAfter(page, 0);
  await page.getByRole('button', { name: 'Findings and doubts' }).click();
  await page.getByText(/The record could not be checked: .*broken/).waitFor();
});

test('of runs that broke off, those that were made count', async () => {
  const page = await open({ link: 'at=2021-11-10&room=what-if&scenario=tit-for-tat' });
  await breakWorkersAfter(page, 2);
  const runs = page.getByRole('form', { name: 'Runs' });
  await runs.getByRole('textbox', { name: 'Runs', exact: true }).fill('100000000');
  await runs.getByRole('button', { name: 'Make the runs' }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: /The runs broke off: .*broken/ })
    .waitFor({ timeout: 20_000 });
  await page
    .getByText(/stopped; \d+ of 100000000 runs are counted/)
    .first()
    .waitFor();
  expect(await runs.getByRole('button', { name: 'Make the runs' }).isEnabled()).toBe(true);
});

/** From now on workers tell so many things, and then break. */
async function breakWorkersAfter(page: Page, told: number): Promise<void> {
  const before = `let left = ${told}; const say = postMessage;
    postMessage = (said) => { if (left-- <= 0) throw new Error('broken'); say(said); };`;
  await page.evaluate(`const whole = Blob;
    Blob = class extends whole { constructor(parts, kind) { super([${JSON.stringify(before)}, ...parts], kind); } }`);
}
