/** Events, ranges and states in the words that a reader of tables expects. */
import { type Count, isCount, showCount } from '../count.ts';
import type { EventType } from '../events/vocabulary.ts';

type Data = { readonly [field: string]: unknown };

/** An event in a few words: `8 accreditations withdrawn`. */
export function eventInWords(type: EventType, data: Data): string {
  return phrases[type](data);
}

/** A range of persons or posts: `8`, `7 to 10`, `at most 30`, `at least 7`, `unknown`. */
export function countInWords({ min, max }: Count): string {
  if (max === null) return min === 0 ? 'unknown' : `at least ${min}`;
  if (min === max) return String(min);
  return min === 0 ? `at most ${max}` : `${min} to ${max}`;
}

/** A field's value on one line. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (isCount(value)) return countInWords(value);
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(String).join('; ');
  if (typeof value !== 'object') return String(value);
  const { name, rank } = { name: undefined, rank: undefined, ...value };
  if (name === undefined) return JSON.stringify(value);
  const who = name === null ? 'name not on record' : String(name);
  return rank === undefined ? who : `${who}, ${String(rank)}`;
}

const phrases: { readonly [T in EventType]: (data: Data) => string } = {
  'mission.established': () => 'established',
  'mission.closed': () => 'closed',
  'mission.reopened': () => 'reopened',
  'operations.suspended': () => 'operations suspended',
  'operations.resumed': () => 'operations resumed',
  'access.restricted': ({ admitted }) =>
    `access restricted${admitted ? `, ${amount(admitted)} admitted` : ''}`,
  'access.restored': ({ admitted }) => `access restored${admitted ? `, ${amount(admitted)} admitted` : ''}`,
  'ceiling.set': ({ limit }) => `ceiling set at ${amount(limit)}`,
  'ceiling.lifted': () => 'ceiling lifted',
  'posts.abolished': ({ count }) => `${amount(count)} vacant posts abolished`,
  'accreditation.requested': ({ count }) => `${amount(count)} accreditations requested`,
  'accreditation.granted': ({ count }) => `${amount(count)} accreditations granted`,
  'accreditation.denied': ({ count }) => `${amount(count)} accreditations denied`,
  'accreditation.withdrawn': ({ count }) => `${amount(count)} accreditations withdrawn`,
  'staff.recalled': ({ count }) => `${amount(count)} staff recalled`,
  'staff.reported': (data) => `reported: ${report(data)}`,
  'head.appointed': ({ name }) => `head appointed: ${name}`,
  'head.ended': ({ name }) => `head ended: ${name}`,
  'head.recalled': ({ name }) => `head recalled for consultations: ${name}`,
  'head.returned': ({ name }) => `head returned: ${name}`,
  'charge.designated': ({ name }) => `chargé d'affaires designated${named(name)}`,
  'charge.ended': ({ name }) => `chargé d'affaires ended${named(name)}`,
  'military-representative.appointed': ({ name }) => `military representative appointed${named(name)}`,
  'military-representative.ended': ({ name }) => `military representative ended${named(name)}`,
  'military-representative.recalled': ({ name }) => `military representative recalled${named(name)}`,
  'military-representative.returned': ({ name }) => `military representative returned${named(name)}`,
  'military-representative.suspended': ({ name }) => `military representative suspended${named(name)}`,
  'military-representative.resumed': ({ name }) => `military representative resumed${named(name)}`,
  'cooperation.suspended': ({ scope }) => `cooperation suspended${named(scope)}`,
  'cooperation.resumed': ({ scope }) => `cooperation resumed${named(scope)}`,
  'dialogue.suspended': ({ scope }) => `dialogue suspended${named(scope)}`,
  'dialogue.resumed': ({ scope }) => `dialogue resumed${named(scope)}`,
  'channel.offered': ({ holder }) => `channel offered${named(holder)}`,
  'channel.designated': ({ holder }) => `channel designated${named(holder)}`,
  'channel.confirmed': ({ holder }) => `channel confirmed${named(holder)}`,
  'channel.ended': ({ holder }) => `channel ended${named(holder)}`,
  'relations.established': () => 'relations established',
  'relations.broken-off': () => 'relations broken off',
  'relations.restored': () => 'relations restored',
  'level.set': ({ level }) => `level set: ${level}`,
};

function amount(count: unknown): string {
  return isCount(count) ? showCount(count) : String(count);
}

function named(word: unknown): string {
  return word === undefined ? '' : `: ${word}`;
}

function report(data: Data): string {
  const known = Object.entries(data).map(([what, count]) => `${amount(count)} ${what}`);
  return known.length === 0 ? 'no numbers' : known.join(', ');
}
