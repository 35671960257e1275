/** Runs while the page is open. */
import { expect, test } from 'vitest';
import { leaveRuns, runsLeft } from '../../src/web/what-if/kept-runs.ts';
import { dayNamed, recordOf } from '../record.ts';

const record = recordOf({ kind: 'embassy', events: ['mission.established'] });
const AT = dayNamed('2022-01-01');

test('are taken up again with their branch as they were left; those that were not over are then', () => {
  const branch = { record, happenings: [] };
  const { form } = runsLeft(record, branch, AT);
  expect(form).toEqual({ runs: '10000', seed: '1', keep: '', from: '2021-11-02', to: '2022-03-02' });
  const making = { done: 5, asked: 9, keep: '', assumed: [], likelihood: null, isOver: false };
  leaveRuns(record, branch, { form: { ...form, seed: '7', to: '2022-06-01' }, making });
  expect(runsLeft(record, branch, AT)).toEqual({
    form: { ...form, seed: '7', to: '2022-06-01' },
    making: { ...making, isOver: true },
  });
});

test('of another branch have the form as it was last, over their own days, and none are made yet', () => {
  const [one, other] = [
    { record, happenings: [] },
    { record, happenings: [] },
  ];
  const { form } = runsLeft(record, one, AT);
  leaveRuns(record, one, { form: { ...form, seed: '8', from: '2000-01-01' }, making: null });
  expect(runsLeft(record, other, AT)).toEqual({ form: { ...form, seed: '8' }, making: null });
});
