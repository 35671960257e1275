/** The state of one subject on the day asked about: every value a button that shows the acts behind it. */
import { dataOf } from '../../events/event.ts';
import { eventAsKnown } from '../../replay/known.ts';
import type { EventRecord } from '../../replay/record.ts';
import { type SubjectState, stateAt } from '../../replay/world.ts';
import { doubtInWords } from '../../telling/doubts.ts';
import { type Fact, factsOf } from '../../telling/facts.ts';
import { eventInWords } from '../../telling/words.ts';
import { dayOf } from '../../time/day.ts';
import { Because, type Go } from '../acts/because.tsx';
import type { View } from '../view.ts';

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
        {factsOf(state).map((fact) => (
          <FactLine key={fact.label} fact={fact} view={view} go={go} />
        ))}
      </dl>
      <Notes record={record} view={view} state={state} go={go} />
      {findings.length > 0 && (
        <>
          <h3>On record, without a place in the rules</h3>
          <ul>
            {findings.map(({ event, says }) => (
              <li key={event}>
                {says} <Because event={event} go={go} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function FactLine({ fact, view, go }: { readonly fact: Fact; readonly view: View; readonly go: Go }) {
  const { label, text, fields, open } = fact;
  const shown = fields.includes(view.field ?? '');
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <button
          type="button"
          class="value"
          aria-expanded={shown}
          title="Why?"
          onClick={() => go({ field: shown ? null : (fields[0] ?? null), act: null })}
        >
          {text}
          {open && (
            <span class="doubt">
              {' '}
              <span aria-hidden="true">?</span>
              <span class="unseen">uncertain</span>
            </span>
          )}
        </button>
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
          Reported {reported.effective}: {reported.note} <Because event={reported.event} go={go} />
        </p>
      )}
      {uncertain.length > 0 && (
        <>
          <h3>Uncertain</h3>
          <ul class="uncertain">
            {uncertain.map((doubt) => (
              <li key={doubt.field}>{doubtInWords(record, view, doubt)}</li>
            ))}
          </ul>
        </>
      )}
      {pending.length > 0 && (
        <>
          <h3>Announced, not yet in effect</h3>
          <ul class="pending">
            {pending.map(({ event, announced, effective }) => {
              const known = eventAsKnown(record, event, view);
              return (
                <li key={event}>
                  {known === null ? event : eventInWords(known.type, dataOf(known))}: announced {announced},
                  takes hold {effective} <Because event={event} go={go} />
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}
