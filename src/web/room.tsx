/** The rooms below the picture, one of which is open. */
import { ActOf } from './acts/act.tsx';
import { Doubts } from './doubts/doubts.tsx';
import { useReveal } from './panel.tsx';
import { TheRecord } from './record/record.tsx';
import type { RoomGiven } from './room-given.ts';
import { Statechart } from './state/statechart.tsx';
import { Subject } from './state/subject.tsx';
import { Why } from './state/why.tsx';
import { type Go, rooms, type View } from './view.ts';
import { openedOn } from './what-if/branch.ts';
import { WhatIf } from './what-if/what-if.tsx';

/** What the rooms are called. */
export const NAMES = {
  state: 'State and why',
  statechart: 'Statechart',
  'what-if': 'What if',
  doubts: 'Findings and doubts',
  record: 'The record',
} as const;

/** The choice of a room. */
export function RoomTabs({ room, go }: { readonly room: View['room']; readonly go: Go }) {
  return (
    <nav class="tabs" aria-label="Rooms">
      {rooms.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === room ? 'page' : undefined}
          onClick={() => go({ room: one })}
        >
          {NAMES[one]}
        </button>
      ))}
    </nav>
  );
}

/** The room that is open. It shows the record; or, where the view says so, the branch. */
export function Room(given: RoomGiven) {
  const { opened, view, go } = given;
  if (view.room === 'what-if') return <WhatIf {...given} />;
  const shown = openedOn(opened, view);
  return (
    <>
      {shown !== opened && (
        <p class="on-branch hypothetical" role="status">
          Hypothetical: this room shows the branch, not the record.{' '}
          <button type="button" onClick={() => go({ on: 'record' })}>
            Show the record
          </button>
        </p>
      )}
      <OpenRoom {...given} opened={shown} />
    </>
  );
}

function OpenRoom(given: RoomGiven) {
  switch (given.view.room) {
    case 'state':
      return <State {...given} />;
    case 'what-if':
    case 'statechart':
      return <Statechart {...given} />;
    case 'doubts':
      return <Doubts {...given} />;
    case 'record':
      return <TheRecord {...given} />;
    default:
      return given.view.room satisfies never;
  }
}

function State({ opened, view, go }: RoomGiven) {
  const { record, placeOf } = opened;
  const { subject, field, act } = view;
  const beside = useReveal(act ?? (field && `${subject} ${field}`));
  return (
    <div class="room">
      {subject !== null && <Subject record={record} view={view} subject={subject} go={go} />}
      <div ref={beside}>
        {act !== null && <ActOf record={record} view={view} act={act} placeOf={placeOf} go={go} />}
        {subject !== null && field !== null && (
          <Why record={record} view={view} subject={subject} field={field} go={go} />
        )}
        {field === null && act === null && (
          <p class="about">Choose a value to see the acts behind it, with their sources.</p>
        )}
      </div>
    </div>
  );
}
