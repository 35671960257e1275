/** What to look for in the record. */
import type { Dossier } from '../../events/dossier.ts';
import { eventTypes } from '../../events/vocabulary.ts';
import { ALL, FAMILIES, type Filter } from './listed.ts';

export function Filters(given: {
  readonly dossier: Dossier;
  readonly findings: number;
  readonly filter: Filter;
  readonly set: (some: Partial<Filter>, how?: 'goes on') => void;
}) {
  const { dossier, findings, filter, set } = given;
  const { subject, type, by, findingsOnly, text } = filter;
  const subjects = Object.entries(dossier.subjects).map(([id, { name }]) => [id, `${id}: ${name}`] as const);
  const isFiltered = Object.values({ ...filter, text: text || null }).some(
    (one) => one !== null && one !== false,
  );
  return (
    <search class="filters">
      <Choice
        label="Subject"
        all="all subjects"
        value={subject}
        options={subjects}
        set={(one) => set({ subject: one })}
      />
      <label>
        What{' '}
        <select
          value={type ?? ''}
          onChange={({ currentTarget }) => set({ type: currentTarget.value || null })}
        >
          <option value="">everything</option>
          {BY_FAMILY.map(([family, types]) => (
            <optgroup key={family} label={family}>
              {types.length > 1 && <option value={family}>{family}: all</option>}
              {types.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <Choice
        label="Party"
        all="all parties"
        value={by}
        options={Object.entries(dossier.parties)}
        set={(one) => set({ by: one })}
      />
      <label>
        Words{' '}
        <input
          type="search"
          value={text}
          onInput={({ currentTarget }) => set({ text: currentTarget.value }, 'goes on')}
        />
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={findingsOnly}
          onChange={({ currentTarget }) => set({ findingsOnly: currentTarget.checked })}
        />
        only findings ({findings})
      </label>
      {isFiltered && (
        <button type="button" onClick={() => set(ALL)}>
          Show everything
        </button>
      )}
    </search>
  );
}

function Choice(given: {
  readonly label: string;
  /** How the choice of all is called. */
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly (readonly [string, string])[];
  readonly set: (value: string | null) => void;
}) {
  const { label, all, value, options, set } = given;
  return (
    <label>
      {label}{' '}
      <select value={value ?? ''} onChange={({ currentTarget }) => set(currentTarget.value || null)}>
        <option value="">{all}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The event types by their first part. */
const BY_FAMILY = FAMILIES.map(
  (family) => [family, eventTypes.filter((type) => type.startsWith(`${family}.`))] as const,
);
