/** The status of the room while it is shown. */
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../view.ts';
import { type Say, type Status, statusBeside } from './status.ts';

/** The status as it is to be told, and the way to tell another, or none. */
export function useStatus(scenario: View['scenario']): readonly [Status | null, Say] {
  const [status, set] = useState<Status | null>(null);
  const now = statusBeside(status, scenario);
  useEffect(() => set(now), [now]);
  return [now?.hasCome ? now : null, (next) => set(next && { ...next, hasCome: false })];
}
