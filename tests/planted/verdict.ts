/** Writes down which laws fell, by what, and on how small a case. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type {} from '../laws/law.ts';

/** The file in which a run leaves its verdict. */
export const VERDICT = 'verdict.json';

export interface Verdict {
  readonly fallen: readonly Fall[];
  /** How many statements of laws were tried. */
  readonly tried: number;
  /** What kept statements from being tried at all. */
  readonly broken: readonly string[];
}

/** A statement of a law that does not hold. */
export interface Fall {
  readonly law: number;
  /** The kind of error: AssertionError for a wrong answer, anything else for none. */
  readonly error: string;
  /** The lines of the smallest case found, headings left out. */
  readonly lines: number;
}

export class VerdictReporter implements Reporter {
  readonly #fallen: Fall[] = [];
  readonly #broken: string[] = [];
  #tried = 0;

  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result();
    if (state === 'skipped') return;
    this.#tried += 1;
    if (state === 'passed') return;
    const { law } = test.meta();
    const [{ message = '', cause } = {}] = errors ?? [];
    if (law === undefined) this.#broken.push(`${test.name}: ${message}`);
    else this.#fallen.push({ law: law.number, error: cause?.name ?? '', lines: linesOf(message) });
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly { readonly message: string }[]): void {
    const unloaded = modules.flatMap((module) => module.errors());
    const broken = [...this.#broken, ...[...unloaded, ...errors].map(({ message }) => message)];
    const verdict: Verdict = { fallen: this.#fallen, tried: this.#tried, broken };
    writeFileSync(VERDICT, JSON.stringify(verdict));
  }
}

function linesOf(message: string): number {
  const [, shown = ''] = /^Counterexample: (.*?)^Shrunk /ms.exec(message) ?? [];
  return shown.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('# ')).length;
}
