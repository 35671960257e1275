/** The form of a scenario's file, as schemas; what may be written in several ways is read by read-scenario.ts. */
import * as z from 'zod';
import { delaySchema, MOST_DAYS } from './delay.ts';
import { eventSchemas, kinds, sourceSchema } from './dossier.ts';
import { date, day, eventId, id, oneOf, shown, text, textIfAny } from './fields.ts';
import { MOST_ANSWERS } from './scenario.ts';
import { type EventType, eventTypes } from './vocabulary.ts';

/** An event, or an act with all its events. */
const eventOrAct = z
  .string({ error: ({ input }) => `not an event: ${shown(input)}; write ACT/N, or ACT for a whole act` })
  .refine((value) => eventId.safeParse(value).success || id.safeParse(value).success, {
    error: ({ input }) => `not an event: ${shown(input)}; write ACT/N, or ACT for a whole act`,
  })
  .meta({ description: 'ACT/N for one event, ACT for an act with all its events.' });

const bound = day.exactOptional();

/** The long form of `from`. */
export const pastSchema = z
  .strictObject({
    announced: bound.describe('What was announced after this day is set aside.'),
    recorded: bound.describe('What was recorded after this day is set aside.'),
  })
  .meta({ id: 'past', description: 'The past that a scenario begins from, on two clocks.' });

/** An event of the record that is assumed to have been otherwise. */
export const changeSchema = z
  .strictObject({
    event: eventId.describe('Which event.'),
    set: z
      .record(z.string(), z.unknown(), { error: ({ input }) => missing(input, 'the fields that change') })
      .describe('The fields that are otherwise, as in a correction; null takes a field out.'),
  })
  .meta({ id: 'change', description: 'An event that is moved or otherwise changed.' });

/** Days after another act. */
export const afterSchema = z
  .strictObject({
    after: id.describe('Another act of the scenario, of its base, or on record.'),
    days: z.unknown().describe('How many days after its announcement.'),
  })
  .describe('So many days after another act was announced; where that does not happen, neither does this.');

/** Days after every event of a type. */
export const answersSchema = z
  .strictObject({
    answers: oneOf(typesKnown()).describe('The type of the events that it answers.'),
    by: id.exactOptional().describe('Only those of this party.'),
    subject: id.exactOptional().describe('Only those of this subject.'),
    days: z.unknown().describe('How many days after the announcement of each.'),
    times: whole(1, MOST_ANSWERS, 'a number of answers')
      .exactOptional()
      .describe(`How often at most; left out: ${MOST_ANSWERS} times.`),
  })
  .describe(
    'So many days after every event of a type: the act happens anew for each, and answers none of its own.',
  );

/** A count to take a probability from. */
export const rateSchema = z.strictObject({
  rate: z
    .strictObject({
      event: oneOf(typesKnown()).describe('The event that followed.'),
      while: text.describe('The status that it followed.'),
      kind: oneOf(kinds).describe('The kind of the subjects that are counted.'),
      within: whole(1, MOST_DAYS, 'a number of days').describe('Within how many days.'),
    })
    .describe('Which count; see chancery rates.'),
});

/** A share of the runs. */
export const shareSchema = numeral(
  /^\d{1,20}(?:\.\d{1,20})?$/,
  (share) => share >= 0 && share <= 1,
  (value) => `${value === null ? 'empty' : `not a probability: ${shown(value)}`}; ${SHARE_FORM}`,
).meta({ description: 'A number from 0 to 1.', examples: ['0.4'] });

/** When an event takes hold, in days after the announcement of its act. */
export const lagSchema = z.strictObject({
  days: z.unknown().describe('How many days after the announcement.'),
});

/** An act of a scenario. */
export const scenarioActSchema = z
  .strictObject({
    act: id.describe('Its name, which no act on record has.'),
    by: id.describe('The party that would act.'),
    title: textIfAny.describe('What it would do, in one line.'),
    announced: z
      .unknown()
      .describe('A date; {after: ACT, days: N}; or {answers: TYPE, days: N}, an act for every such event.'),
    recorded: day.exactOptional().describe('When the record would learn of it; left out: always on record.'),
    sources: z.array(sourceSchema).exactOptional().describe('What the assumption rests on; not needed.'),
    note: textIfAny.describe('What should be known of it.'),
    probability: z
      .unknown()
      .exactOptional()
      .describe('The share of the runs in which it happens; without runs every act happens.'),
    when: z
      .unknown()
      .exactOptional()
      .describe('What must hold on its day: {subject: ID, status: suspended}, or a list of such.'),
    events: z
      .array(z.unknown(), {
        error: ({ input }) => missing(input, 'a list of events, [] if it changed nothing'),
      })
      .describe('What it would change.'),
  })
  .meta({ id: 'scenario-act', description: 'An act that is assumed, marked as such wherever it shows.' });

