/** A button that shows an act beside the list it stands in. */
import type { ComponentChildren } from 'preact';
import { assumedIn } from '../../replay/mark.ts';
import type { Go, View } from '../view.ts';

export function OpensAct(given: {
  readonly act: string;
  readonly view: View;
  readonly go: Go;
  readonly children: ComponentChildren;
}) {
  const { act, view, go, children } = given;
  const isShown = view.act === act;
  return (
    <button
      type="button"
      class="event"
      aria-expanded={isShown}
      onClick={() => go({ act: isShown ? null : act })}
    >
      {children}
      {assumedIn(act) !== null && <span class="hypothetical"> hypothetical</span>}
    </button>
  );
}
