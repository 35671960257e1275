/** The form that adds an event to the reader's own scenario: it offers what the rules allow on the day. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { plainDays, plainDelaySchema } from '../../events/delay.ts';
import { markedName } from '../../replay/mark.ts';
import type { EventRecord } from '../../replay/record.ts';
import { nextOf } from '../../simulation/next.ts';
import { sideOf } from '../../simulation/side.ts';
import { addDays, type DayNumber, dayOf } from '../../time/day.ts';
import { parseEdtf } from '../../time/edtf.ts';
import type { View } from '../view.ts';
import { type Attempt, actIn, type EventForm } from './additions.ts';
import type { Beside } from './branch.ts';
import { DataFields } from './data.tsx';
import { ChoiceField, TextField } from './field.tsx';
import type { Addition } from './own-scenario.ts';
import { TypeField } from './type.tsx';

interface Given {
  readonly record: EventRecord;
  readonly beside: Beside;
  readonly text: string;
  readonly view: View;
  /** Writes an addition into the scenario, or tells why not. */
  readonly add: (addition: Addition, what: string) => Attempt;
}

export function AddEvent({ record, beside, text, view, add }: Given) {
  const { subjects, parties } = record.dossier;
  const [form, write] = useState<EventForm>(() => ({
    subject: view.subject ?? '',
    type: '',
    by: '',
    when: { kind: 'on', date: dayOf(view.at) },
    effective: '',
    probability: '',
    data: {},
  }));
  const [refused, tell] = useState<readonly string[]>([]);
  // What is chosen above the rooms is what is meant here.
  useEffect(() => write((now) => ({ ...now, when: { kind: 'on', date: dayOf(view.at) } })), [view.at]);
  useEffect(() => {
    if (view.subject !== null) write({ ...form, subject: view.subject, type: '', data: {}, by: '' });
  }, [view.subject]);
  const set = (some: Partial<EventForm>) => {
    tell([]);
    write((now) => ({ ...now, ...some }));
  };
  const ground = beside.kind === 'branch' ? beside.branch.record : record;
  const { subject, when, by } = form;
  const day = dayIn(form, ground, beside) ?? view.at;
  const next = useMemo(
    () => (Object.hasOwn(subjects, subject) ? nextOf(ground, subject, { ...view, at: day }) : null),
    [ground, subject, day, view.announcedBy, view.recordedBy, view.account, view.reading],
  );
  const type = next?.allowed.some((one) => one.type === form.type) ? form.type : '';
  const chain = beside.kind === 'branch' ? beside.chain : [];
  const submit = () => {
    const addition = actIn({ ...form, type }, record, text, chain);
    if (addition === null) {
      tell(['no event is chosen; choose one that the rules allow']);
      return;
    }
    const attempt = add(addition, `${subject}: ${type}`);
    if (attempt.kind === 'refused') tell(attempt.lines);
    else write((now) => ({ ...now, type: '', data: {}, effective: '', probability: '' }));
  };
  return (
    <form
      class="add"
      aria-label="Add an event"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="fields">
        <ChoiceField
          id="add-subject"
          label="To whom"
          value={subject}
          set={(one) => set({ subject: one, type: '', data: {}, by: '' })}
        >
          {Object.entries(subjects).map(([id, { name }]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </ChoiceField>
        <When form={form} set={set} acts={actsIn(record, chain)} />
        {next !== null && (
          <TypeField next={next} day={dayOf(day)} value={type} set={(one) => set({ type: one, data: {} })} />
        )}
      </div>
      {type !== '' && (
        <div class="fields">
          <DataFields type={type} data={form.data} set={(data) => set({ data })} />
          <ChoiceField
            id="add-by"
            label="Whose act"
            value={by || sideOf(type, subject, record.dossier)}
            set={(one) => set({ by: one })}
          >
            {Object.entries(parties).map(([party, name]) => (
              <option key={party} value={party}>
                {name}
              </option>
            ))}
          </ChoiceField>
          <TextField
            id="add-effective"
            label={when.kind === 'on' ? 'Takes hold on' : 'Takes hold, days after'}
            hint={when.kind === 'on' ? 'empty: at once' : 'empty: at once; 14, or 7..35'}
            value={form.effective}
            set={(one) => set({ effective: one })}
          />
          <TextField
            id="add-probability"
            label="Probability"
            hint="for runs: 0 to 1; empty: always"
            value={form.probability}
            set={(one) => set({ probability: one })}
            size={6}
          />
        </div>
      )}
      {refused.length > 0 && (
        <ul class="wrong" role="alert">
          {refused.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <button type="submit" disabled={type === ''}>
        Add this hypothetical event
      </button>
    </form>
  );
}

function When(given: {
  readonly form: EventForm;
  readonly set: (some: Partial<EventForm>) => void;
  readonly acts: readonly (readonly [name: string, title: string])[];
}) {
  const { form, set, acts } = given;
  const { when } = form;
  return (
    <>
      <ChoiceField
        id="add-when"
        label="Announced"
        value={when.kind}
        set={(kind) =>
          set({
            when: kind === 'after' ? { kind, act: '', days: '14' } : { kind: 'on', date: dateOf(form) },
          })
        }
      >
        <option value="on">on a date</option>
        <option value="after">after another act</option>
      </ChoiceField>
      {when.kind === 'on' ? (
        <TextField
          id="add-date"
          label="Date"
          hint="2021-11-10, 2021-11 or [2021-10-18..2021-11-05]"
          value={when.date}
          set={(date) => set({ when: { kind: 'on', date } })}
          isNeeded
        />
      ) : (
        <>
          <TextField
            id="add-days"
            label="Days after"
            hint="14, or 7..35"
            value={when.days}
            set={(days) => set({ when: { ...when, days } })}
            isNeeded
            size={6}
          />
          <TextField
            id="add-after"
            label="The act"
            hint="its name; write a part of it to be offered some"
            value={when.act}
            set={(act) => set({ when: { ...when, act } })}
            list="add-acts"
            isNeeded
            size={24}
          />
          <datalist id="add-acts">
            {acts.map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </datalist>
        </>
      )}
    </>
  );
}

function dateOf({ when }: EventForm): string {
  return when.kind === 'on' ? when.date : '';
}

/** The acts that another can follow: those of the scenario, then those on record. */
function actsIn(
  record: EventRecord,
  chain: Extract<Beside, { kind: 'branch' }>['chain'],
): readonly (readonly [string, string])[] {
  const own = chain.flatMap(({ acts }) => acts.map(({ act, title }) => [act, title ?? act] as const));
  return [...own, ...[...record.acts].map(({ act, title }) => [act, title] as const)];
}

/** The day on which the event would be announced; null where the form does not say. */
function dayIn({ when }: EventForm, ground: EventRecord, beside: Beside): DayNumber | null {
  if (when.kind === 'on') {
    const read = parseEdtf(when.date.trim());
    return read.kind === 'date' ? read.date.last : null;
  }
  const days = plainDelaySchema.safeParse(when.days.trim());
  const marked = beside.kind === 'branch' ? markedName(beside.scenario.scenario, when.act) : when.act;
  const act = ground.acts.get(when.act) ?? ground.acts.get(marked);
  return act === null || !days.success ? null : addDays(act.announced.last, plainDays(days.data));
}
