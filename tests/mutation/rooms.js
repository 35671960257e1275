// @ts-check
/** The rooms in which mutants are sought, and the tests that each is held to, those that fail quickest first. */

/** @type {{ readonly [room: string]: { readonly files: readonly string[], readonly tests: readonly string[] } }} */
export const rooms = {
  count: { files: ['src/count.ts'], tests: ['tests/count.test.ts', 'tests/laws/counts.test.ts'] },
  time: {
    files: ['src/time/*.ts'],
    tests: [
      'tests/time/day.test.ts',
      'tests/time/clocks.test.ts',
      'tests/time/order.test.ts',
      'tests/time/edtf.test.ts',
      'tests/laws/order.test.ts',
      'tests/time/day.law.test.ts',
      'tests/time/edtf.law.test.ts',
    ],
  },
  machines: {
    files: ['src/machines/*.ts'],
    tests: [
      'tests/machines/rulebooks.test.ts',
      'tests/machines/relations.test.ts',
      'tests/machines/representation.test.ts',
      'tests/machines/channel.test.ts',
      'tests/machines/cooperation.test.ts',
      'tests/machines/information-office.test.ts',
      'tests/machines/mission-of-state.test.ts',
      'tests/machines/military-liaison-mission.test.ts',
      'tests/machines/permanent-mission.test.ts',
      'tests/machines/mission.test.ts',
      'tests/laws/staffing.test.ts',
    ],
  },
  invariants: {
    files: ['src/invariants/*.ts'],
    tests: [
      'tests/invariants/invariants.test.ts',
      'tests/invariants/bounds.test.ts',
      'tests/replay/bundled.test.ts',
      'tests/laws/invariants.test.ts',
    ],
  },
  replay: {
    files: ['src/replay/*.ts'],
    tests: [
      'tests/replay/column.test.ts',
      'tests/replay/interned.test.ts',
      'tests/replay/recorder.test.ts',
      'tests/replay/changes.test.ts',
      'tests/replay/doubt.test.ts',
      'tests/replay/timeline.test.ts',
      'tests/replay/log.test.ts',
      'tests/replay/why.test.ts',
      'tests/machines/cooperation.test.ts',
      'tests/store/bad-input.test.ts',
      'tests/laws/streams.test.ts',
      'tests/laws/branch.test.ts',
      'tests/machines/mission.test.ts',
      'tests/laws/accounts.test.ts',
      'tests/laws/corrections.test.ts',
      'tests/laws/standing.test.ts',
      'tests/laws/replay.test.ts',
      'tests/laws/domain.test.ts',
      'tests/laws/time.test.ts',
      'tests/laws/knowledge.test.ts',
      'tests/laws/doubt.test.ts',
      'tests/laws/chart.test.ts',
      'tests/replay/bundled.test.ts',
      'tests/laws/compile.test.ts',
    ],
  },
};
