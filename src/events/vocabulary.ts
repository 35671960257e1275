/**
 * What can happen to a mission: the one table of event types. The types, the JSON Schema, the data dictionary and the
 * messages all come from it. Articles are those of the Vienna Convention on Diplomatic Relations 1961 (VCDR) and on
 * Consular Relations 1963 (VCCR).
 */
import type * as z from 'zod';
import { count, countOrAll, oneOf, text, textIfAny, yesOrNo } from './fields.ts';

/** The levels at which one State may be represented in another, from none to an embassy. */
export const levels = [
  'none',
  'interests-section',
  'liaison-office',
  'consul-nonresident',
  'consulate',
  'envoy-nonresident',
  'legation',
  'ambassador-nonresident',
  'embassy',
] as const;

const head = {
  name: text.describe('Who heads the mission, spelled alike wherever the person appears.'),
  rank: textIfAny.describe('The class or rank, as in ambassador (VCDR 14).'),
  resident: yesOrNo.exactOptional().describe('false for a head who resides elsewhere (VCDR 5).'),
  reason: textIfAny.describe('Why, in a few words.'),
};
const holder = {
  holder: textIfAny.describe('Who carries the channel.'),
  capacity: textIfAny.describe('In what other capacity, as in ambassador to Belgium.'),
};
const maybeName = { name: textIfAny.describe('Who, where the source says.') };
const scope = { scope: textIfAny.describe('What part of it; left out: all of it.') };
const persons = { count: count.describe('How many persons.') };
const personsOrAll = { count: countOrAll.describe('How many persons, or all.') };

function type<Data extends z.ZodRawShape>(statement: string, article: string | null, data: Data) {
  return { statement, article, data };
}

