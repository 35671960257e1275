import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/events/dossier.ts';
import { missionRefusals } from '../../src/machines/mission.ts';
import { given, type Happening } from '../record.ts';

const missions: readonly Kind[] = [
  'permanent-mission',
  'military-liaison-mission',
  'information-office',
  'embassy',
  'consulate',
  'interests-section',
];
const underCeiling = missions.filter((kind) => kind !== 'information-office');
const established = 'mission.established';

function ceiling(limit: string): Happening {
  return { type: 'ceiling.set', limit };
}

function reported(told: {
  readonly accredited?: string;
  readonly vacant?: string;
  readonly pending?: string;
}): Happening {
  return { type: 'staff.reported', ...told };
}

function head(what: 'appointed' | 'ended' | 'recalled' | 'returned', name = 'Smith'): Happening {
  return { type: `head.${what}`, name };
}

describe.each(missions)('%s: coming into being and ending (VCDR 2, 43, 45)', (kind) => {
  test('establishing leaves headcount and requests unknown, not zero', () => {
    given(kind).when(established).leaves({
      status: 'operating',
      'staff.accredited': 'unknown',
      'staff.pending': 'unknown',
      'staff.ceiling': null,
      'staff.vacant': null,
      head: null,
    });
  });

  test('before it is established it knows one event alone', () => {
    for (const event of [
      head('appointed'),
      'mission.closed',
      'mission.reopened',
      'operations.suspended',
    ] as const) {
      given(kind).when(event).hasNoPlaceWhile('absent');
    }
  });

  test('it is established once', () => {
    given(kind, established).when(established).hasNoPlaceWhile('established');
    given(kind, established, 'mission.closed').when(established).hasNoPlaceWhile('closed');
  });

  test('closing ends all accreditation, all requests and the functions of the head', () => {
    given(
      kind,
      established,
      reported({ accredited: '30' }),
      { type: 'accreditation.requested', count: '3' },
      head('appointed'),
    )
      .when('mission.closed')
      .leaves({ status: 'closed', 'staff.accredited': '0', 'staff.pending': '0', head: null });
  });

  test('closed, it comes back only by a reopening, with nobody in it', () => {
    const before = given(kind, established, reported({ accredited: '30' }), 'mission.closed');
    before.when('operations.resumed').hasNoPlaceWhile('closed');
    before.when({ type: 'accreditation.granted', count: '1' }).hasNoPlaceWhile('closed');
    before
      .when('mission.reopened')
      .leaves({ status: 'operating', 'staff.accredited': '0', 'staff.pending': '0' });
  });

  test('a suspended mission exists in law and may resume', () => {
    const suspended = given(kind, established, reported({ accredited: '10' }), 'operations.suspended');
    suspended.when(reported({ pending: '1' })).leaves({ status: 'suspended', 'staff.accredited': '10' });
    suspended.when('operations.suspended').hasNoPlaceWhile('suspended');
    suspended.when('operations.resumed').leaves({ status: 'operating', 'staff.accredited': '10' });
    suspended.when('mission.closed').leaves({ status: 'closed' });
    given(kind, established).when('operations.resumed').hasNoPlaceWhile('operating');
  });
});

