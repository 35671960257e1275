/** An event by its name: a button that shows the act it belongs to. */
import { actOf } from '../../events/event.ts';
import { assumedIn } from '../../replay/mark.ts';
import type { Go } from '../view.ts';

export function Because({ event, go }: { readonly event: string; readonly go: Go }) {
  const scenario = assumedIn(event);
  return (
    <button type="button" class="event" onClick={() => go({ act: actOf(event) })}>
      {event}
      {scenario !== null && <span class="hypothetical"> hypothetical</span>}
    </button>
  );
}
