/** The forms that take an act or an event of the record out of the branch, or move an event to another date. */
import { useState } from 'preact/hooks';
import type { EventRecord } from '../../replay/record.ts';
import type { Edit } from './edit.ts';
import { ChoiceField, TextField } from './field.tsx';
import { linesOf, linesWith, type RecordLine } from './record-lines.ts';
import { Refused } from './refused.tsx';

interface Given {
  readonly record: EventRecord;
  readonly edit: Edit;
  /** Why the last attempt was refused. */
  readonly refused: readonly string[];
  /** Another attempt begins. */
  readonly forget: () => void;
}

export function TakeOut({ record, edit, refused, forget }: Given) {
  const [name, choose] = useState('');
  return (
    <form
      aria-label="Take out"
      onSubmit={(event) => {
        event.preventDefault();
        edit({ kind: 'without', name }, `${name} is taken out of the branch.`, 'out');
      }}
    >
      <LineField
        id="out"
        label="An act, or an event of one"
        lines={linesOf(record)}
        value={name}
        set={(one) => {
          choose(one);
          forget();
        }}
      />
      <Refused lines={refused} />
      <button type="submit" disabled={name === ''}>
        Take it out of the branch
      </button>
    </form>
  );
}

export function MoveEvent({ record, edit, refused, forget }: Given) {
  const [name, choose] = useState('');
  const [date, write] = useState('');
  return (
    <form
      aria-label="Move an event"
      onSubmit={(event) => {
        event.preventDefault();
        const effective = date.trim();
        edit({ kind: 'move', event: name, effective }, `${name} is moved to ${effective}.`, 'move');
      }}
    >
      <LineField
        id="move"
        label="An event"
        lines={linesOf(record).filter(({ isAct }) => !isAct)}
        value={name}
        set={(one) => {
          choose(one);
          forget();
        }}
      />
      <TextField
        id="move-date"
        label="Takes hold on"
        hint="another date, as in 2021-11-10"
        value={date}
        set={(one) => {
          write(one);
          forget();
        }}
        isNeeded
      />
      <Refused lines={refused} />
      <button type="submit" disabled={name === ''}>
        Move it on the branch
      </button>
    </form>
  );
}

/** A choice among lines of the record, of which a few are shown by what is sought. */
function LineField(given: {
  readonly id: string;
  readonly label: string;
  readonly lines: readonly RecordLine[];
  readonly value: string;
  readonly set: (name: string) => void;
}) {
  const { id, label, lines, value, set } = given;
  const [words, seek] = useState('');
  const { shown, more } = linesWith(lines, words, MOST);
  const chosen = lines.find(({ name }) => name === value);
  const isLeftOut = chosen !== undefined && !shown.includes(chosen);
  const found = more === 0 ? `${shown.length} found` : `the first ${shown.length}; ${more} more`;
  return (
    <div class="fields">
      <TextField id={`${id}-words`} label="Seek" hint={found} value={words} set={seek} size={24} />
      <ChoiceField id={id} label={label} value={value} set={set} isNeeded>
        <option value="">choose</option>
        {(isLeftOut ? [chosen, ...shown] : shown).map(({ name, says, isAct }) => (
          <option key={name} value={name}>
            {isAct ? '' : '– '}
            {says} ({name})
          </option>
        ))}
      </ChoiceField>
    </div>
  );
}

/** So many lines can be looked through; more are found by what is sought. */
const MOST = 200;
