/** The act that the view shows, beside the list of a room. */
import { ActOf } from './act.tsx';
import type { RoomGiven } from './room.tsx';

export function ShownAct({ opened, view, go }: RoomGiven) {
  const { record, placeOf } = opened;
  const { act } = view;
  return (
    <>
      <p class="unseen" role="status">
        {act !== null && `Shown beside: ${record.acts.get(act)?.title ?? act}`}
      </p>
      {act !== null && <ActOf record={record} view={view} act={act} placeOf={placeOf} go={go} />}
    </>
  );
}
