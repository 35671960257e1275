/** From what is written of an event to the event, and back. */
import type { Act } from '../events/dossier.ts';
import { type DomainEvent, dataOf } from '../events/event.ts';
import type { Said, WrittenEvent } from '../events/read.ts';
import { effectiveWindow } from '../time/clocks.ts';
import type { Edtf } from '../time/edtf.ts';
import type { Position } from '../time/order.ts';

/** The event, and the event as each party tells it that tells it differently. */
export function told(
  act: Pick<Act, 'act' | 'by'>,
  written: WrittenEvent,
  announced: Edtf,
  position: Position,
) {
  const event = domainEvent(act, written, written.said, announced, position);
  const accounts = Object.entries(written.accounts).map(([party, said]): [string, DomainEvent] => [
    party,
    domainEvent(act, written, { ...written.said, ...said }, announced, position),
  ]);
  return { event, accounts: accounts.length === 0 ? NONE : new Map(accounts) };
}

/** What an act file would say of an event, accounts aside: reading it again gives the event. */
export function written(event: DomainEvent): { readonly [field: string]: unknown } {
  const { subject, type, effective, atAnnouncement, note } = event;
  return {
    subject,
    type,
    ...dataOf(event),
    ...(atAnnouncement ? {} : { effective: effective.edtf }),
    ...(note === undefined ? {} : { note }),
  };
}

const NONE: ReadonlyMap<string, DomainEvent> = new Map();

function domainEvent(
  act: Pick<Act, 'act' | 'by'>,
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
