import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { answer } from '../cli/program.ts';
import { pagesOf } from './site.ts';

const open = pagesOf();

test('an event is added by a form that offers what the rules allow, and its branch stands beside the record', async () => {
  const page = await open({ link: 'at=2022-06-01&room=what-if&subject=information-office' });
  await page.getByLabel('Scenario', { exact: true }).selectOption('own');
  const offered = page.getByRole('combobox', { name: 'What happens' });
  const allowed = await offered.locator('optgroup').first().locator('option').allInnerTexts();
  expect(allowed.some((text) => text.includes('reopened'))).toBe(true);
  expect(allowed.some((text) => text.includes('suspended'))).toBe(false);
  await page.getByLabel('Date', { exact: true }).fill('2022-02-01');
  await offered.selectOption({ value: 'mission.reopened' });
  await page.getByRole('button', { name: 'Add', exact: false }).first().click();

  await page.locator('.histories .branch').first().waitFor();
  expect(await page.locator('.histories .branch').count()).toBe(1);
  const follows = page.getByRole('region', { name: 'What follows' });
  await expect.poll(() => follows.innerText()).toContain('2022-02-01');
  expect(await follows.innerText()).toContain('hypothetical');
  expect(await follows.getByRole('table').first().innerText()).toMatch(/status\s+closed\s+operating/);
  expect(await page.getByLabel(/^The scenario as text/).inputValue()).toContain('mission.reopened');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => page.locator('.histories .branch').count()).toBe(0);
});

test('a ready scenario is told as hypothetical wherever it shows, and a link carries it', async () => {
  const page = await open({ link: 'at=2021-11-10&room=what-if' });
  await page.getByLabel('Scenario', { exact: true }).selectOption('ready statement-never-made');
  await page.locator('.histories .branch').first().waitFor();
  await expect.poll(() => page.url()).toContain('scenario=statement-never-made');
  const follows = await page.getByRole('region', { name: 'What follows' }).innerText();
  const other = await open({ link: new URL(page.url()).hash.slice(1) });
  await other.locator('.histories .branch').first().waitFor();
  expect(await other.getByRole('region', { name: 'What follows' }).innerText()).toBe(follows);
});

test('runs in the page give what the program gives for the same seed', async () => {
  const page = await open({ link: 'at=2021-11-10&room=what-if&scenario=offer-accepted' });
  const runs = page.getByRole('form', { name: 'Runs' });
  await runs.getByRole('textbox', { name: 'Runs', exact: true }).fill('20000');
  await runs.getByRole('textbox', { name: 'Seed' }).fill('7');
  await runs.getByRole('textbox', { name: 'To', exact: true }).fill('2022-06-01');
  await runs.getByRole('button', { name: 'Make the runs' }).click();
  await page.getByText('20000 runs made').first().waitFor();
  await page.locator('.runs svg').first().waitFor();
  const program = likelihood.parse(answer('simulate offer-accepted --runs 20000 --seed 7 --at 2022-06-01'));
  const { operating = Number.NaN } = program.runs.dates[0]?.subjects['information-office']?.status ?? {};
  expect(operating).toBeGreaterThan(0.1);
  for (const details of await page.locator('.runs details').all()) await details.locator('summary').click();
  const told = (await page.locator('.runs').innerText()).matchAll(/([\d.]+)\s%/g);
  expect([...told].some(([, percent]) => Math.abs(Number(percent) - operating * 100) < 0.06)).toBe(true);
});

const likelihood = z.object({
  runs: z.object({
    dates: z.array(
      z.object({ subjects: z.record(z.string(), z.object({ status: z.record(z.string(), z.number()) })) }),
    ),
  }),
});

test('runs can be stopped, and what was made of them stays', async () => {
  const page = await open({ link: 'at=2021-11-10&room=what-if&scenario=tit-for-tat' });
  const runs = page.getByRole('form', { name: 'Runs' });
  await runs.getByRole('textbox', { name: 'Runs', exact: true }).fill('100000000');
  await runs.getByRole('button', { name: 'Make the runs' }).click();
  await expect
    .poll(async () => Number(await page.locator('#runs-progress').getAttribute('value')), { timeout: 20_000 })
    .toBeGreaterThan(0);
  await runs.getByRole('button', { name: 'Stop' }).click();
  await page
    .getByText(/stopped; \d+ of 100000000 runs are counted/)
    .first()
    .waitFor();
});

