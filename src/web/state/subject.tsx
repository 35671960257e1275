/** The state of one subject on the day asked about: every value a button that shows the acts behind it. */
import { Fragment } from 'preact';
import { dataOf } from '../../events/event.ts';
import { eventAsKnown } from '../../replay/known.ts';
import type { EventRecord } from '../../replay/record.ts';
import { type SubjectState, stateAt } from '../../replay/world.ts';
import { dateInWords } from '../../telling/dates.ts';
import { valuesInWords } from '../../telling/doubts.ts';
import { type Fact, factsOf } from '../../telling/facts.ts';
import { fieldInWords, fieldValueInWords } from '../../telling/fields.ts';
import { findingInWords } from '../../telling/findings.ts';
import { eventInWords } from '../../telling/words.ts';
import { dayOf } from '../../time/day.ts';
import { Because } from '../acts/because.tsx';
import { Doubtful } from '../doubtful.tsx';
import type { Go, View } from '../view.ts';
import { When } from '../when.tsx';

export function Subject(given: {
  readonly record: EventRecord;
  readonly view: View;
  readonly subject: string;
  readonly go: Go;
}) {
  const { record, view, subject, go } = given;
  const { subjects, findings } = stateAt(record, view, [subject]);
  const state = subjects[subject];
  const { parties, subjects: known } = record.dossier;
  const about = known[subject];
  if (state === undefined || about === undefined) return null;
  const between = [about.sending, about.receiving].flatMap((party) =>
    party === undefined ? [] : [parties[party] ?? party],
  );
  return (
    <section class="subject-state" aria-labelledby="subject-name">
      <h2 id="subject-name">{state.name}</h2>
      <p class="about">
        {[state.kind, ...between, about.seat].filter((part) => part !== undefined).join(' · ')}
      </p>
      <p>
        On <time dateTime={dayOf(view.at)}>{dayOf(view.at)}</time>:
      </p>
      <dl class="facts">
        {factsOf(state, dateInWords).map((fact) => (
          <FactLine key={fact.label} fact={fact} view={view} go={go} />
        ))}
      </dl>
      <Notes record={record} view={view} state={state} go={go} />
      {findings.length > 0 && (
        <>
          <h3>On record, without a place in the rules</h3>
          <ul>
            {findings.map((finding) => (
              <li key={finding.event}>
                {findingInWords(finding)} <Because event={finding.event} go={go} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function FactLine({ fact, view, go }: { readonly fact: Fact; readonly view: View; readonly go: Go }) {
  const { label, parts, glue } = fact;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {parts.map(({ text, fields: [field, ...others], open }, index) => {
          const isShown = [field, ...others].includes(view.field ?? '');
          return (
            <Fragment key={field}>
              {index > 0 && ' '}
              <button
                type="button"
                class="value"
                aria-expanded={isShown}
                title="Why?"
                onClick={() => go({ field: isShown ? null : field, act: null })}
              >
                {text}
                {open && <Doubtful />}
              </button>
              {index < parts.length - 1 && <span class="glue">{glue.trim()}</span>}
            </Fragment>
          );
        })}
      </dd>
    </div>
  );
}

function Notes(given: {
  readonly record: EventRecord;
  readonly view: View;
  readonly state: SubjectState;
  readonly go: Go;
}) {
  const { record, view, state, go } = given;
  const { uncertain, pending, reported } = state;
  return (
    <>
      {reported?.note && (
        <p class="reported">
          Reported <When date={reported.effective} />: {reported.note}{' '}
          <Because event={reported.event} go={go} />
        </p>
      )}
      {uncertain.length > 0 && (
        <>
          <h3>Uncertain</h3>
          <ul class="uncertain">
            {uncertain.map((doubt) => (
              <li key={doubt.field}>
                {fieldInWords(doubt.field)}:{' '}
                {valuesInWords(doubt, (value) => fieldValueInWords(doubt.field, value))}, depending on the day
                of{' '}
                {doubt.because.map((event, index) => (
                  <Fragment key={event}>
                    {index > 0 && '; '}
                    <InWords record={record} view={view} event={event} /> <Because event={event} go={go} />
                  </Fragment>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {pending.length > 0 && (
        <>
          <h3>Announced, not yet in effect</h3>
          <ul class="pending">
            {pending.map(({ event, announced, effective }) => (
              <li key={event}>
                <InWords record={record} view={view} event={event} />: announced <When date={announced} />,
                takes hold <When date={effective} /> <Because event={event} go={go} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What an event states, as far as it is known. */
function InWords(given: { readonly record: EventRecord; readonly view: View; readonly event: string }) {
  const known = eventAsKnown(given.record, given.event, given.view);
  return <>{known === null ? given.event : eventInWords(known.type, dataOf(known))}</>;
}
