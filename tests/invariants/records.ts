/** Records of several subjects in short notation, and what a check finds in them. */
import type { Dossier, Subject } from '../../src/events/dossier.ts';
import type { EventType } from '../../src/events/vocabulary.ts';
import { check } from '../../src/invariants/check.ts';
import type { Violation } from '../../src/invariants/violations.ts';
import type { Knowledge } from '../../src/replay/known.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { assembled } from '../record.ts';

/** Everything that is on record, in its base version. */
export const ALL: Knowledge = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' };

/** What happens to a subject, and when; with its data, and `announced` and `recorded` of its act. */
export type Told = readonly [
  subject: string,
  type: EventType,
  effective: string,
  more?: { readonly [field: string]: unknown },
];

const between = { sending: 'a', receiving: 'b' };

/** The cast of these records: missions of A to B, their relations, and what else there may be. */
const cast: { readonly [id: string]: Subject } = {
  relations: { kind: 'relations', name: 'Relations', ...between },
  embassy: { kind: 'embassy', name: 'Embassy', ...between },
  'return-embassy': { kind: 'embassy', name: 'Embassy the other way', sending: 'b', receiving: 'a' },
  'embassy-to-c': { kind: 'embassy', name: 'Embassy to C', sending: 'a', receiving: 'c' },
  'embassy-unsaid': { kind: 'embassy', name: 'Embassy, no sides given' },
  consulate: { kind: 'consulate', name: 'Consulate', ...between },
  section: { kind: 'interests-section', name: 'Interests Section', ...between },
  mission: { kind: 'permanent-mission', name: 'Permanent Mission', ...between },
  office: { kind: 'information-office', name: 'Information Office', ...between },
  channel: { kind: 'channel', name: 'Channel', ...between },
  level: { kind: 'representation', name: 'Representation', ...between },
};

const dossier: Dossier = { title: 'A test', parties: { a: 'A', b: 'B', c: 'C' }, subjects: cast };

/** A record in which each event is an act of its own, e1, e2, …, announced on the first of 1900 unless said otherwise. */
export function recordOf(...told: readonly Told[]): EventRecord {
  const entries = told.map(([subject, type, effective, more = {}], index) => {
    const { announced = '1900-01-02', recorded, ...data } = more;
    return {
      act: `e${index + 1}`,
      by: 'a',
      title: type,
      announced,
      ...(recorded === undefined ? {} : { recorded }),
      sources: [{ title: 'a source' }],
      events: [{ subject, type, effective, ...data }],
    };
  });
  return recordWith(...entries);
}

/** A record of entries as an act file has them. */
export function recordWith(...entries: readonly object[]): EventRecord {
  return assembled(dossier, [{ file: 'a.yaml', entries }]);
}

/** Every violation of one invariant. */
export function violationsOf(id: string, record: EventRecord, knowledge = ALL): readonly Violation[] {
  const verdict = check(record, knowledge).invariants.find((invariant) => invariant.id === id);
  if (verdict === undefined) throw new Error(`no such invariant: ${id}`);
  return verdict.violations;
}
