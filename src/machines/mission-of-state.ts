/**
 * The missions that States send each other: embassies (VCDR), consulates (VCCR) and interests sections under a
 * protecting power (VCDR 45, 46). They follow one chart; what differs is law on persons, not on the course of things.
 */
import * as missions from './mission.ts';

export const missionOfState = missions.mission.createMachine({
  id: 'mission-of-state',
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
      },
    },
    closed: missions.closed,
  },
});
