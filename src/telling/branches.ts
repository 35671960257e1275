/** What came of a scenario, in words. */
import { dataOf } from '../events/event.ts';
import type { Test } from '../events/scenario.ts';
import { eventAsKnown } from '../replay/known.ts';
import { assumedIn, unmarked } from '../replay/mark.ts';
import type { EventRecord } from '../replay/record.ts';
import type { FindingChange } from '../simulation/compare.ts';
import type { Happening } from '../simulation/play.ts';
import { dayOf } from '../time/day.ts';
import { eventInWords, valueInWords } from './words.ts';

/** What came of an act that was assumed, and when; '' where nothing led to it. */
export function happeningInWords(
  happening: Happening,
  branch: EventRecord,
): { readonly when: string; readonly says: string } {
  switch (happening.kind) {
    case 'happens': {
      const act = branch.acts.get(happening.act);
      const events = act?.events.map((id) => `${toldInWords(branch, id)} (${id})`) ?? [];
      const upon = happening.upon === null ? '' : `, upon ${happening.upon}`;
      const what = events.length === 0 ? `${act?.title} (${happening.act})` : events.join('; ');
      return { when: happening.announced.edtf, says: `${what}${upon}` };
    }
    case 'unmet': {
      const { subject, test, value } = happening.unmet;
      const why = `${subject} ${test.field} is ${valueInWords(value)}, not ${wanted(test)}`;
      return { when: dayOf(happening.day), says: `${happening.act} does not happen: ${why}` };
    }
    case 'unprompted':
      return { when: '', says: `${happening.act} does not happen: nothing leads to it` };
    default:
      return happening satisfies never;
  }
}

/** The events on record that the branch does not have, or has otherwise: each in words, and what stands in its place. */
export function goneInWords(
  record: EventRecord,
  branch: EventRecord,
): readonly { readonly event: string; readonly says: string }[] {
  const changed = new Map(
    [...branch.events].flatMap(({ id }) => (assumedIn(id) === null ? [] : [[unmarked(id), id] as const])),
  );
  return [...record.events].flatMap(({ id }) => {
    if (branch.events.get(id) !== null) return [];
    const other = changed.get(id);
    const now = other === undefined ? '' : `; instead ${toldInWords(branch, other)} (${other})`;
    return [{ event: id, says: `${toldInWords(record, id)}${now}` }];
  });
}

/** A finding that one of two histories has and the other has not, and why. */
export function findingChangeInWords({ event, subject, says, other, because }: FindingChange): string {
  const why =
    other === 'absent'
      ? assumedIn(event) === null
        ? '; the branch does not have it'
        : ''
      : because.length === 0
        ? ''
        : `; because of ${because.join(' ')}`;
  return `${event} ${subject}: ${says}${why}`;
}

function toldInWords(record: EventRecord, id: string): string {
  const all = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;
  const event = eventAsKnown(record, id, all);
  if (event === null) return 'retracted';
  const when = event.atAnnouncement ? '' : `, ${event.effective.edtf}`;
  return `${event.subject}: ${eventInWords(event.type, dataOf(event))}${when}`;
}

function wanted(test: Test): string {
  return test.kind === 'is' ? test.value : `${test.relation} ${test.number}`;
}
