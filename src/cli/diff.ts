/** `chancery diff`: what changed between two days. */
import { diffBetween } from '../replay/diff.ts';
import { knowledgeAsked } from '../replay/world.ts';
import { doubtInWords } from '../telling/doubts.ts';
import { valueInWords } from '../telling/words.ts';
import { dayOf } from '../time/day.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, dayAsked, question, subjectsAsked } from './ask.ts';
import { openAsked } from './opened.ts';
import { entry, table } from './table.ts';
import type { Terminal } from './terminal.ts';

export async function diff(
  from: string,
  to: string,
  asked: Asked & { readonly subject?: readonly string[] | undefined },
  terminal: Terminal,
): Promise<void> {
  const opened = await openAsked(asked, terminal);
  const { at: _, ...knowledge } = question(asked, opened.record, terminal);
  const days = [dayAsked(from, 'from', asked.reading), dayAsked(to, 'to', asked.reading)] as const;
  const wanted = subjectsAsked(asked.subject, opened.record);
  const { changes, uncertain } = diffBetween(opened.record, days, knowledge, wanted);
  const [first, last] = [dayOf(days[0]), dayOf(days[1])];
  if (asked.json) {
    const { name, basis } = opened;
    printJson(
      { dossier: name, from: first, to: last, ...knowledgeAsked(knowledge), basis, changes, uncertain },
      terminal,
    );
    return;
  }
  printHead(opened, `changes from ${first} to ${last}`, knowledge, terminal);
  if (changes.length === 0) {
    terminal.out('No field changed.\n');
  }
  const subjects = [...new Set(changes.map(({ subject }) => subject))];
  const tables = subjects.map((id) => {
    const rows = changes
      .filter(({ subject }) => subject === id)
      .map(({ field, before, after, because }) => [
        field,
        valueInWords(before),
        valueInWords(after),
        because.join(' '),
      ]);
    const columns = [
      { head: 'field', width: 24 },
      { head: 'before', width: 16 },
      { head: 'after', width: 16 },
      { head: 'by' },
    ];
    return `${terminal.paint.bold(id)}\n${table(columns, rows, terminal)}`;
  });
  terminal.out(tables.join('\n'));
  if (uncertain.length === 0) return;
  terminal.out(`\n${terminal.paint.bold('Uncertain')}\n`);
  for (const { at, subject, ...doubt } of uncertain) {
    terminal.out(entry(at, `${subject} ${doubtInWords(opened.record, knowledge, doubt)}`, terminal, 2, 12));
  }
}
