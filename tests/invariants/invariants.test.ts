import { describe, expect, test } from 'vitest';
import type { Count } from '../../src/count.ts';
import type { EventType } from '../../src/events/vocabulary.ts';
import { invariants } from '../../src/invariants/check.ts';
import type { Fault } from '../../src/invariants/invariant.ts';
import type { Violation } from '../../src/invariants/violations.ts';
import type { Described } from '../../src/replay/describe.ts';
import type { EventRecord } from '../../src/replay/record.ts';
import { type Day, parseDay } from '../../src/time/day.ts';
import { remade } from '../record.ts';
import { recordOf, recordWith, type Told, violationsOf } from './records.ts';

/** One case for an invariant: where nothing is found, a near miss. */
type Example = readonly [
  when: string,
  ...(
    | readonly [record: EventRecord, found: readonly Violation[]]
    // What the machines make impossible is held against states and transitions made by hand.
    | readonly [state: { readonly state: Described }, fault: Fault | null]
    | readonly [transition: readonly [before: string, EventType, after: string], says: string | null]
  ),
];

const ESTABLISHED: Told = ['mission', 'mission.established', '2000-01-02'];
const BROKEN_OFF: readonly Told[] = [
  ['relations', 'relations.established', '1999-01-02'],
  ['relations', 'relations.broken-off', '2001-03-05'],
];
const WORKING: Told = ['embassy', 'mission.established', '2000-01-02'];

