/** The room of hypotheses: a scenario, ready or made here, what follows from it, and how likely that is. */
import { showTrouble } from '../../store/trouble.ts';
import { ShownAct } from '../acts/shown-act.tsx';
import type { RoomGiven } from '../room-given.ts';
import { AddEvent } from './add.tsx';
import { branchOf } from './branch.ts';
import { Choice } from './choice.tsx';
import { type Edit, editOf } from './edit.ts';
import { type OwnScenario, ownIn } from './kept-text.ts';
import { MoveEvent, TakeOut } from './out.tsx';
import { WhatFollows } from './outcome.tsx';
import { Runs } from './runs.tsx';
import type { Say, Status } from './status.ts';
import { ScenarioText, TextProblems } from './text.tsx';
import { useStatus } from './use-status.ts';

export function WhatIf(given: RoomGiven) {
  const { opened, view, today, go } = given;
  const { record } = opened;
  const [status, say] = useStatus(view.scenario);
  const beside = branchOf(opened, view);
  const own = ownIn(opened, view, go);
  const edit = own && editOf(opened, own, say);
  const hasAct = beside.kind === 'branch' && view.act !== null && record.acts.get(view.act) === null;
  return (
    <div class="room what-if">
      <section aria-labelledby="what-if-head">
        <h2 id="what-if-head">What if</h2>
        <Choice opened={opened} view={view} beside={beside} own={own} go={go} say={say} />
        <p class={status?.kind === 'refused' ? 'said wrong' : 'said'} role="status">
          {status?.place === 'top' ? status.lines.join('; ') : ''}
        </p>
        {own === null && beside.kind === 'problems' && (
          <TextProblems lines={beside.problems.map(showTrouble)} />
        )}
        {own !== null && edit !== null && (
          <Workshop given={given} own={own} edit={edit} status={status} say={say} />
        )}
      </section>
      <div class="beside">
        <ShownAct {...given} opened={{ ...opened, record: hasAct ? beside.branch.record : record }} />
        {beside.kind === 'branch' && (
          <WhatFollows record={record} branched={beside} view={view} today={today} edit={edit} go={go} />
        )}
      </div>
      {beside.kind === 'branch' && (
        <Runs key={beside.branch} record={record} branched={beside} at={view.at} today={today} />
      )}
    </div>
  );
}

/** Where the reader's own scenario is made. */
function Workshop(props: {
  readonly given: RoomGiven;
  readonly own: OwnScenario;
  readonly edit: Edit;
  readonly status: Status | null;
  readonly say: Say;
}) {
  const {
    given: { opened, view },
    own,
    edit,
    status,
    say,
  } = props;
  const { record } = opened;
  const beside = branchOf(opened, view);
  const refusedIn = (place: Status['place']) => (status?.place === place ? status.lines : NONE);
  const refuse = (place: Status['place'], lines: readonly string[]) =>
    say(lines.length === 0 ? null : { kind: 'refused', place, lines, scenario: { text: own.text } });
  return (
    <div class="workshop">
      <details open>
        <summary>Add an event</summary>
        <AddEvent
          record={record}
          beside={beside}
          text={own.text}
          view={view}
          edit={edit}
          refused={refusedIn('add')}
          refuse={(lines) => refuse('add', lines)}
        />
      </details>
      <details>
        <summary>Take out an act or an event of the record</summary>
        <TakeOut record={record} edit={edit} refused={refusedIn('out')} forget={() => say(null)} />
      </details>
      <details>
        <summary>Move an event of the record</summary>
        <MoveEvent record={record} edit={edit} refused={refusedIn('move')} forget={() => say(null)} />
      </details>
      <button
        type="button"
        disabled={!own.canGoBack}
        onClick={() => {
          const text = own.goBack();
          say({ kind: 'done', place: 'top', lines: ['The last step is taken back.'], scenario: { text } });
        }}
      >
        Undo
      </button>
      <ScenarioText own={own} problems={beside.kind === 'problems' ? beside.problems : []} />
    </div>
  );
}

const NONE: readonly string[] = [];
