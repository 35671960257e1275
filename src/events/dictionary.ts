/** The data dictionary: every form and every event type in words, from the tables that the program itself reads by. */
import * as z from 'zod';
import {
  actSchema,
  correctionSchema,
  dossierSchema,
  type Kind,
  kinds,
  retractionSchema,
  sourceSchema,
  subjectSchema,
} from './dossier.ts';
import {
  afterSchema,
  answersSchema,
  changeSchema,
  pastSchema,
  scenarioActSchema,
  scenarioSchema,
} from './scenario-form.ts';
import { type EventType, eventTypes, vocabulary } from './vocabulary.ts';

/** The dictionary as Markdown; `understoodBy` says which event types a kind of subject has a place for. */
export function dictionary(understoodBy: (kind: Kind) => readonly EventType[]): string {
  const forms = [
    form('dossier.yaml', dossierSchema),
    form('A subject', subjectSchema),
    form('An act', actSchema),
    form('A source', sourceSchema),
    form('A correction', correctionSchema),
    form('A retraction', retractionSchema),
  ];
  const assumed = [
    form('A scenario', scenarioSchema),
    form('A past', pastSchema),
    form('A change', changeSchema),
    form('An act that is assumed', scenarioActSchema),
    form('An announcement after another act', afterSchema),
    form('An announcement in answer to events', answersSchema),
  ];
  const entries = eventTypes.map((type) => {
    const subjects = kinds.filter((kind) => understoodBy(kind).includes(type));
    return eventEntry(type, subjects);
  });
  return `# Data dictionary

Every date is in EDTF (ISO 8601-2), every number of persons or posts a range. An act names itself, and its events are
ACT/1, ACT/2 and so on. An event bears, besides the data of its type, \`subject\` and \`type\`, and may bear
\`effective\` (left out: the day of the act's announcement), \`accounts\` (a party's version, by party: \`effective\`,
\`note\` and any of the data) and \`note\`.

## Forms

${forms.join('\n')}
## Scenarios

What is assumed, in a file of its own: \`chancery simulate\` sets it beside the record. The events of its acts are as
above, and may take hold some days after the announcement: \`effective: {days: 14}\`. Days are a number (\`20\`), a range
in which all are as likely (\`20..60\`), \`{triangular: [20, 30, 90]}\` (the fewest, the likeliest, the most) or
\`{weights: {20: 0.5, 40: 0.5}}\`. Without runs every act whose \`when\` holds happens, after the middle of a range
(rounded down), the likeliest of a triangle, the heaviest of weights.

A condition names a subject and any of its fields with a value (\`status: suspended\`, \`head: none\`) or, in quotation
marks, a comparison with a whole number (\`staff.accredited: ">=10"\`). Of a range it is enough that it may be so. It is
checked on the day on which the act would be announced. A probability is a number from 0 to 1, or a count
that the dossier gives: \`{rate: {event: mission.reopened, while: closed, kind: information-office, within: 365}}\`.

${assumed.join('\n')}
## Events

${entries.join('\n')}`;
}

function form(title: string, schema: z.ZodObject): string {
  return `### ${title}\n\n${sentence(schema.description)}\n\n${fieldTable(schema.shape)}`;
}

function eventEntry(type: EventType, subjects: readonly Kind[]): string {
  const { statement, article, data } = vocabulary[type];
  const shape: z.ZodRawShape = data;
  const rests = article === null ? 'Practice, not a treaty term.' : `${article}.`;
  const fields = Object.keys(shape).length === 0 ? 'No data.\n' : fieldTable(shape);
  return `### ${type}\n\n${statement} ${rests}\n\nKinds: ${subjects.join(', ')}.\n\n${fields}`;
}

function fieldTable(shape: z.core.$ZodLooseShape): string {
  const rows = Object.entries(shape).map(([field, schema]) => {
    const needed = schema instanceof z.ZodExactOptional ? 'optional' : 'required';
    const described = schema instanceof z.ZodType ? schema.description : undefined;
    return `| \`${field}\` | ${needed} | ${sentence(described)}${wordsOf(schema)} |`;
  });
  return `| field | | meaning |\n|---|---|---|\n${rows.join('\n')}\n`;
}

/** The words that a field admits, where it admits only some. */
function wordsOf(schema: z.core.$ZodType): string {
  const inner = schema instanceof z.ZodExactOptional ? schema.unwrap() : schema;
  return inner instanceof z.ZodEnum
    ? ` One of: ${inner.options.map((word) => `\`${word}\``).join(', ')}.`
    : '';
}

function sentence(text: string | undefined): string {
  return (text ?? '').replaceAll('|', '\\|');
}
