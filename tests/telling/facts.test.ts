import { expect, test } from 'vitest';
import { stateAt } from '../../src/replay/world.ts';
import { factsOf } from '../../src/telling/facts.ts';
import { dayNamed } from '../record.ts';
import { bundled } from '../simulation/bundled.ts';

test('of what is told in one line each part is open for itself', async () => {
  const when = {
    at: dayNamed('2015-10-02'),
    announcedBy: null,
    recordedBy: null,
    account: null,
    reading: 'latest',
  } as const;
  const state = stateAt(await bundled(), when, ['russian-mission']).subjects['russian-mission'];
  if (state === undefined) throw new Error('there is no such subject');
  const staff = factsOf(state).find(({ label }) => label === 'staff');
  expect(staff?.parts.map(({ text, open }) => [text, open])).toEqual([
    ['accredited unknown', true],
    ['no ceiling', true],
    ['requests pending unknown', false],
  ]);
  expect(staff?.open).toBe(true);
});
