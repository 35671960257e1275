/** From raw values, as a file gives them, to the vocabulary's values; or to every problem that they have. */
import * as z from 'zod';
import { insteadOf, insteadOfName } from '../nearest.ts';
import type { Edtf } from '../time/edtf.ts';
import {
  type Act,
  actSchema,
  type Correction,
  correctionSchema,
  type Dossier,
  dossierSchema,
  eventSchemas,
  type Retraction,
  retractionSchema,
} from './dossier.ts';
import { pastDate, shown, shownName } from './fields.ts';
import { shortcut } from './shortcut.ts';
import { type EventType, eventTypes, isEventType } from './vocabulary.ts';

/** What is wrong at one place of a value, and what to write instead. */
export interface Problem {
  /** Keys and indices that lead to the place. */
  readonly path: readonly (string | number)[];
  /** Whether the key itself is meant rather than what stands behind it. */
  readonly atKey: boolean;
  readonly what: string;
  readonly instead: string;
}

/** A value that could be read, or all that keeps it from being read. */
export type Read<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** What is said of an event, or said differently by one party: its data, and its own date where it has one. */
export interface Said {
  readonly effective?: Edtf;
  readonly note?: string;
  readonly [field: string]: unknown;
}

/** One event as an act file has it. */
export interface WrittenEvent {
  readonly subject: string;
  readonly type: EventType;
  readonly said: Said;
  readonly accounts: { readonly [party: string]: Said };
}

/** An entry of an act file. */
export type Entry =
  | { readonly kind: 'act'; readonly act: Act; readonly events: readonly WrittenEvent[] }
  | ChangeEntry;

/** An entry that changes what an event on record says, or takes it out. */
export type ChangeEntry =
  | { readonly kind: 'correction'; readonly correction: Correction }
  | { readonly kind: 'retraction'; readonly retraction: Retraction };

/** Reads `dossier.yaml`. */
export function readDossier(raw: unknown): Read<Dossier> {
  const read = readAs(dossierSchema, raw, []);
  const strangers = read.kind === 'value' ? unknownSides(read.value) : [];
  return strangers.length > 0 ? { kind: 'problems', problems: strangers } : read;
}

/** Reads one entry of an act file: an act, a correction or a retraction, told apart by their first field. */
export function readEntry(raw: unknown): Read<Entry> {
  if (isMap(raw) && 'corrects' in raw) {
    return andThen(readAs(correctionSchema, raw, []), (correction) => ({ kind: 'correction', correction }));
  }
  if (isMap(raw) && 'retracts' in raw) {
    return andThen(readAs(retractionSchema, raw, []), (retraction) => ({ kind: 'retraction', retraction }));
  }
  const act = readAs(actSchema, raw, []);
  const list = isMap(raw) && Array.isArray(raw['events']) ? raw['events'] : [];
  const problems = act.kind === 'problems' ? [...act.problems] : [];
  const events: WrittenEvent[] = [];
  for (const [index, event] of list.entries()) {
    const read = readEvent(event, ['events', index]);
    if (read.kind === 'value') events.push(read.value);
    else for (const problem of read.problems) problems.push(problem);
  }
  if (act.kind === 'problems' || problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'value', value: { kind: 'act', act: act.value, events } };
}

/** Reads one event; `path` leads to it in its file. */
export function readEvent(raw: unknown, path: readonly (string | number)[]): Read<WrittenEvent> {
  if (!isMap(raw)) return problem(path, `not an event: ${shown(raw)}`, 'write subject and type');
  const type = raw['type'];
  if (type === undefined) return problem(path, 'type: missing', 'write what happened, as in mission.closed');
  if (typeof type !== 'string' || !isEventType(type)) {
    const instead =
      typeof type === 'string' ? insteadOf(type, eventTypes) : 'write one, as in mission.closed';
    return problem([...path, 'type'], `not an event type: ${shown(type)}`, instead);
  }
  const schema = eventSchemas.get(type);
  if (schema === undefined) throw new Error(`no schema for ${type}`);
  return andThen(readAs(schema, everyone(raw), path), ({ subject, type: _, accounts = {}, ...said }) => ({
    subject,
    type,
    said,
    accounts,
  }));
}

/** Reads a date that a correction sets. */
export function readAnnounced(raw: unknown, path: readonly (string | number)[]): Read<Edtf> {
  return readAs(pastDate, raw, path);
}

/** The sides that a subject names and the dossier does not know. */
function unknownSides({ parties, subjects }: Dossier): Problem[] {
  const known = Object.keys(parties);
  return Object.entries(subjects).flatMap(([subject, { sending, receiving }]) =>
    Object.entries({ sending, receiving }).flatMap(([side, party]): Problem[] => {
      if (party === undefined || Object.hasOwn(parties, party)) return [];
      const path = ['subjects', subject, side];
      return [
        {
          path,
          atKey: false,
          what: `no such party: ${shownName(party)}`,
          instead: insteadOfName(party, known),
        },
      ];
    }),
  );
}

/** Whether a value is a map with string keys, and not a list. */
export function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `all: true` is another way to write `count: all`. */
export function everyone(raw: { readonly [key: string]: unknown }) {
  if (!('all' in raw) || 'count' in raw || (raw['all'] !== true && raw['all'] !== 'true')) return raw;
  const { all: _, ...rest } = raw;
  return { ...rest, count: 'all' };
}

/** Reads a value by its schema; `path` leads to it in its file. */
export function readAs<T>(schema: z.ZodType<T>, raw: unknown, path: readonly (string | number)[]): Read<T> {
  const plain = shortcut(schema, raw);
  if (plain !== undefined) return { kind: 'value', value: plain };
  const parsed = schema.safeParse(raw, { error: wording });
  if (parsed.success) return { kind: 'value', value: parsed.data };
  return { kind: 'problems', problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, path)) };
}

function problemsOf(issue: z.core.$ZodIssue, root: readonly (string | number)[]): Problem[] {
  const path = [...root, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    return issue.keys.map((key) => ({
      path: [...path, key],
      atKey: true,
      what: 'unknown field',
      instead: insteadOf(key, known),
    }));
  }
  const [said, atKey] =
    issue.code === 'invalid_key' ? [issue.issues[0]?.message ?? issue.message, true] : [issue.message, false];
  const cut = said.lastIndexOf('; ');
  return [{ path, atKey, what: said.slice(0, cut), instead: said.slice(cut + 2) }];
}

/** What zod says where a schema has no words of its own: for an unknown field, the fields that are known. */
function wording(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape).join(' ') : '';
  }
  if (issue.input === undefined) return 'missing; write it';
  return `not the right form: ${shown(issue.input)}; write a map from fields to values`;
}

function andThen<A, B>(read: Read<A>, next: (value: A) => B): Read<B> {
  return read.kind === 'value' ? { kind: 'value', value: next(read.value) } : read;
}

function problem(path: readonly (string | number)[], what: string, instead: string): Read<never> {
  return { kind: 'problems', problems: [{ path, atKey: false, what, instead }] };
}
