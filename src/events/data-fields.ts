/** What an event of each type bears besides its envelope, field by field, and in what form. */
import * as z from 'zod';
import { count, countOrAll, text, textIfAny } from './fields.ts';
import { type EventType, vocabulary } from './vocabulary.ts';

/** One field of an event's data. */
export interface DataField {
  readonly field: string;
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** What it says, in a sentence. */
  readonly meaning: string;
  readonly form: Form;
}

/** What may stand in a field: a number of persons or posts, or `all` of them; a text; yes or no; one of some words. */
export type Form =
  | { readonly kind: 'count'; readonly all: boolean }
  | { readonly kind: 'text' }
  | { readonly kind: 'yes-or-no' }
  | { readonly kind: 'word'; readonly words: readonly string[] };

/** The fields of a type's data, in the order of the vocabulary. */
export function dataFieldsOf(type: EventType): readonly DataField[] {
  const known = fields.get(type) ?? Object.entries<z.core.$ZodType>(vocabulary[type].data).map(fieldFrom);
  fields.set(type, known);
  return known;
}

const fields = new Map<EventType, readonly DataField[]>();

function fieldFrom([field, schema]: readonly [string, z.core.$ZodType]): DataField {
  const optional = schema instanceof z.ZodExactOptional;
  const meaning = (schema instanceof z.ZodType ? schema.description : undefined) ?? '';
  return { field, optional, meaning, form: formOf(optional ? schema._zod.def.innerType : schema) };
}

/** To describe a field anew makes another schema, of one and the same definition. */
function formOf(schema: z.core.$ZodType): Form {
  const { def } = schema._zod;
  if (def === count._zod.def) return { kind: 'count', all: false };
  if (def === countOrAll._zod.def) return { kind: 'count', all: true };
  if (def === text._zod.def || def === textIfAny._zod.def.innerType._zod.def) return { kind: 'text' };
  return schema instanceof z.ZodEnum
    ? { kind: 'word', words: schema.options.map(String) }
    : { kind: 'yes-or-no' };
}
