/** What changes with every step of a slider, for those parts of the page that take longer to show than a step may. */
import { useEffect, useRef, useState } from 'preact/hooks';
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

/** Milliseconds from one change to the next. */
const PACE = 100;
