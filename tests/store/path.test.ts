import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { besideFile, plainPath } from '../../src/store/path.ts';

const PATHS = [
  'a.yaml',
  './a.yaml',
  'x/a.yaml',
  'x/../a.yaml',
  'x/./y//a.yaml',
  '../a.yaml',
  '../../a.yaml',
  'x/../../a.yaml',
  '/x/a.yaml',
  '/../a.yaml',
  '.',
  '',
];

test('a path is made plain as Node does it', () => {
  for (const path of PATHS) expect(plainPath(path), path).toBe(posix.normalize(path));
});

test('a file lies beside the one that names it, as for Node', () => {
  const files = PATHS.filter((path) => path.endsWith('.yaml'));
  for (const file of files)
    for (const path of files) {
      const beside = posix.isAbsolute(path) ? path : posix.join(posix.dirname(file), path);
      expect(besideFile(file, path), `${path} beside ${file}`).toBe(beside);
    }
});

test('on Windows a path may begin at a drive and part its folders by either slash', () => {
  expect(besideFile('C:\\x\\s.yaml', 'b.yaml')).toBe('C:\\x/b.yaml');
  expect(besideFile('C:\\x\\s.yaml', '..\\b.yaml')).toBe('C:\\b.yaml');
  expect(besideFile('s.yaml', 'D:\\b.yaml')).toBe('D:\\b.yaml');
});
