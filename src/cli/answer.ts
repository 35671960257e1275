/** What the heads of all answers have in common, for people and for machines. */
import { jsonText } from '../telling/answer.ts';
import type { AsOf } from '../time/clocks.ts';
import { dayOf } from '../time/day.ts';
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

/** The terms on which something is known, as far as they are not the usual ones. */
export function termsOf({ announcedBy, recordedBy, account, reading }: Omit<AsOf, 'at'>): readonly string[] {
  return [
    ...(announcedBy === null ? [] : [`as announced by ${dayOf(announcedBy)}`]),
    ...(recordedBy === null ? [] : [`as recorded by ${dayOf(recordedBy)}`]),
    ...(account === null ? [] : [`in the account of ${account}`]),
    ...(reading === 'latest' ? [] : ['in the earliest reading']),
  ];
}
