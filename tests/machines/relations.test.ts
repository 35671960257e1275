import { describe, test } from 'vitest';
import { given } from '../record.ts';
import { tourOf } from './tour.ts';

describe('diplomatic relations (VCDR 2, 45)', () => {
  test('they are established once, broken off, and restored', () => {
    given('relations').when('relations.established').leaves({ status: 'established' });
    given('relations', 'relations.established').when('relations.established').hasNoPlaceWhile('established');
    given('relations', 'relations.established').when('relations.broken-off').leaves({ status: 'broken-off' });
    given('relations', 'relations.established', 'relations.broken-off')
      .when('relations.restored')
      .leaves({ status: 'established' });
  });

  test('what never was cannot be broken off or restored', () => {
    given('relations').when('relations.broken-off').hasNoPlaceWhile('none');
    given('relations').when('relations.restored').hasNoPlaceWhile('none');
  });

  test('broken off they are restored, not established anew', () => {
    given('relations', 'relations.established', 'relations.broken-off')
      .when('relations.established')
      .hasNoPlaceWhile('broken-off');
  });

  test('a tour', () => {
    tourOf('relations', ['relations.established', 'relations.broken-off', 'relations.restored']);
  });
});
