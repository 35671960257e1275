/** The room of findings and doubts: what a check of the record as known reports, each entry with the way to its place. */
import type { ComponentChildren } from 'preact';
import { dataOf } from '../../events/event.ts';
import type { Report, Verdict } from '../../invariants/check.ts';
import { eventAsKnown } from '../../replay/known.ts';
import {
  conflictInWords,
  counted,
  doubtfulDateInWords,
  verdictInWords,
  violationInWords,
} from '../../telling/checked.ts';
import { findingInWords } from '../../telling/findings.ts';
import { dayNumber } from '../../time/day.ts';
import { ShownAct } from '../acts/shown-act.tsx';
import { Paged } from '../paged.tsx';
import type { RoomGiven } from '../room-given.ts';
import type { Failed } from '../workers/worker.ts';
import { Doubt } from './doubt.tsx';
import { useReport } from './report.ts';

export function Doubts(given: RoomGiven) {
  const { report, again } = useReport(given.opened, given.view);
  return (
    <div class="room with-act">
      <div class="doubts">
        <h2>Findings and doubts</h2>
        <p role="status">{saidOf(report)}</p>
        {report !== null && 'invariants' in report && <Parts {...given} report={report} />}
        {report !== null && 'what' in report && (
          <button type="button" onClick={again}>
            Check again
          </button>
        )}
      </div>
      <ShownAct {...given} />
    </div>
  );
}

function saidOf(report: Report | Failed | null): string {
  if (report === null) return 'The record is being checked …';
  if ('what' in report) return `The record could not be checked: ${report.what}`;
  return `${summary(report)}, as the record is known.`;
}

function summary({ invariants, findings, conflicts, doubtful }: Report): string {
  const rest = [
    counted(findings.length, 'finding'),
    counted(conflicts.length, 'conflict'),
    counted(doubtful.length, 'doubtful date'),
  ];
  return `${verdictInWords(invariants)}; ${rest.join(', ')}`;
}

function Parts({ report, ...given }: RoomGiven & { readonly report: Report }) {
  const { findings, conflicts, doubtful, invariants } = report;
  const { opened, view } = given;
  return (
    <>
      <List
        what="finding"
        items={findings}
        none="Every event on record has its place in the rules."
        some="Events on record that the rules have no place for. They change nothing, and stay on record."
      >
        {(finding) => (
          <Doubt
            key={finding.event}
            {...given}
            says={`${finding.subject}: ${findingInWords(finding)}`}
            subject={finding.subject}
            events={[finding.event]}
          />
        )}
      </List>
      <List
        what="conflict"
        ofWhat=" between accounts"
        items={conflicts}
        none="No party tells an event otherwise than it is on record."
        some="What a party tells otherwise than it is on record."
      >
        {(conflict) => (
          <Doubt
            key={`${conflict.event} ${conflict.party} ${conflict.field}`}
            {...given}
            says={conflictInWords(conflict)}
            subject={conflict.subject}
            events={[conflict.event]}
          />
        )}
      </List>
      <List
        what="doubtful date"
        items={doubtful}
        none="The day of every event is known."
        some="Events whose day is open, or whose date is marked as doubtful."
      >
        {(doubt) => {
          const event = eventAsKnown(opened.record, doubt.event, view);
          return event === null ? null : (
            <Doubt
              key={`${doubt.event} ${doubt.field}`}
              {...given}
              says={doubtfulDateInWords(doubt, event.type, dataOf(event))}
              subject={doubt.subject}
              events={[doubt.event]}
            />
          );
        }}
      </List>
      <Part
        title={verdictInWords(invariants)}
        about="What must always hold, of states, of changes and of the record itself."
      >
        <ul class="invariants">
          {[...invariants]
            .sort((a, b) => Number(a.holds) - Number(b.holds))
            .map((verdict) => (
              <Invariant key={verdict.id} {...given} verdict={verdict} />
            ))}
        </ul>
      </Part>
    </>
  );
}

/** So many of something, each an entry, and what they are. */
function List<T>(given: {
  readonly what: string;
  readonly ofWhat?: string;
  readonly items: readonly T[];
  /** What it means that there is none, and what there is. */
  readonly none: string;
  readonly some: string;
  readonly children: (item: T) => ComponentChildren;
}) {
  const { what, ofWhat = '', items, none, some, children } = given;
  return (
    <Part title={`${counted(items.length, what)}${ofWhat}`} about={items.length === 0 ? none : some}>
      <Entries label={`${what}s${ofWhat}`} items={items}>
        {children}
      </Entries>
    </Part>
  );
}

function Part(given: {
  readonly title: string;
  readonly about: string;
  readonly children: ComponentChildren;
}) {
  const { title, about, children } = given;
  return (
    <section>
      <h3>{title.charAt(0).toUpperCase() + title.slice(1)}</h3>
      <p class="about">{about}</p>
      {children}
    </section>
  );
}

function Entries<T>(given: {
  readonly label: string;
  readonly items: readonly T[];
  readonly children: (item: T) => ComponentChildren;
}) {
  return given.items.length === 0 ? null : <Paged {...given} />;
}

function Invariant({ verdict, ...given }: RoomGiven & { readonly verdict: Verdict }) {
  const { id, statement, article, holds, violations } = verdict;
  return (
    <li>
      <span class={holds ? 'holds' : 'breaks'}>{holds ? 'holds' : 'breaks'}</span> <code>{id}</code>
      <br />
      {statement}
      {article !== null && <span class="about"> ({article})</span>}
      <Entries label={`violations of ${id}`} items={violations}>
        {(violation) => {
          const { subject, from, events, act } = violation;
          return (
            <Doubt
              key={JSON.stringify(violation)}
              {...given}
              says={violationInWords(violation)}
              subject={subject}
              events={events}
              day={from === null ? null : dayNumber(from)}
              {...(act === undefined ? {} : { otherAct: act })}
            />
          );
        }}
      </Entries>
    </li>
  );
}
