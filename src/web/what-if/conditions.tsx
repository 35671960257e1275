/** What is offered where a condition is written: every status that a subject can have. */
import { wordsOf } from '../../replay/field-words.ts';
import type { EventRecord } from '../../replay/record.ts';

export function ConditionList({ id, record }: { readonly id: string; readonly record: EventRecord }) {
  return (
    <datalist id={id}>
      {conditionsOf(record).map((one) => (
        <option key={one} value={one} />
      ))}
    </datalist>
  );
}

function conditionsOf({ dossier: { subjects } }: EventRecord): readonly string[] {
  return Object.entries(subjects).flatMap(([id, { kind }]) =>
    [...(wordsOf(kind).get('status') ?? [])].map((word) => `${id}.status=${word}`),
  );
}
