/** The statechart of the subject looked at, its active states lit; and what the rules allow it next, or refuse. */
import { useMemo, useState } from 'preact/hooks';
import { statechartPicture } from '../../drawing/statechart-picture.ts';
import { kindOf } from '../../replay/record.ts';
import { regions } from '../../replay/regions.ts';
import { standingAt } from '../../replay/standing.ts';
import { chartFor } from '../../replay/walk.ts';
import { type Doubted, type Next, nextOf } from '../../simulation/next.ts';
import { fieldInWords, fieldValueInWords } from '../../telling/fields.ts';
import { limitInWords, verdictInWords } from '../../telling/verdicts.ts';
import { dayOf } from '../../time/day.ts';
import { Figure } from '../history/figure.tsx';
import type { RoomGiven } from '../room-given.ts';

export function Statechart({ opened, view }: RoomGiven) {
  const { record } = opened;
  const { subject } = view;
  const [isWhole, showWhole] = useState(false);
  const next = useMemo(() => subject && nextOf(record, subject, view), [record, subject, view]);
  if (subject === null || !next) return <p>There is no subject to look at.</p>;
  const kind = kindOf(record, subject);
  const { state, status } = standingAt(record, subject, view);
  const lit = [...regions(chartFor(kind).rules.machine.root, state)].map(
    ([region, value]) => `${fieldInWords(region)}: ${fieldValueInWords(region, value)}`,
  );
  const typesOf = (some: readonly { readonly type: string }[]) => some.map(({ type }) => type);
  const picture = statechartPicture(
    kind,
    { states: state, allowed: typesOf(next.allowed), refused: typesOf(next.refused) },
    { idPrefix: 'chart-' },
  );
  return (
    <div class="room">
      <section aria-labelledby="chart-head" class="chart">
        <h2 id="chart-head">
          {record.dossier.subjects[subject]?.name}, on {dayOf(view.at)}: {fieldValueInWords('status', status)}
        </h2>
        <p class="about">The statechart of every {kind}. Lit: the states in force on that day.</p>
        {lit.length > 0 && <p>{lit.join(' · ')}</p>}
        <label class="check">
          <input
            type="checkbox"
            checked={isWhole}
            onChange={({ currentTarget }) => showWhole(currentTarget.checked)}
          />
          the whole of it in the window
        </label>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard. */}
        <section class={isWhole ? 'scrolled whole' : 'scrolled'} aria-label="Statechart" tabIndex={0}>
          <Figure picture={picture} />
        </section>
      </section>
      <section aria-labelledby="next-head" class="next">
        <h2 id="next-head">What may happen next</h2>
        <Verdicts next={next} />
      </section>
    </div>
  );
}

function Verdicts({ next }: { readonly next: Next }) {
  const { allowed, refused, noPlace } = next;
  return (
    <>
      <h3>✓ Allowed</h3>
      <Said
        lines={allowed.map(({ type, limits = [], otherwise }) => ({
          type,
          words: limits.map(limitInWords),
          otherwise,
        }))}
      />
      <h3>× Refused</h3>
      <Said lines={refused.map(({ type, reason, otherwise }) => ({ type, words: [reason], otherwise }))} />
      <details>
        <summary>Without a place in this state: {noPlace.length}</summary>
        <Said lines={noPlace.map(({ type, reason, otherwise }) => ({ type, words: [reason], otherwise }))} />
      </details>
    </>
  );
}

function Said(given: {
  readonly lines: readonly ({ readonly type: string; readonly words: readonly string[] } & {
    readonly otherwise: Doubted['otherwise'];
  })[];
}) {
  if (given.lines.length === 0) return <p class="about">Nothing.</p>;
  return (
    <ul>
      {given.lines.map(({ type, words, otherwise = [] }) => (
        <li key={type}>
          <strong>{type}</strong>
          {words.length > 0 && `: ${words.join('; ')}`}
          {otherwise.map((verdict) => (
            <div key={verdictInWords(verdict)} class="about">
              or, as doubtful dates fall: {verdictInWords(verdict)}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
