import { describe, expect, test } from 'vitest';
import { understoodBy } from '../../src/machines/rulebooks.ts';
import { given } from '../record.ts';
import { tourOf } from './tour.ts';

describe('an information office', () => {
  test('it knows no ceiling, no chargé and no rule of access', () => {
    const foreign = understoodBy('information-office').filter((type) =>
      /^(ceiling|posts|charge|access|military-representative)\./.test(type),
    );
    expect(foreign).toEqual([]);
  });

  test('its staff is accredited through the embassy, without a limit', () => {
    given('information-office', 'mission.established', { type: 'staff.reported', accredited: '4' })
      .when({ type: 'accreditation.granted', count: '100' })
      .leaves({ 'state.staffing': 'throughEmbassy', 'staff.accredited': '104', 'staff.vacant': null });
  });
});

test('a tour of an information office', () => {
  tourOf('information-office', [
    'mission.established',
    { type: 'staff.reported', accredited: '8', pending: '4' },
    { type: 'accreditation.requested', count: '2' },
    { type: 'accreditation.granted', count: '1' },
    { type: 'accreditation.denied', count: '1' },
    { type: 'accreditation.withdrawn', count: '1' },
    { type: 'staff.recalled', count: '1' },
    { type: 'head.appointed', name: 'Smith' },
    { type: 'head.recalled', name: 'Smith' },
    { type: 'head.returned', name: 'Smith' },
    { type: 'head.ended', name: 'Smith' },
    'operations.suspended',
    'operations.resumed',
    'mission.closed',
    'mission.reopened',
  ]);
});
