import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import {
  actSchema,
  correctionSchema,
  eventSchemas,
  retractionSchema,
  sourceSchema,
} from '../../src/events/dossier.ts';
import { shortcut } from '../../src/events/shortcut.ts';
import { isEventType } from '../../src/events/vocabulary.ts';
import { anyDossier, eventsOf, type Raw } from '../laws/dossiers.ts';

/** A raw value, and the schema that it is written for. */
type Written = readonly [schema: z.ZodType, raw: Raw];

const LEFT_OUT = Symbol('left out');

/** A source, an entry or an event without faults. */
const anySound: fc.Arbitrary<Written> = anyDossier({ entries: 6 }).chain(({ files }) => {
  const entries = files.flatMap((file) => file.entries);
  const all = [...entries.map(asEntry), ...entries.flatMap(eventsOf).map(asEvent)];
  return fc.constantFrom<Written>(
    [sourceSchema, { title: 'a', published: '2021', certainty: 'single' }],
    ...all,
  );
});

/** What some field takes, and near misses of it. */
const anyPart: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'A name', '2021-11-01', '2021-10~', 'later/1', 'primary', '7..9'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('', ' ', '2021-13-01', '2021-11-01/..', '../2021', '9..7', 'all', '/'),
  },
  { weight: 4, arbitrary: fc.constantFrom(0, -0, 3, 2015, 1.5, -1, 2 ** 53, 1e21, Number.POSITIVE_INFINITY) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(true, null, undefined, [], [null], {}, { min: 1, max: 2 }, { min: 3 }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom([{ title: 'a' }], [{ title: '' }], [{ title: 'a', published: 2021 }]),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** The same, with one of its fields or another written otherwise, or left out. */
const anyWritten: fc.Arbitrary<Written> = fc
  .tuple(anySound, fc.nat(), fc.option(anyPart, { nil: LEFT_OUT, freq: 10 }))
  .map(([[schema, raw], n, part]): Written => {
    const shape = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    const names = [...Object.keys(raw), ...Object.keys(raw), ...shape, 'efective', '__proto__'];
    const name = names[n % names.length] ?? '';
    const rest = Object.entries(raw).filter(([field]) => field !== name);
    return [schema, Object.fromEntries(part === LEFT_OUT ? rest : [...rest, [name, part]])];
  });

function asEntry(raw: Raw): Written {
  if ('corrects' in raw) return [correctionSchema, raw];
  return ['retracts' in raw ? retractionSchema : actSchema, raw];
}

function asEvent(raw: Raw): Written {
  const type = String(raw['type']);
  return [(isEventType(type) && eventSchemas.get(type)) || z.never(), raw];
}

function assertShort(schema: z.ZodType, raw: unknown): boolean {
  const short = shortcut(schema, raw);
  if (short === undefined) return false;
  const read = schema.safeParse(raw);
  expect(read).toStrictEqual({ success: true, data: short });
  expect(JSON.stringify(short)).toBe(JSON.stringify(read.data));
  return true;
}

test('the short way through a value gives what its schema gives, in the same order, or nothing', () => {
  fc.assert(
    fc.property(anyWritten, ([schema, raw]) => {
      assertShort(schema, raw);
    }),
    { numRuns: 5_000 },
  );
});

test('what has no fault has a short way, most often', () => {
  const all = fc.sample(anySound, 500);
  expect(all.filter(([schema, raw]) => assertShort(schema, raw)).length).toBeGreaterThan(250);
});

test.each([
  ['an act', actSchema],
  ['a source', sourceSchema],
])('a value that is not %s has no short way', (_, schema) => {
  for (const raw of [null, undefined, 'a', 3, [], [{ title: 'a' }], {}]) {
    expect(shortcut<unknown>(schema, raw)).toBeUndefined();
  }
});
