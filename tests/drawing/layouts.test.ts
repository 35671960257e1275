import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { layouts, written } from '../../layouts/elk.ts';

const file = resolve(import.meta.dirname, '../../src/drawing/layouts.json');

test('the layouts on file are the ones that the Eclipse Layout Kernel makes of the statecharts, each time', async () => {
  const made = written(await layouts());
  expect(written(await layouts())).toBe(made);
  await expect(made).toMatchFileSnapshot(file);
});