/** A scenario's file. */
export const scenarioSchema = z
  .strictObject({
    scenario: id.describe('Its name, by which its acts are marked.'),
    title: text.describe('What is assumed, in one line.'),
    note: textIfAny.describe('What should be known of it.'),
    base: textIfAny.describe('Another scenario on which this one builds: its file, seen from this one.'),
    from: z
      .unknown()
      .exactOptional()
      .describe('A day: what was announced after it is set aside. Or {announced: DAY, recorded: DAY}.'),
    without: z
      .array(eventOrAct, { error: ({ input }) => missing(input, 'a list of events and acts') })
      .exactOptional()
      .describe('Events and whole acts that are taken out.'),
    changes: z
      .array(changeSchema, {
        error: ({ input }) => missing(input, 'a list of changes, each with event and set'),
      })
      .exactOptional()
      .describe('Events that are moved or otherwise changed.'),
    acts: z
      .array(z.unknown(), { error: ({ input }) => missing(input, 'a list of acts') })
      .exactOptional()
      .describe('Acts that are added.'),
  })
  .meta({ id: 'scenario', description: 'What is assumed: another history beside the record.' });

/** The whole form for JSON Schema, with every part in all its forms. */
export function scenarioFormSchema() {
  const events = [...eventSchemas.values()].map((schema) =>
    schema.extend({ effective: z.union([date, lagSchema.extend({ days: delaySchema })]).exactOptional() }),
  );
  const condition = z.record(z.string(), z.string()).describe('subject, and fields with their values.');
  const { announced, probability, when, events: list } = scenarioActSchema.shape;
  const act = scenarioActSchema.extend({
    announced: z
      .union([date, afterSchema.extend({ days: delaySchema }), answersSchema.extend({ days: delaySchema })])
      .describe(announced.description ?? ''),
    probability: z
      .union([shareSchema, rateSchema])
      .exactOptional()
      .describe(probability.description ?? ''),
    when: z
      .union([condition, z.array(condition)])
      .exactOptional()
      .describe(when.description ?? ''),
    events: z.array(z.union(events)).describe(list.description ?? ''),
  });
  const { from, acts } = scenarioSchema.shape;
  return scenarioSchema.extend({
    from: z
      .union([day, pastSchema])
      .exactOptional()
      .describe(from.description ?? ''),
    acts: z
      .array(act)
      .exactOptional()
      .describe(acts.description ?? ''),
  });
}

const SHARE_FORM = 'write a number from 0 to 1, as in 0.4';

function typesKnown(): readonly [EventType, ...EventType[]] {
  const [first, ...rest] = eventTypes;
  if (first === undefined) throw new Error('the vocabulary is empty');
  return [first, ...rest];
}

function whole(least: number, most: number, what: string) {
  return numeral(
    /^\d{1,9}$/,
    (number) => Number.isInteger(number) && number >= least && number <= most,
    (value) => `not ${what}: ${shown(value)}; write ${what} from ${least} to ${most}`,
  );
}

/** A number as a number or as a text of this pattern, where it fits. */
function numeral(pattern: RegExp, fits: (number: number) => boolean, wrong: (value: unknown) => string) {
  return z
    .union([z.number(), z.string()], { error: ({ input }) => wrong(input) })
    .transform((value, context): number => {
      const number = typeof value === 'string' && pattern.test(value) ? Number(value) : value;
      if (typeof number === 'number' && fits(number)) return number;
      context.issues.push({ code: 'custom', input: value, message: wrong(value) });
      return z.NEVER;
    });
}

function missing(input: unknown, form: string): string {
  return `${input === undefined ? 'missing' : input === null ? 'empty' : 'not the right form'}; write ${form}`;
}
