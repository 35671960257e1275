/** What the page shows: the question it asks of the record, and which of its rooms are open. A link carries all of it. */
import type { EventRecord } from '../replay/record.ts';
import type { AsOf } from '../time/clocks.ts';
import { type DayNumber, dayNumber, dayOf, parseDay } from '../time/day.ts';

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
}

/** Days shown, half-open. */
export interface Window {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The view in which a record is opened: today, or the day on which nothing more is to come. */
export function firstView(record: EventRecord, today: DayNumber): View {
  return {
    at: today,
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
  };
}

/** The part of a link after its `#`. What stands as in the first view is left out, but the day never is. */
export function linkOf(view: View, first: View): string {
  const said = new URLSearchParams({ at: dayOf(view.at) });
  if (view.announcedBy !== null) said.set('announced-by', dayOf(view.announcedBy));
  if (view.recordedBy !== null) said.set('recorded-by', dayOf(view.recordedBy));
  if (view.account !== null) said.set('account', view.account);
  if (view.reading !== first.reading) said.set('reading', view.reading);
  if (view.subject !== null && view.subject !== first.subject) said.set('subject', view.subject);
  if (view.field !== null) said.set('field', view.field);
  if (view.act !== null) said.set('act', view.act);
  if (view.room !== first.room) said.set('room', view.room);
  if (view.window !== null) said.set('window', `${dayOf(view.window.from)}/${dayOf(view.window.to)}`);
  if (view.scenario !== null) {
    if ('name' in view.scenario) said.set('scenario', view.scenario.name);
    else said.set('scenario-text', view.scenario.text);
  }
  if (view.on !== first.on) said.set('on', view.on);
  return said.toString();
}

/** The view of a link, and what in it means nothing beside this record: that stands as in the first view. */
export function viewOf(
  link: string,
  record: EventRecord,
  first: View,
): { readonly view: View; readonly unknown: readonly string[] } {
  const said = new URLSearchParams(link);
  const unknown: string[] = [];
  const { parties, subjects } = record.dossier;
  const view: View = {
    at: read('at', day, first.at),
    announcedBy: read('announced-by', day, first.announcedBy),
    recordedBy: read('recorded-by', day, first.recordedBy),
    account: read('account', among(Object.keys(parties)), first.account),
    reading: read('reading', among(['latest', 'earliest'] as const), first.reading),
    subject: read('subject', among(Object.keys(subjects)), first.subject),
    field: read('field', (text) => text, first.field),
    act: read('act', (text) => text, first.act),
    room: read('room', among(rooms), first.room),
    window: read('window', windowOf, first.window),
    scenario:
      read('scenario', (name) => ({ name }), null) ?? read('scenario-text', (text) => ({ text }), null),
    on: read('on', among(['record', 'branch'] as const), first.on),
  };
  return { view, unknown };

  function read<T>(field: string, meaning: (text: string) => T | null, otherwise: T): T {
    const text = said.get(field);
    if (text === null) return otherwise;
    const meant = meaning(text);
    if (meant === null) unknown.push(`${field}=${text}`);
    return meant ?? otherwise;
  }
}

function day(text: string): DayNumber | null {
  const parsed = parseDay(text);
  return parsed === null ? null : dayNumber(parsed);
}

function windowOf(text: string): Window | null {
  const [from = null, to = null, ...more] = text.split('/').map(day);
  return from !== null && to !== null && from < to && more.length === 0 ? { from, to } : null;
}

function among<T extends string>(words: readonly T[]): (text: string) => T | null {
  return (text) => words.find((word) => word === text) ?? null;
}
