/** The buttons that change what the reader's own scenario assumes. */
import { useState } from 'preact/hooks';
import type { HypotheticalAct } from '../../events/scenario.ts';
import type { Edit } from './edit.ts';
import { TextField } from './field.tsx';

export function OwnAct({
  act: { act, announced },
  edit,
}: {
  readonly act: HypotheticalAct;
  readonly edit: Edit;
}) {
  const [date, write] = useState<string | null>(null);
  return (
    <>
      {' '}
      <button
        type="button"
        aria-label={`Remove ${act}`}
        onClick={() => edit({ kind: 'remove', act }, `${act} is removed.`, 'top')}
      >
        Remove
      </button>{' '}
      {announced.kind === 'dated' && (
        <button
          type="button"
          aria-label={`Change the date of ${act}`}
          aria-expanded={date !== null}
          onClick={() => write(date === null ? announced.date.edtf : null)}
        >
          Change the date
        </button>
      )}
      {date !== null && (
        <form
          class="fields"
          aria-label={`The date of ${act}`}
          onSubmit={(event) => {
            event.preventDefault();
            const told = `${act} is announced on ${date.trim()} now.`;
            if (edit({ kind: 'date', act, announced: date.trim() }, told, 'top')) write(null);
          }}
        >
          <TextField id={`date-${act}`} label="Announced on" value={date} set={write} isNeeded />
          <button type="submit">Change it</button>
        </form>
      )}
    </>
  );
}

export function PutBack({ name, edit }: { readonly name: string; readonly edit: Edit }) {
  return (
    <button
      type="button"
      aria-label={`Put ${name} back`}
      onClick={() => edit({ kind: 'put-back', name }, `${name} is put back.`, 'top')}
    >
      {name.includes('/') ? 'Put back' : 'Put the whole act back'}
    </button>
  );
}
