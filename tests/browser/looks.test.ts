import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { rooms } from '../../src/web/view.ts';
import { pagesOf } from './site.ts';

const open = pagesOf();

describe('WCAG 2.2 AA, as far as axe can tell', () => {
  for (const scheme of ['light', 'dark'] as const) {
    test.each(rooms)(`in the room %s, ${scheme}`, async (room) => {
      const page = await open({
        link: `at=2021-11-02&room=${room}&field=status&act=2021-10-18-russia&scenario=offer-accepted`,
        scheme,
      });
      await page.waitForTimeout(300);
      // Nothing but colours is another in the dark.
      expect(await faultsIn(page, scheme === 'dark' ? ['color-contrast'] : undefined)).toEqual([]);
    });
  }

  test('where a link cannot be taken whole', async () => {
    const page = await open({ link: 'at=banana&room=zzz', width: 360 });
    await page.getByRole('alert').first().waitFor();
    expect(await faultsIn(page)).toEqual([]);
  });

  test('where a dossier cannot be read', async () => {
    const page = await open({ width: 360 });
    const waiting = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open files…' }).click();
    await (await waiting).setFiles(['package.json']);
    await page.getByRole('alert').first().waitFor();
    expect(await faultsIn(page)).toEqual([]);
  });
});

describe('the page fits', () => {
  test.each([360, 768, 1280, 2560])('a window %i pixels wide, without scrolling sideways', async (width) => {
    const page = await open({ link: 'at=2021-11-02&field=status&scenario=offer-accepted', width });
    await page.locator('.histories svg').first().waitFor();
    for (const name of ['State and why', 'Statechart', 'What if', 'Findings and doubts', 'The record']) {
      await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name }).click();
      await page.waitForTimeout(200);
      const wide = z.number().parse(await page.evaluate('document.documentElement.scrollWidth'));
      expect({ name, fits: wide <= width }).toEqual({ name, fits: true });
    }
  });
});

test('the states in force are told in words, and the whole statechart fits into the window', async () => {
  const page = await open({ link: 'at=2021-11-02&room=statechart' });
  await page.getByText('operation: operating · access: restricted · post of head: vacant').waitFor();
  const chart = page.getByRole('region', { name: 'Statechart' }).locator('svg');
  const heightOf = async () => (await chart.boundingBox())?.height ?? 0;
  expect(await heightOf()).toBeGreaterThan(900);
  await page.getByLabel('the whole of it in the window').check();
  await expect.poll(heightOf).toBeLessThan(900);
});

test('everything that can be done by pointer in the question and the rooms can be reached by keyboard', async () => {
  const page = await open({ link: 'at=2021-11-02' });
  const reached = new Set<string>();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(
      `(() => { const e = document.activeElement; return e.id || e.getAttribute('aria-label') || e.innerText; })()`,
    );
    reached.add(String(name).trim());
  }
  for (const wanted of ['at', 'announced-by', 'Next change', 'Statechart', 'What if', 'The record'])
    expect([...reached].some((name) => name === wanted || name.includes(wanted))).toBe(true);
});

/** What is wrong by these rules, or by all of the standard. */
async function faultsIn(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const runOnly = rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  // Evaluated by the test's own tool, which the page's policy does not bind.
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run(document, { preload: false, runOnly: ${JSON.stringify(runOnly)} })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | ')))`,
  );
  return z.array(z.string()).parse(found);
}
