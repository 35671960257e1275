/** What changes with every step of a slider, for those parts of the page that take longer to show than a step may. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keyOf } from './remembered.ts';
import type { View } from './view.ts';

/** The view, its day some ten times a second at most while it changes, and always the last; else the same one. */
export function useCalm(view: View): View {
  const next: View = { ...view, at: usePaced(view.at) };
  const kept = useRef(next);
  const before = new Map<string, unknown>(Object.entries(kept.current));
  // A view has all its fields at all times.
  if (Object.entries(next).some(([field, value]) => before.get(field) !== value)) kept.current = next;
  return kept.current;
}

/**
 * The view. While what is known in it changes, and the last change took longer to show than a step may, it keeps to what
 * was known before: it lags, until what is known rests. For the part of the page that shows it, with all within.
 */
export function useAffordable(view: View): {
  readonly shown: View;
  readonly lags: boolean;
  readonly rests: boolean;
} {
  const rests = useAtRest(keyOf(view));
  const kept = useRef(view);
  const cost = useRef(0);
  const begun = performance.now();
  const before = kept.current;
  const isSame = keyOf(before) === keyOf(view);
  const { announcedBy, recordedBy, account, reading } = before;
  const lags = !isSame && !rests && cost.current > AFFORDABLE;
  const isNew = !isSame && !lags;
  const [, goOn] = useState(0);
  useLayoutEffect(() => {
    if (!isNew) return;
    // The effects of what is within came before this one: it has been drawn.
    cost.current = performance.now() - begun;
    if (rests) goOn((turn) => turn + 1);
  });
  kept.current = lags ? { ...view, announcedBy, recordedBy, account, reading } : view;
  // What may come only where it rests comes after what is new has been shown.
  return { shown: kept.current, lags, rests: rests && !isNew };
}

/** Whether a text has stayed as it is for a while; the first one has. */
function useAtRest(text: string): boolean {
  const [rested, set] = useState(text);
  useEffect(() => {
    const waiting = setTimeout(() => set(text), REST);
    return () => clearTimeout(waiting);
  }, [text]);
  return rested === text;
}

function usePaced<T>(value: T): T {
  const [paced, set] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    if (value === paced) return;
    const waiting = setTimeout(
      () => {
        last.current = performance.now();
        set(() => value);
      },
      Math.max(0, last.current + PACE - performance.now()),
    );
    return () => clearTimeout(waiting);
  }, [value, paced]);
  return paced;
}

/** Milliseconds within which an answer seems to be there at once (Nielsen 1993, Usability Engineering, 5.5). */
const AFFORDABLE = 100;

/** Milliseconds from one change to the next. */
const PACE = 100;

/** Milliseconds without a change after which a slider rests. */
export const REST = 150;
