/** The page: the question and the picture above, and below them the room that is open. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { daysSpanned, type History } from '../drawing/history.ts';
import { spanOf } from '../drawing/scale.ts';
import { chanceInPicture } from '../telling/branches.ts';
import type { Reading } from '../time/clocks.ts';
import { addDays, type DayNumber, earlier, later } from '../time/day.ts';
import { enter, entryNow, useView } from './address.ts';
import type { Opened, Opening } from './dossier/opened.ts';
import { Problems } from './dossier/problems.tsx';
import { Tools } from './export/tools.tsx';
import { Head } from './head.tsx';
import {
  beyondInWords,
  daysOfChange,
  doubtedIn,
  historiesOf,
  standingsOn,
  tookHoldInWords,
} from './history/answers.ts';
import { Controls } from './history/controls.tsx';
import { Picture } from './history/picture.tsx';
import { Subjects, useListed } from './history/subjects.tsx';
import { Windows, windowShown } from './history/windows.tsx';
import { LinkProblems } from './link-problems.tsx';
import { useAffordable, useCalm } from './paced.ts';
import { usePainted } from './painted.ts';
import { useLanding } from './panel.tsx';
import { NAMES, Room, RoomTabs } from './room.tsx';
import { firstView, type Window } from './view.ts';
import { branchOf } from './what-if/branch.ts';

export function App(given: {
  readonly first: Opening;
  /** That of the program. */
  readonly version: string;
  readonly today: DayNumber;
}) {
  const { first, version, today } = given;
  const { shown, open, back, isLeft } = useDossiers(first.kind === 'opened' ? first.opened : null);
  const [trouble, setTrouble] = useState(first.kind === 'problems' ? first : null);
  return (
    <>
      <Head
        opened={shown?.opened ?? null}
        version={version}
        open={(opening) => {
          setTrouble(opening.kind === 'problems' ? opening : null);
          if (opening.kind === 'opened') open(opening.opened);
        }}
        back={back}
      />
      {trouble !== null && (
        <Problems name={trouble.name} problems={trouble.problems} close={shown && (() => setTrouble(null))} />
      )}
      {shown !== null && <Page key={shown.number} {...shown} today={today} isLeft={isLeft} />}
    </>
  );
}

/** A dossier that was opened, and which: that of the page is 0. Whatever is opened is looked at anew. */
interface Numbered {
  readonly number: number;
  readonly opened: Opened;
}

/** The dossier that is shown, and the ways to others: to files of the reader, and back by the browser's history too. */
function useDossiers(ofPage: Opened | null) {
  const page = useMemo(() => ofPage && { number: 0, opened: ofPage }, [ofPage]);
  const own = useRef<Numbered | null>(null);
  const [shown, show] = useState<Numbered | null>(page);
  const wanted = () => [page, own.current].find((one) => one?.number === entryNow()?.dossier) ?? null;
  useEffect(() => {
    const follow = () => show((before) => wanted() ?? before);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [page]);
  const open = (opened: Opened) => {
    const number = (own.current?.number ?? 0) + 1;
    own.current = { number, opened };
    // The link that was sent may be over the very files.
    enter({ dossier: number, isSent: entryNow()?.isSent ?? true });
    show(own.current);
  };
  const goBack = () => {
    enter({ dossier: 0, isSent: false });
    show(page);
  };
  const back =
    page === null || shown === page ? null : { title: page.opened.record.dossier.title, go: goBack };
  const isLeft = useCallback(() => ![null, shown].includes(wanted()), [page, shown]);
  return { shown, open, back, isLeft };
}

function Page(given: Numbered & { readonly today: DayNumber; readonly isLeft: () => boolean }) {
  const { number, opened, today, isLeft } = given;
  const { record } = opened;
  const first = useMemo(() => firstView(record, today), [record, today]);
  const { view: asked, problems, go, close } = useView(opened, number, first, isLeft);
  const { shown: view, lags, rests } = useAffordable(asked);
  const painted = usePainted();
  const calm = useCalm(view);
  const beside = branchOf(opened, view);
  const branch = beside.kind === 'branch' ? historiesOf(beside.branch.record, view) : null;
  const chance = beside.kind === 'branch' ? chanceInPicture(beside.chain, beside.branch.happenings) : null;
  const known = historiesOf(record, view);
  const days = useMemo(() => daysOfChange(known), [known]);
  const span = useMemo(() => daysSpanned(known), [known]);
  const whole = useMemo(() => wholeOf(historiesOf(record, first), branch, first.at), [record, first, branch]);
  const window = windowShown(view, whole);
  const listed = useListed(record.dossier.subjects, view.subject);
  const history = useShown(known, listed.ids);
  const standings = standingsOn(history, view.at);
  // While nothing that it is given changes, it stays as it is.
  const room = useMemo(
    () => <Room opened={opened} view={calm} today={today} go={go} />,
    [opened, calm, today, go],
  );
  // What comes of the other ends of doubtful dates need not be there when the page is first seen, nor while a slider moves.
  const isAtRest = rests && painted;
  const others = isAtRest ? historiesOf(record, { ...view, reading: otherThan(view.reading) }) : null;
  // All events are looked at: not at every step of a slider.
  const said = useMemo(() => tookHoldInWords(history, branch, calm.at), [history, branch, calm.at]);
  const below = useLanding(view.room);
  const doubted = useLatest(others && doubtedIn(standings, standingsOn(others, view.at))) ?? NONE;
  return (
    <main>
      {problems.length > 0 && <LinkProblems problems={problems} close={close} />}
      <Tools opened={opened} view={asked} first={first} today={today} drawn={{ history, branch, window }} />
      <Controls view={asked} span={whole} days={days} parties={record.dossier.parties} change={go} />
      <div class="overview" aria-busy={lags}>
        <div>
          <Windows view={view} whole={whole} go={go} />
          {chance !== null && <p class="hypothetical">{chance}</p>}
          <Picture history={history} branch={branch} view={view} window={window} go={go} />
        </div>
        <Subjects
          subjects={record.dossier.subjects}
          listed={listed}
          beyond={beyondInWords(span, view.at)}
          standings={standings}
          doubted={doubted}
          branched={branch && standingsOn(branch, view.at)}
          chosen={view.subject}
          choose={useCallback((id: string) => go({ subject: id, field: null }), [go])}
        />
      </div>
      <p class="unseen" role="status">
        {said}
      </p>
      <RoomTabs room={view.room} go={go} />
      <section ref={below} tabIndex={-1} aria-label={NAMES[view.room]} aria-busy={lags}>
        {painted && room}
      </section>
    </main>
  );
}

/** The part of the histories that is listed; the same one, as long as both stay. */
function useShown(history: History, ids: readonly string[]): History {
  return useMemo(
    () => ({ ...history, subjects: history.subjects.filter(({ subject }) => ids.includes(subject)) }),
    [history, ids],
  );
}

/** The last that there was. */
function useLatest<T>(value: T | null): T | null {
  const latest = useRef(value);
  if (value !== null) latest.current = value;
  return latest.current;
}

const NONE: ReadonlySet<string> = new Set();

function otherThan(reading: Reading): Reading {
  return reading === 'latest' ? 'earliest' : 'latest';
}

/** All days that there is something to show of, with the day that is shown first. */
function wholeOf(history: History, branch: History | null, day: DayNumber): Window {
  const { from, to } = spanOf(history, branch) ?? { from: day, to: addDays(day, 1) };
  return { from: earlier(from, day), to: later(to, addDays(day, 1)) };
}
