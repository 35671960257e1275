/** Every subject at the day asked about, on one line each. */
import { memo } from 'preact/compat';
import { isCount } from '../count.ts';
import type { Dossier } from '../events/dossier.ts';
import type { Standing } from '../replay/standing.ts';
import { countInWords } from '../telling/words.ts';
import { dayOf } from '../time/day.ts';

/** A list of the subjects to choose from. */
export function Subjects(given: {
  readonly subjects: Dossier['subjects'];
  readonly standings: ReadonlyMap<string, Standing>;
  readonly chosen: string | null;
  readonly choose: (subject: string) => void;
}) {
  const { subjects, standings, chosen, choose } = given;
  return (
    <ul class="subjects" aria-label="Subjects">
      {Object.entries(subjects).map(([id, { name }]) => (
        <Row
          key={id}
          id={id}
          name={name}
          standing={standings.get(id) ?? null}
          isChosen={id === chosen}
          choose={choose}
        />
      ))}
    </ul>
  );
}

const Row = memo(function Row(given: {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing | null;
  readonly isChosen: boolean;
  readonly choose: (subject: string) => void;
}) {
  const { id, name, standing, isChosen, choose } = given;
  return (
    <li>
      <button
        type="button"
        class="subject"
        aria-pressed={isChosen}
        data-subject={id}
        onClick={() => choose(id)}
      >
        <span class="name">{name}</span>
        {standing !== null && (
          <span class="standing">
            <span class={`status status-${standing.status}`}>{standing.status}</span>
            {standing.since !== null && <span class="since"> since {dayOf(standing.since)}</span>}
            {staffOf(standing)}
          </span>
        )}
      </button>
    </li>
  );
});

function staffOf({ context }: Standing): string {
  const staff: unknown = context['staff'];
  if (typeof staff !== 'object' || staff === null) return '';
  const { accredited, ceiling } = { accredited: null, ceiling: null, ...staff };
  if (!isCount(accredited)) return '';
  const limit = isCount(ceiling) ? ` of ${countInWords(ceiling)}` : '';
  return ` · ${countInWords(accredited)}${limit} accredited`;
}
