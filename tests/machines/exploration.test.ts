/**
 * The charts, explored to their ends. Persons, names and scopes are without number, so each search has an alphabet:
 * the `course` of things, with every event type and so little data that its states are few; and for missions the `names`
 * and the `numbers`, whose data is what guards ask about. Only the numbers go on without end: from a state with more than
 * two persons or posts the search does not go on. That no configuration is lost by this is shown against another count:
 * the product of a chart's regions, of which all that is not met must be impossible for a reason.
 */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Count } from '../../src/count.ts';
import { type Kind, kinds } from '../../src/events/dossier.ts';
import { type EventType, eventTypes, levels } from '../../src/events/vocabulary.ts';
import { invariants } from '../../src/invariants/check.ts';
import { ruleBooks, understoodBy } from '../../src/machines/rulebooks.ts';
import type { Happening } from '../record.ts';
import {
  type Bare,
  type Configuration,
  type Exploration,
  explore,
  leadingFrom,
  leadingTo,
  productOf,
} from './exploration.ts';

const lifetime = every(['mission.established', 'mission.closed', 'mission.reopened']);
const everyoneLeaves = every(['accreditation.withdrawn', 'staff.recalled'], { count: 'all' });

const alphabets = {
  course: [
    ...lifetime,
    ...everyoneLeaves,
    ...every(['operations.suspended', 'operations.resumed', 'access.restricted', 'access.restored']),
    ...every(['ceiling.set'], { limit: 'unknown' }),
    ...every(['ceiling.lifted', 'staff.reported', 'charge.designated', 'charge.ended']),
    ...every(['posts.abolished', 'accreditation.requested'], { count: 'unknown' }),
    ...every(['accreditation.granted', 'accreditation.denied'], { count: 'unknown' }),
    ...every(['head.appointed', 'head.ended', 'head.recalled', 'head.returned'], { name: 'Smith' }),
    ...every(['military-representative.appointed', 'military-representative.ended']),
    ...every(['military-representative.recalled', 'military-representative.returned']),
    ...every(['military-representative.suspended', 'military-representative.resumed']),
    ...every(
      ['cooperation.suspended', 'cooperation.resumed', 'dialogue.suspended', 'dialogue.resumed'],
      {},
      { scope: 'a' },
      { scope: 'b' },
    ),
    ...every(
      ['channel.offered', 'channel.designated', 'channel.confirmed', 'channel.ended'],
      {},
      { holder: 'Smith', capacity: 'consul' },
    ),
    ...every(['relations.established', 'relations.broken-off', 'relations.restored']),
    ...every(['level.set'], ...levels.map((level) => ({ level }))),
  ],
  names: [
    ...lifetime,
    ...everyoneLeaves,
    ...every(
      ['head.appointed', 'head.ended', 'head.recalled', 'head.returned'],
      { name: 'Smith' },
      { name: 'Ivanov' },
    ),
    ...every(['charge.designated', 'charge.ended']),
    ...every(
      [
        'military-representative.appointed',
        'military-representative.ended',
        'military-representative.recalled',
        'military-representative.returned',
      ],
      {},
      { name: 'Smith' },
      { name: 'Ivanov' },
    ),
  ],
  numbers: [
    ...lifetime,
    ...everyoneLeaves,
    ...every(['ceiling.set'], { limit: 0 }, { limit: 2 }, { limit: '1..2' }),
    ...every(['ceiling.lifted']),
    ...every(
      [
        'posts.abolished',
        'accreditation.requested',
        'accreditation.granted',
        'accreditation.denied',
        'accreditation.withdrawn',
        'staff.recalled',
      ],
      { count: 1 },
      { count: 2 },
    ),
    ...every(['staff.reported'], { accredited: 1 }, { vacant: 1 }, { pending: 1 }),
  ],
} as const;
type Alphabet = keyof typeof alphabets;

