/**
 * What a record keeper and his readers do, in any order: an entry is written at the end of a file and taken or
 * refused, a question is asked, earlier answers are asked for again. The library does each, and a plain model beside it.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { stringify } from 'yaml';
import type { Dossier } from '../../src/events/dossier.ts';
import { assemble, type EventRecord, ruleBooks } from '../../src/index.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { addDays, type DayNumber, dayOf, later } from '../../src/time/day.ts';
import { assembled, dayNamed } from '../record.ts';
import {
  type Actor,
  actOf,
  anyDay,
  anyQuestion,
  anySketch,
  asYaml,
  castOf,
  changeOf,
  dossierFrom,
  eventIds,
  eventsOf,
  openingOf,
  PARTIES,
  type Raw,
  type Sketch,
  START,
  sometimes,
  type Taste,
  type WrittenDossier,
  type WrittenFile,
} from './dossiers.ts';
import { type Entry, isAct, known, recordedOn, refusals } from './keeper.ts';
import { bytes, type Question, questions } from './questions.ts';

/** The model: what was written and accepted, and what was asked. */
interface Keeper {
  readonly cast: readonly Actor[];
  readonly dossier: WrittenDossier['dossier'];
  readonly entries: Entry[];
  readonly asked: Asked[];
  /** Everything done, a word or two each. */
  readonly done: string[];
}

/** The library in use: the record of the files as they are. */
interface Library {
  readonly dossier: Dossier;
  files: readonly WrittenFile[];
  record: EventRecord;
}

/** An answer given, of which record, when so many entries had been written. */
interface Asked {
  readonly sort: keyof typeof questions;
  readonly question: Question;
  readonly answer: string;
  readonly record: EventRecord;
  readonly entries: number;
}

type Step = fc.Command<Keeper, Library>;

/** On few days, so that much falls together. */
const TASTE: Taste = {
  days: 8,
  dates: 'any',
  kinds: ['permanent-mission', 'embassy', 'cooperation', 'channel'],
  subjects: 2,
  entries: 0,
  changes: true,
};

/** A few subjects, and any course of use of their dossier. */
export function anyUse(): fc.Arbitrary<[readonly Actor[], Iterable<Step>]> {
  const replayPath = process.env['CHANCERY_REPLAY_PATH'];
  const sketch = fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: anySketch({ ...TASTE, dates: 'exact' }) },
    { weight: 1, arbitrary: anySketch(TASTE) },
  );
  const steps = [
    anyWriting(sketch),
    anyWriting(sketch),
    anyWriting(sketch.filter(({ kind }) => kind !== 'act')),
    anyWriting(sketch.filter(({ kind }) => kind !== 'act')),
    anyAsking(),
    anyAsking(),
    fc.constant(null).map(askingAgain),
  ];
  return fc.tuple(
    fc.subarray(castOf(TASTE.kinds), { minLength: 1, maxLength: TASTE.subjects }),
    fc.commands(steps, { maxCommands: 30, size: 'max', ...(replayPath ? { replayPath } : {}) }),
  );
}

/** Does it all; what fails is told with the files as they then were. */
export function use(cast: readonly Actor[], steps: Iterable<Step>): readonly string[] {
  const subjects = Object.fromEntries(cast.map(({ id, kind }) => [id, { kind, name: id }]));
  const dossier = { title: 'Generated', parties: PARTIES, subjects };
  const opening = { file: 'b.yaml', number: 0, raw: openingOf(cast, START) };
  const keeper: Keeper = { cast, dossier, entries: [opening], asked: [], done: [] };
  const files = filesOf(keeper.entries);
  const library: Library = {
    dossier: dossierFrom(dossier),
    files,
    record: assembled(dossierFrom(dossier), files),
  };
  try {
    fc.modelRun(() => ({ model: keeper, real: library }), steps);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`${said}\n\nThe dossier by then:\n${asYaml({ dossier, files: library.files })}`, {
      cause: error,
    });
  }
  return keeper.done;
}

/** How a writer strays from what was drawn for him; most of these must be refused. */
const twists = [
  'a name used before',
  'a stranger acts',
  'a stranger has an account',
  'of a strange subject',
  'of a strange event',
  'of a retracted event',
  'only in an account',
  'without events',
  'recorded before all others',
] as const;

/** An entry to be written; `recorded` in days after the last recording, on a day, or for an act null: always. */
interface Writing {
  readonly sketch: Sketch;
  readonly recorded: number | string | null;
  readonly twist: (typeof twists)[number] | null;
}

