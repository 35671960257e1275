import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dictionary } from '../../src/events/dictionary.ts';
import { actsJsonSchema, dossierJsonSchema, scenarioJsonSchema } from '../../src/events/json-schema.ts';
import { understoodBy } from '../../src/machines/rulebooks.ts';

const docs = resolve(import.meta.dirname, '../../docs');

test('the data dictionary on file is the one that the vocabulary gives', async () => {
  await expect(dictionary(understoodBy)).toMatchFileSnapshot(`${docs}/dictionary.md`);
});

test('the JSON Schemas on file are the ones that the vocabulary gives', async () => {
  await expect(json(dossierJsonSchema())).toMatchFileSnapshot(`${docs}/schema/dossier.json`);
  await expect(json(actsJsonSchema())).toMatchFileSnapshot(`${docs}/schema/acts.json`);
  await expect(json(scenarioJsonSchema())).toMatchFileSnapshot(`${docs}/schema/scenario.json`);
});

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
