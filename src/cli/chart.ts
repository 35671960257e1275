/** `chancery chart`: the statechart of a kind, in Mermaid or as a picture. */
import { extname } from 'node:path';
import { mermaidOf } from '../drawing/mermaid.ts';
import type { Theme } from '../drawing/palette.ts';
import { svgText } from '../drawing/shape.ts';
import { statechartFile } from '../drawing/statechart-picture.ts';
import { type Kind, kinds } from '../events/dossier.ts';
import { shownName } from '../events/fields.ts';
import { insteadOf } from '../nearest.ts';
import { open } from './ask.ts';
import { BadInput } from './bad-input.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-whole.ts';

interface Asked {
  readonly format?: Form | undefined;
  readonly theme: Theme;
  readonly output?: string | undefined;
}

type Form = 'mermaid' | 'svg';

export async function chart(
  word: string,
  { format, theme, output }: Asked,
  terminal: Terminal,
): Promise<void> {
  const kind = kinds.find((known) => known === word) ?? (await noKind(word, terminal));
  const text = textOf(kind, formAsked(format, output), theme);
  if (output === undefined) terminal.out(text);
  else writeWhole(output, text, '-o');
}

function textOf(kind: Kind, form: Form, theme: Theme): string {
  return form === 'svg' ? `${svgText(statechartFile(kind, theme))}\n` : mermaidOf(kind);
}

/** The form named, else that of the file's name, else Mermaid. */
function formAsked(format: Form | undefined, output: string | undefined): Form {
  const ofName = endings[extname(output ?? '').toLowerCase()];
  if (format !== undefined && ofName !== undefined && ofName !== format) {
    throw new BadInput([
      `-o: ${output} is a name for ${ofName}; leave out --format ${format}, or write another name`,
    ]);
  }
  return format ?? ofName ?? 'mermaid';
}

const endings: { readonly [ending: string]: Form } = {
  '.svg': 'svg',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
};

/** What to write instead: of a subject of the bundled dossier its kind. */
async function noKind(word: string, terminal: Terminal): Promise<never> {
  const { subjects } = (await open(undefined, terminal)).record.dossier;
  const kind = Object.hasOwn(subjects, word) ? subjects[word]?.kind : undefined;
  const instead = kind === undefined ? insteadOf(word, kinds) : `it is a subject; write its kind, ${kind}`;
  throw new BadInput([`no such kind: ${shownName(word)}; ${instead}`]);
}
