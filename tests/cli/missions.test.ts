import { expect, test } from 'vitest';
import { answer, chancery } from './program.ts';

/** Two dossiers on fictional States, written by the forms of the data dictionary alone. */
const arvenia = '--dossier tests/cli/missions/arvenia-belmora';
const dorland = '--dossier tests/cli/missions/dorland-estmark';

test('a consulate closed at four in the afternoon of its own zone is closed on that day, and not the day before', () => {
  expect(answer(`replay --at 2020-07-24 -s consulate-salm ${dorland}`)).toMatchObject({
    subjects: {
      'consulate-salm': { status: 'closed', since: '2020-07-24', staff: { accredited: { min: 0, max: 0 } } },
    },
  });
  expect(answer(`replay --at 2020-07-23 -s consulate-salm ${dorland}`)).toMatchObject({
    subjects: { 'consulate-salm': { status: 'operating', staff: { accredited: { min: 10, max: 10 } } } },
  });
});

test('on one day the clock orders events by the instant, whatever their zones', () => {
  // Reported at 12:00+02:00, five hours before the recall at 10:00-05:00: the report stands, and three leave after it.
  expect(answer(`replay --at 2020-07-24 -s consulate-torv ${dorland}`)).toMatchObject({
    subjects: { 'consulate-torv': { staff: { accredited: { min: 4, max: 4 } } } },
    findings: [],
  });
});

test('an embassy closed and reopened, with a protecting power between, replays without touching code', () => {
  expect(chancery(`check ${arvenia}`).code).toBe(0);
  const { out, code } = chancery(`timeline ${arvenia}`);
  expect(code).toBe(0);
  for (const word of [
    'closed',
    'reopened',
    'channel designated',
    'relations broken off',
    'relations restored',
  ]) {
    expect(out.replace(/\s+/g, ' ')).toContain(word);
  }
});
