/**
 * Whole dossiers as their files have them: raw texts, several subjects and files, doubtful dates, ranges, accounts,
 * corrections and retractions, drawn from few days, so that much falls together. A dossier that fails a test shrinks to
 * a few lines, and is shown as the files that would hold it.
 */
import fc from 'fast-check';
import { stringify } from 'yaml';
import * as z from 'zod';
import { type Dossier, type Kind, kinds } from '../../src/events/dossier.ts';
import { isMap, readDossier } from '../../src/events/read.ts';
import { type EventType, isEventType, levels, vocabulary } from '../../src/events/vocabulary.ts';
import { understoodBy } from '../../src/machines/rulebooks.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import type { AsOf, Reading } from '../../src/time/clocks.ts';
import { addDays, dayOf } from '../../src/time/day.ts';
import { assembled, dayNamed } from '../record.ts';

/** A map of a YAML file, unread. */
export type Raw = { readonly [field: string]: unknown };

/** A dossier before it is read: `dossier.yaml` and the act files. */
export interface WrittenDossier {
  readonly dossier: {
    readonly title: string;
    readonly parties: { readonly [id: string]: string };
    readonly subjects: { readonly [id: string]: { readonly kind: Kind; readonly name: string } };
  };
  readonly files: readonly WrittenFile[];
}

/** An act file, its entries unread. */
export interface WrittenFile {
  readonly file: string;
  readonly entries: readonly Raw[];
}

/** What kind of dossiers a law needs. */
export interface Taste {
  /** All dates are drawn from so many days, from START on. */
  readonly days: number;
  /** `any`: every form of date. `close`: windows of few days. `exact`: single days, with or without a clock time. */
  readonly dates: 'any' | 'close' | 'exact';
  readonly kinds: readonly Kind[];
  readonly subjects: number;
  readonly entries: number;
  /** Whether corrections and retractions occur. */
  readonly changes: boolean;
}

/** The first of the days from which dates are drawn; the month ends on the 17th day. */
export const START = '2020-01-15';

/** The parties of every generated dossier; the last has no account of anything. */
export const PARTIES = { a: 'A', b: 'B', c: 'C' };

const BROAD: Taste = { days: 30, dates: 'any', kinds, subjects: 4, entries: 9, changes: true };

