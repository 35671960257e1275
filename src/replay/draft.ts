/** An event in the making, from what is written of it to the versions that its record will have. */
import type { Act } from '../events/dossier.ts';
import type { DomainEvent } from '../events/event.ts';
import { isMap, type Said, type WrittenEvent } from '../events/read.ts';
import { effectiveWindow } from '../time/clocks.ts';
import { dayNumber } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import type { Position } from '../time/order.ts';
import type { Place } from './place.ts';
import type { Version } from './record.ts';

/** An event in the making: as written, which corrections change, and the versions so far. */
export type Draft =
  | { readonly place: Place; readonly broken: true }
  | {
      readonly place: Place;
      readonly broken: false;
      readonly act: Act;
      readonly position: Position;
      raw: { readonly [field: string]: unknown };
      announced: Edtf;
      versions: [Version, ...Version[]];
    };

/** An event as its act first puts it on record. */
export function draftOf(act: Act, written: WrittenEvent, raw: unknown, place: Place, index: number): Draft {
  const list = isMap(raw) && Array.isArray(raw['events']) ? raw['events'] : [];
  const position = { file: place.file, act: place.entry, event: index };
  const recorded = act.recorded === undefined ? null : dayNumber(act.recorded);
  const source = list[index];
  return {
    place,
    broken: false,
    act,
    position,
    raw: isMap(source) ? source : {},
    announced: act.announced,
    versions: [{ recorded, change: null, ...told(act, written, act.announced, position) }],
  };
}

/** The event, and the event as each party tells it that tells it differently. */
export function told(act: Act, written: WrittenEvent, announced: Edtf, position: Position) {
  const event = domainEvent(act, written, written.said, announced, position);
  const accounts = Object.entries(written.accounts).map(([party, said]): [string, DomainEvent] => [
    party,
    domainEvent(act, written, { ...written.said, ...said }, announced, position),
  ]);
  return { event, accounts: new Map(accounts) };
}

function domainEvent(
  act: Act,
  { subject, type }: WrittenEvent,
  { effective, ...data }: Said,
  announced: Edtf,
  position: Position,
): DomainEvent {
  const event = {
    id: `${act.act}/${position.event + 1}`,
    act: act.act,
    by: act.by,
    subject,
    type,
    announced,
    effective: effectiveWindow(effective ?? null, announced),
    atAnnouncement: effective === undefined,
    position,
    ...data,
  };
  // Here the parser vouches for the form: the schema of its type has read the data.
  return event as unknown as DomainEvent;
}
