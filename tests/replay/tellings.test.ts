import { expect, test } from 'vitest';
import { payloadOf } from '../../src/replay/tellings.ts';
import { recordOf } from '../record.ts';

test('a statechart sees the type and the data of an event, and nothing else of it', () => {
  const recalled = {
    type: 'staff.recalled',
    count: '3',
    note: 'three of them',
    effective: '2020-02',
  } as const;
  const [entry] = recordOf({ kind: 'embassy', events: [recalled] }).events;
  const event = entry?.versions[0].event;
  if (!event) throw new Error('the record has one event');
  expect(event.note).toBe('three of them');
  expect(payloadOf(event)).toEqual({ type: 'staff.recalled', count: { min: 3, max: 3 } });
});
