/** The act that the view shows, beside the list of a room. */

import type { RoomGiven } from '../room-given.ts';
import { ActOf } from './act.tsx';

export function ShownAct({ opened, view, go }: RoomGiven) {
  const { record, placeOf } = opened;
  const { act } = view;
  const title = act === null ? undefined : record.acts.get(act)?.title;
  return (
    <>
      <p class="unseen" role="status">
        {title === undefined ? '' : `Shown beside: ${title}`}
      </p>
      {act !== null && <ActOf record={record} view={view} act={act} placeOf={placeOf} go={go} />}
    </>
  );
}
