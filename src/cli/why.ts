/** `chancery why`: the chain of acts and sources behind a state. */
import type { Source } from '../events/dossier.ts';
import { type Chain, type Link, whyOf } from '../replay/why.ts';
import { knowledgeAsked } from '../replay/world.ts';
import { doubtInWords } from '../telling/doubts.ts';
import { eventInWords, valueInWords } from '../telling/words.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, question } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { openAsked } from './opened.ts';
import { entry } from './table.ts';
import type { Terminal } from './terminal.ts';

export async function why(
  subject: string,
  field: string | undefined,
  asked: Asked,
  terminal: Terminal,
): Promise<void> {
  const opened = await openAsked(asked, terminal);
  const when = question(asked, opened.record, terminal);
  const found = whyOf(opened.record, when, subject, field ?? null);
  if (found.kind === 'unknown') throw new BadInput([`${found.what}; ${found.instead}`]);
  const { answer } = found;
  if (asked.json) {
    printJson(
      {
        dossier: opened.name,
        ...answer,
        ...knowledgeAsked(when),
        basis: opened.basis,
        chain: answer.chain.map(plainLink),
        open: answer.open.map(plainLink),
      },
      terminal,
    );
    return;
  }
  printHead(opened, `${subject} on ${answer.at}`, when, terminal);
  terminal.out(entry(`${answer.field ?? 'state'}:`, answerInWords(answer), terminal, 0, 18));
  for (const doubt of answer.uncertain) {
    terminal.out(entry('uncertain:', doubtInWords(opened.record, when, doubt), terminal, 0, 18));
  }
  const wrote = answer.chain.filter((link) => link.wrote.length > 0);
  const enabled = answer.chain.filter((link) => link.wrote.length === 0);
  const cited = new Set<string>();
  for (const link of wrote) {
    terminal.out(`\n${linkInWords(link, answer, cited.has(link.act), terminal)}`);
    cited.add(link.act);
  }
  if (answer.chain.length === 0)
    terminal.out('\nNothing on record has changed it: this is where it begins.\n');
  if (answer.open.length > 0) terminal.out(`\n${terminal.paint.bold('Uncertain because of')}\n`);
  for (const link of answer.open) {
    terminal.out(`\n${linkInWords(link, answer, cited.has(link.act), terminal)}`);
    cited.add(link.act);
  }
  if (enabled.length === 0) return;
  terminal.out(`\n${terminal.paint.bold('Possible because of')}\n`);
  for (const { event, type, data, effective, title } of enabled) {
    terminal.out(entry(effective, `${eventInWords(type, data)}: ${title} (${event})`, terminal, 2, 13));
  }
}

function answerInWords({ field, value }: Chain): string {
  if (field !== null || typeof value !== 'object' || value === null) return valueInWords(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${valueInWords(part)}`)
    .join(', ');
}

/** One event with its act and sources; those of an act that was told above are not told again. */
function linkInWords(link: Link, { field }: Chain, told: boolean, terminal: Terminal): string {
  const { hypothetical, effective, announced, type, data, title, event, note, corrected, sources, wrote } =
    link;
  const line = (label: string, text: string) => entry(label, text, terminal, 2, 10);
  const when = announced === effective ? '' : `, announced ${announced}`;
  const documents = sources.map((source) => line('source', sourceInWords(source)));
  return [
    entry(
      '',
      `${terminal.paint.bold(`${effective}  ${eventInWords(type, data)}`)}  (${event})`,
      terminal,
      0,
      0,
    ),
    line('act', `${title}${when}`),
    field === null && wrote.length > 0 ? line('wrote', wrote.join(', ')) : '',
    note === null ? '' : line('note', note),
    ...corrected.flatMap(({ recorded, reason, sources: grounds }) => [
      line('corrected', `on record since ${recorded}: ${reason}`),
      ...grounds.map((source) => line('source', sourceInWords(source))),
    ]),
    ...(hypothetical === undefined ? [] : [line('assumed', `in ${hypothetical}; it is not on record`)]),
    ...(told && documents.length > 0 ? [line('sources', 'as above')] : documents),
  ].join('');
}

function sourceInWords({ title, publisher, published, url, certainty, says, quote }: Source): string {
  const where = [title, publisher, published?.edtf, url].flatMap((part) => part ?? []).join(', ');
  const said = says === undefined ? '' : `: ${says}`;
  const words = quote === undefined ? '' : ` (“${quote}”)`;
  return `${where}${certainty === undefined ? '' : ` [${certainty}]`}${said}${words}`;
}

/** Dates as they are written, not as the windows they leave open. */
function plainLink(link: Link) {
  const corrected = link.corrected.map((change) => ({ ...change, sources: change.sources.map(plainSource) }));
  return { ...link, sources: link.sources.map(plainSource), corrected };
}

function plainSource(source: Source) {
  return source.published === undefined ? source : { ...source, published: source.published.edtf };
}