test('what is wrong with a scenario is told at its line, and the page goes on', async () => {
  const page = await open({ link: 'at=2021-11-10&room=what-if' });
  await page.getByLabel('Scenario', { exact: true }).selectOption('own');
  const text = readFileSync('events/nato-russia/scenarios/tit-for-tat.yaml', 'utf8');
  await page
    .getByLabel(/^The scenario as text/)
    .fill(text.replace('accreditation.withdrawn', 'accreditation.withdrawm'));
  await expect
    .poll(() => page.locator('.what-if').innerText())
    .toMatch(/:\d+:\d+ .*accreditation\.withdrawn/);
  await page.getByLabel(/^The scenario as text/).fill(text);
  await page.locator('.histories .branch').first().waitFor();
});

test('what is told of the last step holds, and each step can be taken back by itself', async () => {
  const page = await open({ link: 'at=2021-11-10&room=what-if' });
  await page.getByLabel('Scenario', { exact: true }).selectOption('own');
  const said = page.locator('.what-if .said');
  const text = page.getByLabel(/^The scenario as text/);
  await page.getByText('Take out an act or an event of the record').click();
  await page.getByLabel('An act, or an event of one').selectOption('2021-10-18-russia');
  await page.getByRole('button', { name: 'Take it out of the branch' }).click();
  await expect.poll(() => said.innerText()).toBe('2021-10-18-russia is taken out of the branch.');
  const table = page.getByRole('region', { name: 'What follows' }).getByRole('table').first();
  await expect.poll(() => table.innerText()).toMatch(/as\s+2021-10-18-russia\/1\s+is taken out/);

  await page.getByRole('button', { name: 'Take it out of the branch' }).click();
  await page.getByText('2021-10-18-russia is taken out already').waitFor();
  expect(await said.innerText()).toBe('');
  await page.getByRole('button', { name: 'Put 2021-10-18-russia back' }).click();
  await expect.poll(() => said.innerText()).toBe('2021-10-18-russia is put back.');
  expect(await page.getByText('is taken out already').count()).toBe(0);
  expect(await text.inputValue()).not.toContain('without');

  await text.fill('title: [');
  await page.getByText(/^One problem/).waitFor();
  expect(await said.innerText()).toBe('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => said.innerText()).toBe('The last step is taken back.');
  await page.getByLabel('Scenario', { exact: true }).selectOption('ready offer-accepted');
  await page.getByText('The branch leaves the record on 2022-01-26').waitFor();
  await page.getByText('assumed to happen here; 25 % in runs').waitFor();
  expect(await said.innerText()).toBe('');
});

test('an act waits for what its form says, and is changed and removed where it is told', async () => {
  const page = await open({ link: 'at=2022-06-01&room=what-if&subject=information-office' });
  await page.getByLabel('Scenario', { exact: true }).selectOption('own');
  await page.getByLabel('Announced', { exact: true }).selectOption('answers');
  await page.getByLabel('What it answers').selectOption('operations.suspended');
  await page.getByLabel('Concerning').selectOption('russian-mission');
  await page.getByRole('combobox', { name: 'What happens' }).selectOption('mission.reopened');
  await page.getByLabel('Only if').fill('information-office.status=closed');
  await page.getByRole('button', { name: 'Add this hypothetical event' }).click();
  const follows = page.getByRole('region', { name: 'What follows' });
  await expect.poll(() => follows.innerText()).toContain('upon 2021-10-18-russia/1');
  await page.getByRole('button', { name: 'Remove nato-answers' }).click();
  await expect.poll(() => page.locator('.histories .branch').count()).toBe(0);
});

test('runs are there again after a look into another room', async () => {
  const page = await open({ link: 'at=2021-11-10&room=what-if&scenario=offer-accepted' });
  const field = (name: string) =>
    page.getByRole('form', { name: 'Runs' }).getByRole('textbox', { name, exact: true });
  await field('Runs').fill('500');
  await field('Seed').fill('7');
  await field('To').fill('2022-06-01');
  await page.getByRole('button', { name: 'Make the runs' }).click();
  await page.getByText('500 runs made').first().waitFor();
  const told = await page.locator('.runs .shares').first().innerText();
  await page.getByRole('button', { name: 'The record' }).click();
  await page.getByRole('button', { name: 'What if' }).click();
  await page.getByText('500 runs made').first().waitFor();
  expect(await page.locator('.runs .shares').first().innerText()).toBe(told);
  expect([await field('Runs').inputValue(), await field('Seed').inputValue()]).toEqual(['500', '7']);
  expect(await field('To').inputValue()).toBe('2022-06-01');
});
