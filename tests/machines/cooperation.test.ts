import { describe, expect, test } from 'vitest';
import { cooperationRefusals } from '../../src/machines/cooperation.ts';
import { given } from '../record.ts';
import { tourOf } from './tour.ts';

describe('a programme of cooperation', () => {
  test('it is active until something of it stops', () => {
    given('cooperation')
      .when('cooperation.suspended')
      .leaves({ status: 'partly-suspended', 'suspended.cooperation': ['all'], 'suspended.dialogue': [] });
    given('cooperation', 'cooperation.suspended').when('dialogue.suspended').leaves({ status: 'suspended' });
    given('cooperation', 'cooperation.suspended').when('cooperation.resumed').leaves({ status: 'active' });
  });

  test.each(['cooperation', 'dialogue'] as const)('%s: what is active cannot be resumed', (side) => {
    given('cooperation').when(`${side}.resumed`).hasNoPlaceWhile('active');
  });

  test.each(['cooperation', 'dialogue'] as const)('%s: it stops and goes on scope by scope', (side) => {
    const both = given(
      'cooperation',
      { type: `${side}.suspended`, scope: 'training' },
      { type: `${side}.suspended`, scope: 'science' },
    );
    both
      .when({ type: `${side}.resumed`, scope: 'science' })
      .leaves({ status: 'partly-suspended', [`suspended.${side}`]: ['training'] });
    both
      .when({ type: `${side}.resumed`, scope: 'science' }, { type: `${side}.resumed`, scope: 'training' })
      .leaves({ status: 'active', [`suspended.${side}`]: [] });
    both.when(`${side}.resumed`).leaves({ status: 'active', [`suspended.${side}`]: [] });
    both
      .when({ type: `${side}.suspended`, scope: 'science' })
      .leaves({ [`suspended.${side}`]: ['science', 'training'] });
  });

  test.each(['cooperation', 'dialogue'] as const)('%s: only a scope that is suspended is resumed', (side) => {
    given('cooperation', { type: `${side}.suspended`, scope: 'science' })
      .when({ type: `${side}.resumed`, scope: 'training' })
      .isRefusedBy('suspendedInThatScope');
    given('cooperation', `${side}.suspended`)
      .when({ type: `${side}.resumed`, scope: 'science' })
      .isRefusedBy('suspendedInThatScope');
    expect(cooperationRefusals.suspendedInThatScope).toMatch(/^[a-z ]+$/);
  });

  test('a tour', () => {
    tourOf('cooperation', [
      'cooperation.suspended',
      'dialogue.suspended',
      'cooperation.resumed',
      'dialogue.resumed',
    ]);
  });
});
