/** What is wrong with a dossier's files: one line each, of where, what, and what to write instead. */
import { shown } from '../events/fields.ts';
import type { Problem } from '../events/read.ts';
import type { Spot } from './spot.ts';

/** One thing that is wrong, and where. */
export interface Trouble {
  /** The file, or the folder itself. */
  readonly file: string;
  /** From 1, as is the column; both are 0 where a folder is meant. */
  readonly line: number;
  readonly column: number;
  /** The field within its entry, as in `by` or `events[0].effective`; indices from 0, '' for none. */
  readonly field: string;
  readonly what: string;
  readonly instead: string;
}

/** Tells where in a file a part of it stands, or with `atKey` its field name; see parseYaml. */
export type Locate = (path: Problem['path'], atKey: boolean) => Spot;

/** A problem of a file, told where it stands; its field is the end of its path, from this step on. */
export function troubleAt(file: string, problem: Problem, from: number, locate: Locate): Trouble {
  const { path, atKey, what, instead } = problem;
  return { file, ...locate(path, atKey), field: fieldAt(path.slice(from)), what, instead };
}

/** What is wrong with a file as a whole, told at its start. */
export function troubleAtStart(file: string, what: string, instead: string): Trouble {
  return { file, line: 1, column: 1, field: '', what, instead };
}

/** `file:line:column field: what; instead`, without what there is none of. */
export function showTrouble({ file, line, column, field, what, instead }: Trouble): string {
  const place = line === 0 ? `${file}:` : `${file}:${line}:${column}`;
  return legible(`${place} ${field === '' ? '' : `${field}: `}${what}; ${instead}`);
}

/** On one line and without signs that would change how a terminal shows the rest. */
function legible(line: string): string {
  return line.replaceAll(HIDDEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/**
 * In the order of files, by code units, and places. What is wrong with a value that aliases repeat is told once,
 * by the first of its fields.
 */
export function inOrder(troubles: readonly Trouble[]): readonly Trouble[] {
  const sorted = [...troubles].sort(byPlace);
  const told = new Set<string>();
  return sorted.filter((trouble, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && byPlace(before, trouble) !== 0) told.clear();
    const { field, what, instead } = trouble;
    const key = `${field.replaceAll(/\[\d+\]/g, '')} ${what}; ${instead}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

/** A path within an entry as a reader would write it: `events[0].effective`. */
function fieldAt(path: readonly (string | number)[]): string {
  return path.reduce<string>((field, step) => {
    if (typeof step === 'number') return `${field}[${step}]`;
    if (!NAME.test(step)) return `${field}[${shown(step)}]`;
    return field === '' ? step : `${field}.${step}`;
  }, '');
}

const NAME = /^[\p{L}\p{N}_~-]{1,60}$/u;

function byPlace(a: Trouble, b: Trouble): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
