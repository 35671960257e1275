/** The address of the page, which holds the link of what is shown, and the entries of the browser's history. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Opened } from './dossier/opened.ts';
import { filesOf, linkOf, viewOf } from './link.ts';
import type { Go, View } from './view.ts';

/** A view as it is kept in the address. */
export interface InAddress {
  readonly view: View;
  /** What could not be taken from the link by which it came; none once the reader has gone on, or closed the message. */
  readonly problems: readonly string[];
  readonly go: Go;
  readonly close: () => void;
}

/** What an entry of the browser's history keeps beside its link. */
interface Entry {
  /** Which of the dossiers that were opened it shows, by its number. */
  readonly dossier: number;
  /** Whether its link came from outside, and could not be taken whole. */
  readonly isSent: boolean;
}

/** The entry that the browser is at; null for one that this page has not seen yet. */
export function entryNow(): Entry | null {
  return history.state;
}

/** Adds an entry, with the link that there is, for another dossier that is to be shown. */
export function enter(entry: Entry): void {
  history.pushState(entry, '');
}

/**
 * The view, kept in the address of the page, so that its link is always that of what is shown. Each step of the reader
 * is an entry of the browser's history; what goes on changes the entry that there is. A link that could not be taken
 * whole stays in the address until the reader goes on. `isLeft` says whether the entry that the browser has come to is
 * of another dossier, which is about to be shown.
 */
export function useView(opened: Opened, dossier: number, first: View, isLeft: () => boolean): InAddress {
  const link = (of: View) => linkOf(of, first, filesOf(opened));
  const read = () => {
    const taken = viewOf(hash(), opened, first);
    const entry = entryNow();
    const isSent = entry?.dossier !== dossier || entry.isSent;
    const problems = isSent ? taken.problems : [];
    // One that could be taken whole is the page's own from now on.
    history.replaceState({ dossier, isSent: problems.length > 0 } satisfies Entry, '');
    return { ...taken, problems };
  };
  const [shown, show] = useState(() => ({ ...read(), isAsSent: true }));
  const latest = useRef(shown);
  const set = (next: typeof shown) => {
    latest.current = next;
    show(next);
  };
  const { view, problems, isAsSent } = shown;
  useEffect(() => {
    // Browsers differ in which of the two they send when the address is changed by hand.
    const follow = () => {
      if (!isLeft() && hash() !== link(latest.current.view)) set({ ...read(), isAsSent: true });
    };
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, [opened, first, isLeft]);
  const own: Entry = { dossier, isSent: false };
  useEffect(() => {
    if (isAsSent && problems.length > 0) return;
    const waiting = setTimeout(() => {
      // Another dossier may have an entry already, and be about to be shown.
      if ((entryNow()?.dossier ?? dossier) === dossier) history.replaceState(own, '', `#${link(view)}`);
    }, CALM);
    return () => clearTimeout(waiting);
  }, [view, isAsSent, first]);
  const go = useCallback<Go>(
    (some, how = 'step') => {
      const before = latest.current;
      const next = { ...before.view, ...some };
      const isStep = how === 'step' && link(next) !== link(before.view);
      if (isStep) history.pushState(own, '', `#${link(next)}`);
      set({ view: next, problems: isStep ? [] : before.problems, isAsSent: false });
    },
    [first],
  );
  const close = useCallback(() => set({ ...latest.current, problems: [] }), []);
  return { view, problems, go, close };
}

function hash(): string {
  return location.hash.slice(1);
}

/** Milliseconds without a change after which the address is written. */
const CALM = 200;
