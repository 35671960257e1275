/** The room of the record: every event in its order, and the acts that changed the state of no subject. */
import { useMemo } from 'preact/hooks';
import type { Knowledge } from '../../replay/known.ts';
import { type LogEntry, logOf } from '../../replay/log.ts';
import { findingInWords } from '../../telling/findings.ts';
import { dayOf } from '../../time/day.ts';
import { OpensAct } from '../acts/opens-act.tsx';
import { ShownAct } from '../acts/shown-act.tsx';
import { dayInView } from '../day-in-view.ts';
import type { Opened } from '../dossier/opened.ts';
import { Paged } from '../paged.tsx';
import { keyOf, remembering } from '../remembered.ts';
import type { RoomGiven } from '../room-given.ts';
import type { View } from '../view.ts';
import { Filters } from './filters.tsx';
import { type Filter, lineInWords, listed } from './listed.ts';

export function TheRecord(given: RoomGiven) {
  const { opened, view, go } = given;
  const { filter } = view;
  const lines = linesOf(opened, view);
  const shown = useMemo(() => listed(lines, filter), [lines, filter]);
  const findings = lines.filter(({ finding }) => finding !== null).length;
  return (
    <div class="room with-act">
      <div class="record">
        <h2>The record</h2>
        <Filters
          dossier={opened.record.dossier}
          findings={findings}
          filter={filter}
          set={(some, how) => go({ filter: { ...filter, ...some } }, how)}
        />
        <p class="printed">{lookedFor(filter)}</p>
        <p role="status">
          {shown.length === lines.length
            ? `${lines.length} entries, in order of effect.`
            : `${shown.length} of ${lines.length} entries, in order of effect.`}
        </p>
        {shown.length > 0 && (
          <Paged label="entries of the record" items={shown}>
            {(line) => <Line key={line.event ?? line.act} line={line} {...given} />}
          </Paged>
        )}
      </div>
      <ShownAct {...given} />
    </div>
  );
}

/** The whole record as known. */
function linesOf({ record }: Opened, view: View): readonly LogEntry[] {
  const everything = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false };
  return logs.of(record, view, () => logOf(record, view, everything));
}

const logs = remembering<Knowledge, readonly LogEntry[]>(keyOf);

/** What is looked for, in words, for a reader who cannot see the fields. */
function lookedFor({ subject, type, by, findingsOnly, text }: Filter): string {
  const sought = [
    ...(subject === null ? [] : [`subject ${subject}`]),
    ...(type === null ? [] : [`type ${type}`]),
    ...(by === null ? [] : [`party ${by}`]),
    ...(findingsOnly ? ['findings only'] : []),
    ...(text.trim() === '' ? [] : [`the words “${text.trim()}”`]),
  ];
  return sought.length === 0 ? '' : `Looked for: ${sought.join(', ')}.`;
}

function Line({ line, opened, view, go }: RoomGiven & { readonly line: LogEntry }) {
  const { event, act, hypothetical, by, title, subject, announced, effective, finding, changes, note } = line;
  const at = dayInView(opened.record, view, event === null ? { act } : { event });
  const place = event === null ? null : opened.placeOf(event);
  return (
    <li class={finding === null ? 'log-line' : 'log-line misplaced'}>
      {at === null ? (
        <span class="day">{effective}</span>
      ) : (
        <button
          type="button"
          class="day"
          title={`Go to ${dayOf(at)}`}
          onClick={() => go({ at, ...(subject === null ? {} : { subject, field: null }) })}
        >
          {effective}
        </button>
      )}
      <div>
        <p>
          {subject === null ? '' : `${subject}: `}
          <strong>{lineInWords(line)}</strong>
        </p>
        <p class="about">
          <OpensAct act={act} view={view} go={go}>
            {title}
          </OpensAct>{' '}
          {opened.record.dossier.parties[by] ?? by}
          {announced === effective ? '' : ` · announced ${announced}`} · {event ?? act}
          {place !== null && (
            <>
              {' · '}
              <span class="place">{place}</span>
            </>
          )}
        </p>
        {hypothetical !== undefined && (
          <p class="hypothetical">Assumed in {hypothetical}; it is not on record.</p>
        )}
        {finding !== null && <p class="finding">Finding: {findingInWords(finding)}.</p>}
        {changes.map(({ kind, recorded, reason }) => (
          <p key={`${recorded} ${reason}`} class="corrected">
            {kind === 'corrected' ? 'Corrected' : 'Retracted'} {recorded}: {reason}
          </p>
        ))}
        {note !== null && <p class="note">{note}</p>}
      </div>
    </li>
  );
}
