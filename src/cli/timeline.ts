/** `chancery timeline`: periods of status and staffing. */
import { historyOf } from '../drawing/history.ts';
import { type Beginning, type Period, timelineOf } from '../replay/timeline.ts';
import { periodsAnswer } from '../telling/answer.ts';
import { staffInBrief } from '../telling/facts.ts';
import { eventInWords } from '../telling/words.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, question, subjectsAsked } from './ask.ts';
import { openAsked } from './opened.ts';
import { stripsOf } from './strip.ts';
import { entry, heading, table } from './table.ts';
import type { Terminal } from './terminal.ts';

export async function timeline(subjects: readonly string[], asked: Asked, terminal: Terminal): Promise<void> {
  const opened = await openAsked(asked, terminal);
  const { at: _, ...knowledge } = question(asked, opened.record, terminal);
  const wanted = subjectsAsked(subjects, opened.record);
  const answer = timelineOf(opened.record, knowledge, wanted);
  if (asked.json) {
    printJson(periodsAnswer(opened, knowledge, answer), terminal);
    return;
  }
  printHead(opened, 'periods of status and staffing', knowledge, terminal);
  const strips = stripsOf(historyOf(opened.record, knowledge, wanted), terminal);
  const tables = Object.entries(answer).map(([id, periods]) => {
    const name = opened.record.dossier.subjects[id]?.name ?? '';
    return `${heading(id, name, terminal)}${strips?.of(id) ?? ''}${periodTable(periods, terminal)}`;
  });
  const legend =
    'A period ends before the day under "to"; a date in brackets is the date as it is on record.';
  terminal.out(`${tables.join('\n')}\n${strips?.legend ?? ''}${entry('', legend, terminal, 0, 0)}`);
}

/** A line for each period; `to` is the first day of the next. */
export function periodTable(periods: readonly Period[], terminal: Terminal): string {
  const columns = [
    { head: 'from', width: 11 },
    { head: 'to', width: 11 },
    { head: 'status', width: 17 },
    { head: 'staff', width: 14 },
    { head: 'began with' },
  ];
  const rows = periods.map(({ from, to, status, staff, began }) => [
    from ?? '',
    to ?? '',
    status,
    staff === undefined ? '' : staffInBrief(staff),
    began.map((event) => beginning(event, from)).join(', '),
  ]);
  return table(columns, rows, terminal);
}

/** What happened, and when as it is on record, where that is not plainly the day on which the period begins. */
function beginning({ hypothetical, type, data, effective }: Beginning, from: string | null): string {
  const what = `${eventInWords(type, data)}${hypothetical === undefined ? '' : ' [assumed]'}`;
  return effective === from ? what : `${what} (${effective})`;
}