/** Every event type: what it states, the article it rests on (null for practice), and its data. */
export const vocabulary = {
  'mission.established': type(
    'The mission comes into being by mutual consent; how many staff it has is not thereby known.',
    'VCDR 2; VCCR 4',
    {},
  ),
  'mission.closed': type('The mission ends, and with it all accreditation.', 'VCDR 43, 45; VCCR 27', {}),
  'mission.reopened': type('A closed mission comes back.', 'VCDR 2; VCCR 4', {}),
  'operations.suspended': type(
    'The mission stops working but goes on existing in law, and may resume.',
    'VCDR 45',
    {},
  ),
  'operations.resumed': type('A suspended mission works again.', null, {}),
  'access.restricted': type('Staff may no longer enter freely.', null, {
    admitted: count.exactOptional().describe('How many may still enter unescorted.'),
  }),
  'access.restored': type('Staff may enter freely again.', null, {
    admitted: count.exactOptional().describe('How many may enter unescorted, where a number is still set.'),
  }),
  'ceiling.set': type('The receiving side limits the size of the mission.', 'VCDR 11(1); VCCR 20', {
    limit: count.describe('The highest number of accredited staff.'),
  }),
  'ceiling.lifted': type('The limit on the size of the mission ends.', 'VCDR 11(1); VCCR 20', {}),
  'posts.abolished': type('Vacant posts go: the ceiling falls, no person is touched.', 'VCDR 11(1)', {
    count: count.describe('How many posts.'),
  }),
  'accreditation.requested': type('The sending side asks for accreditation of staff.', 'VCDR 10', persons),
  'accreditation.granted': type('The receiving side accredits staff.', 'VCDR 10, 13', persons),
  'accreditation.denied': type(
    'The receiving side denies requests that were pending: no one in post is touched.',
    'VCDR 4, 9(1)',
    persons,
  ),
  'accreditation.withdrawn': type(
    'The receiving side ends the accreditation of staff in post.',
    'VCDR 9, 43(b); VCCR 23',
    personsOrAll,
  ),
  'staff.recalled': type('The sending side takes staff home.', 'VCDR 43(a)', personsOrAll),
  'staff.reported': type('An observation of staffing: it narrows what is known and changes nothing.', null, {
    accredited: count.exactOptional().describe('How many are accredited and in post.'),
    vacant: count.exactOptional().describe('How many posts under the ceiling are empty.'),
    pending: count.exactOptional().describe('How many requests for accreditation await an answer.'),
  }),
  'head.appointed': type('The head of mission takes up his functions.', 'VCDR 4, 13', head),
  'head.ended': type('The functions of the head of mission end; the post is vacant.', 'VCDR 43', head),
  'head.recalled': type('The head is recalled for consultations: the post stays his.', 'VCDR 45', head),
  'head.returned': type('The head comes back from consultations.', null, head),
  'charge.designated': type(
    "A chargé d'affaires ad interim acts as head: a vacancy filled is still a vacancy.",
    'VCDR 19(1); VCCR 15',
    maybeName,
  ),
  'charge.ended': type("The chargé d'affaires ad interim ceases to act.", 'VCDR 19(1)', maybeName),
  'military-representative.appointed': type(
    'The chief military representative, who is part of the permanent mission, takes up the post.',
    'VCDR 7',
    maybeName,
  ),
  'military-representative.ended': type(
    'The functions of the chief military representative end; the post is vacant.',
    'VCDR 43',
    maybeName,
  ),
  'military-representative.recalled': type(
    'The chief military representative is recalled for consultations: the post stays his.',
    null,
    maybeName,
  ),
  'military-representative.returned': type(
    'The chief military representative comes back from consultations.',
    null,
    maybeName,
  ),
  'military-representative.suspended': type(
    'The office of the chief military representative stops working.',
    null,
    maybeName,
  ),
  'military-representative.resumed': type(
    'The office of the chief military representative works again.',
    null,
    maybeName,
  ),
  'cooperation.suspended': type('Practical cooperation stops.', null, scope),
  'cooperation.resumed': type('Practical cooperation goes on.', null, scope),
  'dialogue.suspended': type('Political dialogue stops.', null, scope),
  'dialogue.resumed': type('Political dialogue goes on.', null, scope),
  'channel.offered': type('A side offers a channel that has no holder yet.', 'VCDR 5(3), 45, 46', holder),
  'channel.designated': type('A holder of the channel is named.', 'VCDR 5(3), 45(c), 46', holder),
  'channel.confirmed': type('The other side confirms the channel.', 'VCDR 45(c), 46', holder),
  'channel.ended': type('The channel ends.', null, holder),
  'relations.established': type('Two States establish diplomatic relations by mutual consent.', 'VCDR 2', {}),
  'relations.broken-off': type('Diplomatic relations are broken off.', 'VCDR 45', {}),
  'relations.restored': type('Diplomatic relations are restored.', 'VCDR 2', {}),
  'level.set': type('The level of representation is set.', 'VCDR 14', {
    level: oneOf(levels).describe('The level from now on.'),
  }),
} as const;

/** The type of an event, as in `accreditation.withdrawn`. */
export type EventType = keyof typeof vocabulary;

/** The data that an event of a type bears besides its envelope. */
export type DataOf<T extends EventType> = keyof (typeof vocabulary)[T]['data'] extends never
  ? unknown
  : Readonly<z.output<z.ZodObject<(typeof vocabulary)[T]['data']>>>;

/** Every event type, in the order of the table. */
export const eventTypes: readonly EventType[] = Object.keys(vocabulary).filter(isEventType);

/** The place of an event type among all of them. */
export function typeNumber(type: EventType): number {
  const number = numbers.get(type);
  if (number === undefined) throw new RangeError(`no event type: ${type}`);
  return number;
}

const numbers: ReadonlyMap<EventType, number> = new Map(eventTypes.map((type, number) => [type, number]));

/** Whether a word is an event type. */
export function isEventType(word: string): word is EventType {
  return Object.hasOwn(vocabulary, word);
}

/** An event type without its sign and hyphens: `military representative appointed`. */
export function typeInWords(type: string): string {
  return type.replaceAll(/[.-]/g, ' ');
}
