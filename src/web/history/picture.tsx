/** The picture of all histories, over which the day asked about moves. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { History } from '../../drawing/history.ts';
import { cursorAt, historyPicture } from '../../drawing/history-picture.ts';
import { type View as Drawn, dayScale } from '../../drawing/scale.ts';
import { actOf } from '../../events/event.ts';
import type { Go, View, Window } from '../view.ts';
import { Figure, Over } from './figure.tsx';
import { nextAct } from './next-act.ts';

export function Picture(given: {
  readonly history: History;
  readonly branch: History | null;
  readonly view: View;
  readonly window: Window;
  readonly go: Go;
}) {
  const { history, branch, view, window, go } = given;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { from, to } = window;
  const drawn: Drawn | null =
    width === null ? null : { width, from, to, at: null, branch, isClickable: true, prefix: 'page' };
  // Drawn anew only where more than the day asked about is another.
  const picture = useMemo(() => drawn && historyPicture(history, drawn), [history, branch, width, from, to]);
  const still = useMemo(() => picture && <Figure picture={picture} />, [picture]);
  usePointer(place, drawn, view.act, go);
  return (
    <div ref={place} class="histories">
      {still}
      {picture && drawn && <Over picture={picture} shape={cursorAt(picture, { ...drawn, at: view.at })} />}
    </div>
  );
}

/** What the pointer does in the picture; the list, the sliders and the tables do the same for the keyboard. */
function usePointer(
  place: { readonly current: HTMLElement | null },
  drawn: Drawn | null,
  act: string | null,
  go: Go,
): void {
  // A second click may come before an effect of the first.
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const { current } = place;
    if (current === null || drawn === null) return;
    const ending = new AbortController();
    const { signal } = ending;
    current.addEventListener('pointerdown', (event) => move(event, drawn, go), { signal });
    current.addEventListener('pointermove', (event) => drag(event, drawn, go), { signal });
    current.addEventListener('click', (event) => choose(event, drawn, latest.current, go), { signal });
    return () => ending.abort();
  }, [place, drawn?.width, drawn?.from, drawn?.to, go]);
}

/** A click on a mark shows its act, and the next of them where it stands for several; on a bar or on numbers, what is behind them on that day. */
function choose(event: MouseEvent, drawn: Drawn, act: string | null, go: Go): void {
  const chosen = event.target instanceof Element ? event.target.closest('[data-subject]') : null;
  const subject = chosen?.getAttribute('data-subject') ?? null;
  if (chosen === null || subject === null) return;
  const mark = chosen.closest('.event, .announcement');
  const happened = mark?.getAttribute('data-events') ?? mark?.getAttribute('data-event') ?? null;
  if (happened !== null)
    go({ subject, act: nextAct(happened.split(' ').map(actOf), act), field: null, room: 'state' });
  else if (chosen.closest('.steps') !== null)
    go({ subject, at: dayAt(event, drawn), field: 'staff.accredited', act: null, room: 'state' });
  else if (chosen.closest('.period') !== null)
    go({ subject, at: dayAt(event, drawn), field: 'status', act: null, room: 'state' });
  else go({ subject, field: null });
}

/** Where there is nothing to choose, the pointer takes the day with it. */
function move(event: PointerEvent, drawn: Drawn, go: Go): void {
  if (event.button !== 0 || !isOnAxis(event)) return;
  if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
  go({ at: dayAt(event, drawn) });
}

function drag(event: PointerEvent, drawn: Drawn, go: Go): void {
  const { currentTarget, pointerId } = event;
  if (event.buttons === 1 && currentTarget instanceof Element && currentTarget.hasPointerCapture(pointerId))
    go({ at: dayAt(event, drawn) }, 'goes on');
}

function isOnAxis({ target }: Event): boolean {
  return (
    target instanceof Element && target.closest('.period, .event, .announcement, .steps, .name') === null
  );
}

function dayAt({ clientX, currentTarget }: MouseEvent, drawn: Drawn) {
  const box =
    currentTarget instanceof Element ? currentTarget.getBoundingClientRect() : { left: 0, width: 1 };
  return dayScale(drawn).dayAt(((clientX - box.left) * drawn.width) / box.width);
}

/** The width that there is for the picture, in pixels; null before it is known. */
export function useWidth(place: { readonly current: HTMLElement | null }): number | null {
  const [width, set] = useState<number | null>(null);
  // Before the page is painted, so that the picture is in the first frame.
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return;
    const measure = () => set(Math.max(320, current.clientWidth));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(current);
    return () => watch.disconnect();
  }, [place]);
  return width;
}