/** States that exclude each other, by kind, and why. */
const excluded: Partial<Record<Kind, readonly (readonly [leaf: string, other: string, because: string])[]>> =
  {
    'permanent-mission': [
      [
        'established.operation.suspended',
        'established.militaryRepresentative.office.operating',
        'the office is suspended with the mission',
      ],
      [
        'established.operation.suspended',
        'established.militaryRepresentative.office.suspended.alone',
        'an office suspended by itself is suspended with the mission too',
      ],
      [
        'established.operation.operating',
        'established.militaryRepresentative.office.suspended.withMission',
        'the office resumes with the mission',
      ],
      [
        'established.operation.operating',
        'established.militaryRepresentative.office.suspended.both',
        'when the mission resumes, its office is suspended by itself alone',
      ],
    ],
  };

const once = { absent: 'a mission is established once: closed, it is reopened' };

/** States that are never come back to, by kind, and why. */
const leftForGood: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  'permanent-mission': once,
  'military-liaison-mission': once,
  'information-office': once,
  embassy: once,
  relations: { none: 'relations are established once: broken off, they are restored' },
  channel: { none: 'a channel that was once offered or designated ends, and is then ended' },
};

/** States that only closing and reopening bring back, and why. */
const leftForLife = {
  'established.headship.unreported': 'once it is known whether there is a head, it stays known',
  'established.militaryRepresentative.post.unreported': 'so it does of the chief military representative',
};

/**
 * The invariants that a dossier is checked for and the machines do not enforce, since sources may well tell of a breach:
 * a grant to a suspended mission, or a channel designated with its holder left unnamed.
 */
const onlyChecked: Partial<Record<Kind, readonly string[]>> = {
  'permanent-mission': ['no-accreditation-while-suspended'],
  'military-liaison-mission': ['no-accreditation-while-suspended'],
  'information-office': ['no-accreditation-while-suspended'],
  embassy: ['no-accreditation-while-suspended'],
  channel: ['channel-has-a-holder'],
};

/** Kinds that follow one chart are explored once. */
const charts = kinds.filter(
  (kind, index) => kinds.findIndex((other) => ruleBooks[other] === ruleBooks[kind]) === index,
);
const missions = charts.filter((kind) => ruleBooks[kind].staffed);

describe.each(charts)('the chart of %s', (kind) => {
  test('comes to every configuration that is possible', () => {
    const met = namesOf([...explored(kind, 'course').states.values()]);
    const exclusions = excluded[kind] ?? [];
    const possible = productOf(ruleBooks[kind].machine).filter(
      (leaves) => !exclusions.some(([leaf, other]) => leaves.includes(leaf) && leaves.includes(other)),
    );
    expect(met).toEqual(namesOf(possible));
  });

  test('has a place somewhere for every event type that the kind understands', () => {
    const applied = new Set(
      searchesOf(kind).flatMap(({ transitions }) => transitions.map(({ event }) => event.type)),
    );
    expect(understoodBy(kind).filter((type) => !applied.has(type))).toEqual([]);
  });

  test('leads from everywhere to every configuration but those left for good', () => {
    expectReturns(explored(kind, 'course'), Object.keys(leftForGood[kind] ?? {}));
  });

  test('keeps every invariant but those that are only checked', () => {
    const expected = (onlyChecked[kind] ?? []).map((id) => [id, expect.any(String)]);
    expect(breachesOf(kind)).toEqual(Object.fromEntries(expected));
  });

  test('is stepped by the engine as by XState', () => {
    expect(searchesOf(kind).flatMap(({ disagreements }) => disagreements)).toEqual([]);
  });
});

test.each(missions)('the chart of %s leads back to every configuration without a closing', (kind) => {
  const { states, transitions } = explored(kind, 'course');
  const life = [...states].filter(([, leaves]) => leaves.every((leaf) => leaf.startsWith('established.')));
  const living = new Map(life);
  const lived = transitions.filter(({ from, to }) => living.has(from) && living.has(to));
  expectReturns({ states: living, transitions: lived }, Object.keys(leftForLife));
});

test('every event type is understood by some kind', () => {
  const understood = new Set(kinds.flatMap(understoodBy));
  expect(eventTypes.filter((type) => !understood.has(type))).toEqual([]);
});

test('the charts are as large as on file', async () => {
  await expect(table()).toMatchFileSnapshot(resolve(import.meta.dirname, 'golden/exploration.md'));
});

