import { expect, test } from 'vitest';
import { historyOf } from '../../src/drawing/history.ts';
import { actOf } from '../../src/events/event.ts';
import { ALL_KNOWN } from '../../src/replay/known.ts';
import { among } from '../../src/web/acts/among.ts';
import { openedBundled } from './opened.ts';

test('an act stands among the acts on a subject, in their order, each once however many events it has', async () => {
  const { record } = await openedBundled();
  const { subjects } = historyOf(record, ALL_KNOWN, ['information-office']);
  const [history] = subjects;
  if (history === undefined) throw new Error('there is no such subject');
  const acts = [...new Set(history.events.map(({ event }) => actOf(event)))];
  expect(acts.length).toBeGreaterThan(2);
  expect(acts.length).toBeLessThan(history.events.length);
  acts.forEach((act, index) => {
    const beside = { previous: acts[index - 1] ?? null, next: acts[index + 1] ?? null };
    expect(among(history, act)).toEqual({ place: index + 1, many: acts.length, ...beside });
  });
  expect(among(history, '2014-04-01-nato')).toBeNull();
});
