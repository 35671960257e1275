/** One act: what it says, what each of its events changed, and the documents it rests on. */
import type { ComponentChildren } from 'preact';
import { type Deed, deedsOf } from '../../replay/deeds.ts';
import { assumedIn } from '../../replay/mark.ts';
import type { EventRecord } from '../../replay/record.ts';
import { fieldInWords, fieldValueInWords } from '../../telling/fields.ts';
import { findingInWords } from '../../telling/findings.ts';
import { eventInWords } from '../../telling/words.ts';
import { dayNumber, dayOf } from '../../time/day.ts';
import { historiesOf } from '../history/answers.ts';
import { Panel } from '../panel.tsx';
import type { Go, View } from '../view.ts';
import { When } from '../when.tsx';
import { among } from './among.ts';
import { Sources } from './sources.tsx';

export function ActOf(given: {
  readonly record: EventRecord;
  readonly view: View;
  readonly act: string;
  readonly placeOf: (event: string) => string | null;
  readonly go: Go;
}) {
  const { record, view, act: id, placeOf, go } = given;
  const act = record.acts.get(id);
  const scenario = assumedIn(id);
  const close = () => go({ act: null });
  if (act === null) {
    return (
      <Panel kind="act" label="An act" close={close}>
        <p>There is no act named {id} here.</p>
      </Panel>
    );
  }
  const { by, title, announced, recorded, sources, note } = act;
  return (
    <Panel kind="act" label={title} close={close}>
      <Beside record={record} view={view} act={id} go={go} />
      <h2>{title}</h2>
      <p class="about">
        {record.dossier.parties[by] ?? by} · announced <When date={announced.edtf} />
        {recorded === null ? '' : ` · on record since ${dayOf(recorded)}`} · {id}
      </p>
      {scenario !== null && (
        <p class="hypothetical">Hypothetical: assumed in {scenario}. It is not on record.</p>
      )}
      {note !== undefined && <p class="note">{note}</p>}
      {deedsOf(record, id, view).map((deed) => (
        <DeedOf
          key={deed.event}
          deed={deed}
          name={record.dossier.subjects[deed.subject]?.name ?? deed.subject}
          place={placeOf(deed.event)}
          go={go}
        />
      ))}
      <Sources sources={sources} />
    </Panel>
  );
}

/** The way to the acts before and after it with events on the subject looked at. */
function Beside(given: {
  readonly record: EventRecord;
  readonly view: View;
  readonly act: string;
  readonly go: Go;
}) {
  const { record, view, act, go } = given;
  const history = historiesOf(record, view).subjects.find(({ subject }) => subject === view.subject);
  const beside = history === undefined ? null : among(history, act);
  if (history === undefined || beside === null) return null;
  const { place, many, previous, next } = beside;
  return (
    <nav class="among" aria-label={`Acts on ${history.name}`}>
      <ToAct act={previous} go={go}>
        ← Previous act
      </ToAct>
      <ToAct act={next} go={go}>
        Next act →
      </ToAct>
      <span class="about" role="status">
        {place} of {many} on {history.name}
      </span>
    </nav>
  );
}

/** Where there is no such act it stays, so that who comes to the last one by keyboard is not lost. */
function ToAct(given: {
  readonly act: string | null;
  readonly go: Go;
  readonly children: ComponentChildren;
}) {
  const { act, go, children } = given;
  return (
    <button type="button" aria-disabled={act === null} onClick={() => act !== null && go({ act })}>
      {children}
    </button>
  );
}

function DeedOf({
  deed,
  name,
  place,
  go,
}: {
  readonly deed: Deed;
  readonly name: string;
  readonly place: string | null;
  readonly go: Go;
}) {
  const { event, subject, type, data, effective, day, changes, finding } = deed;
  return (
    <section class="deed">
      <h3>
        {name}: {eventInWords(type, data)}
      </h3>
      <p class="about">
        <When date={effective} />
        {place === null ? '' : ` · ${place}`} · {event}
      </p>
      {finding !== null && <p class="finding">It has no place in the rules: {findingInWords(finding)}.</p>}
      {finding === null && day === null && <p>It never certainly takes hold, as far as is known.</p>}
      {changes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">field</th>
              <th scope="col">before</th>
              <th scope="col">after</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row" title={field}>
                  {fieldInWords(field)}
                </th>
                <td>{fieldValueInWords(field, before)}</td>
                <td>{fieldValueInWords(field, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {day !== null && (
        <button type="button" onClick={() => go({ subject, at: dayNumber(day), field: null })}>
          Go to {day}
        </button>
      )}
    </section>
  );
}
