/** Tables and paragraphs that fit the terminal. */
import Table from 'cli-table3';
import type { Terminal } from './terminal.ts';

/** A column: its heading, and its width in characters, or none for the one that takes what is left. */
export interface Column {
  readonly head: string;
  readonly width?: number;
}

/** Rows under headings, without lines, the text wrapped within its column and never cut. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  terminal: Terminal,
): string {
  const fixed = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const open = columns.filter(({ width }) => width === undefined).length;
  const rest = Math.floor((terminal.columns - fixed) / Math.max(1, open));
  const widths = columns.map(({ width }) => width ?? rest);
  const drawn = new Table({
    head: columns.map(({ head }) => terminal.paint.dim(head)),
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
    colWidths: widths,
  });
  drawn.push(
    ...rows.map((row) => row.map((cell, index) => inCell(cell, (widths[index] ?? rest) - 1).join('\n'))),
  );
  return `${trimmed(drawn.toString())}\n`;
}

/** A label and its text, wrapped and hanging under itself; a label too long for its place has a line of its own. */
export function entry(label: string, text: string, terminal: Terminal, indent = 2, labelWidth = 18): string {
  const hang = ' '.repeat(indent + labelWidth);
  const lines = wrap(text, terminal.columns - indent - labelWidth, (word) => [word]);
  const fits = label.length < labelWidth || labelWidth === 0;
  const margin = `${' '.repeat(indent)}${terminal.paint.dim(label.padEnd(labelWidth))}`;
  const body = lines.map((line, index) => trimmed(`${index === 0 && fits ? margin : hang}${line}`));
  return `${[...(fits ? [] : [trimmed(margin)]), ...body].join('\n')}\n`;
}

/** A subject and its full name, which goes below where it does not fit beside. */
export function heading(id: string, name: string, terminal: Terminal): string {
  const beside = id.length + 2 + name.length <= terminal.columns;
  return `${terminal.paint.bold(id)}${beside ? `  ${name}\n` : `\n${entry('', name, terminal, 2, 0)}`}`;
}

function inCell(text: string, width: number): readonly string[] {
  return wrap(text, width, (word) => pieces(word, width));
}

/** Text in lines of at most so many characters, broken between words and where a word may be parted. */
function wrap(text: string, width: number, part: (word: string) => readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/u)) {
      part(word).forEach((piece, index) => {
        const gap = index === 0 ? ' ' : '';
        if (line !== '' && line.length + gap.length + piece.length > width) {
          lines.push(line);
          line = piece;
        } else line = line === '' ? piece : `${line}${gap}${piece}`;
      });
    }
    lines.push(line);
  }
  return lines;
}

/** A word in pieces that fit: parted after `/` and dots, then after hyphens, then anywhere. */
function pieces(word: string, width: number): readonly string[] {
  const breaks = [/(?<=\/)|(?<=\.)(?!\.)/u, /(?<=-)/u, new RegExp(`(?<=^(?:.{${width}})+)`, 'u')];
  return breaks.reduce<readonly string[]>(
    (all, at) => all.flatMap((piece) => (piece.length <= width ? [piece] : piece.split(at))),
    [word],
  );
}

function trimmed(text: string): string {
  return text.replace(/[ \t]+$/gmu, '');
}

const NO_LINES = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((part) => [part, '']),
);