describe.each(missions)('%s: the head (VCDR 4, 13, 14, 43)', (kind) => {
  test('one at a time: another is appointed only when the first has left the post', () => {
    given(kind, established, head('appointed')).when(head('appointed', 'Jones')).hasNoPlaceWhile('inPost');
    given(kind, established, head('appointed'), head('ended'))
      .when(head('appointed', 'Jones'))
      .leaves({ head: { name: 'Jones' }, 'state.headship': 'inPost' });
  });

  test('rank and residence go with the name', () => {
    given(kind, established)
      .when({
        type: 'head.appointed',
        name: 'Smith',
        rank: 'ambassador',
        resident: 'false',
        reason: 'a reason',
      })
      .leaves({ head: { name: 'Smith', rank: 'ambassador', resident: false } });
  });

  test('recalled for consultations he keeps the post, may be recalled again, and comes back', () => {
    const recalled = given(kind, established, head('appointed'), head('recalled'));
    recalled.when(head('recalled')).leaves({ head: { name: 'Smith' }, 'state.headship': 'recalled' });
    recalled.when(head('appointed', 'Jones')).hasNoPlaceWhile('recalled');
    recalled.when(head('returned')).leaves({ head: { name: 'Smith' }, 'state.headship': 'inPost' });
    recalled.when(head('ended')).leaves({ head: null, 'state.headship': 'vacant' });
  });

  test('only the head himself is recalled, returns or ends', () => {
    for (const what of ['recalled', 'ended'] as const) {
      given(kind, established, head('appointed')).when(head(what, 'Jones')).isRefusedBy('isTheHead');
    }
    for (const what of ['recalled', 'returned', 'ended'] as const) {
      given(kind, established, head('appointed'), head('recalled'))
        .when(head(what, 'Jones'))
        .isRefusedBy('isTheHead');
    }
  });

  test('the first news of a head may be his recall, his return or his end', () => {
    const unreported = given(kind, established);
    unreported.when(head('recalled')).leaves({ head: { name: 'Smith' }, 'state.headship': 'recalled' });
    unreported.when(head('returned')).leaves({ head: { name: 'Smith' }, 'state.headship': 'inPost' });
    unreported.when(head('ended')).leaves({ head: null, 'state.headship': 'vacant' });
  });

  test('withdrawing the accreditation of all ends the headship; recalling all recalls the head too', () => {
    const inPost = given(kind, established, reported({ accredited: '9' }), head('appointed'));
    inPost
      .when({ type: 'accreditation.withdrawn', count: 'all' })
      .leaves({ head: null, 'state.headship': 'vacant', 'staff.accredited': '0' });
    inPost
      .when({ type: 'staff.recalled', count: 'all' })
      .leaves({ head: { name: 'Smith' }, 'state.headship': 'recalled', 'staff.accredited': '0' });
    inPost
      .when({ type: 'accreditation.withdrawn', count: '8' })
      .leaves({ head: { name: 'Smith' }, 'state.headship': 'inPost', 'staff.accredited': '1' });
    given(kind, established, head('appointed'), head('recalled'))
      .when({ type: 'accreditation.withdrawn', count: 'all' })
      .leaves({ head: null, 'state.headship': 'vacant' });
  });
});

describe.each(missions)('%s: accreditation (VCDR 4, 9, 10, 43)', (kind) => {
  const known = given(kind, established, reported({ accredited: '18', pending: '3' }));

  test('a grant adds persons and answers requests', () => {
    known
      .when({ type: 'accreditation.granted', count: '2' })
      .leaves({ 'staff.accredited': '20', 'staff.pending': '1' });
    known
      .when({ type: 'accreditation.granted', count: '5' })
      .leaves({ 'staff.accredited': '23', 'staff.pending': '0' });
  });

  test('a request waits', () => {
    known
      .when({ type: 'accreditation.requested', count: '1..2' })
      .leaves({ 'staff.accredited': '18', 'staff.pending': '4..5' });
  });

  test('denied touches no person, only a request that was pending', () => {
    known
      .when({ type: 'accreditation.denied', count: '3' })
      .leaves({ 'staff.accredited': '18', 'staff.pending': '0' });
    known.when({ type: 'accreditation.denied', count: '4' }).isRefusedBy('hasPending');
  });

  test('eight of eighteen withdrawn leaves ten', () => {
    known.when({ type: 'accreditation.withdrawn', count: '8' }).leaves({ 'staff.accredited': '10' });
    known.when({ type: 'staff.recalled', count: '8' }).leaves({ 'staff.accredited': '10' });
  });

  test('no more can lose the post than are in it', () => {
    known.when({ type: 'accreditation.withdrawn', count: '19' }).isRefusedBy('hasAccredited');
    known.when({ type: 'staff.recalled', count: '19..' }).isRefusedBy('hasAccredited');
    known.when({ type: 'accreditation.withdrawn', count: '18..30' }).leaves({ 'staff.accredited': '0' });
  });

  test('withdrawing all is possible however many there are', () => {
    known.when({ type: 'accreditation.withdrawn', count: 'all' }).leaves({ 'staff.accredited': '0' });
    given(kind, established)
      .when({ type: 'staff.recalled', count: 'all' })
      .leaves({ 'staff.accredited': '0' });
  });

  test('a report narrows what is known, and is refused where it contradicts it', () => {
    given(kind, established)
      .when(reported({ accredited: '20..30' }), reported({ accredited: '25..', pending: '2' }))
      .leaves({ 'staff.accredited': '25..30', 'staff.pending': '2' });
    known.when(reported({ accredited: '19' })).isRefusedBy('agreesWithRecord');
    known.when(reported({ pending: '4..' })).isRefusedBy('agreesWithRecord');
    known.when(reported({})).leaves({ 'staff.accredited': '18', 'staff.pending': '3' });
  });
});

