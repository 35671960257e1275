/** Tells of each planted bug which laws fell, and on how small a case. */
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { type Law, laws } from '../laws/laws.ts';
import type {} from './every-bug.ts';
import type { Fall } from './verdict.ts';

export class PlantedReporter implements Reporter {
  #failed = 0;
  #told = 0;

  onInit(): void {
    tell(['bug', 'file', 'lines', 'laws that fell']);
  }

  onTestCaseResult(test: TestCase): void {
    const { file = '', fallen = [] } = test.meta().planted ?? {};
    const { state, errors } = test.result();
    if (state === 'skipped') return;
    const smallest = fallen.length === 0 ? '' : String(Math.min(...fallen.map(({ lines }) => lines)));
    const why = state === 'failed' ? `WRONG: ${errors?.map(({ message }) => message).join('; ')}` : '';
    tell([test.name, file, smallest, [lawsOf(fallen), why].filter((part) => part !== '').join(' ')]);
    this.#told += 1;
    if (state === 'failed') this.#failed += 1;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const errors = modules.flatMap((module) => module.errors()).map(({ message }) => `${message}\n`);
    process.stdout.write(
      `${errors.join('')}${this.#told - this.#failed} as they should be, ${this.#failed} not\n`,
    );
  }
}

function lawsOf(fallen: readonly Fall[]): string {
  const named: { readonly [number: number]: Law } = laws;
  const numbers = [...new Set(fallen.map(({ law }) => law))].sort((a, b) => a - b);
  return numbers.map((number) => `${number} ${named[number]?.name}`).join(', ');
}

function tell([bug = '', file = '', lines = '', fell = '']: readonly string[]): void {
  process.stdout.write(`${bug.padEnd(58)} ${file.padEnd(26)} ${lines.padStart(5)}  ${fell}\n`);
}
