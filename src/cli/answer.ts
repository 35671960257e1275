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
  const { announcedBy, recordedBy, account, reading } = knowledge;
  const { scenario } = opened.basis;
  const terms = [
    ...(scenario === undefined ? [] : [`on the branch of ${scenario}, which is assumed`]),
    announcedBy === null ? [] : [`as announced by ${dayOf(announcedBy)}`],
    recordedBy === null ? [] : [`as recorded by ${dayOf(recordedBy)}`],
    account === null ? [] : [`in the account of ${account}`],
    reading === 'latest' ? [] : ['in the earliest reading'],
  ].flat();
  const { paint } = terminal;
  terminal.out(
    `${paint.bold(opened.record.dossier.title)}\n${entry('', [asked, ...terms].join(', '), terminal, 0, 0)}\n`,
  );
}
