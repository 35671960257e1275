/**
 * A permanent mission to an organisation, as the Russian Mission to NATO: accredited by the organisation, within a
 * ceiling that the organisation sets, and with a chief military representative who is part of it.
 * Words and articles: Vienna Convention on Diplomatic Relations 1961; Brussels Agreement of 14 September 1994.
 */
import * as missions from './mission.ts';

/** The chief military representative: a post of its own, and an office that is suspended with the mission. */
const militaryRepresentative = missions.mission.createStateConfig({
  type: 'parallel',
  states: {
    post: {
      initial: 'unreported',
      states: {
        unreported: {
          on: {
            'military-representative.appointed': { target: 'inPost', actions: 'nameRepresentative' },
            'military-representative.recalled': { target: 'recalled', actions: 'nameRepresentative' },
            'military-representative.returned': { target: 'inPost', actions: 'nameRepresentative' },
            'military-representative.ended': 'vacant',
          },
        },
        vacant: {
          on: { 'military-representative.appointed': { target: 'inPost', actions: 'nameRepresentative' } },
        },
        inPost: {
          on: {
            'military-representative.recalled': { guard: 'isTheRepresentative', target: 'recalled' },
            'military-representative.ended': {
              guard: 'isTheRepresentative',
              target: 'vacant',
              actions: 'endRepresentation',
            },
            'accreditation.withdrawn': {
              guard: 'ofEveryone',
              target: 'vacant',
              actions: 'endRepresentation',
            },
            'staff.recalled': { guard: 'ofEveryone', target: 'recalled' },
          },
        },
        recalled: {
          on: {
            'military-representative.recalled': { guard: 'isTheRepresentative' },
            'military-representative.returned': { guard: 'isTheRepresentative', target: 'inPost' },
            'military-representative.ended': {
              guard: 'isTheRepresentative',
              target: 'vacant',
              actions: 'endRepresentation',
            },
            'accreditation.withdrawn': {
              guard: 'ofEveryone',
              target: 'vacant',
              actions: 'endRepresentation',
            },
          },
        },
      },
    },
    office: {
      initial: 'operating',
      states: {
        operating: {
          id: 'representativeOperating',
          on: {
            'military-representative.suspended': 'suspended',
            'operations.suspended': 'suspended.withMission',
          },
        },
        suspended: {
          initial: 'alone',
          states: {
            alone: {
              on: {
                'military-representative.resumed': '#representativeOperating',
                'operations.suspended': 'both',
              },
            },
            withMission: {
              on: {
                // One act may name both, the mission and its representative: that is no suspension of its own.
                'military-representative.suspended': 'withMission',
                'operations.resumed': '#representativeOperating',
              },
            },
            // Suspended for itself before the mission was, it stays so when the mission resumes.
            both: {
              on: {
                'military-representative.resumed': 'withMission',
                'operations.resumed': 'alone',
              },
            },
          },
        },
      },
    },
  },
});

export const permanentMission = missions.mission.createMachine({
  id: 'permanent-mission',
  context: missions.noMission,
  initial: 'absent',
  states: {
    absent: missions.absent,
    established: {
      type: 'parallel',
      on: { 'mission.closed': missions.closing },
      states: {
        operation: missions.operation,
        access: missions.access,
        headship: missions.headship,
        charge: missions.charge,
        staffing: missions.staffingUnderCeiling,
        militaryRepresentative,
      },
    },
    closed: missions.closed,
  },
});