const examples: { readonly [invariant: string]: readonly Example[] } = {
  'ranges-hold-something': [
    [
      'staff is 5 to 3',
      state({ staff: staff({ accredited: { min: 5, max: 3 } }) }),
      { says: 'staff.accredited is 5 to 3', fields: ['staff.accredited'] },
    ],
    [
      'fewer than nobody may enter, and fewer than none are vacant',
      state({ staff: staff({ vacant: { min: -2, max: null } }), admitted: { min: -1, max: 2 } }),
      { says: 'staff.vacant is -2 to null, admitted is -1 to 2', fields: ['staff.vacant', 'admitted'] },
    ],
    ['staff is 3 to 3', state({ staff: staff({ accredited: { min: 3, max: 3 } }), admitted: null }), null],
    ['there is no staff, as in relations', state({ status: 'broken-off' }), null],
  ],

  'within-ceiling': [
    [
      'eleven may be accredited under a ceiling of ten',
      state({ staff: staff({ ceiling: { min: 8, max: 10 }, accredited: { min: 9, max: 11 } }) }),
      {
        says: 'up to 11 may be accredited under a ceiling of 10',
        fields: ['staff.ceiling', 'staff.accredited'],
      },
    ],
    [
      'any number may be',
      state({ staff: staff({ ceiling: { min: 10, max: 10 }, accredited: { min: 0, max: null } }) }),
      {
        says: 'any number may be accredited under a ceiling of 10',
        fields: ['staff.ceiling', 'staff.accredited'],
      },
    ],
    [
      'ten are accredited under a ceiling of ten',
      state({ staff: staff({ ceiling: { min: 8, max: 10 }, accredited: { min: 10, max: 10 } }) }),
      null,
    ],
    [
      'the ceiling has no upper bound that is known',
      state({ staff: staff({ ceiling: { min: 8, max: null }, accredited: { min: 0, max: null } }) }),
      null,
    ],
    ['there is no ceiling', state({ staff: staff({ accredited: { min: 0, max: null } }) }), null],
  ],

  'nobody-where-no-mission': [
    [
      'a closed mission has a head and requests',
      state({ status: 'closed', staff: staff({ pending: { min: 0, max: 2 } }), head: { name: 'Smith' } }),
      {
        says: 'staff.pending, head remain while it is closed',
        fields: ['status', 'staff.pending', 'head'],
      },
    ],
    [
      'staff, a chargé and a military representative are at a mission that is not established',
      state({
        status: 'absent',
        staff: staff({ accredited: { min: 0, max: null } }),
        charge: { name: null },
        militaryRepresentative: { name: 'Jones' },
      }),
      {
        says: 'staff.accredited, charge, militaryRepresentative remain while it is absent',
        fields: ['status', 'staff.accredited', 'charge', 'militaryRepresentative'],
      },
    ],
    ['a closed mission has nobody', state({ status: 'closed', staff: staff({}), head: null }), null],
    [
      'a suspended mission has staff and a head',
      state({
        status: 'suspended',
        staff: staff({ accredited: { min: 4, max: 4 } }),
        head: { name: 'Smith' },
      }),
      null,
    ],
  ],

  'suspended-with-its-representative': [
    [
      'the office works on',
      state({
        status: 'suspended',
        state: { established: { militaryRepresentative: { office: 'operating' } } },
      }),
      {
        says: 'the office of its military representative works while the mission is suspended',
        fields: ['status', 'state.militaryRepresentative.office'],
      },
    ],
    [
      'the office is suspended',
      state({
        status: 'suspended',
        state: { established: { militaryRepresentative: { office: { suspended: 'withMission' } } } },
      }),
      null,
    ],
    ['the mission has no such office', state({ status: 'suspended', state: { established: {} } }), null],
    [
      'in a record in which the office resumed and the mission did not',
      recordOf(
        ESTABLISHED,
        ['mission', 'military-representative.suspended', '2000-02-02'],
        ['mission', 'operations.suspended', '2000-02-03'],
        ['mission', 'military-representative.resumed', '2000-02-04'],
      ),
      [],
    ],
  ],

  'channel-has-a-holder': [
    [
      'nobody is named, confirmed or not, until somebody is',
      recordOf(
        ['channel', 'channel.offered', '2000-01-02', { holder: 'Smith' }],
        ['channel', 'channel.designated', '2000-01-05'],
        ['channel', 'channel.confirmed', '2000-01-07'],
        ['channel', 'channel.designated', '2000-02-02', { holder: 'Smith' }],
      ),
      [
        {
          subject: 'channel',
          says: 'it is designated, and nobody is named as its holder',
          events: ['e2/1'],
          from: dayNamed('2000-01-05'),
          to: dayNamed('2000-02-02'),
        },
      ],
    ],
    [
      'nobody is ever named',
      recordOf(['channel', 'channel.designated', '2000-01/2000-03']),
      [
        {
          subject: 'channel',
          says: 'it is designated, and nobody is named as its holder',
          events: ['e1/1'],
          from: dayNamed('2000-03-31'),
          to: null,
        },
      ],
    ],
    [
      'for one day, after which the channel may have ended',
      recordOf(['channel', 'channel.ended', '2000'], ['channel', 'channel.designated', '2000-01-05']),
      [
        {
          subject: 'channel',
          says: 'it is designated, and nobody is named as its holder',
          events: ['e2/1'],
          from: dayNamed('2000-01-05'),
          to: dayNamed('2000-01-06'),
        },
      ],
    ],
    [
      'he may have been named before',
      recordOf(
        ['channel', 'channel.designated', '2000-01/2000-03'],
        ['channel', 'channel.designated', '2000-02/2000-03-31', { holder: 'Smith' }],
      ),
      [],
    ],
    [
      'somebody is named, or the channel is only offered, or has ended',
      recordOf(
        ['channel', 'channel.offered', '2000-01-02'],
        ['channel', 'channel.designated', '2000-01-05', { holder: 'Smith' }],
        ['channel', 'channel.ended', '2000-01-07'],
      ),
      [],
    ],
  ],

  'no-accreditation-while-suspended': [
    [
      'accreditation is granted to a suspended mission',
      recordOf(
        ESTABLISHED,
        ['mission', 'operations.suspended', '2000-02-02'],
        ['mission', 'accreditation.granted', '2000-02-02', { count: '3' }],
        ['mission', 'operations.resumed', '2000-02-03'],
        ['mission', 'accreditation.granted', '2000-02-03', { count: '3' }],
      ),
      [timeless('mission', 'accreditation is granted, 2000-02-02, while the mission is suspended', 'e3/1')],
    ],
    [
      'it is granted on some day, on all of which the office is suspended',
      recordOf(
        ['office', 'mission.established', '2000-01'],
        ['office', 'operations.suspended', '2000-02-02/2000-02-10'],
        ['office', 'accreditation.granted', '2000-02-11/2000-02-20', { count: '3' }],
        ['office', 'operations.resumed', '2000-02-21/..'],
      ),
      [
        timeless(
          'office',
          'accreditation is granted, 2000-02-11/2000-02-20, while the mission is suspended',
          'e3/1',
        ),
      ],
    ],
    [
      'the mission may have resumed before',
      recordOf(
        ESTABLISHED,
        ['mission', 'operations.suspended', '2000-02-02'],
        ['mission', 'operations.resumed', '2000-02-05/..'],
        ['mission', 'accreditation.granted', '2000-02-05', { count: '3' }],
      ),
      [],
    ],
    [
      'it may have been granted before the suspension',
      recordOf(
        ESTABLISHED,
        ['mission', 'operations.suspended', '2000-02-02/2000-02-11'],
        ['mission', 'accreditation.granted', '2000-02-10/2000-02-12', { count: '3' }],
      ),
      [],
    ],
    [
      'on the one day on which it may have been, the record has it first',
      recordOf(
        ESTABLISHED,
        ['mission', 'accreditation.granted', '2000-02-10/2000-02-12', { count: '3' }],
        ['mission', 'operations.suspended', '2000-02-02/2000-02-10'],
      ),
      [],
    ],
    [
      'on the one day on which it may have been, the record has it second',
      recordOf(
        ESTABLISHED,
        ['mission', 'operations.suspended', '2000-02-02/2000-02-10'],
        ['mission', 'accreditation.granted', '2000-02-10/2000-02-12', { count: '3' }],
      ),
      [
        timeless(
          'mission',
          'accreditation is granted, 2000-02-10/2000-02-12, while the mission is suspended',
          'e3/1',
        ),
      ],
    ],
    [
      'one act, announced on some day, suspends and then grants',
      recordWith({
        ...act('x', { announced: '2000-02' }),
        events: [
          { subject: 'mission', type: 'mission.established' },
          { subject: 'mission', type: 'operations.suspended' },
          { subject: 'mission', type: 'accreditation.granted', count: '3' },
          { subject: 'mission', type: 'operations.resumed' },
          { subject: 'mission', type: 'accreditation.granted', count: '3' },
        ],
      }),
      [timeless('mission', 'accreditation is granted, 2000-02, while the mission is suspended', 'x/3')],
    ],
    [
      'it is granted in the hours before the suspension',
      recordOf(
        ['mission', 'mission.established', '2000-01'],
        ['mission', 'operations.suspended', '2000-02-02T12:00Z'],
        ['mission', 'accreditation.granted', '2000-02-02T11:00Z', { count: '3' }],
      ),
      [],
    ],
    [
      'in the hours between suspension and resumption',
      recordOf(
        ['mission', 'mission.established', '2000-01'],
        ['mission', 'operations.suspended', '2000-02-02T12:00Z'],
        ['mission', 'accreditation.granted', '2000-02-02T13:00Z', { count: '3' }],
        ['mission', 'operations.resumed', '2000-02-02T14:00Z'],
      ),
      [
        timeless(
          'mission',
          'accreditation is granted, 2000-02-02T13:00Z, while the mission is suspended',
          'e3/1',
        ),
      ],
    ],
    [
      'the grant is refused, and so a finding',
      recordOf(
        ESTABLISHED,
        ['mission', 'ceiling.set', '2000-02-01', { limit: '2' }],
        ['mission', 'operations.suspended', '2000-02-02'],
        ['mission', 'accreditation.granted', '2000-02-03', { count: '3' }],
        ['mission', 'accreditation.requested', '2000-02-04', { count: '2' }],
      ),
      [],
    ],
  ],

  'closed-until-reopened': [
    [
      'a closed mission is operating without a reopening',
      ['closed', 'operations.resumed', 'operating'],
      'operations.resumed, 2000-01-02, brings a closed mission back',
    ],
    ['it is reopened', ['closed', 'mission.reopened', 'operating'], null],
    ['something happens to it, and it stays closed', ['closed', 'staff.reported', 'closed'], null],
  ],

  'suspended-until-resumed': [
    [
      'a suspended mission works without a resumption',
      ['suspended', 'accreditation.granted', 'operating'],
      'accreditation.granted, 2000-01-02, makes a suspended mission work',
    ],
    ['it resumes', ['suspended', 'operations.resumed', 'operating'], null],
    ['it closes', ['suspended', 'mission.closed', 'closed'], null],
    [
      'a programme of cooperation is no mission',
      ['suspended', 'cooperation.resumed', 'partly-suspended'],
      null,
    ],
  ],

  'no-embassy-without-relations': [
    [
      'an embassy works on until it closes, and the other embassy until it is suspended',
      recordOf(
        ...BROKEN_OFF,
        WORKING,
        ['return-embassy', 'mission.established', '2000-01-02'],
        ['embassy', 'mission.closed', '2001-03-20'],
        ['return-embassy', 'operations.suspended', '2001-03-06'],
      ),
      [
        without('return-embassy', ['e4/1', 'e2/1'], '2001-03-05', '2001-03-06'),
        without('embassy', ['e3/1', 'e2/1'], '2001-03-05', '2001-03-20'),
      ],
    ],
    [
      'an embassy is opened without relations, whatever happens at it before they are restored',
      recordOf(
        ...BROKEN_OFF,
        ['embassy', 'mission.established', '2002-01-02'],
        ['embassy', 'ceiling.set', '2002-02-02', { limit: '5' }],
        ['relations', 'relations.restored', '2002-05-02'],
        ['relations', 'relations.broken-off', '2003-05-02'],
      ),
      [
        without('embassy', ['e2/1', 'e3/1'], '2002-01-02', '2002-05-02'),
        without('embassy', ['e3/1', 'e6/1'], '2003-05-02', null),
      ],
    ],
    [
      'for the days that are certain: from the last on which relations may have ended to the first on which it may have closed',
      recordOf(
        ['relations', 'relations.established', '1999-01-02'],
        ['relations', 'relations.broken-off', '2001-03-05/2001-03-08'],
        WORKING,
        ['embassy', 'mission.closed', '2001-03-20/2001-03-30'],
      ),
      [without('embassy', ['e3/1', 'e2/1'], '2001-03-08', '2001-03-20')],
    ],
    [
      'it may have closed before',
      recordOf(...BROKEN_OFF, WORKING, ['embassy', 'mission.closed', '2001-03']),
      [],
    ],
    [
      'it closes on the very day',
      recordOf(...BROKEN_OFF, WORKING, ['embassy', 'mission.closed', '2001-03-05']),
      [],
    ],
    [
      'a consulate, an interests section, a mission to an organisation and a level of representation go on',
      recordOf(
        ...BROKEN_OFF,
        ['consulate', 'mission.established', '2000-01-02'],
        ['section', 'mission.established', '2000-01-02'],
        ['mission', 'mission.established', '2000-01-02'],
        ['level', 'level.set', '2000-01-02', { level: 'embassy' }],
      ),
      [],
    ],
    [
      'the embassy is to another State, or it is not said to which',
      recordOf(
        ...BROKEN_OFF,
        ['embassy-to-c', 'mission.established', '2000-01-02'],
        ['embassy-unsaid', 'mission.established', '2000-01-02'],
      ),
      [],
    ],
    ['relations are not on record', recordOf(WORKING), []],
  ],

  'announced-before-effect': [
    [
      'it certainly took hold before',
      recordOf([
        'mission',
        'mission.established',
        '2000-01/2000-02-01',
        { announced: '2000-02-02/2000-02-09' },
      ]),
      [timeless('mission', 'in effect 2000-01/2000-02-01, announced only 2000-02-02/2000-02-09', 'e1/1')],
    ],
    [
      'it may have taken hold on the first day on which it may have been announced',
      recordOf([
        'mission',
        'mission.established',
        '2000-01/2000-02-02',
        { announced: '2000-02-02/2000-02-09' },
      ]),
      [],
    ],
    [
      'it took hold at some time up to a day before',
      recordOf(['mission', 'mission.established', '../2000-02-01', { announced: '2000-02-02' }]),
      [timeless('mission', 'in effect ../2000-02-01, announced only 2000-02-02', 'e1/1')],
    ],
  ],

  'announced-before-recorded': [
    [
      'it was recorded first',
      recordOf([
        'mission',
        'mission.established',
        '2000-03-02',
        { announced: '2000-02-02', recorded: '2000-02-01' },
      ]),
      [timeless('mission', 'recorded 2000-02-01, announced only 2000-02-02', 'e1/1')],
    ],
    [
      'a correction says so, or was itself recorded first',
      recordWith(
        act('x', { announced: '2000-02-02', recorded: '2000-02-02' }),
        correction('x/1', { announced: '2000-02-03' }, '2000-02-05'),
        act('y', { announced: '2000-02-06' }),
        correction('y/1', { effective: '2000-03-03' }, '2000-02-05'),
      ),
      [
        timeless('embassy', 'recorded 2000-02-05, announced only 2000-02-06', 'y/1'),
        timeless('embassy', 'recorded 2000-02-02, announced only 2000-02-03', 'x/1'),
      ],
    ],
    [
      'an act that changed nothing was',
      recordWith({ ...act('x', { announced: '2000-02-02', recorded: '2000-02-01' }), events: [] }),
      [
        {
          subject: null,
          says: 'x is recorded 2000-02-01, announced only 2000-02-02',
          events: [],
          act: 'x',
          from: null,
          to: null,
        },
      ],
    ],
    [
      'it was recorded on the first day on which it may have been announced',
      recordOf([
        'mission',
        'mission.established',
        '2000-03-02',
        { announced: '2000-02', recorded: '2000-02-01' },
      ]),
      [],
    ],
  ],

  'tenures-apart': [
    [
      'a head is appointed in the tenure of another, and a third in that of both',
      recordOf(
        ['embassy', 'head.appointed', '2000-01-02', { name: 'Smith' }],
        ['embassy', 'head.appointed', '2000-06-02', { name: 'Jones' }],
        ['embassy', 'head.appointed', '2000-09', { name: 'Brown' }],
        ['embassy', 'head.ended', '2000-10-01', { name: 'Smith' }],
      ),
      [
        timeless('embassy', 'Jones is appointed while Smith holds the post', 'e1/1', 'e2/1'),
        timeless('embassy', 'Brown is appointed while Jones holds the post', 'e2/1', 'e3/1'),
      ],
    ],
    [
      'a military representative is',
      recordOf(
        ['mission', 'military-representative.appointed', '2000-01-02', { name: 'Smith' }],
        ['mission', 'military-representative.appointed', '2000-06-02', { name: 'Jones' }],
        ['mission', 'military-representative.ended', '2000-06-03'],
      ),
      [timeless('mission', 'Jones is appointed while Smith holds the post', 'e1/1', 'e2/1')],
    ],
    [
      'of one post only: a head, a military representative, the head of another mission, and a name unknown',
      recordOf(
        ['mission', 'head.appointed', '2000-01-02', { name: 'Smith' }],
        ['mission', 'military-representative.appointed', '2000-06-02', { name: 'Jones' }],
        ['mission', 'military-representative.appointed', '2000-06-03'],
        ['embassy', 'head.appointed', '2000-06-02', { name: 'Jones' }],
      ),
      [],
    ],
    [
      'the same person is appointed again',
      recordOf(
        ['embassy', 'head.appointed', '2000-01-02', { name: 'Smith' }],
        ['embassy', 'head.appointed', '2000-06-02', { name: 'Smith', rank: 'ambassador' }],
      ),
      [],
    ],
    [
      'the other follows on the day on which the first ends, or may have ended',
      recordOf(
        ['embassy', 'head.appointed', '2000-01-02', { name: 'Smith' }],
        ['embassy', 'head.ended', '2000-06-02/2000-07', { name: 'Smith' }],
        ['embassy', 'head.appointed', '2000-06-02', { name: 'Jones' }],
        ['embassy', 'head.ended', '2001', { name: 'Jones' }],
        ['embassy', 'head.appointed', '2001', { name: 'Brown' }],
      ),
      [],
    ],
    [
      'the appointments may have been the other way round',
      recordOf(
        ['embassy', 'head.appointed', '2000-01-02/2000-06-02', { name: 'Smith' }],
        ['embassy', 'head.appointed', '2000-06-02', { name: 'Jones' }],
        ['embassy', 'head.ended', '2000-07-02', { name: 'Smith' }],
      ),
      [],
    ],
    [
      'the mission closed between them, or lost all its accreditation',
      recordOf(
        ['embassy', 'head.appointed', '2000-01-02', { name: 'Smith' }],
        ['embassy', 'mission.closed', '2000-02-02'],
        ['embassy', 'head.appointed', '2000-06-02', { name: 'Jones' }],
        ['embassy', 'accreditation.withdrawn', '2000-07-02', { count: 'all' }],
        ['embassy', 'head.appointed', '2000-08-02', { name: 'Brown' }],
      ),
      [],
    ],
    [
      'it lost some of its accreditation, and the end that is on record is of an earlier tenure',
      recordOf(
        ['embassy', 'head.ended', '1999-06-02', { name: 'Smith' }],
        ['embassy', 'head.appointed', '2000-01-02', { name: 'Smith' }],
        ['embassy', 'accreditation.withdrawn', '2000-02-02', { count: '5' }],
        ['embassy', 'head.appointed', '2000-06-02', { name: 'Jones' }],
      ),
      [timeless('embassy', 'Jones is appointed while Smith holds the post', 'e2/1', 'e4/1')],
    ],
  ],

  'acts-cite-sources': [
    [
      'an act of a record that was not read from files cites none',
      unsourced(recordOf(ESTABLISHED, WORKING), 'e2'),
      [{ subject: null, says: 'e2 cites no source', events: [], act: 'e2', from: null, to: null }],
    ],
    ['all do', recordOf(ESTABLISHED, WORKING), []],
  ],

  'no-false-precision': [
    [
      'a subject has events on three first days of January',
      recordOf(
        ['level', 'level.set', '2005-01-01', { level: 'none' }],
        ['level', 'level.set', '2000-01-01', { level: 'legation' }],
        ['level', 'level.set', '2010-01-01', { level: 'embassy' }],
        ['level', 'level.set', '2012-06-01', { level: 'none' }],
      ),
      [
        timeless(
          'level',
          'events on 2000-01-01, 2005-01-01, 2010-01-01; where only the year is known, write the year alone',
          'e2/1',
          'e1/1',
          'e3/1',
        ),
      ],
    ],
    [
      'three events fall on two such days',
      recordOf(
        ['level', 'level.set', '2000-01-01', { level: 'legation' }],
        ['embassy', 'mission.established', '2001-01-01'],
        ['level', 'level.set', '2005-01-01', { level: 'none' }],
        ['level', 'level.set', '2005-01-01', { level: 'embassy' }],
      ),
      [],
    ],
    [
      'the third is a year, is marked as doubtful, has its hour, or is not in January',
      recordOf(
        ['level', 'level.set', '2000-01-01', { level: 'legation' }],
        ['level', 'level.set', '2001-01-01', { level: 'none' }],
        ['level', 'level.set', '2002', { level: 'legation' }],
        ['level', 'level.set', '2003-01-01?', { level: 'none' }],
        ['level', 'level.set', '2004-01-01T12:00Z', { level: 'legation' }],
        ['level', 'level.set', '2005-11-01', { level: 'none' }],
      ),
      [],
    ],
  ],
};

