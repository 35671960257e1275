import { expect, test } from 'vitest';
import { fieldInWords, fieldValueInWords } from '../../src/telling/fields.ts';

test.each([
  ['status', 'status'],
  ['staff.accredited', 'staff accredited'],
  ['state.headship', 'post of head'],
  ['state.militaryRepresentative.office', 'office of the military representative'],
  ['state.operation', 'operation'],
  ['state.access', 'access'],
])('the field %s is told as %s', (field, words) => {
  expect(fieldInWords(field)).toBe(words);
});

test.each<[field: string, value: unknown, words: string]>([
  ['status', 'partly-suspended', 'partly suspended'],
  ['state.militaryRepresentative.office', 'suspended.withMission', 'suspended, with mission'],
  ['state.headship', 'inPost', 'in post'],
  ['state.staffing', 'throughEmbassy', 'through embassy'],
  ['state.access', null, 'none'],
  ['staff.accredited', { min: 0, max: 20 }, 'at most 20'],
  // A name is no state of a chart.
  ['holder', 'J.-L. McBride', 'J.-L. McBride'],
])('of %s the value %j is told as %s', (field, value, words) => {
  expect(fieldValueInWords(field, value)).toBe(words);
});
