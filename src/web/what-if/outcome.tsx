/** What follows from a scenario: what came of its acts, and what is otherwise than on record. */

import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { ALL_KNOWN } from '../../replay/known.ts';
import type { EventRecord } from '../../replay/record.ts';
import { type BranchChange, compared } from '../../simulation/compare.ts';
import { assumptionsOf, probabilitiesOf } from '../../simulation/probabilities.ts';
import {
  findingChangeInWords,
  type GoneInWords,
  goneInWords,
  happeningInWords,
  type Parted,
  reasonsInWords,
} from '../../telling/branches.ts';
import { fieldInWords, fieldValueInWords } from '../../telling/fields.ts';
import { type DayNumber, dayNumber, dayOf } from '../../time/day.ts';
import { Because } from '../acts/because.tsx';
import type { Go, View } from '../view.ts';
import type { Beside } from './branch.ts';
import type { Edit } from './edit.ts';
import { OwnAct, PutBack } from './own-act.tsx';
import { ownActOf, toPutBack } from './own-acts.ts';

type Branched = Extract<Beside, { kind: 'branch' }>;

export function WhatFollows(given: {
  readonly record: EventRecord;
  readonly branched: Branched;
  readonly view: View;
  readonly today: DayNumber;
  /** Changes the scenario where it is the reader's own. */
  readonly edit: Edit | null;
  readonly go: Go;
}) {
  const { record, branched, view, today, edit, go } = given;
  const { at, announcedBy, recordedBy, account, reading } = view;
  const { branch, chain } = branched;
  const parted = { record, branch: branch.record, chain };
  const outcome = useMemo(
    () => compared(record, branch.record, [at], { announcedBy, recordedBy, account, reading }),
    [record, branch, at, announcedBy, recordedBy, account, reading],
  );
  const { firstDivergence, dates, findings } = outcome;
  return (
    <section class="follows" aria-labelledby="follows-head">
      <h3 id="follows-head">
        What follows <Hypothetical />
      </h3>
      {firstDivergence === null ? (
        <p>The branch never differs from the record, as far as is known.</p>
      ) : (
        <p>
          The branch differs from the record from{' '}
          <button type="button" class="value" onClick={() => go({ at: dayNumber(firstDivergence) })}>
            {firstDivergence}
          </button>{' '}
          on.
        </p>
      )}
      <Changes at={dayOf(at)} changes={dates[0]?.changes ?? []} parted={parted} go={go} />
      <Findings
        title="Findings that appear"
        lines={findings.added.map((one) => findingChangeInWords(one, parted))}
      />
      <Findings
        title="Findings that vanish"
        lines={findings.removed.map((one) => findingChangeInWords(one, parted))}
      />
      <Acts branched={branched} record={record} today={today} edit={edit} go={go} />
      <Gone parted={parted} edit={edit} go={go} />
    </section>
  );
}

/** The mark of all that is assumed. */
export function Hypothetical() {
  return <span class="hypothetical badge">hypothetical</span>;
}

function Changes(given: {
  readonly at: string;
  readonly changes: readonly BranchChange[];
  readonly parted: Parted;
  readonly go: Go;
}) {
  const { at, changes, parted, go } = given;
  if (changes.length === 0) return <p role="status">On {at} no field differs.</p>;
  const subjects = [...new Set(changes.map(({ subject }) => subject))];
  return (
    <div class="wide">
      <table class="differences">
        <caption>On {at}, otherwise than on record, and why</caption>
        <thead>
          <tr>
            <th scope="col">field</th>
            <th scope="col">on record</th>
            <th scope="col">hypothetical</th>
          </tr>
        </thead>
        {subjects.map((id) => (
          <tbody key={id}>
            <tr>
              <th class="of-subject" scope="rowgroup" colSpan={3}>
                {parted.record.dossier.subjects[id]?.name ?? id}
              </th>
            </tr>
            {changes
              .filter(({ subject }) => subject === id)
              .map((change) => (
                <Change key={change.field} change={change} parted={parted} go={go} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Change(given: { readonly change: BranchChange; readonly parted: Parted; readonly go: Go }) {
  const { change, parted, go } = given;
  const { field, baseline, branch } = change;
  const { reasons, more } = reasonsInWords(change, parted);
  return (
    <>
      <tr>
        <th scope="row" rowSpan={reasons.length === 0 ? 1 : 2} title={field}>
          {fieldInWords(field)}
        </th>
        <td>{fieldValueInWords(field, baseline)}</td>
        <td class="otherwise">{fieldValueInWords(field, branch)}</td>
      </tr>
      {reasons.length > 0 && (
        <tr class="reasons">
          <td colSpan={2}>
            {reasons.map(({ before, event, after }) => (
              <div key={event}>
                {before} <Because event={event} go={go} /> {after}
              </div>
            ))}
            {more > 0 && <div>and {more} more events no longer count</div>}
          </td>
        </tr>
      )}
    </>
  );
}

function Findings({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Acts(given: {
  readonly record: EventRecord;
  readonly branched: Branched;
  readonly today: DayNumber;
  readonly edit: Edit | null;
  readonly go: Go;
}) {
  const { record, branched, today, edit, go } = given;
  const { branch, chain, scenario } = branched;
  const assumed = useMemo(() => {
    const shares = probabilitiesOf(record, chain, ALL_KNOWN, today);
    // What cannot be counted is told where runs are asked for.
    return shares.kind === 'problems' ? [] : assumptionsOf(chain, shares.acts);
  }, [record, chain, today]);
  if (branch.happenings.length === 0) return null;
  return (
    <>
      <h4>The acts assumed, and what came of each</h4>
      <ul class="happenings">
        {branch.happenings.map((one) => {
          const { when, says } = happeningInWords(one, branch.record, assumed);
          const own = edit === null ? null : ownActOf(one.act, scenario);
          return (
            <li key={one.act} class={one.kind === 'happens' ? 'assumed' : 'not-happening'}>
              {when !== '' && <time>{when}</time>} {says}
              {one.kind === 'happens' && (
                <button type="button" class="event" onClick={() => go({ act: one.act })}>
                  show the act
                </button>
              )}
              {edit !== null && own !== null && <OwnAct act={own} edit={edit} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Gone(given: { readonly parted: Parted; readonly edit: Edit | null; readonly go: Go }) {
  const { parted, edit, go } = given;
  const gone = goneInWords(parted);
  const isAside = ({ kind }: GoneInWords) => kind === 'set-aside';
  const names = edit === null ? new Map<string, string>() : toPutBack(gone, parted.chain.at(-1));
  return (
    <>
      <GoneEvents
        title="Taken out, or otherwise"
        gone={gone.filter((one) => !isAside(one))}
        after={(event) => {
          const name = names.get(event);
          return edit && name !== undefined && <PutBack name={name} edit={edit} />;
        }}
        go={go}
      />
      <GoneEvents
        title="Set aside, as it comes after the branch leaves the record"
        gone={gone.filter(isAside)}
        after={() => null}
        go={go}
      />
    </>
  );
}

function GoneEvents(given: {
  readonly title: string;
  readonly gone: readonly GoneInWords[];
  /** What stands after the line of an event. */
  readonly after: (event: string) => ComponentChildren;
  readonly go: Go;
}) {
  const { title, gone, after, go } = given;
  if (gone.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {gone.slice(0, MOST).map(({ event, says }) => (
          <li key={event}>
            {says} <Because event={event} go={go} /> {after(event)}
          </li>
        ))}
      </ul>
      {gone.length > MOST && <p>and {gone.length - MOST} more.</p>}
    </>
  );
}

/** So many events that are set aside are listed. */
const MOST = 100;
