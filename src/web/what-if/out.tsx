/** The forms that take an act or an event of the record out of the branch, or move an event to another date. */
import { useState } from 'preact/hooks';
import type { EventRecord } from '../../replay/record.ts';
import type { Attempt } from './additions.ts';
import { ChoiceField, TextField } from './field.tsx';
import type { Addition } from './own-scenario.ts';
import { linesOf, linesWith, type RecordLine } from './record-lines.ts';

interface Given {
  readonly record: EventRecord;
  readonly add: (addition: Addition, what: string) => Attempt;
}

export function TakeOut({ record, add }: Given) {
  const [name, choose] = useState('');
  const [refused, tell] = useState<readonly string[]>([]);
  return (
    <form
      aria-label="Take out"
      onSubmit={(event) => {
        event.preventDefault();
        const attempt = add({ kind: 'without', name }, `taken out: ${name}`);
        tell(attempt.kind === 'refused' ? attempt.lines : []);
      }}
    >
      <LineField
        id="out"
        label="An act, or an event of one"
        lines={linesOf(record)}
        value={name}
        set={(one) => {
          choose(one);
          tell([]);
        }}
      />
      <Refused lines={refused} />
      <button type="submit" disabled={name === ''}>
        Take it out of the branch
      </button>
    </form>
  );
}

export function MoveEvent({ record, add }: Given) {
  const [name, choose] = useState('');
  const [date, write] = useState('');
  const [refused, tell] = useState<readonly string[]>([]);
  return (
    <form
      aria-label="Move an event"
      onSubmit={(event) => {
        event.preventDefault();
        const addition = { kind: 'move', event: name, effective: date.trim() } as const;
        const attempt = add(addition, `moved to ${date.trim()}: ${name}`);
        tell(attempt.kind === 'refused' ? attempt.lines : []);
      }}
    >
      <LineField
        id="move"
        label="An event"
        lines={linesOf(record).filter(({ isAct }) => !isAct)}
        value={name}
        set={(one) => {
          choose(one);
          tell([]);
        }}
      />
      <TextField
        id="move-date"
        label="Takes hold on"
        hint="another date, as in 2021-11-10"
        value={date}
        set={(one) => {
          write(one);
          tell([]);
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

function Refused({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="wrong" role="alert">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** So many lines can be looked through; more are found by what is sought. */
const MOST = 200;
