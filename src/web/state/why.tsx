/** Why a field has its value: the events behind it, each with its act and what the sources say. */
import type { EventRecord } from '../../replay/record.ts';
import { type Link, whyOf } from '../../replay/why.ts';
import { fieldInWords, fieldValueInWords } from '../../telling/fields.ts';
import { eventInWords } from '../../telling/words.ts';
import { Because } from '../acts/because.tsx';
import { Sources } from '../acts/sources.tsx';
import { Panel } from '../panel.tsx';
import type { Go, View } from '../view.ts';
import { When } from '../when.tsx';

export function Why(given: {
  readonly record: EventRecord;
  readonly view: View;
  readonly subject: string;
  readonly field: string;
  readonly go: Go;
}) {
  const { record, view, subject, field, go } = given;
  const why = whyOf(record, view, subject, field);
  const close = () => go({ field: null });
  if (why.kind === 'unknown') {
    return (
      <Panel kind="why" label="Why" close={close}>
        <p>{why.what}</p>
      </Panel>
    );
  }
  const { value, chain, open } = why.answer;
  const head = `Why ${fieldInWords(field)}: ${fieldValueInWords(field, value)}?`;
  return (
    <Panel kind="why" label={head} close={close}>
      <h2 title={field}>{head}</h2>
      {chain.length === 0 && <p>Nothing on record has changed it: it is what the rules begin with.</p>}
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
    </Panel>
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
      <strong>{eventInWords(type, data)}</strong>, <When date={effective} />
      {announced !== effective && (
        <>
          , announced <When date={announced} />
        </>
      )}
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
