/** The choice of a type of event: what the rules allow on the day, and what they refuse, with the reason. */
import { vocabulary } from '../../events/vocabulary.ts';
import type { Next } from '../../simulation/next.ts';
import { limitInWords, verdictInWords } from '../../telling/verdicts.ts';
import { ChoiceField } from './field.tsx';

export function TypeField(given: {
  readonly next: Next;
  readonly day: string;
  readonly value: string;
  readonly set: (type: string) => void;
}) {
  const { next, day, value, set } = given;
  const { status, allowed, refused, noPlace } = next;
  const chosen = allowed.find(({ type }) => type === value);
  const left = noPlace.length === 0 ? '' : `; ${noPlace.length} without a place are left out`;
  return (
    <div class="type">
      <ChoiceField
        id="add-type"
        label="What happens"
        value={value}
        set={set}
        hint={`on ${day} it is ${status}${left}`}
        isNeeded
      >
        <option value="">choose an event</option>
        <optgroup label="Allowed by the rules">
          {allowed.map(({ type }) => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </optgroup>
        {refused.length > 0 && (
          <optgroup label="Refused by the rules">
            {refused.map(({ type, reason }) => (
              <option key={type} value={type} disabled>
                {type}: {reason}
              </option>
            ))}
          </optgroup>
        )}
      </ChoiceField>
      {chosen !== undefined && (
        <ul class="hint" aria-live="polite">
          <li>
            {vocabulary[chosen.type].statement}
            {vocabulary[chosen.type].article !== null && ` (${vocabulary[chosen.type].article})`}
          </li>
          {(chosen.limits ?? []).map((limit) => (
            <li key={limit.field}>{limitInWords(limit)}</li>
          ))}
          {(chosen.otherwise ?? []).map((verdict) => (
            <li key={JSON.stringify(verdict)}>or, as dates fall: {verdictInWords(verdict)}</li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <details class="refused">
          <summary>Refused, and why ({refused.length})</summary>
          <ul>
            {refused.map(({ type, reason }) => (
              <li key={type}>
                <strong>{type}</strong>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