function anyWriting(sketch: fc.Arbitrary<Sketch>): fc.Arbitrary<Step> {
  const recorded = fc.oneof(
    { withCrossShrink: true },
    { weight: 9, arbitrary: fc.nat(3) },
    { weight: 2, arbitrary: anyDay(TASTE.days) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  return fc.record({ sketch, recorded, twist: sometimes(fc.constantFrom(...twists), 0.4) }).map(writing);
}

function writing(drawn: Writing): Step {
  let entry: Entry | null = null;
  return cloneable(() => writing(drawn), {
    check: (keeper) => entryOf(keeper, drawn) !== null,
    run: (keeper, library) => {
      entry = entryOf(keeper, drawn);
      if (entry !== null) write(keeper, library, entry);
    },
    toString: () =>
      entry === null
        ? ''
        : `\n# written in ${entry.file}\n${stringify([entry.raw], { aliasDuplicateObjects: false }).trimEnd()}`,
  });
}

function write(keeper: Keeper, library: Library, entry: Entry): void {
  const entries = [...keeper.entries, entry];
  const expected = refusals(keeper.dossier, entries);
  const before = bytes(library.record);
  library.files = filesOf(entries);
  const result = assemble(library.dossier, library.files);
  expect(bytes(library.record)).toBe(before);
  const problems = result.kind === 'problems' ? result.problems : [];
  expect(problems.map(({ file, path, what }) => ({ file, path, what }))).toEqual(expected);
  expect(problems.filter(({ instead }) => instead === '')).toEqual([]);

  if (result.kind === 'record') {
    const late = recordedOn(entry.raw) < lastRecording(keeper);
    keeper.done.push(`${wordFor(entry)} written${late ? ', recorded before others' : ''}`);
    keeper.entries.push(entry);
    library.record = result.record;
  } else {
    for (const { file, path, what } of expected) {
      const elsewhere = file !== entry.file || path[0] !== entry.number ? ', told of another entry' : '';
      keeper.done.push(`${wordFor(entry)} refused: ${withoutNames(what)}${elsewhere}`);
    }
    library.files = filesOf(keeper.entries);
    askAgain({ ...keeper, asked: keeper.asked.slice(-1) }, library);
  }
}

function anyAsking(): fc.Arbitrary<Step> {
  return fc
    .record({
      sort: fc.constantFrom<Asking['sort']>('replay', 'log', 'timeline', 'diff', 'why'),
      when: anyQuestion(TASTE),
      recordedBy: sometimes(fc.integer({ min: -1, max: 16 }), 0.8),
      until: anyQuestion(TASTE),
      subject: fc.nat(12),
      field: sometimes(fc.nat(9), 0.5),
    })
    .map(asking);
}

interface Asking {
  readonly sort: keyof typeof questions;
  readonly when: AsOf;
  /** In days from START; null for no bound. */
  readonly recordedBy: number | null;
  readonly until: AsOf;
  readonly subject: number;
  readonly field: number | null;
}

function asking(drawn: Asking): Step {
  let shown = '';
  return cloneable(() => asking(drawn), {
    check: () => true,
    run: (keeper, library) => {
      const { sort } = drawn;
      const question = questionOf(keeper, drawn);
      shown = `\n$ chancery ${sort} ${questions[sort].shown(question)}`;
      const { record } = library;
      const answer = questions[sort].check(record, question, expectedOf(keeper, question));
      keeper.asked.push({ sort, question, answer, record, entries: keeper.entries.length });
      keeper.done.push(`asked: ${sort}`);
    },
    toString: () => shown,
  });
}

function expectedOf({ cast, entries }: Keeper, question: Question) {
  return {
    kinds: Object.fromEntries(cast.map(({ id, kind }) => [id, kind])),
    lines: known(entries, question),
  };
}

function questionOf({ cast }: Keeper, { when, recordedBy, until, subject, field }: Asking): Question {
  const actor = cast[subject % (cast.length + 1)];
  const fields = actor === undefined ? [] : ['status', ...ruleBooks[actor.kind].fields];
  return {
    ...when,
    recordedBy: recordedBy === null ? null : addDays(dayNamed(START), recordedBy),
    to: until.at,
    subject: actor?.id ?? 'nowhere',
    field: field === null ? null : (fields[field % fields.length] ?? null),
  };
}

function askingAgain(): Step {
  return cloneable(askingAgain, {
    check: ({ asked }) => asked.length > 0,
    run: askAgain,
    toString: () => '\n# all asked again',
  });
}

/**
 * Today's record answers as the one of then did, where all that was written since was recorded after the question's
 * bound. Else the one of then does, and today's answers as the model now says.
 */
function askAgain(keeper: Keeper, library: Library): void {
  for (const { sort, question, answer, record, entries } of keeper.asked) {
    const { shown, ask, check } = questions[sort];
    const since = keeper.entries.slice(entries);
    const { recordedBy } = question;
    const onBasis = since.every(({ raw }) => recordedBy !== null && recordedOn(raw) > recordedBy);
    const again = ask(onBasis ? library.record : record, question);
    expect(again, `again: ${sort} ${shown(question)}`).toBe(answer);
    if (!onBasis) check(library.record, question, expectedOf(keeper, question));
    if (since.length > 0) keeper.done.push(onBasis ? 'asked again on its basis' : 'asked anew');
  }
}

/** The entry that a drawn one becomes in what is written so far; null for a change where there is nothing to change. */
function entryOf(keeper: Keeper, { sketch, recorded, twist }: Writing): Entry | null {
  const today = lastRecording(keeper);
  const day = typeof recorded === 'number' ? dayOf(addDays(today, recorded)) : recorded;
  const acts = keeper.entries.filter(isAct);
  if (sketch.kind === 'act') {
    const raw = actOf(keeper.cast, { ...sketch, recorded: day }, `a${acts.length + 1}`);
    const twin = acts.at(-1);
    if (twist !== 'a name used before' || twin === undefined) {
      return placed(keeper, sketch.file, twistedAct(raw, twist));
    }
    // Where it stands before its twin, the twin would be the second.
    const file = sketch.file < twin.file ? twin.file : sketch.file;
    return placed(keeper, file, { ...raw, act: twin.raw['act'] });
  }
  const ids = eventIds({ files: filesOf(acts) });
  const gone = keeper.entries.flatMap(({ raw }) => ('retracts' in raw ? [String(raw['retracts'])] : []));
  const again = twist === 'of a retracted event' ? gone[sketch.target % gone.length] : undefined;
  const change = changeOf(
    keeper.cast,
    filesOf(acts).flatMap(({ entries }) => entries),
    {
      ...sketch,
      target: again === undefined ? sketch.target : ids.indexOf(again),
      recorded: twist === 'recorded before all others' ? '2020-01-01' : (day ?? dayOf(today)),
    },
  );
  return change && placed(keeper, sketch.file, twistedChange(change, twist));
}

function twistedAct(raw: Raw, twist: Writing['twist']): Raw {
  const [first, ...rest] = eventsOf(raw);
  if (twist === 'a stranger acts') return { ...raw, by: 'nobody' };
  if (twist === 'without events') return { ...raw, events: [] };
  if (twist === 'of a strange subject')
    return { ...raw, events: [{ ...first, subject: 'nowhere' }, ...rest] };
  if (twist === 'a stranger has an account') {
    return { ...raw, events: [{ ...first, accounts: { nobody: {} } }, ...rest] };
  }
  return raw;
}

function twistedChange(raw: Raw, twist: Writing['twist']): Raw {
  const verb = 'retracts' in raw ? 'retracts' : 'corrects';
  if (twist === 'of a strange event') return { ...raw, [verb]: `${raw[verb]}0` };
  if (verb === 'retracts') return raw;
  const set: Raw = Object(raw['set']);
  if (twist === 'of a strange subject') return { ...raw, set: { ...set, subject: 'nowhere' } };
  if (twist === 'a stranger has an account') return { ...raw, set: { ...set, accounts: { nobody: {} } } };
  if (twist !== 'only in an account') return raw;
  const { subject: _, announced: __, ...said } = set;
  const a = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
  return { ...raw, set: { accounts: { a } } };
}

function placed({ entries }: Keeper, file: string, raw: Raw): Entry {
  return { file, number: entries.filter((entry) => entry.file === file).length, raw };
}

/** The files, in the order in which they were begun; nothing in them is shared with the entries. */
function filesOf(entries: readonly Entry[]): readonly WrittenFile[] {
  const names = [...new Set(entries.map(({ file }) => file))];
  return names.map((file) => ({
    file,
    entries: structuredClone(entries.filter((entry) => entry.file === file).map(({ raw }) => raw)),
  }));
}

function lastRecording({ entries }: Keeper): DayNumber {
  const days = entries.flatMap(({ raw }) => ('recorded' in raw ? dayNamed(String(raw['recorded'])) : []));
  return days.reduce(later, dayNamed(START));
}

/** An act, a correction or a retraction. */
function wordFor(entry: Entry): string {
  return isAct(entry) ? 'act' : 'retracts' in entry.raw ? 'retraction' : 'correction';
}

/** A refusal without what differs from case to case. */
function withoutNames(what: string): string {
  return what.replace(/:.*/, '').replace(/^a\d+\/\d+ /, '');
}

/** A step that each of its copies takes anew, so that what it shows is what it did itself. */
function cloneable(copy: () => Step, step: Step): Step {
  return Object.assign(step, { [fc.cloneMethod]: copy });
}
