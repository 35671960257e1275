/** An act among those with events on one subject. */

import type { SubjectHistory } from '../../drawing/history.ts';
import { actOf } from '../../events/event.ts';

/** Its place, from 1 on, among so many in the record's order, and the acts beside it; null where there is none. */
export interface Among {
  readonly place: number;
  readonly many: number;
  readonly previous: string | null;
  readonly next: string | null;
}

/** Where an act stands among those with events on a subject, findings too; null where it has none. */
export function among({ events }: Pick<SubjectHistory, 'events'>, act: string): Among | null {
  const acts = [...new Set(events.map(({ event }) => actOf(event)))];
  const place = acts.indexOf(act);
  if (place < 0) return null;
  return {
    place: place + 1,
    many: acts.length,
    previous: acts[place - 1] ?? null,
    next: acts[place + 1] ?? null,
  };
}
