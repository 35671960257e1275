/** Why a field has its value: the events behind it, each with its act and what the sources say. */
import type { EventRecord } from '../../replay/record.ts';
import { type Link, whyOf } from '../../replay/why.ts';
import { eventInWords, valueInWords } from '../../telling/words.ts';
import { Because, type Go } from '../acts/because.tsx';
import { Sources } from '../acts/sources.tsx';
import type { View } from '../view.ts';

export function Why(given: {
  readonly record: EventRecord;
  readonly view: View;
  readonly subject: string;
  readonly field: string;
  readonly go: Go;
}) {
  const { record, view, subject, field, go } = given;
  const why = whyOf(record, view, subject, field);
  const close = (
    <button type="button" class="close" onClick={() => go({ field: null })}>
      Close
    </button>
  );
  if (why.kind === 'unknown') {
    return (
      <aside class="why" aria-label="Why">
        <p>{why.what}</p>
        {close}
      </aside>
    );
  }
  const { value, chain, open } = why.answer;
  return (
    <aside class="why" aria-labelledby="why-head">
      <h2 id="why-head">
        Why {field}: {valueInWords(value)}?
      </h2>
      {chain.length === 0 && <p>Nothing on record has changed it.</p>}
      <ol>
        {chain.map((link) => (
          <Ground key={link.event} link={link} isOpen={false} go={go} />
        ))}
      </ol>
      {open.length > 0 && (
        <>
          <h3>It depends on the day of</h3>
          <ul>
            {open.map((link) => (
              <Ground key={link.event} link={link} isOpen={true} go={go} />
            ))}
          </ul>
        </>
      )}
      {close}
    </aside>
  );
}

function Ground(given: {
  readonly link: Link;
  /** Whether its day is open, so that it may be behind the value or not. */
  readonly isOpen: boolean;
  readonly go: Go;
}) {
  const { link, isOpen, go } = given;
  const { event, type, data, title, announced, effective, wrote, hypothetical, note, sources, corrected } =
    link;
  return (
    <li class={hypothetical === undefined ? undefined : 'assumed'}>
      <strong>{eventInWords(type, data)}</strong>, {effective}
      {announced === effective ? '' : `, announced ${announced}`}
      {wrote.length === 0 && !isOpen && <span class="about"> (made it possible)</span>}
      <br />
      {title} <Because event={event} go={go} />
      {hypothetical !== undefined && (
        <p class="hypothetical">Assumed in {hypothetical}; it is not on record.</p>
      )}
      {note !== null && <p class="note">{note}</p>}
      {corrected.map(({ recorded, reason, sources: grounds }) => (
        <div key={`${recorded} ${reason}`} class="corrected">
          Reads otherwise since {recorded}: {reason}
          <Sources sources={grounds} />
        </div>
      ))}
      <Sources sources={sources} />
    </li>
  );
}
