/** What must hold of every state and of every transition of a subject. Most of it the machines see to themselves. */
import { type Count, isCount } from '../count.ts';
import { isMap } from '../events/read.ts';
import type { Described } from '../replay/describe.ts';
import type { Fault, Invariant } from './invariant.ts';

export const onStates: readonly Invariant[] = [
  {
    id: 'ranges-hold-something',
    statement: 'No range of persons or posts is negative or empty.',
    article: null,
    on: 'state',
    broken: (state) => {
      const wrong = rangesOf(state).filter(([, { min, max }]) => min < 0 || (max !== null && max < min));
      if (wrong.length === 0) return null;
      const says = wrong.map(([field, { min, max }]) => `${field} is ${min} to ${max}`).join(', ');
      return { says, fields: wrong.map(([field]) => field) };
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
      return {
        says: `${most === null ? 'any number' : `up to ${most}`} may be accredited under a ceiling of ${limit}`,
        fields: ['staff.ceiling', 'staff.accredited'],
      };
    },
  },
  {
    id: 'nobody-where-no-mission',
    statement:
      'Nobody is accredited, and nobody holds a post, at a mission that is closed or not yet established.',
    article: 'VCDR 43, 45; VCCR 25',
    on: 'state',
    broken: ({ status, staff, head, charge, militaryRepresentative }): Fault | null => {
      if (staff === undefined || (status !== 'closed' && status !== 'absent')) return null;
      const remaining = {
        'staff.accredited': staff.accredited.max !== 0,
        'staff.pending': staff.pending.max !== 0,
        head: isMap(head),
        charge: isMap(charge),
        militaryRepresentative: isMap(militaryRepresentative),
      };
      const fields = Object.entries(remaining).flatMap(([field, remains]) => (remains ? [field] : []));
      if (fields.length === 0) return null;
      return { says: `${fields.join(', ')} remain while it is ${status}`, fields: ['status', ...fields] };
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
      if (status !== 'suspended' || office !== 'operating') return null;
      return {
        says: 'the office of its military representative works while the mission is suspended',
        fields: ['status', 'state.militaryRepresentative.office'],
      };
    },
  },
  {
    id: 'channel-has-a-holder',
    statement: 'A designated channel has a holder.',
    article: 'VCDR 45(c), 46',
    on: 'state',
    broken: ({ status, holder }) =>
      status === 'designated' && holder === null
        ? { says: 'it is designated, and nobody is named as its holder', fields: ['status', 'holder'] }
        : null,
  },
  {
    id: 'no-accreditation-while-suspended',
    statement: 'A suspended mission is granted no accreditation.',
    article: null,
    on: 'transition',
    broken: (before, { type, effective }) =>
      before === 'suspended' && type === 'accreditation.granted'
        ? `accreditation is granted, ${effective.edtf}, while the mission is suspended`
        : null,
  },
  {
    id: 'closed-until-reopened',
    statement: 'A closed mission comes back only by a reopening.',
    article: 'VCDR 2; VCCR 4',
    on: 'transition',
    broken: (before, { type, effective }, after) =>
      before === 'closed' && after !== 'closed' && type !== 'mission.reopened'
        ? `${type}, ${effective.edtf}, brings a closed mission back`
        : null,
  },
  {
    id: 'suspended-until-resumed',
    statement: 'A suspended mission works again only by a resumption, or by being closed and reopened.',
    article: null,
    on: 'transition',
    broken: (before, { type, effective }, after) =>
      before === 'suspended' && after === 'operating' && type !== 'operations.resumed'
        ? `${type}, ${effective.edtf}, makes a suspended mission work`
        : null,
  },
];

/** The ranges of a state by field: its staff, and how many may enter. */
function rangesOf({ staff, admitted }: Described): readonly (readonly [string, Count])[] {
  const ranges: readonly (readonly [string, unknown])[] = [
    ...Object.entries({ ...staff }).map(([name, range]) => [`staff.${name}`, range] as const),
    ['admitted', admitted],
  ];
  return ranges.flatMap(([field, range]) => (isCount(range) ? [[field, range] as const] : []));
}

/** The state of a region within regions, undefined where it is not active. */
function regionOf(state: Described['state'], ...path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => (isMap(part) ? part[key] : undefined), state);
}
