/** What is shown beside that which was asked: it can be closed, also by Esc, and comes into view when it is opened. */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export function Panel(given: {
  readonly kind: 'why' | 'act';
  readonly label: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}) {
  const { kind, label, close, children } = given;
  return (
    <aside
      class={kind}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <button type="button" class="close" onClick={close}>
        Close
      </button>
      {children}
    </aside>
  );
}

/**
 * Brings the first of what an element holds into view and under the keyboard when `shows` becomes another, and goes
 * back to where the reader was when it becomes null. What a link shows from the beginning moves nothing.
 */
export function useReveal(shows: string | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const seen = useRef(shows);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (seen.current === shows) return;
    seen.current = shows;
    if (shows === null) {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      return;
    }
    const shown = place.current?.firstElementChild;
    // Who goes on from within what is shown stays where he is.
    if (!(shown instanceof HTMLElement) || shown.contains(document.activeElement)) return;
    if (document.activeElement !== document.body) before.current = document.activeElement;
    shown.focus({ preventScroll: true });
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    shown.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'instant' : 'smooth' });
  }, [shows]);
  return place;
}

/** Where the reader comes to when what he chose has gone with the room that it was in: at the head of the new one. */
export function useLanding(room: string): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const seen = useRef(room);
  const isLeaving = seen.current !== room;
  // Before the room of that before is taken away.
  const wasWithin = isLeaving && place.current?.contains(document.activeElement) === true;
  useEffect(() => {
    seen.current = room;
    if (!wasWithin || document.activeElement !== document.body) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, [room]);
  return place;
}
