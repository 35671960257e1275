/** The law for every kind of subject, in one table. */
import type { Kind } from '../events/dossier.ts';
import { type EventType, eventTypes } from '../events/vocabulary.ts';
import { channel, channelRecipes, channelStatus } from './channel.ts';
import { cooperation, cooperationRecipes, cooperationRefusals, cooperationStatus } from './cooperation.ts';
import { informationOffice } from './information-office.ts';
import { militaryLiaisonMission } from './military-liaison-mission.ts';
import { missionRecipes, missionRefusals, missionStatus } from './mission.ts';
import { missionOfState } from './mission-of-state.ts';
import { permanentMission } from './permanent-mission.ts';
import { relations, relationsStatus } from './relations.ts';
import { representation, representationStatus } from './representation.ts';
import type { RuleBook } from './rulebook.ts';

const missions = {
  recipes: missionRecipes,
  refusals: missionRefusals,
  status: { from: ['state', 'state.operation'], of: missionStatus },
  staffed: true,
};
const staff = ['staff.ceiling', 'staff.accredited', 'staff.pending'];
const ofState: RuleBook = {
  ...missions,
  machine: missionOfState,
  fields: [...staff, 'head', 'charge', 'admitted'],
};

/** The rule book of each kind. */
export const ruleBooks: Readonly<Record<Kind, RuleBook>> = {
  'permanent-mission': {
    ...missions,
    machine: permanentMission,
    fields: [...staff, 'head', 'charge', 'admitted', 'militaryRepresentative'],
  },
  'military-liaison-mission': {
    ...missions,
    machine: militaryLiaisonMission,
    fields: [...staff, 'head', 'charge', 'admitted'],
  },
  'information-office': { ...missions, machine: informationOffice, fields: [...staff, 'head'] },
  embassy: ofState,
  consulate: ofState,
  'interests-section': ofState,
  relations: {
    machine: relations,
    recipes: {},
    refusals: {},
    fields: [],
    status: { from: ['state'], of: relationsStatus },
    staffed: false,
  },
  channel: {
    machine: channel,
    recipes: channelRecipes,
    refusals: {},
    fields: ['holder', 'capacity'],
    status: { from: ['state'], of: channelStatus },
    staffed: false,
  },
  cooperation: {
    machine: cooperation,
    recipes: cooperationRecipes,
    refusals: cooperationRefusals,
    fields: ['suspended.cooperation', 'suspended.dialogue'],
    status: { from: ['state.practical', 'state.dialogue'], of: cooperationStatus },
    staffed: false,
  },
  representation: {
    machine: representation,
    recipes: {},
    refusals: {},
    fields: [],
    status: { from: ['state'], of: representationStatus },
    staffed: false,
  },
};

/** The event types that a kind has a place for in some state, in the order of the vocabulary. */
export function understoodBy(kind: Kind): readonly EventType[] {
  const found =
    understood.get(kind) ?? eventTypes.filter((type) => ruleBooks[kind].machine.events.includes(type));
  understood.set(kind, found);
  return found;
}

const understood = new Map<Kind, readonly EventType[]>();
