/** `chancery next`: what the rules allow now, and what they would refuse and why. */

import { knowledgeAsked } from '../replay/world.ts';
import { nextOf, type Verdict } from '../simulation/next.ts';
import { doubtInWords } from '../telling/doubts.ts';
import { limitInWords, verdictInWords } from '../telling/verdicts.ts';
import { dayOf } from '../time/day.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, oneOf, open, question } from './ask.ts';
import { entry, table } from './table.ts';
import type { Terminal } from './terminal.ts';

export async function next(subject: string, asked: Asked, terminal: Terminal): Promise<void> {
  const opened = await open(asked.dossier, terminal);
  const when = question(asked, opened.record, terminal);
  oneOf(subject, Object.keys(opened.record.dossier.subjects), 'subject');
  const answer = nextOf(opened.record, subject, when);
  if (asked.json) {
    const { subject: _, ...rest } = answer;
    const { name, basis } = opened;
    printJson(
      { dossier: name, subject, at: dayOf(when.at), ...knowledgeAsked(when), basis, ...rest },
      terminal,
    );
    return;
  }
  printHead(opened, `what may happen to ${subject} on ${dayOf(when.at)}`, when, terminal);
  terminal.out(entry('status:', answer.status, terminal, 0, 18));
  for (const doubt of answer.uncertain) {
    terminal.out(entry('uncertain:', doubtInWords(opened.record, when, doubt), terminal, 0, 18));
  }
  const { allowed, refused, noPlace } = answer;
  const part = (title: string, head: string, rows: readonly (readonly [string, string])[]) => {
    if (rows.length === 0) return;
    const columns = [{ head: 'event', width: 32 }, { head }];
    terminal.out(`\n${terminal.paint.bold(title)}\n${table(columns, rows, terminal)}`);
  };
  part(
    'Allowed',
    'as far as',
    allowed.map(({ type, limits = [], otherwise }) => [
      type,
      lines(limits.map(limitInWords), otherwise, terminal),
    ]),
  );
  part(
    'Refused',
    'because',
    refused.map(({ type, reason, otherwise }) => [type, lines([reason], otherwise, terminal)]),
  );
  part(
    'No place',
    'because it',
    noPlace.map(({ type, reason, otherwise }) => [type, lines([reason], otherwise, terminal)]),
  );
}

function lines(
  said: readonly string[],
  otherwise: readonly Verdict[] | undefined,
  { paint }: Terminal,
): string {
  const other = (otherwise ?? []).map((verdict) =>
    paint.yellow(`or, as dates fall: ${verdictInWords(verdict)}`),
  );
  return [...said, ...other].join('\n');
}