/** Any dossier that can be read and put together. */
export function anyDossier(taste: Partial<Taste> = {}): fc.Arbitrary<WrittenDossier> {
  const full = { ...BROAD, ...taste };
  return fc
    .record({
      cast: fc.subarray(castOf(full.kinds), { minLength: 1, maxLength: full.subjects }),
      opening: fc.oneof(
        { withCrossShrink: true },
        { weight: 6, arbitrary: fc.constant(START) },
        { weight: 3, arbitrary: anyDate(full, 'past') },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      sketches: fc.array(anySketch(full), { maxLength: full.entries, size: 'max' }),
    })
    .map(({ cast, opening, sketches }) => written(cast, opening, sketches));
}

/** The record that a written dossier makes. */
export function recordFrom({ dossier, files }: Pick<WrittenDossier, 'dossier' | 'files'>): EventRecord {
  return assembled(dossierFrom(dossier), files);
}

/** `dossier.yaml` as read. */
export function dossierFrom(raw: unknown): Dossier {
  const read = readDossier(raw);
  if (read.kind === 'value') return read.value;
  throw new Error(read.problems.map(({ what }) => what).join('\n'));
}

/** A dossier that is shown as its files where a test fails on it. */
export function shownAsFiles<T extends Pick<WrittenDossier, 'dossier' | 'files'>>(dossier: T): T {
  return { ...dossier, [fc.toStringMethod]: () => asYaml(dossier) };
}

/** Any question that generated dossiers have an answer to. */
export function anyQuestion({ days } = { days: BROAD.days }): fc.Arbitrary<AsOf> {
  const day = fc
    .oneof(
      { weight: 8, arbitrary: fc.integer({ min: -2, max: days + 2 }) },
      { weight: 4, arbitrary: fc.integer({ min: Math.floor(days / 2), max: days }) },
      { weight: 1, arbitrary: fc.constantFrom(-400, 400) },
    )
    .map((n) => addDays(dayNamed(START), n));
  return fc
    .record({
      at: day,
      announcedBy: sometimes(day, 0.5),
      recordedBy: sometimes(day, 0.5),
      account: sometimes(fc.constantFrom('a', 'b'), 0.5),
      reading: fc.constantFrom<Reading>('latest', 'earliest'),
    })
    .map((when) => ({ ...when, [fc.toStringMethod]: () => asOptions(when) }));
}

/** Every event id of a dossier, in the order of its files. */
export function eventIds({ files }: Pick<WrittenDossier, 'files'>): readonly string[] {
  return files.flatMap(({ entries }) =>
    entries.flatMap((entry) => eventsOf(entry).map((_, index) => `${entry['act']}/${index + 1}`)),
  );
}

/** The events of an entry; none for a correction or a retraction. */
export function eventsOf(entry: Raw): readonly Raw[] {
  const list = entry['events'];
  return Array.isArray(list) ? list.filter(isMap) : [];
}

export interface Actor {
  readonly id: string;
  readonly kind: Kind;
}

/** One subject of each kind and a second permanent mission. */
export function castOf(among: readonly Kind[]): Actor[] {
  const first = among.map((kind) => ({ id: `the-${kind}`, kind }));
  return among.includes('permanent-mission')
    ? [...first, { id: 'second-mission', kind: 'permanent-mission' }]
    : first;
}

/** What an entry may become, without regard to whether it fits: each part is drawn, and shrinks, by itself. */
export type Sketch =
  | {
      readonly kind: 'act';
      readonly file: string;
      readonly by: string;
      readonly announced: string;
      readonly recorded: string | null;
      readonly events: readonly EventSketch[];
    }
  | {
      readonly kind: 'correction';
      readonly file: string;
      readonly target: number;
      readonly recorded: string;
      readonly set: SaidSketch;
      readonly announced: string | null;
      readonly atAnnouncement: boolean;
      readonly subject: number | null;
    }
  | {
      readonly kind: 'retraction';
      readonly file: string;
      readonly target: number;
      readonly recorded: string;
    };

interface EventSketch {
  readonly subject: number;
  readonly type: number;
  readonly data: Raw;
  readonly effective: string | null;
  readonly account: (SaidSketch & { readonly party: string }) | null;
}

/** Some of an event's data and perhaps its date, said anew. */
interface SaidSketch {
  readonly data: Raw;
  readonly effective: string | null;
}

export function anySketch(taste: Taste): fc.Arbitrary<Sketch> {
  const file = fc.constantFrom('a.yaml', 'b.yaml', 'c.yaml');
  const recorded = anyDay(taste.days);
  const target = fc.nat(30);
  const act = fc.record({
    kind: fc.constant<'act'>('act'),
    file,
    by: fc.constantFrom('a', 'b'),
    announced: anyDate(taste, 'past'),
    recorded: sometimes(recorded, 0.4),
    events: fc.array(anyEventSketch(taste), { minLength: 1, maxLength: 4, size: 'max' }),
  });
  const correction = fc.record({
    kind: fc.constant<'correction'>('correction'),
    file,
    target,
    recorded,
    set: fc.record({ data: anyData(0.5), effective: sometimes(anyDate(taste, 'any'), 0.6) }),
    announced: sometimes(anyDate(taste, 'past'), 0.3),
    atAnnouncement: fc.nat(5).map((n) => n === 5),
    subject: sometimes(fc.nat(11), 0.2),
  });
  const retraction = fc.record({ kind: fc.constant<'retraction'>('retraction'), file, target, recorded });
  if (!taste.changes) return act;
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 8, arbitrary: act },
    { weight: 2, arbitrary: correction },
    { weight: 1, arbitrary: retraction },
  );
}

