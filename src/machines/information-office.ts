/**
 * An information office, as NATO's in Moscow: attached to the embassy of a member State and staffed under that
 * State's name. It holds no mission status of its own: the receiving State sets it no ceiling (VCDR 11), it has no
 * chargé d'affaires (VCDR 19), and no rule of access.
 */
import * as missions from './mission.ts';

/** The staff is accredited through the embassy. */
const staffing = missions.mission.createStateConfig({
  initial: 'throughEmbassy',
  on: missions.accreditationEvents,
  states: { throughEmbassy: {} },
});

export const informationOffice = missions.mission.createMachine({
  id: 'information-office',
  context: missions.noMission,
  initial: 'absent',
  states: {
    absent: missions.absent,
    established: {
      type: 'parallel',
      on: { 'mission.closed': missions.closing },
      states: {
        operation: missions.operation,
        headship: missions.headship,
        staffing,
      },
    },
    closed: missions.closed,
  },
});
