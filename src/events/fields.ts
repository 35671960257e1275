/** The fields that events and dossiers are made of: how each is written, what it becomes, and what to say when it is wrong. */
import * as z from 'zod';
import { type Count, parseCount } from '../count.ts';
import { insteadOf } from '../nearest.ts';
import { type Day, EVER, NEVER, parseDay } from '../time/day.ts';
import { type Edtf, parseEdtf } from '../time/edtf.ts';

/** A line of text that says something. */
export const text = textOr('write text');

/** The same in a field that may be missing. */
export const textIfAny = textOr('write text, or leave the field out').exactOptional();

/** The name of a subject, a party or an act: letters, digits, `.`, `_`, `~` and `-`, and no `/`, which parts an act from its events. */
export const id = z
  .string({
    error: (issue) => `${notA('name', issue.input)}; write a short name of letters, digits and hyphens`,
  })
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._~-]*$/u, {
    error: (issue) =>
      `not a name: ${shown(issue.input)}; write letters, digits and hyphens, as in russian-mission`,
  })
  .meta({ description: 'A short name: letters, digits, and . _ ~ - within.', examples: ['russian-mission'] });

/** The name of one event on record: its act and its place in it, `ACT/N`. */
export const eventId = z
  .string({ error: (issue) => `${notA('event', issue.input)}; write ACT/N, as in 2021-10-06-nato/1` })
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._~-]*\/[1-9]\d*$/u, {
    error: (issue) => `not an event: ${shown(issue.input)}; write ACT/N, as in 2021-10-06-nato/1`,
  })
  .meta({ description: 'ACT/N, the N-th event of an act.', examples: ['2021-10-06-nato/1'] });

/** A date in EDTF (ISO 8601-2), kept as the window of days that it leaves open. */
export const date = z
  .union([z.string(), z.number().int()], {
    error: (issue) =>
      Array.isArray(issue.input)
        ? 'not a date: a list; put it in quotation marks, as in "[2021-10-18..2021-11-05]"'
        : `${notA('date', issue.input)}; write YYYY-MM-DD`,
  })
  .transform((value, context): Edtf => {
    const parsed = parseEdtf(typeof value === 'number' ? String(value).padStart(4, '0') : value);
    if (parsed.kind === 'date') return parsed.date;
    return refuse(context, value, `${parsed.problem.what}; ${parsed.problem.instead}`);
  })
  .meta({
    description:
      'A date in EDTF: a day, month or year, an interval, one day of a span, or a day with clock time and zone.',
    examples: [
      '2021-11-01',
      '2015-04',
      '2021-11-01~',
      '2014-04/2014-06',
      '[2021-10-18..2021-11-05]',
      '2020-07-24T16:00-05:00',
    ],
  });

/** A date that has come: a window open at neither end. */
export const pastDate = date.refine((value) => value.first !== EVER && value.last !== NEVER, {
  error: 'open at one end; write a date or an interval with both ends',
});

/** One exact day. */
export const day = z
  .string({ error: (issue) => `${notA('day', issue.input)}; write YYYY-MM-DD` })
  .transform((value, context): Day => {
    const parsed = parseDay(value);
    if (parsed !== null) return parsed;
    return refuse(context, value, `not one exact day: ${shown(value)}; write YYYY-MM-DD`);
  })
  .meta({ description: 'One exact day, YYYY-MM-DD.', examples: ['2022-01-12'] });

/** A number of persons or posts, or the range in which it lies. */
export const count = writtenCount('a number, or a range: 7..10, ..30, 7.. or unknown')
  .transform((value, context): Count => countOf(value, context))
  .meta({
    description: 'A number of persons or posts, or a range: 8, 7..10, ..30, 7.., unknown.',
    examples: ['8', '7..10', '..30', '7..', 'unknown'],
  });

/** A number of persons, or everyone. */
export const countOrAll = writtenCount('a number, a range (7..10, ..30, 7.., unknown), or all')
  .transform((value, context): Count | 'all' => (value === 'all' ? value : countOf(value, context)))
  .meta({ description: 'A number of persons, a range, or all.', examples: ['8', '7..10', 'all'] });

/** Yes or no. */
export const yesOrNo = z
  .union([z.boolean(), z.enum(['true', 'false'])], {
    error: (issue) => `${notA('yes or no', issue.input)}; write true or false`,
  })
  .transform((value) => value === true || value === 'true')
  .meta({ description: 'true or false.' });

/** One word out of a list. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, {
    error: (issue) =>
      issue.input === undefined
        ? `missing; write one of: ${words.join(', ')}`
        : `not one of the words: ${shown(issue.input)}; ${insteadOf(typeof issue.input === 'string' ? issue.input : '', words)}`,
  });
}

/** A value as a message shows it: short, in quotes, on one line. */
export function shown(value: unknown): string {
  // A number that is too large is Infinity, of which JSON would make null.
  const json = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return json.length > 60 ? `${json.slice(0, 59).replace(/\p{Cs}$/u, '')}…` : json;
}

/** A name as a message shows it: as it is, or like any value where it looks like none. */
export function shownName(name: string): string {
  return /^[\p{L}\p{N}._~/-]{1,100}$/u.test(name) ? name : shown(name);
}

function textOr(instead: string) {
  return z
    .string({
      error: ({ input }) => `${notA('text', input)}; ${input === null ? instead : 'write text'}`,
    })
    .refine((value) => value.trim() !== '', { error: `empty; ${instead}` });
}

type WrittenCount = number | string | { min: number; max: number | null };

function writtenCount(form: string) {
  return z.union(
    [
      z.number().int().min(0),
      z.string(),
      z.strictObject({ min: z.number().int().min(0), max: z.number().int().min(0).nullable() }),
    ],
    { error: (issue) => `${notA('count', issue.input)}; write ${form}` },
  );
}

function countOf(value: WrittenCount, context: z.RefinementCtx): Count {
  const parsed = parseCount(typeof value === 'object' ? `${value.min}..${value.max ?? ''}` : String(value));
  if (parsed.kind === 'count') return parsed.count;
  return refuse(context, value, `${parsed.problem.what}; ${parsed.problem.instead}`);
}

function refuse(context: z.RefinementCtx, input: unknown, message: string): never {
  context.issues.push({ code: 'custom', input, message });
  return z.NEVER;
}

function notA(what: string, input: unknown): string {
  if (input === undefined) return 'missing';
  if (input === null) return 'empty';
  return `not a ${what}: ${Array.isArray(input) ? 'a list' : typeof input === 'object' ? 'a map' : shown(input)}`;
}
