/** `chancery why`: the chain of acts and sources behind a state. */
import type { Source } from '../events/dossier.ts';
import { type Chain, type Link, whyOf } from '../replay/why.ts';
import { knowledgeAsked } from '../replay/world.ts';
import { printHead, printJson } from './answer.ts';
import { type Asked, open, question } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { entry } from './table.ts';
import type { Terminal } from './terminal.ts';
import { eventInWords, valueInWords } from './words.ts';

export function why(subject: string, field: string | undefined, asked: Asked, terminal: Terminal): void {
  const opened = open(asked.dossier);
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
      },
      terminal,
    );
    return;
  }
  printHead(opened, `${subject} on ${answer.at}`, when, terminal);
  terminal.out(`${terminal.paint.bold(answer.field ?? 'state')}: ${answerInWords(answer)}\n`);
  const wrote = answer.chain.filter((link) => link.wrote.length > 0);
  const enabled = answer.chain.filter((link) => link.wrote.length === 0);
  for (const link of wrote) terminal.out(`\n${linkInWords(link, answer, terminal)}`);
  if (answer.chain.length === 0)
    terminal.out('\nNothing on record has changed it: this is where it begins.\n');
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

function linkInWords(link: Link, { field }: Chain, terminal: Terminal): string {
  const { effective, announced, type, data, title, event, note, corrected, sources, wrote } = link;
  const told = announced === effective ? '' : `, announced ${announced}`;
  return [
    `${terminal.paint.bold(`${effective}  ${eventInWords(type, data)}`)}  ${terminal.paint.dim(event)}\n`,
    entry('act', `${title}${told}`, terminal, 2, 10),
    field === null ? entry('wrote', wrote.join(', '), terminal, 2, 10) : '',
    note === null ? '' : entry('note', note, terminal, 2, 10),
    corrected === null
      ? ''
      : entry('corrected', `on record since ${corrected.recorded}: ${corrected.reason}`, terminal, 2, 10),
    ...sources.map((source) => entry('source', sourceInWords(source), terminal, 2, 10)),
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
  const plain = link.sources.map((source) =>
    source.published === undefined ? source : { ...source, published: source.published.edtf },
  );
  return { ...link, sources: plain };
}
