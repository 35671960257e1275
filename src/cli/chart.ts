/** `chancery chart`: the statechart of a kind, in Mermaid or as a picture. */
import { extname } from 'node:path';
import { mermaidOf } from '../drawing/mermaid.ts';
import type { Theme } from '../drawing/palette.ts';
import { svgText } from '../drawing/shape.ts';
import { statechartFile } from '../drawing/statechart-picture.ts';
import { kinds } from '../events/dossier.ts';
import { shown, shownName } from '../events/fields.ts';
import { insteadOf } from '../nearest.ts';
import { open } from './ask.ts';
import { BadInput } from './bad-input.ts';
import { png } from './picture-file.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-whole.ts';

interface Asked {
  /** PNG has no place among text: it is asked for by the name of a file. */
  readonly format?: Exclude<Form, 'png'> | undefined;
  readonly theme: Theme;
  readonly output?: string | undefined;
}

type Form = 'mermaid' | 'svg' | 'png';

export async function chart(
  word: string,
  { format, theme, output }: Asked,
  terminal: Terminal,
): Promise<void> {
  const kind = kinds.find((known) => known === word) ?? (await noKind(word, terminal));
  const form = formAsked(format, output);
  const text = form === 'mermaid' ? mermaidOf(kind) : `${svgText(statechartFile(kind, theme))}\n`;
  if (output === undefined) terminal.out(text);
  else writeWhole(output, form === 'png' ? png(text) : text, '-o');
}

/** The form named, else that of the file's name, else Mermaid; BadInput for a name that is of no such file. */
function formAsked(format: Asked['format'], output: string | undefined): Form {
  const ending = extname(output ?? '').toLowerCase();
  const ofName = endings[ending];
  if (output !== undefined && ending !== '' && ofName === undefined) {
    throw new BadInput([
      `-o: neither a picture nor Mermaid: ${shown(output)}; write a file that ends in .svg, .png, .mmd, .mermaid or .txt`,
    ]);
  }
  if (format !== undefined && ofName !== undefined && ofName !== format) {
    throw new BadInput([
      `-o: ${output} is a name for ${ofName}; leave out --format ${format}, or write another name`,
    ]);
  }
  return format ?? ofName ?? 'mermaid';
}

const endings: { readonly [ending: string]: Form } = {
  '.svg': 'svg',
  '.png': 'png',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.txt': 'mermaid',
};

/** What to write instead: of a subject of the bundled dossier its kind. */
async function noKind(word: string, terminal: Terminal): Promise<never> {
  const { subjects } = (await open(undefined, terminal)).record.dossier;
  const kind = Object.hasOwn(subjects, word) ? subjects[word]?.kind : undefined;
  const instead = kind === undefined ? insteadOf(word, kinds) : `it is a subject; write its kind, ${kind}`;
  throw new BadInput([`no such kind: ${shownName(word)}; ${instead}`]);
}
