/** `chancery replay`: the state of every subject on a day, with the documents that make it so. */
import { actOf } from '../events/event.ts';
import { eventAsKnown, type Knowledge } from '../replay/known.ts';
import { assumedIn } from '../replay/mark.ts';
import type { ActOnRecord, EventRecord } from '../replay/record.ts';
import { type SubjectState, stateAt, type World } from '../replay/world.ts';
import { stateAnswer } from '../telling/answer.ts';
import { dated, doubtInWords } from '../telling/doubts.ts';
import { type Fact, factsOf, staffInBrief, textOf } from '../telling/facts.ts';
import { dayOf } from '../time/day.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, type Opened, question, subjectsAsked } from './ask.ts';
import { openAsked } from './opened.ts';
import { entry, heading, table } from './table.ts';
import type { Terminal } from './terminal.ts';

export async function replay(
  asked: Asked & { readonly subject?: readonly string[] | undefined },
  terminal: Terminal,
): Promise<void> {
  const opened = await openAsked(asked, terminal);
  const when = question(asked, opened.record, terminal);
  const world = stateAt(opened.record, when, subjectsAsked(asked.subject, opened.record));
  if (asked.json) {
    printJson(stateAnswer(opened, world), terminal);
    return;
  }
  printHead(opened, `on ${dayOf(when.at)}`, when, terminal);
  terminal.out(summary(world, terminal));
  const cited = new Map<string, number>();
  for (const [id, subject] of Object.entries(world.subjects)) {
    terminal.out(
      `\n${heading(id, subject.name, terminal)}${lines(opened.record, when, subject, cited, terminal)}`,
    );
  }
  terminal.out(findings(world, terminal));
  terminal.out(documents(opened, cited, terminal));
}

/** The headline of every subject; a status that doubtful dates leave open bears a question mark. */
function summary(world: World, terminal: Terminal): string {
  const columns = [
    { head: 'subject', width: 26 },
    { head: 'status', width: 18 },
    { head: 'since', width: 12 },
    { head: 'staff' },
  ];
  const rows = Object.entries(world.subjects).map(([id, { status, since, staff, uncertain }]) => [
    id,
    uncertain.some(({ field }) => field === 'status') ? `${status} ?` : status,
    since ?? '',
    staff === undefined ? '' : staffInBrief(staff),
  ]);
  return table(columns, rows, terminal);
}

/** What is to be said of one subject; each line cites the act that last made it so. */
function lines(
  record: EventRecord,
  when: Knowledge,
  subject: SubjectState,
  cited: Map<string, number>,
  terminal: Terminal,
): string {
  const cite = ({ event }: Fact) => {
    if (event === null) return '';
    const act = actOf(event);
    if (!cited.has(act)) cited.set(act, cited.size + 1);
    return ` [${cited.get(act)}]`;
  };
  const since = ({ event, dated: isDated }: Fact) =>
    isDated && event !== null ? `, since ${eventAsKnown(record, event, when)?.effective.edtf}` : '';
  const facts = factsOf(subject).map((fact) =>
    entry(fact.label, `${textOf(fact)}${since(fact)}${fact.open ? ' ?' : ''}${cite(fact)}`, terminal),
  );
  const { reported, uncertain, pending } = subject;
  const report = reported?.note
    ? [entry('reported', `${reported.effective}: ${reported.note}`, terminal)]
    : [];
  const open = uncertain.map((doubt) => entry('uncertain', doubtInWords(record, when, doubt), terminal));
  const ahead = pending.map(({ event }) => entry('pending', dated(record, when, event), terminal));
  return [...facts, ...report, ...open, ...ahead].join('');
}

function findings(world: World, terminal: Terminal): string {
  if (world.findings.length === 0) return '';
  const told = world.findings.map(({ event, subject, says }) =>
    entry('', `${event} ${subject}: ${says}`, terminal, 2, 0),
  );
  return `\n${terminal.paint.bold('Findings')}, events on record that the rules have no place for\n${told.join('')}`;
}

/** The acts cited, each with the best of its sources. */
function documents({ record }: Opened, cited: ReadonlyMap<string, number>, terminal: Terminal): string {
  const told = [...cited].flatMap(([id, number]) => {
    const act = record.acts.get(id);
    return act === null ? [] : [entry(`[${number}]`, documentInWords(act), terminal, 0, 5)];
  });
  return told.length === 0 ? '' : `\n${terminal.paint.bold('Documents')}\n${told.join('')}`;
}

function documentInWords({ act, title, sources }: ActOnRecord): string {
  const scenario = assumedIn(act);
  if (scenario !== null) return `${title} (${act}). Assumed in ${scenario}; it is not on record.`;
  const [best] = [...sources].sort((a, b) => weight(a.certainty) - weight(b.certainty));
  if (best === undefined) throw new Error(`${act} cites no source`);
  const where = [best.title, best.publisher, best.published?.edtf].flatMap((part) => part ?? []).join(', ');
  const more = sources.length > 1 ? ` and ${sources.length - 1} more` : '';
  return `${title} (${act}). ${where}${more}.`;
}

function weight(certainty: string | undefined): number {
  return ['primary', 'several', 'single'].indexOf(certainty ?? 'single');
}
