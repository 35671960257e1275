/**
 * The library in use, as plainly as it can be said: what the record keeper wrote, entry by entry, and what follows
 * from it by definition. Nothing here comes from the engine; XState itself takes one event after another.
 */
import { getInitialSnapshot, transition } from 'xstate';
import type { Kind } from '../../src/events/dossier.ts';
import { readEvent } from '../../src/events/read.ts';
import { ruleBooks } from '../../src/machines/rulebooks.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { type DayNumber, dayOf, EVER, earlier, NEVER } from '../../src/time/day.ts';
import { type Edtf, parseEdtf } from '../../src/time/edtf.ts';
import { dayNamed } from '../record.ts';
import { eventsOf, type Raw, targetOf, type WrittenDossier } from './dossiers.ts';

/** An entry, its file, and how many entries of that file stand before it. */
export interface Entry {
  readonly file: string;
  readonly number: number;
  readonly raw: Raw;
}

/** An event as a question knows it, or an act without events; `day` and `announced` are the days that count. */
export interface Known {
  readonly id: string;
  readonly subject: string | null;
  readonly event: { readonly type: string; readonly [datum: string]: unknown };
  readonly day: DayNumber;
  readonly announced: DayNumber;
  readonly place: readonly (number | string)[];
  readonly changes: readonly Entry[];
  readonly retracted: boolean;
}

/** Why an entry cannot be, and where that is told. */
export interface Refusal {
  readonly file: string;
  readonly path: readonly (number | string)[];
  readonly what: string;
}

/** What was on record by the day of a question and announced by then, retracted or not, in order. */
export function known(
  entries: readonly Entry[],
  { recordedBy, announcedBy, account, reading }: Omit<AsOf, 'at'>,
): readonly Known[] {
  const onRecord = entries.filter(({ raw }) => recordedBy === null || recordedOn(raw) <= recordedBy);
  const changes = onRecord.filter(isChange).sort(byRecording);
  const counts = ({ first, last }: Pick<Edtf, 'first' | 'last'>) => (reading === 'latest' ? last : first);

  const lines = onRecord.filter(isAct).flatMap(({ file, number, raw }) => {
    const { act, announced } = raw;
    const events = eventsOf(raw).map((event, index) => ({ id: `${act}/${index + 1}`, event, index }));
    const written = events.length > 0 ? events : [{ id: String(act), event: {}, index: -1 }];
    return written.map(({ id, event, index }): Known => {
      const mine = changes.filter((change) => targetOf(change.raw) === id);
      const { accounts, ...base } = mine.reduce(corrected, { announced, ...event });
      const told: Raw = { ...base, ...(account === null ? {} : Object(accounts)[account]) };
      const telling = windowOf(told['announced']);
      const taking = windowOf(told['effective'] ?? told['announced']);
      const opened = { ...taking, first: earlier(telling.first, taking.last) };
      const day = counts(taking.first === EVER ? opened : taking);
      return {
        id,
        subject: 'subject' in told ? String(told['subject']) : null,
        event: eventFor(told),
        day,
        announced: counts(telling),
        place: [day, taking.clock ?? Number.NEGATIVE_INFINITY, counts(telling), file, number, index],
        changes: mine,
        retracted: mine.some((change) => 'retracts' in change.raw),
      };
    });
  });
  return lines.filter((line) => announcedBy === null || line.announced <= announcedBy).sort(inOrder);
}

/** The events of a subject that count for its state: all but the retracted. */
export function streamOf(lines: readonly Known[], subject: string): readonly Known[] {
  return lines.filter((line) => line.subject === subject && !line.retracted);
}

/** The state that some events lead to by the end of a day, and since which day the status has been what it is. */
export function stateAfter(kind: Kind, events: readonly Known[], at: number) {
  const { machine, status, fields } = ruleBooks[kind];
  let snapshot = getInitialSnapshot(machine);
  let since: DayNumber | null = null;
  for (const { event, day } of events) {
    if (day > at || day === NEVER) break;
    const before = status.of(snapshot.value);
    [snapshot] = transition(machine, snapshot, event);
    if (status.of(snapshot.value) !== before) since = day;
  }
  const values = fields.map((field): [string, unknown] => [field, partOf(snapshot.context, field)]);
  return {
    status: status.of(snapshot.value),
    since: since === null ? null : dayOf(since),
    state: snapshot.value,
    fields: Object.fromEntries(values),
  };
}

/** What stands at a dotted path; null where nothing does. */
export function partOf(whole: unknown, path: string): unknown {
  return path.split('.').reduce((value, part) => Object(value)[part], whole) ?? null;
}