test('every invariant has an example that breaks it and a near miss that does not', () => {
  expect(Object.keys(examples)).toEqual(invariants.map(({ id }) => id));
  for (const [id, cases] of Object.entries(examples)) {
    const misses = cases.filter(
      ([, , found]) => found === null || (Array.isArray(found) && found.length === 0),
    );
    expect([id, misses.length > 0, cases.length > misses.length]).toEqual([id, true, true]);
  }
});

for (const invariant of invariants) {
  describe(`${invariant.id}: ${invariant.statement}`, () => {
    for (const [when, subject, expected] of examples[invariant.id] ?? []) {
      test(when, () => {
        if ('events' in subject) expect(violationsOf(invariant.id, subject)).toEqual(expected);
        else if ('state' in subject && invariant.on === 'state')
          expect(invariant.broken(subject.state)).toEqual(expected);
        else if (!('state' in subject) && invariant.on === 'transition') {
          const [before, type, after] = subject;
          expect(invariant.broken(before, happening(type), after)).toBe(expected);
        } else throw new Error(`an example of another kind than ${invariant.on}`);
      });
    }
  });
}

test('every statement is a sentence, and articles are of the two conventions', () => {
  for (const { id, statement, article } of invariants) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(statement).toMatch(/^[A-Z].*\.$/);
    if (article !== null) expect(article).toMatch(/^VCDR [\d(), a-z]+(; VCCR [\d(), a-z]+)?$/);
  }
});

