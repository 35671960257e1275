/**
 * The program as one script, whose functions V8 finds compiled: to parse and compile them anew at every start would take
 * longer than to answer. Another version of Node.js than that of the build refuses what is kept, and compiles again.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { run } from './run.ts';

const PROGRAM = fileURLToPath(new URL('run.cjs', import.meta.url));

/** Where the compiled functions are kept. */
export const COMPILED = fileURLToPath(new URL('run.cjs.compiled', import.meta.url));

/** The script, and what it exports; `compiled` are the functions as they were kept, if they were. */
export function programScript(compiled: Buffer | undefined): {
  readonly script: Script;
  readonly exported: { readonly run: typeof run };
} {
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(PROGRAM, 'utf8')}\n})`;
  const script = new Script(source, {
    filename: PROGRAM,
    ...(compiled === undefined ? {} : { cachedData: compiled }),
  });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(PROGRAM), loaded, PROGRAM, dirname(PROGRAM));
  // The script is the bundle of run.ts.
  return { script, exported: loaded.exports as { readonly run: typeof run } };
}