function anyEventSketch(taste: Taste): fc.Arbitrary<EventSketch> {
  return fc.record({
    subject: fc.nat(11),
    type: fc.nat(999),
    data: anyData(0.8),
    effective: sometimes(anyDate(taste, 'any'), 0.5),
    account: sometimes(
      fc.record({
        party: fc.constantFrom('a', 'b'),
        data: anyData(0.5),
        effective: sometimes(anyDate(taste, 'any'), 0.6),
      }),
      0.3,
    ),
  });
}

/** Every datum of the vocabulary, each present in such a share of cases. */
function anyData(share: number): fc.Arbitrary<Raw> {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => sometimes(arbitrary, share);
  const name = fc.constantFrom('Smith', 'Ivanov');
  return fc.record({
    count: maybe(fc.oneof({ weight: 5, arbitrary: anyWrittenCount(6) }, fc.constant('all'))),
    limit: maybe(anyWrittenCount(12)),
    admitted: maybe(anyWrittenCount(3)),
    accredited: maybe(anyWrittenCount(9)),
    vacant: maybe(anyWrittenCount(4)),
    pending: maybe(anyWrittenCount(4)),
    name: maybe(name),
    rank: sometimes(fc.constant('ambassador'), 0.2),
    resident: sometimes(fc.constantFrom('true', 'false'), 0.2),
    reason: fc.constant(null),
    scope: maybe(fc.constantFrom('science', 'all', 'training')),
    holder: maybe(name),
    capacity: maybe(fc.constantFrom('ambassador to Belgium')),
    level: maybe(fc.constantFrom(...levels)),
  });
}

/** A value in such a share of cases, else nothing, to which it shrinks. */
export function sometimes<T>(arbitrary: fc.Arbitrary<T>, share: number): fc.Arbitrary<T | null> {
  const weight = Math.round(100 * share);
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 100 - weight, arbitrary: fc.constant(null) },
    { weight, arbitrary },
  );
}

/** A number up to `most` and a little more, or a range, as a file has it. */
export function anyWrittenCount(most: number): fc.Arbitrary<string> {
  const number = fc.nat(most);
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 6, arbitrary: number.map(String) },
    { weight: 3, arbitrary: fc.tuple(number, fc.nat(4)).map(([min, more]) => `${min}..${min + more}`) },
    { weight: 1, arbitrary: number.map((max) => `..${max}`) },
    { weight: 1, arbitrary: number.map((min) => `${min}..`) },
    { weight: 1, arbitrary: fc.constant('unknown') },
  );
}

export function anyDay(days: number): fc.Arbitrary<string> {
  return fc.nat(days - 1).map((n) => dayOf(addDays(dayNamed(START), n)));
}

/** A date as a file has it; `past` is open at neither end. */
function anyDate({ days, dates }: Taste, which: 'past' | 'any'): fc.Arbitrary<string> {
  const day = anyDay(days);
  const clock = fc.constantFrom('T09:00Z', 'T16:00-05:00', 'T23:30+03:00', 'T00:10+05:00');
  const exact = [
    { weight: 12, arbitrary: day },
    { weight: 2, arbitrary: fc.tuple(day, clock).map(([on, time]) => on + time) },
  ];
  if (dates === 'exact') return fc.oneof({ withCrossShrink: true }, ...exact);

  const widest = dates === 'close' ? Math.min(3, days - 1) : days - 1;
  const span = fc.tuple(fc.nat(days - 1), fc.integer({ min: 1, max: widest })).map(([first, more]) => ({
    from: dayOf(addDays(dayNamed(START), first)),
    to: dayOf(addDays(dayNamed(START), first + more)),
  }));
  const close = [
    ...exact,
    { weight: 1, arbitrary: day.map((on) => `${on}~`) },
    { weight: 4, arbitrary: span.map(({ from, to }) => `${from}/${to}`) },
    { weight: 2, arbitrary: span.map(({ from, to }) => `[${from}..${to}]`) },
    { weight: 1, arbitrary: span.map(({ from, to }) => `[${from},${to}]`) },
  ];
  const wide = [
    { weight: 2, arbitrary: fc.constantFrom('2020-01', '2020-02', '2020-01~') },
    { weight: 1, arbitrary: fc.constantFrom('2020', '2020?', '2020-01-2X') },
  ];
  const open = [
    { weight: 2, arbitrary: day.map((on) => `../${on}`) },
    { weight: 1, arbitrary: day.map((on) => `${on}/..`) },
  ];
  return fc.oneof(
    { withCrossShrink: true },
    ...close,
    ...(dates === 'any' ? wide : []),
    ...(which === 'any' ? open : []),
  );
}

