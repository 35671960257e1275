/** From the words of a command line to a question about a record. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pkg from '../../package.json' with { type: 'json' };
import { insteadOf } from '../nearest.ts';
import type { EventRecord } from '../replay/record.ts';
import type { PlaceOf } from '../store/dossier.ts';
import { showTrouble, type Trouble } from '../store/trouble.ts';
import { recordKept } from '../store/unchanged.ts';
import { type AsOf, dayUnder, type Reading } from '../time/clocks.ts';
import { type DayNumber, dayNumber, EVER, NEVER } from '../time/day.ts';
import { parseEdtf } from '../time/edtf.ts';
import { BadInput } from './bad-input.ts';
import { withProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** The options that every question shares. */
export interface Asked {
  readonly dossier?: string | undefined;
  /** A scenario, on whose branch the question is asked. */
  readonly scenario?: string | undefined;
  readonly at?: string | undefined;
  readonly announcedBy?: string | undefined;
  readonly recordedBy?: string | undefined;
  readonly account?: string | undefined;
  readonly reading: Reading;
  readonly json?: boolean | undefined;
}

/** A dossier as loaded, and what an answer rests on. */
export interface Opened {
  readonly name: string;
  readonly record: EventRecord;
  readonly basis: {
    readonly record: string;
    readonly events: number;
    readonly version: string;
    /** The scenario on whose branch it is asked; not there for the record itself. */
    readonly scenario?: string;
  };
}

/** A dossier as read from its files. */
export interface Read extends Opened {
  /** Where an event stands in the files. */
  readonly placeOf: PlaceOf;
}

/** A dossier that was read, or all that is wrong with it, also as lines to tell. */
export type LoadedForAnswer =
  | { readonly kind: 'opened'; readonly opened: Read }
  | { readonly kind: 'problems'; readonly problems: readonly Trouble[]; readonly lines: readonly string[] };

/**
 * Opens the dossier that is asked about, or throws BadInput with all that is wrong with it. Of the bundled one the
 * record is kept with the program, and its files are read only where they are others than when that was built.
 */
export async function open(folder: string | undefined, terminal: Terminal): Promise<Opened> {
  const kept = folder === undefined ? bundledAsKept() : null;
  if (kept !== null) return kept;
  const loaded = await load(folder, terminal);
  if (loaded.kind === 'problems') throw new BadInput(loaded.lines);
  return loaded.opened;
}

/** Reads the dossier that is asked about from its files, and shows how far it is where that takes long. */
export async function load(folder: string | undefined, terminal: Terminal): Promise<LoadedForAnswer> {
  const { loadDossier } = await import('../store/folder.ts');
  const loaded = await withProgress(terminal, 'loading', (report) =>
    loadDossier(folderAsked(folder), report),
  );
  if (loaded.kind === 'problems') {
    const { problems } = loaded;
    const total = `${problems.length} problem${problems.length === 1 ? '' : 's'}; nothing was loaded`;
    return { kind: 'problems', problems, lines: [...problems.map(showTrouble), total] };
  }
  const { record, name, digest, placeOf } = loaded;
  return { kind: 'opened', opened: { ...asOpened(name, record, digest), placeOf } };
}

function asOpened(name: string, record: EventRecord, digest: string): Opened {
  return { name, record, basis: { record: digest, events: record.events.size, version: pkg.version } };
}

function bundledAsKept(): Opened | null {
  if (!existsSync(KEPT)) return null;
  const folder = bundled();
  const kept = recordKept(folder, readFileSync(KEPT, 'utf8'));
  return kept && asOpened(basename(folder), kept.record, kept.digest);
}

/** Where the record of the bundled dossier is kept: beside the program. */
export const KEPT = fileURLToPath(new URL('nato-russia.json', import.meta.url));

/** The folder of the dossier, the bundled one where none is named. */
export function folderAsked(folder: string | undefined): string {
  return folder ?? bundled();
}

/** The question's place on the three clocks. */
export function question(asked: Asked, record: EventRecord, terminal: Terminal): AsOf {
  const { reading } = asked;
  if (asked.account !== undefined) oneOf(asked.account, Object.keys(record.dossier.parties), 'party');
  return {
    at: asked.at === undefined ? dayNumber(terminal.today) : dayAsked(asked.at, '--at', reading),
    announcedBy:
      asked.announcedBy === undefined ? null : dayAsked(asked.announcedBy, '--announced-by', reading),
    recordedBy: asked.recordedBy === undefined ? null : dayAsked(asked.recordedBy, '--recorded-by', reading),
    account: asked.account ?? null,
    reading,
  };
}

/** One day from a date in EDTF: of a month, a year or an interval the end that the reading takes. */
export function dayAsked(text: string, option: string, reading: Reading): DayNumber {
  const parsed = parseEdtf(text);
  if (parsed.kind === 'problem')
    throw new BadInput([`${option}: ${parsed.problem.what}; ${parsed.problem.instead}`]);
  const day = dayUnder(reading, parsed.date);
  if (day === EVER || day === NEVER)
    throw new BadInput([`${option}: ${text} is open at that end; write a day`]);
  return day;
}

/** The subjects asked about, null for all. */
export function subjectsAsked(
  subjects: readonly string[] | undefined,
  record: EventRecord,
): readonly string[] | null {
  if (subjects === undefined || subjects.length === 0) return null;
  const known = Object.keys(record.dossier.subjects);
  for (const subject of subjects) oneOf(subject, known, 'subject');
  return subjects;
}

/** Refuses a word that is not in the list, with the nearest that is. */
export function oneOf(word: string, words: readonly string[], what: string): void {
  if (!words.includes(word)) throw new BadInput([`no such ${what}: ${word}; ${insteadOf(word, words)}`]);
}

/** The dossier that ships with the program. */
function bundled(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const dossier = join(folder, 'events', 'nato-russia');
    if (existsSync(join(dossier, 'dossier.yaml'))) return dossier;
    if (folder === dirname(folder))
      throw new BadInput(['the bundled dossier is missing; name one with --dossier']);
  }
}
