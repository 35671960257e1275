/** A field of a form with its label, an example, and what is wrong with it. */
import type { ComponentChildren } from 'preact';

export function TextField(given: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  /** What may stand in it, or what it is for. */
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  /** The list of what is offered; see `datalist`. */
  readonly list?: string;
  readonly isNeeded?: boolean;
  readonly size?: number;
}) {
  const { id, label, value, set, hint, wrong, list, isNeeded = false, size = 12 } = given;
  return (
    <Field id={id} label={label} hint={hint} wrong={wrong}>
      <input
        id={id}
        value={value}
        size={size}
        list={list}
        required={isNeeded}
        autocomplete="off"
        aria-invalid={wrong !== undefined}
        aria-describedby={describedBy(id, hint, wrong)}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
    </Field>
  );
}

export function ChoiceField(given: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly hint?: string | undefined;
  readonly isNeeded?: boolean;
  readonly children: ComponentChildren;
}) {
  const { id, label, value, set, hint, isNeeded = false, children } = given;
  return (
    <Field id={id} label={label} hint={hint}>
      <select
        id={id}
        value={value}
        required={isNeeded}
        aria-describedby={describedBy(id, hint, undefined)}
        onChange={({ currentTarget }) => set(currentTarget.value)}
      >
        {children}
      </select>
    </Field>
  );
}

function Field(given: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly children: ComponentChildren;
}) {
  const { id, label, hint, wrong, children } = given;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {hint !== undefined && (
        <span id={`${id}-hint`} class="hint">
          {hint}
        </span>
      )}
      {wrong !== undefined && (
        <span id={`${id}-wrong`} class="wrong" role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}

function describedBy(id: string, hint: string | undefined, wrong: string | undefined): string | undefined {
  const parts = [hint === undefined ? [] : `${id}-hint`, wrong === undefined ? [] : `${id}-wrong`].flat();
  return parts.length === 0 ? undefined : parts.join(' ');
}
