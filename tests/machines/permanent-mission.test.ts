import { describe, test } from 'vitest';
import { given, type Happening } from '../record.ts';
import { tourOf } from './tour.ts';

const established = 'mission.established';

function representative(
  what: 'appointed' | 'ended' | 'recalled' | 'returned' | 'suspended' | 'resumed',
  name?: string,
): Happening {
  return { type: `military-representative.${what}`, ...(name === undefined ? {} : { name }) };
}

describe('what happens to some of the staff leaves those in their posts', () => {
  const posts = {
    'state.headship': 'inPost',
    'state.charge': 'acting',
    'state.militaryRepresentative.post': 'inPost',
    'staff.accredited': '8',
  };
  const head: Happening = { type: 'head.appointed', name: 'Smith' };
  const all: readonly Happening[] = [
    established,
    head,
    { type: 'charge.designated', name: 'Jones' },
    representative('appointed', 'General'),
    { type: 'staff.reported', accredited: '10' },
  ];
  const away: readonly Happening[] = [
    ...all,
    { type: 'head.recalled', name: 'Smith' },
    representative('recalled'),
  ];

  test.each(['staff.recalled', 'accreditation.withdrawn'] as const)('%s', (type) => {
    given('permanent-mission', ...all)
      .when({ type, count: '2' })
      .leaves(posts);
    given('permanent-mission', ...away)
      .when({ type, count: '2' })
      .leaves({
        ...posts,
        'state.headship': 'recalled',
        'state.militaryRepresentative.post': 'recalled',
      });
  });

  test('a chargé ends, and a representative may come after one who has left', () => {
    given('permanent-mission', ...all)
      .when('charge.ended')
      .leaves({ 'state.charge': 'none', charge: null });
    given('permanent-mission', ...all, representative('ended'))
      .when(representative('appointed', 'Admiral'))
      .leaves({ 'state.militaryRepresentative.post': 'inPost', militaryRepresentative: { name: 'Admiral' } });
    given('permanent-mission', established, representative('ended'))
      .when(representative('recalled'))
      .hasNoPlaceWhile('vacant');
  });
});

