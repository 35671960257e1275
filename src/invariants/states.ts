/** What must hold of every state and of every transition of a subject. */
import type { Count } from '../count.ts';
import { isOneOf } from '../events/event.ts';
import type { Described } from '../replay/describe.ts';
import type { Invariant } from './invariant.ts';

export const onStates: readonly Invariant[] = [
  {
    id: 'ranges-hold-something',
    statement: 'No range of persons or posts is negative or empty.',
    article: null,
    on: 'state',
    broken: ({ staff }) => {
      const ranges: readonly (readonly [string, Count | null])[] = Object.entries({ ...staff });
      const wrong = ranges.filter(
        ([, range]) => range !== null && (range.min < 0 || (range.max !== null && range.max < range.min)),
      );
      return wrong.length === 0 ? null : `nothing is possible for ${wrong.map(([name]) => name).join(', ')}`;
    },
  },
  {
    id: 'within-ceiling',
    statement: 'No more staff is accredited than the ceiling in force allows.',
    article: 'VCDR 11(1); VCCR 20',
    on: 'state',
    broken: ({ staff }) => {
      const [limit, most] = [staff?.ceiling?.max, staff?.accredited.max];
      if (limit === undefined || limit === null || (typeof most === 'number' && most <= limit)) return null;
      return `${most === null ? 'any number' : `up to ${most}`} may be accredited under a ceiling of ${limit}`;
    },
  },
  {
    id: 'nobody-where-no-mission',
    statement:
      'Nobody is accredited, and nobody holds a post, at a mission that is closed or not yet established.',
    article: 'VCDR 43, 45; VCCR 27',
    on: 'state',
    broken: ({ status, staff, head, charge, militaryRepresentative }) => {
      if (staff === undefined || (status !== 'closed' && status !== 'absent')) return null;
      if (staff.accredited.max !== 0 || staff.pending.max !== 0)
        return `staff or requests remain while ${status}`;
      const holders = [head, charge, militaryRepresentative].filter(
        (holder) => holder !== null && holder !== undefined,
      );
      return holders.length === 0 ? null : `a post is held while ${status}`;
    },
  },
  {
    id: 'suspended-with-its-representative',
    statement:
      'While a permanent mission is suspended, so is the office of its chief military representative.',
    article: null,
    on: 'state',
    broken: ({ status, state }) => {
      const office = regionOf(state, 'established', 'militaryRepresentative', 'office');
      return status === 'suspended' && office === 'operating'
        ? 'the office works while the mission does not'
        : null;
    },
  },
  {
    id: 'channel-has-a-holder',
    statement: 'A designated channel has a holder.',
    article: 'VCDR 45(c), 46',
    on: 'state',
    broken: ({ status, holder }) =>
      status === 'designated' && holder === null ? 'nobody is named as its holder' : null,
  },
  {
    id: 'no-accreditation-while-suspended',
    statement: 'A suspended mission is granted no accreditation.',
    article: null,
    on: 'transition',
    broken: (before, event) =>
      before.status === 'suspended' && isOneOf(event, ['accreditation.granted'])
        ? 'accreditation is granted while the mission is suspended'
        : null,
  },
  {
    id: 'closed-until-reopened',
    statement: 'A closed mission comes back only by a reopening.',
    article: 'VCDR 2',
    on: 'transition',
    broken: (before, event, after) =>
      before.status === 'closed' && after.status !== 'closed' && event.type !== 'mission.reopened'
        ? `${event.type} brought a closed mission back`
        : null,
  },
  {
    id: 'suspended-until-resumed',
    statement: 'A suspended mission works again only by a resumption, or by being closed and reopened.',
    article: null,
    on: 'transition',
    broken: (before, event, after) =>
      before.staff !== undefined &&
      before.status === 'suspended' &&
      after.status === 'operating' &&
      event.type !== 'operations.resumed'
        ? `${event.type} made a suspended mission work`
        : null,
  },
];

/** The state of a region within regions, undefined where it is not active. */
function regionOf(state: Described['state'], ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null
        ? Object.entries(part).find(([name]) => name === key)?.[1]
        : undefined,
    state,
  );
}
