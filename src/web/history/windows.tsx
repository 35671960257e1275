/** How much of time the picture shows: all of it, or a stretch around the day asked about. */
import { addDays, type DayNumber } from '../../time/day.ts';
import type { Go, View, Window } from '../view.ts';

export function Windows({
  view,
  whole,
  go,
}: {
  readonly view: View;
  readonly whole: Window;
  readonly go: Go;
}) {
  const { window, at } = view;
  const length = window === null ? null : window.to - window.from;
  return (
    <label class="windows">
      Show{' '}
      <select
        value={length ?? ''}
        onChange={({ currentTarget }) =>
          go({ window: currentTarget.value === '' ? null : around(at, Number(currentTarget.value)) })
        }
      >
        <option value="">all of it, {yearsIn(whole)}</option>
        {STRETCHES.map(([days, words]) => (
          <option key={days} value={days}>
            {words}
          </option>
        ))}
        {length !== null && STRETCHES.every(([days]) => days !== length) && (
          <option value={length}>{length} days</option>
        )}
      </select>
    </label>
  );
}

/** The days that the picture shows: where the day asked about has left them, they follow it. */
export function windowShown({ window, at }: Pick<View, 'window' | 'at'>, whole: Window): Window {
  if (window === null) return whole;
  return at >= window.from && at < window.to ? window : around(at, window.to - window.from);
}

function around(day: DayNumber, days: number): Window {
  const from = addDays(day, -Math.floor(days / 2));
  return { from, to: addDays(from, days) };
}

function yearsIn({ from, to }: Window): string {
  const years = Math.round((to - from) / 365.25);
  return years < 2 ? `${to - from} days` : `${years} years`;
}

const STRETCHES = [
  [3653, 'ten years around the day'],
  [1096, 'three years around the day'],
  [365, 'a year around the day'],
  [91, 'three months around the day'],
] as const;
