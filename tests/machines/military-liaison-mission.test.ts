import { describe, test } from 'vitest';
import { given } from '../record.ts';
import { tourOf } from './tour.ts';

const established = 'mission.established';

describe('the accreditation of a military liaison mission', () => {
  const withdrawn = given('military-liaison-mission', established, {
    type: 'accreditation.withdrawn',
    count: 'all',
  });

  test('withdrawn from all its members, the mission goes on existing with nobody in it', () => {
    given('military-liaison-mission', established)
      .when({ type: 'accreditation.withdrawn', count: 'all' })
      .leaves({ status: 'operating', 'state.accreditation': 'withdrawn', 'staff.accredited': '0' });
  });

  test('withdrawn from some of them, it stands', () => {
    given('military-liaison-mission', established)
      .when({ type: 'accreditation.withdrawn', count: '3' })
      .leaves({ 'state.accreditation': 'standing' });
  });

  test('granted again it stands again, if the ceiling leaves room', () => {
    withdrawn
      .when({ type: 'accreditation.granted', count: '2' })
      .leaves({ 'state.accreditation': 'standing', 'staff.accredited': '2' });
    withdrawn
      .when({ type: 'ceiling.set', limit: '1' }, { type: 'accreditation.granted', count: '2' })
      .isRefusedBy('withinCeiling');
  });

  test('recalling all its members is an act of the sending side and leaves it standing', () => {
    given('military-liaison-mission', established)
      .when({ type: 'staff.recalled', count: 'all' })
      .leaves({ 'state.accreditation': 'standing', 'staff.accredited': '0' });
  });

  test('it has no military representative of its own', () => {
    given('military-liaison-mission', established)
      .when('operations.suspended')
      .leaves({ 'state.militaryRepresentative.office': undefined });
  });
});

test('a tour of a military liaison mission', () => {
  tourOf('military-liaison-mission', [
    established,
    { type: 'staff.reported', accredited: '8', pending: '4' },
    { type: 'ceiling.set', limit: '12' },
    { type: 'posts.abolished', count: '2' },
    { type: 'accreditation.requested', count: '2' },
    { type: 'accreditation.granted', count: '1' },
    { type: 'accreditation.denied', count: '1' },
    { type: 'staff.recalled', count: '1' },
    'ceiling.lifted',
    'access.restricted',
    'access.restored',
    { type: 'head.appointed', name: 'Smith' },
    { type: 'head.recalled', name: 'Smith' },
    { type: 'charge.designated', name: 'Brown' },
    'charge.ended',
    { type: 'head.returned', name: 'Smith' },
    { type: 'head.ended', name: 'Smith' },
    { type: 'accreditation.withdrawn', count: 'all' },
    'operations.suspended',
    'operations.resumed',
    'mission.closed',
    'mission.reopened',
  ]);
});