/** Everything that keeps these entries from being a record: acts and their names first, then changes as they were recorded. */
export function refusals(dossier: WrittenDossier['dossier'], entries: readonly Entry[]): readonly Refusal[] {
  const found: Refusal[] = [];
  const acts = new Map<unknown, Entry>();
  const retracted = new Set<unknown>();

  for (const entry of entries.filter(isAct).sort(byPlace)) {
    const { act, by } = entry.raw;
    const twin = acts.get(act);
    if (twin === undefined) acts.set(act, entry);
    else {
      const where = `which stands in ${twin.file} already, as entry ${twin.number + 1}`;
      found.push(at(entry, ['act'], `a second act by this name: ${act}, ${where}`));
    }
    found.push(...strangers(entry, ['by'], dossier.parties, [by], 'party'));
    for (const [index, event] of eventsOf(entry.raw).entries()) {
      found.push(...wrongNames(entry, ['events', index], event, dossier));
    }
  }
  for (const entry of entries.filter(isChange).sort(byRecording)) {
    const target = String(targetOf(entry.raw));
    const verb = 'retracts' in entry.raw ? 'retracts' : 'corrects';
    const [name, number] = target.split('/');
    const act = acts.get(name);
    if (act === undefined || Number(number) > eventsOf(act.raw).length) {
      found.push(at(entry, [verb], `no such event: ${target}`));
    } else if (retracted.has(target)) {
      found.push(at(entry, [verb], `${target} is already retracted`));
    } else if (recordedOn(entry.raw) < recordedOn(act.raw)) {
      found.push(at(entry, ['recorded'], 'recorded before what it changes'));
    } else if (verb === 'retracts') {
      retracted.add(target);
    } else {
      found.push(...wrongNames(entry, ['set'], Object(entry.raw['set']), dossier));
    }
  }
  return found;
}

/** The day from which an entry is on record; an act that gives none has always been. */
export function recordedOn(raw: Raw): number {
  return 'recorded' in raw ? dayNamed(String(raw['recorded'])) : Number.NEGATIVE_INFINITY;
}

/** Whether an entry is an act, not a correction or a retraction. */
export function isAct({ raw }: Entry): boolean {
  return targetOf(raw) === undefined;
}

function isChange(entry: Entry): boolean {
  return !isAct(entry);
}

function corrected(reads: Raw, { raw }: Entry): Raw {
  return { ...reads, ...Object(raw['set']) };
}

/** The event as XState takes it. */
function eventFor({ announced: _, ...told }: Raw): Known['event'] {
  if (!('subject' in told)) return { type: 'nothing' };
  const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
  const read = readEvent(said, []);
  if (read.kind === 'problems') throw new Error(read.problems.map(({ what }) => what).join('\n'));
  return { type: read.value.type, ...read.value.said };
}

function windowOf(written: unknown) {
  const read = parseEdtf(String(written));
  if (read.kind === 'date') return read.date;
  throw new Error(read.problem.what);
}

function wrongNames(
  entry: Entry,
  path: Refusal['path'],
  { subject, accounts }: Raw,
  { parties, subjects }: WrittenDossier['dossier'],
): Refusal[] {
  return [
    ...strangers(entry, [...path, 'subject'], subjects, subject === undefined ? [] : [subject], 'subject'),
    ...Object.keys(Object(accounts)).flatMap((party) =>
      strangers(entry, [...path, 'accounts', party], parties, [party], 'party'),
    ),
  ];
}

function strangers(
  entry: Entry,
  path: Refusal['path'],
  members: object,
  names: readonly unknown[],
  what: string,
): Refusal[] {
  return names
    .filter((name) => !Object.hasOwn(members, String(name)))
    .map((name) => at(entry, path, `no such ${what}: ${name}`));
}

function at({ file, number }: Entry, path: Refusal['path'], what: string): Refusal {
  return { file, path: [number, ...path], what };
}

function byRecording(a: Entry, b: Entry): number {
  return recordedOn(a.raw) - recordedOn(b.raw) || byPlace(a, b);
}

function byPlace(a: Entry, b: Entry): number {
  return inOrder({ place: [a.file, a.number] }, { place: [b.file, b.number] });
}

function inOrder(a: Pick<Known, 'place'>, b: Pick<Known, 'place'>): number {
  const part = a.place.findIndex((one, index) => one !== b.place[index]);
  return part < 0 ? 0 : (a.place[part] ?? 0) < (b.place[part] ?? 0) ? -1 : 1;
}
