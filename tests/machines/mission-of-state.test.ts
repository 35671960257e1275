import { describe, test } from 'vitest';
import { given } from '../record.ts';
import { tourOf } from './tour.ts';

describe.each(['embassy', 'consulate', 'interests-section'] as const)('%s', (kind) => {
  test('a tour', () => {
    tourOf(kind, [
      'mission.established',
      { type: 'staff.reported', accredited: '8', pending: '4' },
      { type: 'ceiling.set', limit: '12' },
      { type: 'posts.abolished', count: '2' },
      { type: 'accreditation.requested', count: '2' },
      { type: 'accreditation.granted', count: '1' },
      { type: 'accreditation.denied', count: '1' },
      { type: 'accreditation.withdrawn', count: '1' },
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
      'operations.suspended',
      'operations.resumed',
      'mission.closed',
      'mission.reopened',
    ]);
  });

  test('it has no accreditation as a whole, and no military representative', () => {
    given(kind, 'mission.established')
      .when({ type: 'accreditation.withdrawn', count: 'all' })
      .leaves({ status: 'operating', 'state.accreditation': undefined, militaryRepresentative: undefined });
  });
});
