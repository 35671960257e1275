/** The address of the page, which holds the link of what is shown, and the entries of the browser's history. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Go } from './acts/because.tsx';
import type { Opened } from './dossier/opened.ts';
import { linkOf, viewOf } from './link.ts';
import type { View } from './view.ts';

/** A view as it is kept in the address. */
export interface InAddress {
  readonly view: View;
  /** What could not be taken from the link by which it came; none once the reader has gone on, or closed the message. */
  readonly problems: readonly string[];
  readonly go: Go;
  readonly close: () => void;
}

/**
 * The view, kept in the address of the page, so that its link is always that of what is shown. Each step of the reader
 * is an entry of the browser's history; what goes on, as a drag or writing, changes the entry that there is. A link that
 * could not be taken whole stays in the address until the reader goes on.
 */
export function useView(opened: Opened, first: View): InAddress {
  const [shown, show] = useState(() => ({ ...viewOf(hash(), opened, first), isAsSent: true }));
  const latest = useRef(shown);
  const set = (next: typeof shown) => {
    latest.current = next;
    show(next);
  };
  const { view, problems, isAsSent } = shown;
  useEffect(() => {
    // Browsers differ in which of the two they send when the address is changed by hand.
    const follow = () => {
      if (hash() !== linkOf(latest.current.view, first))
        set({ ...viewOf(hash(), opened, first), isAsSent: true });
    };
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, [opened, first]);
  useEffect(() => {
    if (isAsSent && problems.length > 0) return;
    const waiting = setTimeout(() => history.replaceState(null, '', `#${linkOf(view, first)}`), CALM);
    return () => clearTimeout(waiting);
  }, [view, isAsSent, first]);
  const go = useCallback(
    (some: Partial<View>) => {
      const before = latest.current;
      const next = { ...before.view, ...some };
      const link = linkOf(next, first);
      const isStep = link !== linkOf(before.view, first) && !goesOn(before.view, some);
      if (isStep) history.pushState(null, '', `#${link}`);
      set({ view: next, problems: isStep ? [] : before.problems, isAsSent: false });
    },
    [first],
  );
  const close = useCallback(() => set({ ...latest.current, problems: [] }), []);
  return { view, problems, go, close };
}

/** Whether a change is part of something that goes on, as a drag, writing or play, and no step of its own. */
function goesOn(before: View, some: Partial<View>): boolean {
  const { event } = window;
  if (event === undefined) {
    // Play, or a pause in writing.
    const { scenario } = some;
    return scenario === undefined
      ? Object.keys(some).every((field) => field === 'at')
      : isText(before.scenario) && isText(scenario);
  }
  const { type, target } = event;
  if (type === 'input') {
    return target instanceof HTMLInputElement
      ? target.type === 'range' || target.type === 'search'
      : target instanceof HTMLTextAreaElement;
  }
  return type.startsWith('pointer') || type === 'focusout' || type === 'blur';
}

function isText(scenario: View['scenario']): boolean {
  return scenario !== null && 'text' in scenario;
}

function hash(): string {
  return location.hash.slice(1);
}

/** Milliseconds without a change after which the address is written. */
const CALM = 200;
