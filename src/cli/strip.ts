/** Histories as strips of signs, one a subject, for a terminal that is wide enough. */
import type { History, StatusPeriod, SubjectHistory } from '../drawing/history.ts';
import { type Look, lookOf, statusesDrawn } from '../drawing/looks.ts';
import { spanOf } from '../drawing/scale.ts';
import { windowOfBeginning } from '../drawing/words.ts';
import { addDays, dayOf, EVER, NEVER } from '../time/day.ts';
import { entry } from './table.ts';
import type { Terminal } from './terminal.ts';

/** The strips of some histories over the same days, and what their signs mean. */
export interface Strips {
  /** One line; nothing for a subject that is not among them. */
  readonly of: (subject: string) => string;
  readonly legend: string;
}

/** Strips as wide as the terminal; null where it is too narrow for them, or nothing has happened. */
export function stripsOf(history: History, terminal: Terminal): Strips | null {
  const span = spanOf(history);
  if (span === null || terminal.columns < NARROWEST) return null;
  const written = [dayOf(span.from), dayOf(addDays(span.to, -1))].map((day) =>
    span.to - span.from > YEARS ? day.slice(0, 4) : day.slice(0, 7),
  );
  const [first = '', last = ''] = written;
  const width = terminal.columns - first.length - last.length - 4;
  const lines = new Map<string, string>();
  const seen = new Set<string>();
  for (const one of history.subjects) {
    const cells = cellsOf(one, span, width);
    for (const cell of cells) seen.add(cell.sign);
    const painted = cells.map(({ sign, tone }) => inTone(sign, tone, terminal)).join('');
    lines.set(one.subject, `  ${terminal.paint.dim(first)} ${painted} ${terminal.paint.dim(last)}\n`);
  }
  return { of: (subject) => lines.get(subject) ?? '', legend: legendOf(history, seen, terminal) };
}

/** Narrower than this the lines are for words. */
const NARROWEST = 72;

/** From so many days on, years say enough at the ends. */
const YEARS = 1100;

const DOUBTFUL = '~';
const SEVERAL = '¦';

interface Cell {
  readonly sign: string;
  readonly tone: Look['tone'];
}

/** Of each stretch of days the status that holds longest; a sign of its own where it changes more than once. */
function cellsOf(
  { periods }: SubjectHistory,
  { from, to }: { readonly from: number; readonly to: number },
  width: number,
): readonly Cell[] {
  return Array.from({ length: width }, (_, index): Cell => {
    const [start, end] = [from + ((to - from) * index) / width, from + ((to - from) * (index + 1)) / width];
    const here = periods.filter((period) => (period.from ?? EVER) < end && (period.to ?? NEVER) > start);
    if (here.length > 2) return { sign: SEVERAL, tone: 'none' };
    const held = ({ from: began, to: ended }: StatusPeriod) =>
      Math.min(end, ended ?? NEVER) - Math.max(start, began ?? EVER);
    const [longest] = [...here].sort((a, b) => held(b) - held(a));
    const look = lookOf(longest?.status ?? 'none');
    const doubtful = periods.some((period) => isOpen(period, (start + end) / 2));
    return { sign: doubtful ? DOUBTFUL : signOf(look), tone: look.tone };
  });
}

/** Whether the period may or may not have begun by a day. */
function isOpen(period: StatusPeriod, day: number): boolean {
  const window = windowOfBeginning(period);
  return window !== null && day > window.first && day < (window.last ?? NEVER);
}

/** Each texture has a sign, so that it is told without colour; a level of representation has the height of its bar. */
function signOf({ texture, filled }: Look): string {
  switch (texture) {
    case 'nothing':
      return '·';
    case 'solid':
      return '█';
    case 'hatch':
      return '▒';
    case 'sparse':
      return '▓';
    case 'dots':
      return '░';
    case 'hollow':
      return '─';
    case 'level':
      return LEVELS[Math.round(filled * 8) - 1] ?? '█';
    default:
      return texture satisfies never;
  }
}

const LEVELS = [...'▁▂▃▄▅▆▇█'];

function inTone(sign: string, tone: Look['tone'], { paint }: Terminal): string {
  switch (tone) {
    case 'works':
      return paint.blue(sign);
    case 'part':
      return paint.yellow(sign);
    case 'halted':
      return paint.red(sign);
    case 'ended':
    case 'none':
      return paint.dim(sign);
    default:
      return tone satisfies never;
  }
}

function legendOf({ subjects }: History, seen: ReadonlySet<string>, terminal: Terminal): string {
  const present = new Set(subjects.flatMap(({ periods }) => periods.map(({ status }) => status)));
  const meanings = new Map<string, string[]>();
  for (const status of statusesDrawn()) {
    const sign = signOf(lookOf(status));
    if (present.has(status) && seen.has(sign)) meanings.set(sign, [...(meanings.get(sign) ?? []), status]);
  }
  if (seen.has(DOUBTFUL)) meanings.set(DOUBTFUL, ['began on some day of these']);
  if (seen.has(SEVERAL)) meanings.set(SEVERAL, ['several changes']);
  const told = [...meanings].map(([sign, words]) => `${sign} ${words.join(', ')}`);
  return entry('', told.join('; '), terminal, 0, 0);
}
