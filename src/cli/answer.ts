/** What the heads of all answers have in common, for people and for machines. */
import { jsonText } from '../telling/answer.ts';
import { termsOf } from '../telling/question.ts';
import type { AsOf } from '../time/clocks.ts';
import type { Opened } from './ask.ts';
import { entry } from './table.ts';
import type { Terminal } from './terminal.ts';

/** An answer as JSON, one document, two spaces a level. */
export function printJson(answer: object, terminal: Terminal): void {
  terminal.out(jsonText(answer));
}

/** The title of the dossier and the question, as people read it. */
export function printHead(
  opened: Opened,
  asked: string,
  knowledge: Omit<AsOf, 'at'>,
  terminal: Terminal,
): void {
  const { scenario } = opened.basis;
  const branch = scenario === undefined ? [] : [`on the branch of ${scenario}, which is assumed`];
  const terms = [...branch, ...termsOf(knowledge)];
  const { paint } = terminal;
  terminal.out(
    `${paint.bold(opened.record.dossier.title)}\n${entry('', [asked, ...terms].join(', '), terminal, 0, 0)}\n`,
  );
}
