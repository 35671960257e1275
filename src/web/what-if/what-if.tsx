/** The room of hypotheses: a scenario, ready or made here, what follows from it, and how likely that is. */
import { useState } from 'preact/hooks';
import { showTrouble } from '../../store/trouble.ts';
import { ShownAct } from '../acts/shown-act.tsx';
import type { RoomGiven } from '../room-given.ts';
import { AddEvent } from './add.tsx';
import { attempt } from './additions.ts';
import { branchOf } from './branch.ts';
import { Choice } from './choice.tsx';
import { type OwnScenario, ownIn } from './kept-text.ts';
import { MoveEvent, TakeOut } from './out.tsx';
import { WhatFollows } from './outcome.tsx';
import type { Addition } from './own-scenario.ts';
import { Runs } from './runs.tsx';
import { ScenarioText, TextProblems } from './text.tsx';

export function WhatIf(given: RoomGiven) {
  const { opened, view, today, go } = given;
  const { record } = opened;
  const [said, say] = useState('');
  const beside = branchOf(opened, view);
  const own = ownIn(opened, view, go);
  const hasAct = beside.kind === 'branch' && view.act !== null && record.acts.get(view.act) === null;
  return (
    <div class="room what-if">
      <section aria-labelledby="what-if-head">
        <h2 id="what-if-head">What if</h2>
        <Choice opened={opened} view={view} beside={beside} own={own} go={go} say={say} />
        <p class="said" role="status">
          {said}
        </p>
        {own === null && beside.kind === 'problems' && (
          <TextProblems lines={beside.problems.map(showTrouble)} />
        )}
        {own !== null && <Workshop given={given} own={own} say={say} />}
      </section>
      <div class="beside">
        <ShownAct {...given} opened={{ ...opened, record: hasAct ? beside.branch.record : record }} />
        {beside.kind === 'branch' && (
          <WhatFollows record={record} branched={beside} view={view} today={today} go={go} />
        )}
      </div>
      {beside.kind === 'branch' && <Runs record={record} branched={beside} at={view.at} today={today} />}
    </div>
  );
}

/** Where the reader's own scenario is made. */
function Workshop(props: {
  readonly given: RoomGiven;
  readonly own: OwnScenario;
  readonly say: (what: string) => void;
}) {
  const {
    given: { opened, view },
    own,
    say,
  } = props;
  const { record } = opened;
  const beside = branchOf(opened, view);
  const add = (addition: Addition, what: string) => {
    const came = attempt(opened, own.text, addition);
    if (came.kind === 'added') {
      own.write(came.text, 'form');
      say(`added, ${what}`);
    }
    return came;
  };
  return (
    <div class="workshop">
      <details open>
        <summary>Add an event</summary>
        <AddEvent record={record} beside={beside} text={own.text} view={view} add={add} />
      </details>
      <details>
        <summary>Take out an act or an event of the record</summary>
        <TakeOut record={record} add={add} />
      </details>
      <details>
        <summary>Move an event of the record</summary>
        <MoveEvent record={record} add={add} />
      </details>
      <button
        type="button"
        disabled={!own.canGoBack}
        onClick={() => {
          own.goBack();
          say('the last step is taken back');
        }}
      >
        Undo
      </button>
      <ScenarioText own={own} problems={beside.kind === 'problems' ? beside.problems : []} />
    </div>
  );
}
