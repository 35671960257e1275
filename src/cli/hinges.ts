/** `chancery hinges`: which single events, had they not happened, change the answer, and to what. */
import { dataOf } from '../events/event.ts';
import { insteadOf } from '../nearest.ts';
import { eventAsKnown, type Knowledge } from '../replay/known.ts';
import { type EventRecord, kindOf } from '../replay/record.ts';
import { chartFor } from '../replay/walk.ts';
import { knowledgeAsked } from '../replay/world.ts';
import { type Hinge, hingesOf } from '../simulation/hinges.ts';
import { fieldMeant, fieldsOfChart } from '../simulation/path-fields.ts';
import { doubtInWords } from '../telling/doubts.ts';
import { eventInWords, valueInWords } from '../telling/words.ts';
import { dayOf } from '../time/day.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, oneOf, open, question } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { entry, table } from './table.ts';
import type { Terminal } from './terminal.ts';

export async function hinges(
  subject: string,
  fields: readonly string[],
  asked: Asked,
  terminal: Terminal,
): Promise<void> {
  const opened = await open(asked.dossier, terminal);
  const { record, name, basis } = opened;
  const when = question(asked, record, terminal);
  oneOf(subject, Object.keys(record.dossier.subjects), 'subject');
  const answer = hingesOf(record, subject, when, fieldsAsked(record, subject, fields));
  if (asked.json) {
    const { subject: _, ...rest } = answer;
    printJson(
      { dossier: name, subject, at: dayOf(when.at), ...knowledgeAsked(when), basis, ...rest },
      terminal,
    );
    return;
  }
  const what = fields.length === 0 ? '' : `, ${fields.join(', ')}`;
  printHead(opened, `what ${subject} hinges on, on ${dayOf(when.at)}${what}`, when, terminal);
  if (answer.hinges.length === 0) terminal.out('No single event makes a difference.\n');
  const events = [...new Set(answer.hinges.map(({ event }) => event))];
  const tables = events.map((id) => {
    const rows = answer.hinges.filter(({ event }) => event === id).map(rowOf);
    return `${entry('', eventWithAct(record, when, id), terminal, 0, 0)}${table(columns, rows, terminal)}`;
  });
  terminal.out(tables.join('\n'));
  const tried = `${answer.tried} ${answer.tried === 1 ? 'event was' : 'events were'} taken out, one at a time.`;
  terminal.out(`\n${entry('', tried, terminal, 0, 0)}`);
  for (const doubt of answer.uncertain) {
    terminal.out(entry('uncertain:', doubtInWords(record, when, doubt), terminal, 0, 18));
  }
}

/** The fields meant, null for all. */
function fieldsAsked(
  record: EventRecord,
  subject: string,
  fields: readonly string[],
): readonly string[] | null {
  if (fields.length === 0) return null;
  const chart = chartFor(kindOf(record, subject));
  return fields.map((name) => {
    const field = fieldMeant(chart, name);
    if (field !== null) return field;
    throw new BadInput([`no such field of ${subject}: ${name}; ${insteadOf(name, fieldsOfChart(chart))}`]);
  });
}

const columns = [{ head: 'field', width: 36 }, { head: 'is', width: 20 }, { head: 'without it' }];

function rowOf({ field, with: is, without }: Hinge): readonly string[] {
  return [field, valueInWords(is), valueInWords(without)];
}

/** `2021-11-01 ceiling set at 10: NATO withdraws … (2021-10-06-nato/3)`. */
function eventWithAct(record: EventRecord, knowledge: Knowledge, id: string): string {
  const event = eventAsKnown(record, id, knowledge);
  const act = event === null ? null : record.acts.get(event.act);
  if (event === null || act === null) throw new Error(`${id} is a hinge and not on record`);
  return `${event.effective.edtf}  ${eventInWords(event.type, dataOf(event))}: ${act.title} (${id})`;
}