function state(parts: { readonly [part: string]: unknown }): { readonly state: Described } {
  return {
    state: {
      status: 'operating',
      since: null,
      sinceDate: null,
      state: {},
      doubtful: [],
      because: {},
      ...parts,
    },
  };
}

function staff(parts: { readonly [part: string]: Count | null }) {
  const none = { min: 0, max: 0 };
  return { ceiling: null, accredited: none, pending: none, vacant: null, ...parts };
}

/** An event of a type, for predicates that ask for nothing else but its date. */
function happening(type: EventType) {
  const [event] = recordOf(['mission', 'mission.established', '2000-01-02']).events;
  const { event: established } = event?.versions[0] ?? {};
  if (!established) throw new Error('the record has no event');
  return Object.assign({ ...established }, { type: 'mission.established' as const }, { type });
}

function timeless(subject: string, says: string, ...events: readonly string[]): Violation {
  return { subject, says, events, from: null, to: null };
}

function without(subject: string, events: readonly string[], from: string, to: string | null): Violation {
  const says = 'it works while diplomatic relations (relations) are broken off';
  return { subject, says, events, from: dayNamed(from), to: to === null ? null : dayNamed(to) };
}

function dayNamed(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`the test names no day: ${text}`);
  return day;
}

function act(name: string, more: object) {
  return {
    act: name,
    by: 'a',
    title: name,
    sources: [{ title: 'a source' }],
    events: [{ subject: 'embassy', type: 'mission.established', effective: '2001-01-02' }],
    ...more,
  };
}

function correction(corrects: string, set: object, recorded: string) {
  return { corrects, set, reason: 'because', recorded, sources: [{ title: 'a source' }] };
}

function unsourced(record: EventRecord, name: string): EventRecord {
  const acts = [...record.acts].map((one) => (one.act === name ? { ...one, sources: [] } : one));
  return remade(record, { acts });
}
