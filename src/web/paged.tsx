/** A long list, shown a page at a time. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Some hundred items at once, which a browser shows at once; buttons lead to the others. */
export function Paged<T>(given: {
  /** What the items are, for a screen reader: `findings`. */
  readonly label: string;
  readonly items: readonly T[];
  readonly children: (item: T, index: number) => ComponentChildren;
}) {
  const { label, items, children } = given;
  const [start, turnTo] = useState(0);
  useEffect(() => turnTo(0), [items]);
  const from = start < items.length ? start : 0;
  const to = Math.min(items.length, from + PAGE);
  return (
    <>
      <ol class="paged" start={from + 1} aria-label={label}>
        {items.slice(from, to).map((item, index) => children(item, from + index))}
      </ol>
      {items.length > PAGE && (
        <nav class="pages" aria-label={`Pages of ${label}`}>
          <Turn to={0} from={from} text="First" turn={turnTo} />
          <Turn to={Math.max(0, from - PAGE)} from={from} text="Previous" turn={turnTo} />
          <span role="status">
            {from + 1} to {to} of {items.length}
          </span>
          <Turn to={to < items.length ? to : from} from={from} text="Next" turn={turnTo} />
          <Turn to={lastPage(items.length)} from={from} text="Last" turn={turnTo} />
        </nav>
      )}
    </>
  );
}

function Turn({
  to,
  from,
  text,
  turn,
}: {
  readonly to: number;
  readonly from: number;
  readonly text: string;
  readonly turn: (start: number) => void;
}) {
  return (
    <button type="button" aria-disabled={to === from} onClick={() => turn(to)}>
      {text}
    </button>
  );
}

function lastPage(items: number): number {
  return Math.floor((items - 1) / PAGE) * PAGE;
}

const PAGE = 200;