describe.each(underCeiling)('%s: the ceiling (VCDR 11)', (kind) => {
  const twenty = given(kind, established, ceiling('20'), reported({ accredited: '18', vacant: '2' }));

  test('a ceiling is not a headcount', () => {
    given(kind, established)
      .when(ceiling('20'))
      .leaves({ 'staff.ceiling': '20', 'staff.accredited': '..20', 'staff.vacant': '..20' });
  });

  test('a ceiling below the headcount cuts it: of 1210 accredited, 455 remain', () => {
    given(kind, established, reported({ accredited: '1210' }))
      .when(ceiling('455'))
      .leaves({ 'staff.ceiling': '455', 'staff.accredited': '455', 'staff.vacant': '0' });
  });

  test('a ceiling above the headcount leaves it, and lifting it leaves it too', () => {
    given(kind, established, reported({ accredited: '30' }), ceiling('50'))
      .when(ceiling('40'))
      .leaves({ 'staff.ceiling': '40', 'staff.accredited': '30', 'staff.vacant': '10' });
    twenty
      .when('ceiling.lifted')
      .leaves({ 'staff.ceiling': null, 'staff.accredited': '18', 'staff.vacant': null });
    given(kind, established).when('ceiling.lifted').hasNoPlaceWhile('unlimited');
  });

  test('eighteen filled and two vacant of twenty: eight withdrawn and two posts abolished leave ten of ten', () => {
    twenty
      .when(
        { type: 'accreditation.withdrawn', count: '8' },
        { type: 'posts.abolished', count: '2' },
        ceiling('10'),
      )
      .leaves({ 'staff.ceiling': '10', 'staff.accredited': '10', 'staff.vacant': '0' });
    twenty
      .when(
        { type: 'posts.abolished', count: '2' },
        { type: 'accreditation.withdrawn', count: '8' },
        ceiling('10'),
      )
      .leaves({ 'staff.ceiling': '10', 'staff.accredited': '10', 'staff.vacant': '0' });
  });

  test('vacant posts are found from a ceiling and a headcount, and a headcount from vacant posts', () => {
    given(kind, established, ceiling('20'))
      .when(reported({ vacant: '2' }))
      .leaves({ 'staff.accredited': '18', 'staff.vacant': '2' });
    given(kind, established, ceiling('20..30'))
      .when(reported({ accredited: '18', vacant: '5' }))
      .leaves({ 'staff.ceiling': '23', 'staff.accredited': '18' });
    given(kind, established, ceiling('20'))
      .when(reported({ vacant: '21' }))
      .isRefusedBy('agreesWithRecord');
  });

  test('abolishing posts takes vacant ones only and touches no person', () => {
    twenty
      .when({ type: 'posts.abolished', count: '2' })
      .leaves({ 'staff.ceiling': '18', 'staff.accredited': '18', 'staff.vacant': '0' });
    twenty.when({ type: 'posts.abolished', count: '3' }).isRefusedBy('hasVacantPosts');
    given(kind, established).when({ type: 'posts.abolished', count: '1' }).hasNoPlaceWhile('unlimited');
  });

  test('that posts were vacant bounds the headcount that nobody reported', () => {
    given(kind, established, ceiling('20'))
      .when({ type: 'posts.abolished', count: '5' })
      .leaves({ 'staff.ceiling': '15', 'staff.accredited': '..15' });
  });

  test('a grant needs a post under the ceiling', () => {
    twenty.when({ type: 'accreditation.granted', count: '2' }).leaves({ 'staff.accredited': '20' });
    twenty.when({ type: 'accreditation.granted', count: '3' }).isRefusedBy('withinCeiling');
    given(kind, established, ceiling('20'))
      .when({ type: 'accreditation.granted', count: '5' })
      .leaves({ 'staff.accredited': '5..20' });
  });

  test('closing ends the limit with the mission', () => {
    twenty.when('mission.closed').leaves({ 'staff.ceiling': null, 'staff.vacant': null });
    given(kind, established, ceiling('20'), 'mission.closed', 'mission.reopened')
      .when('ceiling.lifted')
      .hasNoPlaceWhile('unlimited');
  });
});

