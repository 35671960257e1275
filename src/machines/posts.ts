/** Who holds a post: the head of mission, the chargé d'affaires ad interim, the chief military representative. */
import { type DomainEvent, isOneOf } from '../events/event.ts';
import { upon } from './rulebook.ts';

/** The head of mission (VCDR 14); he keeps the post while recalled for consultations. */
export interface Head {
  name: string;
  rank?: string;
  resident?: boolean;
}

/** The holder of a post whose name the record may not know. */
export interface Holder {
  name: string | null;
}

interface Headed {
  head: Head | null;
  charge: Holder | null;
}

interface Represented {
  militaryRepresentative: Holder | null;
}

/** The person named is the one on record as head, or no head is on record yet. */
export function isTheHead({ context, event }: { context: Headed; event: DomainEvent }): boolean {
  if (!isOneOf(event, ['head.ended', 'head.recalled', 'head.returned'])) return false;
  return context.head === null || context.head.name === event.name;
}

/** Nobody is on record as head. */
export function postIsFree({ context }: { context: Headed }): boolean {
  return context.head === null;
}

/** The person named, if one is named, is the one on record as chief military representative. */
export function isTheRepresentative({
  context,
  event,
}: {
  context: Represented;
  event: DomainEvent;
}): boolean {
  if (
    !isOneOf(event, [
      'military-representative.ended',
      'military-representative.recalled',
      'military-representative.returned',
    ])
  )
    return false;
  const known = context.militaryRepresentative?.name ?? null;
  return known === null || event.name === undefined || known === event.name;
}

export const headRecipes = {
  /** Who the head is becomes known: by appointment, or because the first news of him is his recall or return. */
  nameHead: upon(['head.appointed', 'head.recalled', 'head.returned'], (draft: Headed, event) => {
    draft.head = {
      name: event.name,
      ...(event.rank === undefined ? {} : { rank: event.rank }),
      ...(event.resident === undefined ? {} : { resident: event.resident }),
    };
  }),

  endHeadship: (draft: Headed) => {
    draft.head = null;
  },

  designateCharge: upon(['charge.designated'], (draft: Headed, event) => {
    draft.charge = { name: event.name ?? null };
  }),

  endCharge: (draft: Headed) => {
    draft.charge = null;
  },
};

export const militaryRepresentativeRecipes = {
  nameRepresentative: upon(
    [
      'military-representative.appointed',
      'military-representative.recalled',
      'military-representative.returned',
    ],
    (draft: Represented, event) => {
      draft.militaryRepresentative = { name: event.name ?? null };
    },
  ),

  endRepresentation: (draft: Represented) => {
    draft.militaryRepresentative = null;
  },
};