/** Each of the types with each of the data. */
function every(types: readonly EventType[], ...data: readonly object[]): readonly Happening[] {
  const variants = data.length === 0 ? [{}] : data;
  return types.flatMap((type) => variants.map((said) => ({ type, ...said })));
}

const searches = new Map<string, Exploration>();

/** What a search found; each is made once. */
function explored(kind: Kind, alphabet: Alphabet): Exploration {
  const name = `${kind} ${alphabet}`;
  const known = new Set<string>(understoodBy(kind));
  const events = alphabets[alphabet].filter((event) =>
    known.has(typeof event === 'string' ? event : event.type),
  );
  const search = searches.get(name) ?? explore(kind, events, isCrowded);
  searches.set(name, search);
  return search;
}

function searchesOf(kind: Kind): readonly Exploration[] {
  return alphabetsFor(kind).map((alphabet) => explored(kind, alphabet));
}

function alphabetsFor(kind: Kind): readonly Alphabet[] {
  return ruleBooks[kind].staffed ? ['course', 'names', 'numbers'] : ['course'];
}

/** More than two persons or posts are certain, or possible where there is a bound. */
function isCrowded({ context }: Bare): boolean {
  const staff: Readonly<Record<string, Count | null>> = context['staff'] ?? {};
  return Object.values(staff).some((count) => count !== null && (count.max ?? count.min) > 2);
}

/** One state is come to from all, and leads to every configuration but those with a state that is left. */
function expectReturns(
  { states, transitions }: Pick<Exploration, 'states' | 'transitions'>,
  left: readonly string[],
) {
  const lasting = [...states].filter(([, leaves]) => !leaves.some((leaf) => left.includes(leaf)));
  const home = lasting[0]?.[0] ?? '';
  const homeward = leadingTo(home, transitions);
  const onward = leadingFrom(home, transitions);
  const trapped = [...states].filter(([state]) => !homeward.has(state));
  const regained = [...states].filter(([state]) => onward.has(state));
  expect(namesOf(trapped.map(([, leaves]) => leaves))).toEqual([]);
  expect(namesOf(regained.map(([, leaves]) => leaves))).toEqual(namesOf(lasting.map(([, leaves]) => leaves)));
}

/** The invariants of states and transitions that break somewhere, and what the first breach says. */
function breachesOf(kind: Kind): Readonly<Record<string, string>> {
  const found = searchesOf(kind);
  const breaches = invariants.flatMap(({ id, ...invariant }) => {
    const [says] = found.flatMap(({ told, transitions }) => {
      if (invariant.on === 'state')
        return [...told.values()].flatMap((state) => invariant.broken(state)?.says ?? []);
      if (invariant.on !== 'transition') return [];
      return transitions.flatMap(({ from, event, to }) => {
        const [before, after] = [told.get(from), told.get(to)];
        return before && after ? (invariant.broken(before.status, event, after.status) ?? []) : [];
      });
    });
    return says === undefined ? [] : [[id, says]];
  });
  return Object.fromEntries(breaches);
}

/** How large the charts are, as a table. */
function table(): string {
  const rows = charts.flatMap((kind) => {
    const kindsOfIt = kinds.filter((other) => ruleBooks[other] === ruleBooks[kind]).join(', ');
    const all = productOf(ruleBooks[kind].machine).length;
    return alphabetsFor(kind).map((alphabet) => {
      const { states, transitions } = explored(kind, alphabet);
      const met = namesOf([...states.values()]).length;
      return `| ${kindsOfIt} | ${alphabet} | ${met} of ${all} | ${states.size} | ${transitions.length} |`;
    });
  });
  return `${[
    'Written by `npm run golden`: how much of each chart tests/machines/exploration.test.ts comes to.',
    '',
    '| kinds | alphabet | configurations | states | transitions |',
    '| --- | --- | --: | --: | --: |',
    ...rows,
  ].join('\n')}\n`;
}

/** Configurations as texts, each once. */
function namesOf(configurations: readonly Configuration[]): readonly string[] {
  return [...new Set(configurations.map((leaves) => leaves.join(' ')))].sort();
}
