import { describe, expect, test } from 'vitest';
import { stateAt } from '../../src/replay/world.ts';
import { type Raw, recordFrom } from '../laws/dossiers.ts';
import { dayNamed } from '../record.ts';

describe('one announcement is one choice of a day', () => {
  test('told on one day of a window, dated and undated events are weighed by themselves: a value too many, none too few', () => {
    const told = act('r1', '2020-01-16/2020-01-17', [
      { type: 'relations.broken-off', effective: '2020-01-17' },
      { type: 'relations.established' },
    ]);
    expect(uncertainStatus([told], '2020-01-20', '2020-01-16')).toEqual({
      earliest: 'broken-off',
      latest: 'none',
      others: ['established'],
    });
  });

  test('the events of an act keep their order among others of the same day', () => {
    const entries = [
      act('r1', '2020-01-16', [
        { type: 'relations.established' },
        { type: 'relations.broken-off', effective: '2020-01-16' },
        { type: 'relations.restored' },
      ]),
      act('r2', '2020-01-01', [{ type: 'relations.restored', effective: '2020-01-10/2020-01-20' }]),
    ];
    expect(uncertainStatus(entries, '2020-01-18')).toBeNull();
  });

  test('an event whose announcement is corrected is announced apart from its act', () => {
    const entries = [
      act('r0', '2020-01-01', [{ type: 'relations.established' }]),
      act('r1', '2020-01-10', [{ type: 'relations.restored' }, { type: 'relations.broken-off' }]),
      act('r2', '2020-01-10', [{ type: 'relations.restored', effective: '2020-01-12/2020-01-25' }]),
      {
        corrects: 'r1/1',
        set: { announced: '2020-01-20' },
        reason: 'because',
        recorded: '2020-02-01',
        sources: [{ title: 'source' }],
      },
    ];
    expect(uncertainStatus(entries, '2020-01-15')).toEqual({ earliest: 'established', latest: 'broken-off' });
  });
});

function act(name: string, announced: string, events: readonly Raw[]): Raw {
  return {
    act: name,
    by: 'a',
    title: name,
    announced,
    sources: [{ title: 'source' }],
    events: events.map((event) => ({ subject: 'it', ...event })),
  };
}

/** The values that the status of relations may have on a day, where there are several. */
function uncertainStatus(entries: readonly Raw[], at: string, announcedBy: string | null = null) {
  const dossier = {
    title: 'A test',
    parties: { a: 'A' },
    subjects: { it: { kind: 'relations', name: 'It' } },
  } as const;
  const world = stateAt(recordFrom({ dossier, files: [{ file: 'a.yaml', entries }] }), {
    at: dayNamed(at),
    announcedBy: announcedBy === null ? null : dayNamed(announcedBy),
    recordedBy: null,
    account: null,
    reading: 'latest',
  });
  const mark = world.subjects['it']?.uncertain.find(({ field }) => field === 'status');
  if (mark === undefined) return null;
  const { earliest, latest, others } = mark;
  return { earliest, latest, ...(others === undefined ? {} : { others }) };
}
