/** The page: the question and the picture above, and below them the room that is open. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { DayNumber } from '../time/day.ts';
import { coursesOf, standingIn } from './answers.ts';
import { Controls, type Span } from './controls.tsx';
import { Head } from './head.tsx';
import type { Opened, Opening } from './opened.ts';
import { Problems } from './problems.tsx';
import { Room, RoomTabs } from './room.tsx';
import { Subjects } from './subjects.tsx';
import { Tools } from './tools.tsx';
import { firstView, linkOf, type View, viewOf } from './view.ts';

export function App(given: {
  readonly first: Opening;
  /** That of the program. */
  readonly version: string;
  readonly today: DayNumber;
}) {
  const { first, version, today } = given;
  const [opened, setOpened] = useState(first.kind === 'opened' ? first.opened : null);
  const [trouble, setTrouble] = useState(first.kind === 'problems' ? first : null);
  const [turn, setTurn] = useState(0);
  const open = (opening: Opening) => {
    setTrouble(opening.kind === 'problems' ? opening : null);
    if (opening.kind === 'problems') return;
    setOpened(opening.opened);
    // Whatever is opened is looked at anew, be it by the same name.
    setTurn((before) => before + 1);
  };
  return (
    <>
      <Head opened={opened} version={version} open={open} />
      {trouble !== null && (
        <Problems
          name={trouble.name}
          problems={trouble.problems}
          close={opened && (() => setTrouble(null))}
        />
      )}
      {opened !== null && <Page key={turn} opened={opened} today={today} />}
    </>
  );
}

function Page({ opened, today }: { readonly opened: Opened; readonly today: DayNumber }) {
  const { record } = opened;
  const first = useMemo(() => firstView(record, today), [record, today]);
  const [view, go] = useView(record, first);
  const courses = coursesOf(record, view);
  const span = useMemo(() => spanOf(coursesOf(record, first).days, today), [record, first, today]);
  const standings = new Map(
    [...courses.of].map(([id, course]) => [id, standingIn(course, view.at)] as const),
  );
  const { subject } = view;
  return (
    <main>
      <Tools opened={opened} view={view} first={first} today={today} picture={() => null} />
      <Controls view={view} span={span} days={courses.days} parties={record.dossier.parties} change={go} />
      <div class="overview">
        <Subjects
          subjects={record.dossier.subjects}
          standings={standings}
          chosen={subject}
          choose={useCallback((id: string) => go({ subject: id, field: null }), [go])}
        />
      </div>
      <RoomTabs room={view.room} go={go} />
      <Room opened={opened} view={view} today={today} go={go} />
    </main>
  );
}

/** The view, kept in the address of the page, so that its link is always that of what is shown. */
function useView(record: Opened['record'], first: View): readonly [View, (some: Partial<View>) => void] {
  const read = () => viewOf(location.hash.slice(1), record, first).view;
  const [view, set] = useState(read);
  useEffect(() => {
    const follow = () => set(read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [record, first]);
  useEffect(() => {
    const waiting = setTimeout(() => history.replaceState(null, '', `#${linkOf(view, first)}`), 200);
    return () => clearTimeout(waiting);
  }, [view, first]);
  const go = useCallback((some: Partial<View>) => set((now) => ({ ...now, ...some })), []);
  return [view, go];
}

/** From the first change on to today, or the last change if it lies ahead. */
function spanOf(days: readonly DayNumber[], today: DayNumber): Span {
  const [first = today] = days;
  const last = days[days.length - 1] ?? today;
  return { from: first < today ? first : today, to: last > today ? last : today };
}
