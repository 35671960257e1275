/** What an event bears besides its type, a field for each. */
import type { DataField } from '../../events/data-fields.ts';
import { exampleOf, fieldsOf } from './additions.ts';
import { ChoiceField, TextField } from './field.tsx';

export function DataFields(given: {
  readonly type: string;
  readonly data: { readonly [field: string]: string };
  readonly set: (data: { readonly [field: string]: string }) => void;
}) {
  const { type, data, set } = given;
  return (
    <>
      {fieldsOf(type).map((field) => (
        <OneField
          key={`${type} ${field.field}`}
          field={field}
          value={data[field.field] ?? ''}
          set={(value) => set({ ...data, [field.field]: value })}
        />
      ))}
    </>
  );
}

function OneField(given: {
  readonly field: DataField;
  readonly value: string;
  readonly set: (value: string) => void;
}) {
  const { field, value, set } = given;
  const { optional, meaning, form } = field;
  const about = {
    id: `add-data-${field.field}`,
    label: optional ? `${field.field} (may stay empty)` : field.field,
    hint: [meaning, exampleOf(field)].filter((part) => part !== '').join(' As in '),
    isNeeded: !optional,
    value,
    set,
  };
  switch (form.kind) {
    case 'count':
      return <TextField {...about} size={8} />;
    case 'text':
      return <TextField {...about} size={24} />;
    case 'word':
      return <Words {...about} words={form.words} />;
    case 'yes-or-no':
      return <Words {...about} words={['true', 'false']} />;
    default:
      return form satisfies never;
  }
}

function Words({
  words,
  ...about
}: Omit<Parameters<typeof ChoiceField>[0], 'children'> & { readonly words: readonly string[] }) {
  return (
    <ChoiceField {...about}>
      <option value="">{about.isNeeded ? 'choose' : 'not said'}</option>
      {words.map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </ChoiceField>
  );
}