describe.each(underCeiling)("%s: the chargé d'affaires (VCDR 19)", (kind) => {
  const designated = { type: 'charge.designated', name: 'Brown' } as const;
  const vacant = given(kind, established, head('appointed'), head('ended'), designated);

  test('a vacancy filled is still a vacancy', () => {
    vacant
      .when({ type: 'charge.designated', name: 'Green' })
      .leaves({ head: null, charge: { name: 'Green' } });
    given(kind, established)
      .when('charge.designated')
      .leaves({ charge: { name: null }, head: null });
  });

  test('he ceases to act when the head is appointed or comes back', () => {
    vacant
      .when(head('appointed', 'Jones'))
      .leaves({ head: { name: 'Jones' }, charge: null, 'state.charge': 'none' });
    given(kind, established, head('appointed'), head('recalled'), designated)
      .when(head('returned'))
      .leaves({ head: { name: 'Smith' }, charge: null });
    vacant.when('charge.ended').leaves({ head: null, charge: null });
    given(kind, established).when('charge.ended').hasNoPlaceWhile('none');
  });

  test('he goes on acting where the head could not be appointed or come back', () => {
    const away = given(kind, established, head('appointed'), head('recalled'), designated);
    away.when(head('returned', 'Jones')).changesNothing();
    away.when(head('appointed', 'Jones')).changesNothing();
  });

  test('nobody comes back to a post that is vacant, and of one that was not reported the return is news', () => {
    vacant.when(head('returned', 'Jones')).hasNoPlaceWhile('vacant');
    given(kind, established, designated)
      .when(head('returned'))
      .leaves({ head: { name: 'Smith' }, charge: null, 'state.charge': 'none' });
  });

  test('withdrawing the accreditation of all, and closing, end his functions', () => {
    vacant
      .when({ type: 'accreditation.withdrawn', count: 'all' })
      .leaves({ charge: null, 'state.charge': 'none' });
    vacant.when({ type: 'accreditation.withdrawn', count: '1' }).leaves({ charge: { name: 'Brown' } });
    vacant.when('mission.closed').leaves({ charge: null });
  });
});

describe.each(underCeiling)('%s: access', (kind) => {
  const restricted = given(kind, established, reported({ accredited: '8' }), {
    type: 'access.restricted',
    admitted: '4',
  });

  test('who may enter is apart from who is accredited', () => {
    restricted
      .when({ type: 'access.restricted', admitted: '2' })
      .leaves({ admitted: '2', 'staff.accredited': '8' });
    restricted.when('access.restricted').leaves({ admitted: null, 'state.access': 'restricted' });
  });

  test('access is restored altogether, or to a number that is still set', () => {
    restricted.when('access.restored').leaves({ admitted: null, 'state.access': 'full' });
    restricted
      .when({ type: 'access.restored', admitted: '6' })
      .leaves({ admitted: '6', 'state.access': 'full' });
    given(kind, established).when('access.restored').hasNoPlaceWhile('full');
  });

  test('closing ends it', () => {
    restricted.when('mission.closed').leaves({ admitted: null });
    given(kind, established, 'access.restricted', 'mission.closed')
      .when('mission.reopened')
      .leaves({ 'state.access': 'full', admitted: null });
  });
});

describe('what a refusal says', () => {
  test('every guard that can refuse has its reason in plain words', () => {
    for (const reason of Object.values(missionRefusals)) expect(reason).toMatch(/^[a-z ]+$/);
  });
});