/** The dossier that a cast and its sketches make; a change that would be refused is left out. */
function written(
  cast: readonly Actor[],
  opening: string | null,
  sketches: readonly Sketch[],
): WrittenDossier {
  const entries: { readonly file: string; readonly raw: Raw }[] = [];
  if (opening !== null) entries.push({ file: 'a.yaml', raw: openingOf(cast, opening) });
  for (const sketch of sketches) {
    if (sketch.kind !== 'act') continue;
    entries.push({ file: sketch.file, raw: actOf(cast, sketch, `a${entries.length + 1}`) });
  }
  const acts = entries.map(({ raw }) => raw);
  for (const sketch of sketches) {
    const raw = sketch.kind === 'act' ? null : changeOf(cast, acts, sketch);
    if (raw !== null) entries.push({ file: sketch.file, raw });
  }
  const names = [...new Set(entries.map(({ file }) => file))].sort();
  const files = names.map((file) => ({
    file,
    entries: entries.filter((entry) => entry.file === file).map(({ raw }) => raw),
  }));
  const subjects = Object.fromEntries(cast.map(({ id, kind }) => [id, { kind, name: id }]));
  const dossier = { title: 'Generated', parties: PARTIES, subjects };
  return shownAsFiles({ dossier, files: withoutRefused(files) });
}

const SOURCES = [{ title: 'source' }];

export function openingOf(cast: readonly Actor[], announced: string): Raw {
  const events = cast.flatMap(({ id, kind }) => {
    const type = understoodBy(kind).find((name) => name.endsWith('.established'));
    return type === undefined ? [] : [{ subject: id, type }];
  });
  return { act: 'a1', by: 'a', title: 'opening', announced, sources: SOURCES, events };
}

export function actOf(cast: readonly Actor[], sketch: Sketch & { readonly kind: 'act' }, act: string): Raw {
  const events = sketch.events.flatMap((event) => eventOf(cast, event) ?? []);
  const { by, announced, recorded } = sketch;
  return {
    act,
    by,
    title: act,
    announced,
    ...(recorded === null ? {} : { recorded }),
    sources: SOURCES,
    events,
  };
}

function eventOf(cast: readonly Actor[], sketch: EventSketch): Raw | null {
  const actor = cast[sketch.subject % cast.length];
  if (actor === undefined) return null;
  const types = understoodBy(actor.kind);
  const type = types[sketch.type % types.length];
  if (type === undefined) return null;
  const { account, effective } = sketch;
  return {
    subject: actor.id,
    type,
    ...dataFor(type, sketch.data, true),
    ...(effective === null ? {} : { effective }),
    ...(account === null ? {} : { accounts: { [account.party]: saidAnew(type, account) } }),
  };
}

function saidAnew(type: EventType, { data, effective }: SaidSketch): Raw {
  return { ...dataFor(type, data, false), ...(effective === null ? {} : { effective }) };
}

