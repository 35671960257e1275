/** When an act of the form is announced: on a date, after another act, or in answer to every event of a type. */
import type { Dossier } from '../../events/dossier.ts';
import { MOST_ANSWERS } from '../../events/scenario.ts';
import { eventTypes } from '../../events/vocabulary.ts';
import type { EventForm } from './additions.ts';
import { ChoiceField, TextField } from './field.tsx';

export function When(given: {
  readonly form: EventForm;
  readonly set: (some: Partial<EventForm>) => void;
  readonly acts: readonly (readonly [name: string, title: string])[];
  readonly dossier: Dossier;
}) {
  const { form, set, acts, dossier } = given;
  const { when } = form;
  return (
    <>
      <ChoiceField
        id="add-when"
        label="Announced"
        value={when.kind}
        set={(kind) => set({ when: first(kind, form) })}
      >
        <option value="on">on a date</option>
        <option value="after">after another act</option>
        <option value="answers">in answer to every event of a type</option>
      </ChoiceField>
      {when.kind === 'answers' && (
        <Answers when={when} set={(next) => set({ when: next })} dossier={dossier} />
      )}
      {when.kind === 'on' && (
        <TextField
          id="add-date"
          label="Date"
          hint="2021-11-10, 2021-11 or [2021-10-18..2021-11-05]"
          value={when.date}
          set={(date) => set({ when: { kind: 'on', date } })}
          isNeeded
        />
      )}
      {when.kind === 'after' && (
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

type Answering = Extract<EventForm['when'], { readonly kind: 'answers' }>;

function Answers(given: {
  readonly when: Answering;
  readonly set: (when: Answering) => void;
  readonly dossier: Dossier;
}) {
  const { when, set, dossier } = given;
  const subjects = Object.entries(dossier.subjects).map(([id, { name }]) => [id, name] as const);
  return (
    <>
      <ChoiceField
        id="add-answers"
        label="What it answers"
        value={when.type}
        set={(type) => set({ ...when, type })}
        isNeeded
      >
        <Options first="choose a type of event" all={eventTypes.map((type) => [type, type])} />
      </ChoiceField>
      <ChoiceField id="add-answers-by" label="Of whom" value={when.by} set={(by) => set({ ...when, by })}>
        <Options first="any party" all={Object.entries(dossier.parties)} />
      </ChoiceField>
      <ChoiceField
        id="add-answers-subject"
        label="Concerning"
        value={when.subject}
        set={(subject) => set({ ...when, subject })}
      >
        <Options first="any mission or other subject" all={subjects} />
      </ChoiceField>
      <TextField
        id="add-answers-days"
        label="Days after each"
        hint="14, or 7..35"
        value={when.days}
        set={(days) => set({ ...when, days })}
        isNeeded
        size={6}
      />
      <TextField
        id="add-answers-times"
        label="How often at most"
        hint={`empty: ${MOST_ANSWERS} times`}
        value={when.times}
        set={(times) => set({ ...when, times })}
        size={6}
      />
    </>
  );
}

function Options(given: {
  readonly first: string;
  readonly all: readonly (readonly [value: string, name: string])[];
}) {
  return (
    <>
      <option value="">{given.first}</option>
      {given.all.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </>
  );
}

/** The fields of another way to say when, as they are at first. */
function first(kind: string, { when }: EventForm): EventForm['when'] {
  if (kind === 'after') return { kind, act: '', days: '14' };
  if (kind === 'answers') return { kind, type: '', by: '', subject: '', days: '14', times: '' };
  return { kind: 'on', date: when.kind === 'on' ? when.date : '' };
}
