/** What the page shows: the question it asks of the record, and which of its rooms are open. A link carries all of it. */
import { daysSpanned } from '../drawing/history.ts';
import { ALL_KNOWN } from '../replay/known.ts';
import type { EventRecord } from '../replay/record.ts';
import type { AsOf } from '../time/clocks.ts';
import { addDays, type DayNumber } from '../time/day.ts';
import { historiesOf } from './history/answers.ts';
import { ALL, type Filter } from './record/listed.ts';

/** The rooms of the page below the picture. */
export const rooms = ['state', 'statechart', 'what-if', 'doubts', 'record'] as const;

export type Room = (typeof rooms)[number];

/** A view of a record. */
export interface View extends AsOf {
  /** The subject looked at. */
  readonly subject: string | null;
  /** The field of it whose grounds are shown; null for none. */
  readonly field: string | null;
  /** The act that is shown with all that it did; null for none. */
  readonly act: string | null;
  readonly room: Room;
  /** The days that the picture shows, half-open; null for all of them. */
  readonly window: Window | null;
  /** The scenario whose branch stands beside the record: the name of a ready one, or the text of one of its own. */
  readonly scenario: { readonly name: string } | { readonly text: string } | null;
  /** Which history the other rooms show, where a branch stands beside the record. */
  readonly on: 'record' | 'branch';
  /** What the room of the record looks for. */
  readonly filter: Filter;
}

/** Days shown, half-open. */
export interface Window {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The view in which a record is opened: today, or the last day of a record that ended long ago. */
export function firstView(record: EventRecord, today: DayNumber): View {
  const span = daysSpanned(historiesOf(record, ALL_KNOWN));
  const isOld = span !== null && addDays(span.last, LONG) < today;
  return {
    at: isOld ? span.last : today,
    announcedBy: null,
    recordedBy: null,
    account: null,
    reading: 'latest',
    subject: Object.keys(record.dossier.subjects)[0] ?? null,
    field: null,
    act: null,
    room: 'state',
    window: null,
    scenario: null,
    on: 'record',
    filter: ALL,
  };
}

/** So many days after the last event nobody takes a record to be of today. */
const LONG = 3653;

/**
 * Changes some of the view: by a step, to which the browser's Back leads again; or as part of something that goes on, as
 * a drag, writing or play.
 */
export type Go = (some: Partial<View>, how?: 'step' | 'goes on') => void;