/** The data that an event of a type takes; what must be there is, where `whole` is asked for. */
function dataFor(type: EventType, drawn: Raw, whole: boolean): Raw {
  const shape: z.ZodRawShape = vocabulary[type].data;
  return Object.fromEntries(
    Object.entries(shape).flatMap(([field, schema]): [string, unknown][] => {
      const value = drawn[field] ?? null;
      if (value !== null && z.safeParse(schema, value).success) return [[field, value]];
      return whole && !(schema instanceof z.ZodExactOptional) ? [[field, STAND_INS[field]]] : [];
    }),
  );
}

const STAND_INS: Raw = { count: '1', limit: '5', name: 'Smith', level: 'consulate' };

export function changeOf(
  cast: readonly Actor[],
  acts: readonly Raw[],
  sketch: Sketch & { readonly kind: 'correction' | 'retraction' },
): Raw | null {
  const targets = acts.flatMap((act) =>
    eventsOf(act).map((event, index) => ({ event, id: `${act['act']}/${index + 1}` })),
  );
  const target = targets[sketch.target % targets.length];
  if (target === undefined) return null;
  const { recorded } = sketch;
  const grounds = { reason: 'because', recorded, sources: SOURCES };
  if (sketch.kind === 'retraction') return { retracts: target.id, ...grounds };
  const type = String(target.event['type']);
  if (!isEventType(type)) return null;
  const actor = sketch.subject === null ? undefined : cast[sketch.subject % cast.length];
  const set = {
    ...saidAnew(type, sketch.set),
    ...(sketch.announced === null ? {} : { announced: sketch.announced }),
    ...(sketch.atAnnouncement ? { effective: null } : {}),
    ...(actor !== undefined && understoodBy(actor.kind).includes(type) ? { subject: actor.id } : {}),
  };
  return { corrects: target.id, set, ...grounds };
}

/** Without the changes that come after a retraction of their event, or are recorded before what they change. */
function withoutRefused(files: readonly WrittenFile[]): readonly WrittenFile[] {
  const recorded = new Map<unknown, unknown>(
    files.flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        eventsOf(entry).map((_, n) => [`${entry['act']}/${n + 1}`, entry['recorded']]),
      ),
    ),
  );
  const changes = files
    .flatMap(({ entries }) => entries)
    .filter((entry) => targetOf(entry) !== undefined)
    .sort((a, b) =>
      String(a['recorded']) < String(b['recorded']) ? -1 : a['recorded'] === b['recorded'] ? 0 : 1,
    );
  const retracted = new Set<unknown>();
  const refused = new Set<Raw>();
  for (const change of changes) {
    const target = targetOf(change);
    const since = recorded.get(target);
    if (retracted.has(target) || (since !== undefined && String(change['recorded']) < String(since))) {
      refused.add(change);
    } else if ('retracts' in change) retracted.add(target);
  }
  return files.map(({ file, entries }) => ({
    file,
    entries: entries.filter((entry) => !refused.has(entry)),
  }));
}

/** The event that a correction or retraction is about; undefined for an act. */
export function targetOf(entry: Raw): unknown {
  return entry['corrects'] ?? entry['retracts'];
}

export function asYaml({ dossier, files }: Pick<WrittenDossier, 'dossier' | 'files'>): string {
  const parts = [
    { file: 'dossier.yaml', content: dossier },
    ...files.map(({ file, entries }) => ({ file, content: entries })),
  ];
  return `\n${parts.map(({ file, content }) => `# ${file}\n${stringify(content, { aliasDuplicateObjects: false })}`).join('\n')}`;
}

export function asOptions({ at, announcedBy, recordedBy, account, reading }: AsOf): string {
  const option = (name: string, value: string | null) => (value === null ? '' : ` --${name} ${value}`);
  return (
    `--at ${dayOf(at)} --reading ${reading}` +
    option('announced-by', announcedBy && dayOf(announcedBy)) +
    option('recorded-by', recordedBy && dayOf(recordedBy)) +
    option('account', account)
  );
}
