import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branchOf } from '../../src/replay/branch.ts';
import { fieldsOf } from '../../src/replay/evolve.ts';
import { knownOf } from '../../src/replay/known.ts';
import { type EventRecord, kindOf } from '../../src/replay/record.ts';
import { chartFor, stateOn } from '../../src/replay/walk.ts';
import { type Hinge, hingesOf } from '../../src/simulation/hinges.ts';
import type { AsOf } from '../../src/time/clocks.ts';
import { anyDossier, anyQuestion, recordFrom } from '../laws/dossiers.ts';
import { IT, recordOf, remade } from '../record.ts';
import { bundled, on } from './bundled.ts';

const record = await bundled();

describe('the status of the Russian mission on 10 November 2021', () => {
  test('hinges on its establishment and on the statement of 18 October', () => {
    expect(hingesOf(record, 'russian-mission', on('2021-11-10'), ['status'])).toEqual({
      subject: 'russian-mission',
      hinges: [
        { event: '1998-russia/1', field: 'status', with: 'suspended', without: 'absent' },
        { event: '2021-10-18-russia/1', field: 'status', with: 'suspended', without: 'operating' },
      ],
      tried: 35,
      uncertain: [],
    });
  });

  test('as announced the day before the statement it hinges on the establishment alone', () => {
    const asked = on('2021-11-10', { announcedBy: on('2021-10-17').at });
    expect(hingesOf(record, 'russian-mission', asked, ['status']).hinges).toEqual([
      { event: '1998-russia/1', field: 'status', with: 'operating', without: 'absent' },
    ]);
  });

  test('where the dates leave it open that is told', () => {
    const { hinges, uncertain } = hingesOf(record, 'russian-mission', on('2021-11-02'), ['status']);
    expect(hinges.map(({ event }) => event)).toEqual(['1998-russia/1']);
    expect(uncertain.map(({ field }) => field)).toEqual(['status']);
  });
});

test('the ceiling hinges on the last act alone, and would be eighteen without it', () => {
  expect(hingesOf(record, 'russian-mission', on('2021-11-10'), ['staff.ceiling']).hinges.slice(1)).toEqual([
    {
      event: '2021-10-06-nato/3',
      field: 'staff.ceiling',
      with: { min: 10, max: 10 },
      without: { min: 18, max: 18 },
    },
  ]);
});

test('an event that kept another from having a place is a hinge, though nothing rests on it', () => {
  const one = recordOf({
    kind: 'embassy',
    events: [
      'mission.established',
      { type: 'staff.reported', accredited: 2 },
      { type: 'ceiling.set', limit: 2 },
      { type: 'accreditation.granted', count: 1 },
      'ceiling.lifted',
    ],
  });
  expect(hingesOf(one, IT, on('2020-06-01'), ['staff.accredited']).hinges).toContainEqual({
    event: 'e3/1',
    field: 'staff.accredited',
    with: { min: 2, max: 2 },
    without: { min: 3, max: 3 },
  });
});

test('a correction and a retraction count from their recording on', () => {
  const one = recordOf({ kind: 'embassy', events: ['mission.established', 'operations.suspended'] });
  const [first, second] = one.events;
  if (first === undefined || second === undefined) throw new Error('the record has two events');
  const grounds = { recorded: on('2021-01-01').at, change: { reason: 'an error', sources: [] } };
  const retracted = {
    ...second,
    versions: [second.versions[0], { ...grounds, event: null, accounts: new Map() }],
  } as const;
  const changed = remade(one, { events: [first, retracted] });
  const at = (recordedBy: string) =>
    hingesOf(changed, IT, on('2020-06-01', { recordedBy: on(recordedBy).at }), ['status']);
  expect(at('2020-12-31')).toMatchObject({ tried: 2, hinges: [{ event: 'e1/1' }, { event: 'e2/1' }] });
  expect(at('2021-01-01')).toMatchObject({ tried: 1, hinges: [{ event: 'e1/1' }] });
});

test('nothing hinges on anything where nothing happened', () => {
  expect(hingesOf(record, 'russian-mission', on('1990-01-01'))).toMatchObject({ hinges: [], tried: 0 });
  expect(() => hingesOf(record, 'russia', on('1990-01-01'))).toThrow('no such subject: russia');
});

test('each hinge is what a full replay of the record without the event says, and there are no others', () => {
  fc.assert(
    fc.property(
      anyDossier({ subjects: 2, entries: 14, days: 20 }),
      anyQuestion({ days: 20 }),
      (written, when) => {
        const generated = recordFrom(written);
        for (const subject of Object.keys(generated.dossier.subjects)) {
          const expected = [...generated.events].flatMap(({ id }): Hinge[] => {
            const less = remade(generated, {
              events: [...generated.events].filter((event) => event.id !== id),
            });
            const found = differing(generated, less, subject, when, id);
            const branch = branchOf(generated, { acts: [], events: [], without: [id] });
            expect(differing(generated, branch, subject, when, id)).toEqual(found);
            return found;
          });
          const { hinges } = hingesOf(generated, subject, when);
          expect(sorted(hinges)).toEqual(sorted(expected));
        }
      },
    ),
    { numRuns: 80 },
  );
});

function differing(
  here: EventRecord,
  there: EventRecord,
  subject: string,
  when: AsOf,
  event: string,
): Hinge[] {
  const [is, would] = [fieldsOn(here, subject, when), fieldsOn(there, subject, when)];
  return [...new Set([...is.keys(), ...would.keys()])].flatMap((field) => {
    const [value, other] = [is.get(field) ?? null, would.get(field) ?? null];
    return JSON.stringify(value) === JSON.stringify(other)
      ? []
      : [{ event, field, with: value, without: other }];
  });
}

function fieldsOn(one: EventRecord, subject: string, when: AsOf) {
  const chart = chartFor(kindOf(one, subject));
  return fieldsOf(chart, stateOn(chart, knownOf(one, subject, when), when, when.at).snapshot);
}

function sorted(hinges: readonly Hinge[]): readonly string[] {
  return hinges.map((hinge) => JSON.stringify(hinge)).sort();
}
