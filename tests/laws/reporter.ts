/** Tells the laws by their numbers, and on how many cases each was tried in this run. */
import { styleText } from 'node:util';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type {} from './law.ts';
import { type Law, laws } from './laws.ts';

interface Tally {
  statements: number;
  runs: number;
  failed: number;
}

export default class LawReporter implements Reporter {
  readonly #tallies = new Map<number, Tally>();

  onTestCaseResult(test: TestCase): void {
    const { law } = test.meta();
    if (law === undefined) return;
    const tally = this.#tallies.get(law.number) ?? { statements: 0, runs: 0, failed: 0 };
    this.#tallies.set(law.number, tally);
    tally.statements += 1;
    tally.runs += law.runs;
    if (test.result().state === 'failed') tally.failed += 1;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = Object.entries<Law>(laws).map(([number, law]) => this.#line(Number(number), law));
    const broken = modules.flatMap((module) =>
      module.errors().map(({ message }) => `${module.moduleId}: ${message}`),
    );
    process.stdout.write(`${[...lines, ...broken].join('\n')}\n`);
    if (lines.some((line) => line.includes(WRONG)) || broken.length > 0) process.exitCode = 1;
  }

  #line(number: number, { name, sentence, awaits }: Law): string {
    const { statements, runs, failed } = this.#tallies.get(number) ?? { statements: 0, runs: 0, failed: 0 };
    const tried = `${runs.toLocaleString('en')} runs`;
    const verdict =
      failed > 0
        ? `${WRONG}: ${failed} of ${statements} statements fail`
        : statements > 0
          ? `${tried} of ${statements} ${statements === 1 ? 'statement' : 'statements'}`
          : awaits === undefined
            ? `${WRONG}: never tried`
            : `awaits ${awaits}`;
    return `${String(number).padStart(2)}. ${styleText('bold', name)}: ${sentence}\n    ${verdict}`;
  }
}

const WRONG = 'WRONG';
