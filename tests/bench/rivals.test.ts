/** Before anything is timed the rivals must come to the same states; that they do shows here first, on fewer events. */
import { expect, test } from 'vitest';
import { generated } from '../../bench/generated.ts';
import { eventsOf, FOREVER, recordOf, subjectsOf } from '../../bench/material.ts';
import { byReducer, inTheChartsWords } from '../../bench/rivals.ts';
import { standingAt } from '../../src/replay/standing.ts';

test('the reducer by hand comes to the states of the charts', () => {
  const record = recordOf(generated(200, 40_000));
  for (const subject of subjectsOf(record)) {
    const { state, context } = standingAt(record, subject, FOREVER);
    const byHand = inTheChartsWords(byReducer(eventsOf(record.streamOf(subject, FOREVER))));
    expect({ value: state, context }).toEqual(byHand);
  }
});
