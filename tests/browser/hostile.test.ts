import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pagesOf } from './site.ts';

/** A dossier whose every text would do harm if it were taken for markup or a program. */
const folder = mkdtempSync(join(tmpdir(), 'chancery-hostile-'));
const MARKUP = `</script><img src=x onerror=\\"document.title='taken'\\"><script>document.title='taken'</script>`;
writeFileSync(
  join(folder, 'dossier.yaml'),
  `title: "${MARKUP}"
parties:
  ruritania: "<b>Ruritania</b> ${MARKUP}"
subjects:
  embassy:
    kind: embassy
    name: "Embassy ${MARKUP}"
    sending: ruritania
`,
);
writeFileSync(
  join(folder, 'acts.yaml'),
  `- act: opening
  by: ruritania
  title: "Opening ${MARKUP}"
  announced: 1905-05-01
  sources:
    - title: "A script ${MARKUP}"
      url: "javascript:document.title='taken'"
      quote: "${MARKUP}"
      says: "${MARKUP}"
    - title: data of a page
      url: "data:text/html,<script>document.title='taken'</script>"
    - title: a page of the web
      url: https://example.org/a"b<c
  events:
    - {subject: embassy, type: mission.established, note: "${MARKUP}"}
    - {subject: embassy, type: head.appointed, name: "${MARKUP}"}
`,
);

const open = pagesOf(folder);

test('what a dossier says is shown as text, wherever it shows', async () => {
  const page = await open({ link: 'at=1905-06-01&field=head&act=opening' });
  const plain = MARKUP.replaceAll('\\', '');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(plain);
  expect(await page.getByRole('heading', { level: 2, name: 'Opening' }).innerText()).toContain(plain);
  for (const details of await page.locator('details.sources').all()) await details.locator('summary').click();
  expect(await page.locator('.act q').first().innerText()).toContain(plain);
  expect(await page.locator('img, main b, main script').count()).toBe(0);
  expect(await page.title()).toBe(plain);
});

test('an address becomes a link only where it leads to the web', async () => {
  const page = await open({ link: 'at=1905-06-01&act=opening' });
  for (const details of await page.locator('details.sources').all()) await details.locator('summary').click();
  const links = await page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(links).toEqual(['https://example.org/a%22b%3Cc']);
  expect(await page.getByText("javascript:document.title='taken'").count()).toBe(1);
});
