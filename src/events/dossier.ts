/** The forms of a dossier's files: parties and subjects, and the entries of act files. */
import * as z from 'zod';
import { date, day, eventId, id, oneOf, pastDate, text, textIfAny } from './fields.ts';
import { type EventType, eventTypes, vocabulary } from './vocabulary.ts';

/** The kinds of subject, each of which follows one statechart. */
export const kinds = [
  'permanent-mission',
  'military-liaison-mission',
  'information-office',
  'embassy',
  'consulate',
  'interests-section',
  'relations',
  'channel',
  'cooperation',
  'representation',
] as const;

/** Which statechart a subject follows. */
export type Kind = (typeof kinds)[number];

/** A subject of the dossier: what has a state over time. */
export const subjectSchema = z
  .strictObject({
    kind: oneOf(kinds).describe('Which statechart it follows.'),
    name: text.describe('Its full name.'),
    sending: id.exactOptional().describe('The party that sends it (VCDR: the sending State).'),
    receiving: id.exactOptional().describe('The party that receives it (VCDR: the receiving State).'),
    seat: textIfAny.describe('Where it sits.'),
    note: textIfAny.describe('What should be known of it.'),
  })
  .meta({ id: 'subject', description: 'A mission, an office, a channel: what has a state over time.' });

/** `dossier.yaml`. */
export const dossierSchema = z
  .strictObject({
    title: text.describe('What the dossier is about.'),
    parties: z.record(id, text).describe('Who acts: a short name for each State or organisation.'),
    subjects: z.record(id, subjectSchema).describe('What has a state over time, by short name.'),
  })
  .meta({ id: 'dossier', description: 'dossier.yaml: the parties and the subjects of a dossier.' });

/** Where a statement is found, and what it says. */
export const sourceSchema = z
  .strictObject({
    title: text.describe('The title of the document, or a plain description of it.'),
    publisher: textIfAny.describe('Who published it.'),
    url: textIfAny.describe('Where it can be read.'),
    published: date.exactOptional().describe('When it was published.'),
    language: textIfAny.describe('Its language, as in en or ru.'),
    says: textIfAny.describe("What it states, in the recorder's own words."),
    quote: textIfAny.describe('A phrase, where the wording itself matters.'),
    certainty: oneOf(['primary', 'several', 'single'])
      .exactOptional()
      .describe("A party's own text, one of several independent reports, or a single report."),
  })
  .meta({ id: 'source', description: 'A document, and what it says.' });

const sources = z
  .array(sourceSchema, { error: (issue) => listError(issue.input, 'a list of sources, each with a title') })
  .min(1, { error: 'no source; write at least one, with a title' })
  .describe('The documents it rests on.');

const effective = date
  .exactOptional()
  .describe('When it takes hold; left out: on the day of its announcement.');
const note = textIfAny.describe('What remains open, doubtful or disputed.');

/** One event of an act, by type. */
export const eventSchemas = new Map(eventTypes.map((type) => [type, eventSchema(type)]));

/** One dated public act by a party. */
export const actSchema = z
  .strictObject({
    act: id.describe('Its name, as in 2021-10-06-nato.'),
    by: id.describe('The party that acts.'),
    title: text.describe('What it did, in one line.'),
    announced: pastDate.describe('When the world was told.'),
    recorded: day.exactOptional().describe('When this record learned of it; left out: always on record.'),
    sources,
    note,
    events: z
      .array(z.unknown(), {
        error: (issue) => listError(issue.input, 'a list of events, [] if it changed nothing'),
      })
      .describe('What it changed; [] for an act that changed the state of no subject.'),
  })
  .meta({ id: 'act', description: 'One dated public act by a party, with its sources.' });

/** An appended correction: the event reads differently from its recording on. */
export const correctionSchema = z
  .strictObject({
    corrects: eventId.describe('Which event.'),
    set: z
      .record(z.string(), z.unknown(), { error: (issue) => listError(issue.input, 'the fields that change') })
      .describe('The fields that change; null takes a field out.'),
    reason: text.describe('Why.'),
    recorded: day.describe('From when on the record says so.'),
    sources,
  })
  .meta({ id: 'correction', description: 'Changes how an event reads from its recording on.' });

/** An appended retraction: the event no longer counts from its recording on. */
export const retractionSchema = z
  .strictObject({
    retracts: eventId.describe('Which event.'),
    reason: text.describe('Why.'),
    recorded: day.describe('From when on the record says so.'),
    sources,
  })
  .meta({ id: 'retraction', description: 'Takes an event out from its recording on.' });

export type Dossier = z.output<typeof dossierSchema>;
export type Subject = z.output<typeof subjectSchema>;
export type Source = z.output<typeof sourceSchema>;
export type Act = z.output<typeof actSchema>;
export type Correction = z.output<typeof correctionSchema>;
export type Retraction = z.output<typeof retractionSchema>;

/** The account that a party gives of an event of this type: any of its data and its date, said differently. */
function accountSchema(type: EventType) {
  const shape: z.ZodRawShape = {};
  return z.strictObject({ ...optional({ ...shape, ...vocabulary[type].data }), effective, note });
}

function eventSchema(type: EventType) {
  const shape: z.ZodRawShape = {};
  return z
    .strictObject({
      subject: id.describe('Which subject it concerns.'),
      type: z.literal(type).describe(vocabulary[type].statement),
      ...shape,
      ...vocabulary[type].data,
      effective,
      accounts: z
        .record(id, accountSchema(type), {
          error: (issue) => listError(issue.input, 'a map from parties to what they say differently'),
        })
        .exactOptional()
        .describe("A party's version, where sources differ."),
      note,
    })
    .meta({ id: type, description: vocabulary[type].statement });
}

function optional(shape: z.ZodRawShape): z.ZodRawShape {
  return Object.fromEntries(
    Object.entries(shape).map(([field, schema]) => [
      field,
      schema instanceof z.ZodExactOptional ? schema : z.exactOptional(schema),
    ]),
  );
}

function listError(input: unknown, form: string): string {
  return `${input === undefined ? 'missing' : input === null ? 'empty' : 'not the right form'}; write ${form}`;
}
