import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { chancery } from './cli/program.ts';

const file = resolve(import.meta.dirname, '../README.md');

test('what the README shows of the program is what the program prints', async () => {
  const readme = readFileSync(file, 'utf8').replace(
    /```text\n\$ chancery (.*)\n[^`]*```/g,
    (_, line: string) => `\`\`\`text\n$ chancery ${line}\n${chancery(line).out}\`\`\``,
  );
  expect(readme).toContain('$ chancery replay');
  await expect(readme).toMatchFileSnapshot(file);
});

test('every command that the README names runs', () => {
  const lines = [
    ...readFileSync(file, 'utf8').matchAll(
      /`chancery ((?:replay|timeline|diff|why|log|simulate|next|path|hinges|rates|chart)[^`]*)`/g,
    ),
  ];
  expect(lines.length).toBeGreaterThan(6);
  for (const [, line = ''] of lines) expect(chancery(line)).toMatchObject({ err: '', code: 0 });
});
