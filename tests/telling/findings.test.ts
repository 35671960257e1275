import { expect, test } from 'vitest';
import { findingInWords } from '../../src/telling/findings.ts';

test.each([
  [
    'military-representative.appointed',
    'military-representative.appointed has no place while absent',
    'military representative appointed has no place while absent',
  ],
  [
    'accreditation.granted',
    'accreditation.granted is refused: the ceiling leaves no post for it',
    'accreditation granted is refused: the ceiling leaves no post for it',
  ],
])('a finding on %s is told in words', (type, says, words) => {
  expect(findingInWords({ type, says })).toBe(words);
});
