/** The question: the day asked about, what was known, whose account, which reading; and the way through time. */
import { useEffect, useState } from 'preact/hooks';
import type { Reading } from '../../time/clocks.ts';
import { addDays, type DayNumber, dayNumber, dayOf, parseDay } from '../../time/day.ts';
import type { Go, View, Window } from '../view.ts';
import { stepFrom } from './answers.ts';

interface Given {
  readonly view: View;
  /** The days that the sliders move in. */
  readonly span: Window;
  /** The days on which something changes. */
  readonly days: readonly DayNumber[];
  readonly parties: { readonly [party: string]: string };
  readonly change: Go;
}

export function Controls({ view, span, days, parties, change }: Given) {
  const { at, announcedBy, recordedBy, account, reading } = view;
  const [previous, next] = [stepFrom(days, at, 'previous'), stepFrom(days, at, 'next')];
  const [first] = days;
  const [isPlaying, play] = usePlay(next, (day) => change({ at: day }, 'goes on'));
  return (
    <section class="question" aria-label="The question">
      <div class="clocks">
        <div class="clock">
          <DaySlider
            id="at"
            label="On"
            day={at}
            span={span}
            set={(day, how) => change({ at: day }, how)}
            clear={null}
          />
          <fieldset class="buttons" aria-label="Through time">
            <Step label="Previous change" sign="←" to={previous} go={(day) => change({ at: day })} />
            <button
              type="button"
              aria-pressed={isPlaying}
              disabled={days.length === 0}
              onClick={() => {
                // After the last change it begins anew.
                if (next === null && first !== undefined) change({ at: first });
                play(!isPlaying);
              }}
            >
              <span aria-hidden="true">{isPlaying ? '❚❚' : '▶'}</span> {isPlaying ? 'Pause' : 'Play'}
            </button>
            <Step label="Next change" sign="→" to={next} go={(day) => change({ at: day })} />
          </fieldset>
        </div>
        <div class="clock">
          <DaySlider
            id="announced-by"
            label="As the world had been told by"
            day={announcedBy ?? addDays(span.to, -1)}
            isOpen={announcedBy === null}
            span={span}
            set={(day, how) => change({ announcedBy: day }, how)}
            clear={() => change({ announcedBy: null })}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={announcedBy === null}
              onChange={({ currentTarget }) => change({ announcedBy: currentTarget.checked ? null : at })}
            />
            all that is known
          </label>
        </div>
      </div>
      <div class="choices">
        <label>
          Account{' '}
          <select
            value={account ?? ''}
            onChange={({ currentTarget }) => change({ account: currentTarget.value || null })}
          >
            <option value="">as on record</option>
            {Object.entries(parties).map(([party, name]) => (
              <option key={party} value={party}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Of a doubtful date{' '}
          <select
            value={reading}
            onChange={({ currentTarget }) => change({ reading: readingOf(currentTarget.value) })}
          >
            <option value="latest">the last day counts</option>
            <option value="earliest">the first day counts</option>
          </select>
        </label>
        <span>
          <label for="recorded-by">As recorded by</label>{' '}
          <DayField
            id="recorded-by"
            day={recordedBy}
            set={(day) => change({ recordedBy: day })}
            clear={() => change({ recordedBy: null })}
          />
        </span>
        <details class="help">
          <summary>What these mean</summary>
          <dl>
            <dt>On</dt>
            <dd>The day whose state is shown.</dd>
            <dt>As the world had been told by</dt>
            <dd>Only what had been announced by then counts, even of the days before it.</dd>
            <dt>Account</dt>
            <dd>Where a party tells an event otherwise, its own telling counts.</dd>
            <dt>Of a doubtful date</dt>
            <dd>
              An event of which only a span of days is known counts from the last of them on, or from the
              first.
            </dd>
            <dt>As recorded by</dt>
            <dd>What this record said on that day, before later corrections and additions.</dd>
          </dl>
        </details>
      </div>
    </section>
  );
}

function readingOf(text: string): Reading {
  return text === 'earliest' ? 'earliest' : 'latest';
}

function Step(given: {
  readonly label: string;
  readonly sign: string;
  readonly to: DayNumber | null;
  readonly go: (day: DayNumber) => void;
}) {
  const { label, sign, to, go } = given;
  return (
    <button
      type="button"
      aria-label={label}
      title={to === null ? label : `${label}: ${dayOf(to)}`}
      disabled={to === null}
      onClick={() => to !== null && go(to)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

/** A slider over the days of a span, with the day as text beside it, where any day can be written. */
function DaySlider(given: {
  readonly id: string;
  readonly label: string;
  readonly day: DayNumber;
  /** Whether no bound is set, so that the slider only shows where one would begin. */
  readonly isOpen?: boolean;
  readonly span: Window;
  readonly set: (day: DayNumber, how?: 'goes on') => void;
  readonly clear: (() => void) | null;
}) {
  const { id, label, day, isOpen = false, span, set, clear } = given;
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <DayField
        id={`${id}-day`}
        label={`${label}, a day`}
        day={isOpen ? null : day}
        set={set}
        clear={clear}
      />
      <input
        id={id}
        type="range"
        min={span.from}
        max={addDays(span.to, -1)}
        value={day}
        class={isOpen ? 'open' : undefined}
        aria-valuetext={isOpen ? 'all that is known' : dayOf(day)}
        onInput={({ currentTarget }) =>
          set(addDays(span.from, currentTarget.valueAsNumber - span.from), 'goes on')
        }
      />
    </div>
  );
}

/** A day as text; what is no day is told, and changes nothing. */
function DayField(given: {
  readonly id: string;
  readonly label?: string;
  readonly day: DayNumber | null;
  readonly set: (day: DayNumber) => void;
  /** What an empty field asks for; null where a day must stand. */
  readonly clear: (() => void) | null;
}) {
  const { id, label, day, set, clear } = given;
  const shown = day === null ? '' : dayOf(day);
  // What is being written counts until another day is shown, by whatever way.
  const [draft, write] = useState({ text: shown, over: shown, wrong: false });
  const { text, wrong } = draft.over === shown ? draft : { text: shown, wrong: false };
  return (
    <span class="day">
      <input
        id={id}
        class="day"
        inputMode="numeric"
        size={10}
        placeholder="YYYY-MM-DD"
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        value={text}
        onInput={({ currentTarget }) => write({ text: currentTarget.value, over: shown, wrong: false })}
        onChange={({ currentTarget }) => {
          const written = currentTarget.value.trim();
          const read = parseDay(written);
          const isCleared = written === '' && clear !== null;
          write({ text: written, over: shown, wrong: read === null && !isCleared });
          if (read !== null) set(dayNumber(read));
          else if (isCleared) clear();
        }}
      />
      {wrong && (
        <span id={`${id}-wrong`} class="wrong" role="alert">
          {text === '' ? 'a day must stand here' : 'not a day'}: write YYYY-MM-DD, as in 2021-11-10
        </span>
      )}
    </span>
  );
}

/** Whether the page moves from change to change by itself, and the switch for it; it stops after the last one. */
function usePlay(next: DayNumber | null, go: (day: DayNumber) => void): [boolean, (on: boolean) => void] {
  const [isOn, turn] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    if (next === null) {
      turn(false);
      return;
    }
    const waiting = setTimeout(() => go(next), BEAT);
    return () => clearTimeout(waiting);
  }, [isOn, next]);
  return [isOn, turn];
}

/** Milliseconds from one change to the next. */
const BEAT = 900;
