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
import { actIn, type EventForm } from './additions.ts';
import type { Beside } from './branch.ts';
import { ConditionList } from './conditions.tsx';
import { DataFields } from './data.tsx';
import type { Edit } from './edit.ts';
import { ChoiceField, TextField } from './field.tsx';
import { Refused } from './refused.tsx';
import { TypeField } from './type.tsx';
import { When } from './when.tsx';

interface Given {
  readonly record: EventRecord;
  readonly beside: Beside;
  readonly text: string;
  readonly view: View;
  readonly edit: Edit;
  /** Why the last attempt was refused; told by this form, or by the scenario. */
  readonly refused: readonly string[];
  readonly refuse: (lines: readonly string[]) => void;
}

export function AddEvent({ record, beside, text, view, edit, refused, refuse }: Given) {
  const { subjects, parties } = record.dossier;
  const [form, write] = useState<EventForm>(() => ({
    subject: view.subject ?? '',
    type: '',
    by: '',
    when: { kind: 'on', date: dayOf(view.at) },
    effective: '',
    probability: '',
    onlyIf: '',
    data: {},
  }));
  // What is chosen above the rooms is what is meant here.
  useEffect(() => write((now) => ({ ...now, when: { kind: 'on', date: dayOf(view.at) } })), [view.at]);
  useEffect(() => {
    if (view.subject !== null) write({ ...form, subject: view.subject, type: '', data: {}, by: '' });
  }, [view.subject]);
  const set = (some: Partial<EventForm>) => {
    refuse([]);
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
    if (addition.kind === 'refused') refuse(addition.lines);
    else if (edit(addition, `${subject}: ${type} is added.`, 'add'))
      write((now) => ({ ...now, type: '', data: {}, effective: '', probability: '', onlyIf: '' }));
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
        <When form={form} set={set} acts={actsIn(record, chain)} dossier={record.dossier} />
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
          <TextField
            id="add-only-if"
            label="Only if"
            hint="on its day; as in russian-mission.status=suspended; several with ; between them"
            value={form.onlyIf}
            set={(one) => set({ onlyIf: one })}
            list="add-conditions"
            size={32}
          />
          <ConditionList id="add-conditions" record={record} />
        </div>
      )}
      <Refused lines={refused} />
      <button type="submit" disabled={type === ''}>
        Add this hypothetical event
      </button>
    </form>
  );
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
  if (when.kind === 'answers') return null;
  const days = plainDelaySchema.safeParse(when.days.trim());
  const marked = beside.kind === 'branch' ? markedName(beside.scenario.scenario, when.act) : when.act;
  const act = ground.acts.get(when.act) ?? ground.acts.get(marked);
  return act === null || !days.success ? null : addDays(act.announced.last, plainDays(days.data));
}
