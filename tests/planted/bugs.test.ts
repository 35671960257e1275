import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bugs, planted } from './bugs.ts';

const root = resolve(import.meta.dirname, '../..');

describe('every planted bug', () => {
  test('has a name of its own', () => {
    expect(new Set(bugs.map(({ name }) => name)).size).toBe(bugs.length);
  });

  for (const bug of bugs) {
    test(`can be made in exactly one place, and expects a law to fall: ${bug.name}`, () => {
      const source = readFileSync(resolve(root, bug.file), 'utf8');
      expect(planted(source, bug)).not.toBe(source);
      expect(bug.laws).not.toEqual([]);
    });
  }
});
