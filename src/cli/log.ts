/** `chancery log`: the record in its order. */
import { eventTypes, isEventType } from '../events/vocabulary.ts';
import { insteadOf } from '../nearest.ts';
import { type LogEntry, logOf } from '../replay/log.ts';
import { knowledgeAsked } from '../replay/world.ts';
import { eventInWords } from '../telling/words.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, dayAsked, oneOf, question, subjectsAsked } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { openAsked } from './opened.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** What of the record to list. */
export interface LogAsked extends Asked {
  readonly subject?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
  readonly by?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly findings?: boolean | undefined;
}

export async function log(asked: LogAsked, terminal: Terminal): Promise<void> {
  const opened = await openAsked(asked, terminal);
  const { at: _, ...knowledge } = question(asked, opened.record, terminal);
  for (const type of asked.type ?? []) knownType(type);
  if (asked.by !== undefined) oneOf(asked.by, Object.keys(opened.record.dossier.parties), 'party');
  const entries = logOf(opened.record, knowledge, {
    subjects: subjectsAsked(asked.subject, opened.record),
    types: asked.type ?? null,
    by: asked.by ?? null,
    from: asked.from === undefined ? null : dayAsked(asked.from, '--from', 'earliest'),
    to: asked.to === undefined ? null : dayAsked(asked.to, '--to', 'latest'),
    findingsOnly: asked.findings ?? false,
  });
  if (asked.json) {
    printJson(
      { dossier: opened.name, ...knowledgeAsked(knowledge), basis: opened.basis, log: entries },
      terminal,
    );
    return;
  }
  printHead(opened, 'the record in order of effect', knowledge, terminal);
  if (entries.length === 0) {
    terminal.out('Nothing on record matches.\n');
    return;
  }
  const columns = [{ head: 'effective', width: 15 }, { head: 'event', width: 25 }, { head: 'what' }];
  terminal.out(
    table(
      columns,
      entries.map((entry) => [entry.effective, entry.event ?? entry.act, inWords(entry, terminal)]),
      terminal,
    ),
  );
}

function inWords(
  { hypothetical, subject, type, data, title, finding, changes }: LogEntry,
  terminal: Terminal,
): string {
  const what = type !== null ? `${subject}: ${eventInWords(type, data)}` : `${title} (no change of state)`;
  const marks = [
    ...(hypothetical === undefined ? [] : [`assumed in ${hypothetical}, not on record`]),
    ...(finding === null ? [] : [`finding: ${finding.says}`]),
    ...changes.map(({ kind, recorded, reason }) => `${kind} ${recorded ?? ''}: ${reason}`),
  ];
  return [what, ...marks.map((mark) => terminal.paint.yellow(mark))].join('\n');
}

/** A type may be given by its first part, as in `accreditation`. */
function knownType(type: string): void {
  const families = [...new Set(eventTypes.map((known) => known.slice(0, known.indexOf('.'))))];
  if (isEventType(type) || families.includes(type)) return;
  throw new BadInput([`no such event type: ${type}; ${insteadOf(type, [...eventTypes, ...families])}`]);
}
