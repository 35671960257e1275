/** A short way through what is plainly right, past the many steps by which a schema finds all that may be wrong. */
import * as z from 'zod';
import { type Count, parseCount } from '../count.ts';
import { EVER, NEVER } from '../time/day.ts';
import { type Edtf, parseEdtf } from '../time/edtf.ts';
import { count, countOrAll, date, pastDate } from './fields.ts';

/**
 * What a schema makes of a raw value; undefined where the value is wrong, or so seldom met that only the schema knows.
 * Nothing comes of it that the schema would not give.
 */
export function shortcut<T>(schema: z.ZodType<T>, raw: unknown): T | undefined {
  // Here the parser vouches for the form: the way is found by the schema, and follows it.
  return wayOf(schema)(raw) as T | undefined;
}

/** From a raw value to what a schema makes of it, or undefined. */
type Way = (raw: unknown) => unknown;

// By definition: to describe a field anew makes another schema, of one and the same definition.
const ways = new Map<object, Way>([
  [date._zod.def, dated],
  [pastDate._zod.def, datedInThePast],
  [count._zod.def, counted],
  [countOrAll._zod.def, (raw) => (raw === 'all' ? raw : counted(raw))],
]);

function wayOf(schema: z.core.$ZodType): Way {
  const { def } = schema._zod;
  const known = ways.get(def);
  if (known !== undefined) return known;
  const way =
    schema instanceof z.ZodObject
      ? throughFields(schema.shape)
      : schema instanceof z.ZodArray
        ? throughItems(schema.element)
        : throughTheSchema(schema);
  ways.set(def, way);
  return way;
}

function throughTheSchema(schema: z.core.$ZodType): Way {
  return (raw) => {
    const read = z.safeParse(schema, raw);
    return read.success ? read.data : undefined;
  };
}

function throughFields(shape: z.core.$ZodShape): Way {
  const fields = Object.entries(shape).map(([name, schema]) => ({
    name,
    optional: schema instanceof z.ZodExactOptional,
    way: wayOf(schema instanceof z.ZodExactOptional ? schema._zod.def.innerType : schema),
  }));
  return (raw) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
    const written = raw as { readonly [field: string]: unknown };
    const made: { [field: string]: unknown } = {};
    let unread = Object.keys(written).length;
    // In the order of the shape, as the schema has them.
    for (const { name, optional, way } of fields) {
      const value = written[name];
      if (value === undefined && optional) continue;
      const read = way(value);
      if (read === undefined) return undefined;
      made[name] = read;
      unread -= 1;
    }
    return unread === 0 ? made : undefined;
  };
}

/** Of lists with something in them: whether there may be nothing, the schema knows. */
function throughItems(element: z.core.$ZodType): Way {
  const way = wayOf(element);
  return (raw) => {
    if (!Array.isArray(raw) || raw.length === 0) return undefined;
    const made = raw.map(way);
    return made.includes(undefined) ? undefined : made;
  };
}

function dated(raw: unknown): Edtf | undefined {
  const parsed = typeof raw === 'string' ? parseEdtf(raw) : null;
  return parsed?.kind === 'date' ? parsed.date : undefined;
}

function datedInThePast(raw: unknown): Edtf | undefined {
  const window = dated(raw);
  return window === undefined || window.first === EVER || window.last === NEVER ? undefined : window;
}

function counted(raw: unknown): Count | undefined {
  if (typeof raw === 'string') {
    const parsed = parseCount(raw);
    return parsed.kind === 'count' ? parsed.count : undefined;
  }
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw) || raw < 0) return undefined;
  // Of -0, which a file can have too, 0.
  const exactly = Math.abs(raw);
  return { min: exactly, max: exactly };
}