describe('the chief military representative of a permanent mission', () => {
  const inPost = given('permanent-mission', established, representative('appointed', 'General'));

  test('mission suspended suspends the office of the representative, and resuming resumes it', () => {
    given('permanent-mission', established)
      .when('operations.suspended')
      .leaves({ status: 'suspended', 'state.militaryRepresentative.office': 'suspended.withMission' });
    given('permanent-mission', established, 'operations.suspended')
      .when('operations.resumed')
      .leaves({ status: 'operating', 'state.militaryRepresentative.office': 'operating' });
  });

  test('suspended by itself the office resumes by itself, and not before a mission that stops with it', () => {
    const alone = given('permanent-mission', established, representative('suspended'));
    alone.when(representative('suspended')).hasNoPlaceWhile('suspended.alone');
    alone
      .when(representative('resumed'))
      .leaves({ status: 'operating', 'state.militaryRepresentative.office': 'operating' });
    alone
      .when('operations.suspended')
      .leaves({ status: 'suspended', 'state.militaryRepresentative.office': 'suspended.both' });
    const both = given('permanent-mission', established, representative('suspended'), 'operations.suspended');
    both
      .when('operations.resumed')
      .leaves({ status: 'operating', 'state.militaryRepresentative.office': 'suspended.alone' });
    both
      .when(representative('resumed'))
      .leaves({ status: 'suspended', 'state.militaryRepresentative.office': 'suspended.withMission' });
    given('permanent-mission', established, 'operations.suspended')
      .when(representative('resumed'))
      .hasNoPlaceWhile('suspended.withMission');
    given('permanent-mission', established).when(representative('resumed')).hasNoPlaceWhile('operating');
  });

  test('an act may name both: the second suspension changes nothing more', () => {
    given('permanent-mission', established, 'operations.suspended')
      .when(representative('suspended'))
      .leaves({ 'state.militaryRepresentative.office': 'suspended.withMission' });
  });

  test('one at a time; recalled for consultations the post stays his, and a second recall is allowed', () => {
    inPost.when(representative('appointed', 'Admiral')).hasNoPlaceWhile('inPost');
    const recalled = given(
      'permanent-mission',
      established,
      representative('appointed', 'General'),
      representative('recalled'),
    );
    recalled.when(representative('recalled', 'General')).leaves({
      militaryRepresentative: { name: 'General' },
      'state.militaryRepresentative.post': 'recalled',
    });
    recalled.when(representative('returned')).leaves({ 'state.militaryRepresentative.post': 'inPost' });
    recalled
      .when(representative('ended'))
      .leaves({ militaryRepresentative: null, 'state.militaryRepresentative.post': 'vacant' });
    recalled.when(representative('returned', 'Admiral')).isRefusedBy('isTheRepresentative');
    recalled.when(representative('recalled', 'Admiral')).isRefusedBy('isTheRepresentative');
    recalled.when(representative('ended', 'Admiral')).isRefusedBy('isTheRepresentative');
  });

  test('only the one in post is recalled or ends; where no name is known or given, it is he', () => {
    inPost.when(representative('recalled', 'Admiral')).isRefusedBy('isTheRepresentative');
    inPost.when(representative('ended', 'Admiral')).isRefusedBy('isTheRepresentative');
    inPost.when(representative('ended')).leaves({ militaryRepresentative: null });
    given('permanent-mission', established, representative('appointed'))
      .when(representative('ended', 'Admiral'))
      .leaves({ militaryRepresentative: null });
  });

  test('the first news of one may be his recall, his return or his end', () => {
    const unreported = given('permanent-mission', established);
    unreported.when(representative('recalled')).leaves({ militaryRepresentative: { name: null } });
    unreported
      .when(representative('returned', 'General'))
      .leaves({ militaryRepresentative: { name: 'General' } });
    unreported.when(representative('ended')).leaves({ 'state.militaryRepresentative.post': 'vacant' });
  });

  test('he goes with all the others: withdrawn the post is vacant, recalled it stays his, closed it is gone', () => {
    inPost
      .when({ type: 'accreditation.withdrawn', count: 'all' })
      .leaves({ militaryRepresentative: null, 'state.militaryRepresentative.post': 'vacant' });
    inPost.when({ type: 'staff.recalled', count: 'all' }).leaves({
      militaryRepresentative: { name: 'General' },
      'state.militaryRepresentative.post': 'recalled',
    });
    inPost.when('mission.closed').leaves({ status: 'closed', militaryRepresentative: null });
    given('permanent-mission', established, representative('recalled', 'General'))
      .when({ type: 'accreditation.withdrawn', count: 'all' })
      .leaves({ militaryRepresentative: null, 'state.militaryRepresentative.post': 'vacant' });
  });

  test('withdrawing the accreditation of all ends head, chargé and representative at once', () => {
    given(
      'permanent-mission',
      established,
      { type: 'head.appointed', name: 'Smith' },
      { type: 'head.recalled', name: 'Smith' },
      { type: 'charge.designated', name: 'Brown' },
      representative('appointed', 'General'),
    )
      .when({ type: 'accreditation.withdrawn', count: 'all' })
      .leaves({ head: null, charge: null, militaryRepresentative: null, 'staff.accredited': '0' });
  });
});

test('a tour of a permanent mission', () => {
  tourOf('permanent-mission', [
    established,
    { type: 'staff.reported', accredited: '30', pending: '4' },
    { type: 'ceiling.set', limit: '35' },
    { type: 'posts.abolished', count: '5' },
    { type: 'accreditation.withdrawn', count: '2' },
    { type: 'accreditation.requested', count: '2' },
    { type: 'accreditation.granted', count: '1' },
    { type: 'accreditation.denied', count: '1' },
    { type: 'staff.recalled', count: '1' },
    'ceiling.lifted',
    { type: 'access.restricted', admitted: '4' },
    'access.restored',
    { type: 'head.appointed', name: 'Smith' },
    { type: 'head.recalled', name: 'Smith' },
    { type: 'charge.designated', name: 'Brown' },
    'charge.ended',
    { type: 'head.returned', name: 'Smith' },
    { type: 'head.ended', name: 'Smith' },
    representative('appointed', 'General'),
    representative('recalled'),
    representative('returned'),
    representative('ended'),
    representative('suspended'),
    representative('resumed'),
    'operations.suspended',
    'operations.resumed',
    representative('suspended'),
    'operations.suspended',
    'operations.resumed',
    representative('resumed'),
    'mission.closed',
    'mission.reopened',
  ]);
});
