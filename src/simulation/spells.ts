/** The spells in which a subject had a status, and what happened in each: history in the form in which it is counted. */

import type { DomainEvent } from '../events/event.ts';
import type { EventType } from '../events/vocabulary.ts';
import { begin } from '../replay/evolve.ts';
import { isAnnounced, type Knowledge, knownOf } from '../replay/known.ts';
import { type EventRecord, kindOf } from '../replay/record.ts';
import { chartFor, walk } from '../replay/walk.ts';
import { dayUnder } from '../time/clocks.ts';
import { type DayNumber, EVER, earlier, later, NEVER } from '../time/day.ts';

/** An unbroken time in one status. */
export interface Spell {
  readonly subject: string;
  readonly status: string;
  /** The day of its beginning; null for the status before anything was on record. */
  readonly from: DayNumber | null;
  /** The day of its end; null where the status still held when the watch ended. */
  readonly to: DayNumber | null;
  /** Whether the day of its beginning is a window of several days, or marked as doubtful. */
  readonly doubtful: boolean;
  /** What the rules had a place for in it, in order, the event that ended it last. */
  readonly events: readonly SpellEvent[];
}

/** An event within a spell. */
export interface SpellEvent {
  readonly type: EventType;
  readonly day: DayNumber;
  /** Whether its date is a window of several days, or marked as doubtful. */
  readonly doubtful: boolean;
}

/**
 * The spells of a subject up to the end of a day, one after another in the record's order: a status that an event of
 * the same day ended has a spell too, of no days.
 */
export function spellsOf(
  record: EventRecord,
  subject: string,
  knowledge: Knowledge,
  until: DayNumber,
): readonly Spell[] {
  const chart = chartFor(kindOf(record, subject));
  const spells: Spell[] = [];
  let status = chart.statusOf(begin(chart).snapshot.at.number);
  let from: Pick<Spell, 'from' | 'doubtful'> = { from: null, doubtful: false };
  let events: SpellEvent[] = [];
  for (const { event, day, outcome, state } of walk(
    chart,
    knownOf(record, subject, knowledge),
    knowledge,
    until,
  )) {
    if (outcome.kind !== 'applied') continue;
    const doubtful = isDoubtful(event);
    events.push({ type: event.type, day, doubtful });
    const now = chart.statusOf(state.snapshot.at.number);
    if (now === status) continue;
    spells.push({ subject, status, ...from, to: day, events });
    [status, from, events] = [now, { from: day, doubtful }, []];
  }
  return [...spells, { subject, status, ...from, to: null, events }];
}

/**
 * The last day on which anything known of a record took hold, but no later than what is known bounds it; null where
 * nothing is known. Until then a record is taken to be kept, for all its subjects.
 */
export function endOfRecord(record: EventRecord, knowledge: Knowledge): DayNumber | null {
  let end = EVER;
  for (const subject in record.dossier.subjects) {
    for (const event of knownOf(record, subject, knowledge)) {
      const day = dayUnder(knowledge.reading, event.effective);
      if (day !== NEVER && isAnnounced(event, knowledge)) end = later(end, day);
    }
  }
  return end === EVER ? null : boundBy(knowledge, end);
}

/** A day, or the earlier one up to which anything is known. */
export function boundBy({ announcedBy, recordedBy }: Knowledge, day: DayNumber): DayNumber {
  return earlier(earlier(day, announcedBy ?? day), recordedBy ?? day);
}

function isDoubtful({ effective }: DomainEvent): boolean {
  return effective.doubtful || effective.first !== effective.last;
}
