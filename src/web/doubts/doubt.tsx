/** One thing that a check reports, with the events behind it, where they stand, and the way to its day. */
import { actOf } from '../../events/event.ts';
import { type DayNumber, dayOf } from '../../time/day.ts';
import { OpensAct } from '../acts/opens-act.tsx';
import { dayInView } from '../day-in-view.ts';
import type { RoomGiven } from '../room-given.ts';

export function Doubt(
  given: RoomGiven & {
    readonly says: string;
    /** Null where it concerns no one subject. */
    readonly subject: string | null;
    readonly events: readonly string[];
    /** The day on which it begins; where none is given, that of the last event. */
    readonly day?: DayNumber | null;
    /** The act behind it, where no event of it is. */
    readonly otherAct?: string;
  },
) {
  const { opened, view, go, says, subject, events, otherAct } = given;
  const last = events.at(-1);
  const act = last === undefined ? otherAct : actOf(last);
  const at = given.day ?? (last === undefined ? null : dayInView(opened.record, view, { event: last }));
  return (
    <li class="doubt-entry">
      <p>{says}</p>
      <p class="about">
        {events.map((event) => (
          <span key={event} class="event-place">
            <OpensAct act={actOf(event)} view={view} go={go}>
              {event}
            </OpensAct>{' '}
            <span class="place">{opened.placeOf(event)}</span>
          </span>
        ))}
        {last === undefined && act !== undefined && (
          <OpensAct act={act} view={view} go={go}>
            {act}
          </OpensAct>
        )}
        {at !== null && (
          <button
            type="button"
            onClick={() =>
              go({
                at,
                room: 'state',
                field: null,
                act: act ?? null,
                ...(subject === null ? {} : { subject }),
              })
            }
          >
            Go to {subject === null ? '' : `${subject} on `}
            {dayOf(at)}
          </button>
        )}
      </p>
    </li>
  );
}
