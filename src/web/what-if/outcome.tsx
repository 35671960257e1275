/** What follows from a scenario: what came of its acts, and what is otherwise than on record. */
import { useMemo } from 'preact/hooks';
import type { EventRecord } from '../../replay/record.ts';
import { type BranchChange, compared } from '../../simulation/compare.ts';
import { findingChangeInWords, goneInWords, happeningInWords } from '../../telling/branches.ts';
import { valueInWords } from '../../telling/words.ts';
import { dayNumber, dayOf } from '../../time/day.ts';
import { Because, type Go } from '../acts/because.tsx';
import type { View } from '../view.ts';
import type { Beside } from './branch.ts';

type Branched = Extract<Beside, { kind: 'branch' }>;

export function WhatFollows(given: {
  readonly record: EventRecord;
  readonly branched: Branched;
  readonly view: View;
  readonly go: Go;
}) {
  const { record, branched, view, go } = given;
  const { at, announcedBy, recordedBy, account, reading } = view;
  const { branch } = branched;
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
      <Changes at={dayOf(at)} changes={dates[0]?.changes ?? []} record={record} go={go} />
      <Findings title="Findings that appear" lines={findings.added.map(findingChangeInWords)} />
      <Findings title="Findings that vanish" lines={findings.removed.map(findingChangeInWords)} />
      <Acts branched={branched} record={record} go={go} />
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
  readonly record: EventRecord;
  readonly go: Go;
}) {
  const { at, changes, record, go } = given;
  if (changes.length === 0) return <p role="status">On {at} no field differs.</p>;
  const subjects = [...new Set(changes.map(({ subject }) => subject))];
  return (
    <div class="wide">
      <table class="differences">
        <caption>On {at}, otherwise than on record</caption>
        <thead>
          <tr>
            <th scope="col">field</th>
            <th scope="col">on record</th>
            <th scope="col">hypothetical, because of</th>
          </tr>
        </thead>
        {subjects.map((id) => (
          <tbody key={id}>
            <tr>
              <th class="of-subject" scope="rowgroup" colSpan={3}>
                {record.dossier.subjects[id]?.name ?? id}
              </th>
            </tr>
            {changes
              .filter(({ subject }) => subject === id)
              .map((change) => (
                <Change key={change.field} change={change} go={go} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Change({ change, go }: { readonly change: BranchChange; readonly go: Go }) {
  const { field, baseline, branch, because } = change;
  return (
    <tr>
      <th scope="row">{field}</th>
      <td>{valueInWords(baseline)}</td>
      <td>
        <span class="otherwise">{valueInWords(branch)}</span>
        {because.map((event) => (
          <span key={event}>
            {' '}
            <Because event={event} go={go} />
          </span>
        ))}
      </td>
    </tr>
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

function Acts({
  branched: { branch },
  record,
  go,
}: {
  readonly branched: Branched;
  readonly record: EventRecord;
  readonly go: Go;
}) {
  const { happenings } = branch;
  const gone = goneInWords(record, branch.record);
  return (
    <>
      {happenings.length > 0 && (
        <>
          <h4>The acts assumed, and what came of each</h4>
          <ul class="happenings">
            {happenings.map((one) => {
              const { when, says } = happeningInWords(one, branch.record);
              return (
                <li key={one.act} class={one.kind === 'happens' ? 'assumed' : 'not-happening'}>
                  {when !== '' && <time>{when}</time>} {says}
                  {one.kind === 'happens' && (
                    <button type="button" class="event" onClick={() => go({ act: one.act })}>
                      show the act
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {gone.length > 0 && (
        <>
          <h4>On record, and not on the branch, or otherwise</h4>
          <ul>
            {gone.slice(0, MOST).map(({ event, says }) => (
              <li key={event}>
                {says} <Because event={event} go={go} />
              </li>
            ))}
          </ul>
          {gone.length > MOST && <p>and {gone.length - MOST} more.</p>}
        </>
      )}
    </>
  );
}

/** So many events that are set aside are listed. */
const MOST = 100;
