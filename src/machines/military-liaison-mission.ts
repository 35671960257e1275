/**
 * A military liaison mission, as NATO's in Moscow: it works on the accreditation of its members by the receiving
 * State, which may withdraw all of it; the mission then goes on existing, with nobody in it.
 */
import * as missions from './mission.ts';

/** Whether the receiving State accredits the mission's members (VCDR 9, 43(b)). */
const accreditation = missions.mission.createStateConfig({
  initial: 'standing',
  states: {
    standing: { on: { 'accreditation.withdrawn': { guard: 'ofEveryone', target: 'withdrawn' } } },
    withdrawn: { on: { 'accreditation.granted': { guard: 'withinCeiling', target: 'standing' } } },
  },
});

export const militaryLiaisonMission = missions.mission.createMachine({
  id: 'military-liaison-mission',
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
        accreditation,
        headship: missions.headship,
        charge: missions.charge,
        staffing: missions.staffingUnderCeiling,
      },
    },
    closed: missions.closed,
  },
});
