/** Every subject at the day asked about, on one line each. */
import { useMemo, useState } from 'preact/hooks';
import type { Dossier } from '../../events/dossier.ts';
import { dateInWords } from '../../telling/dates.ts';
import { fieldValueInWords } from '../../telling/fields.ts';
import { countInWords } from '../../telling/words.ts';
import { Doubtful } from '../doubtful.tsx';
import type { Standing } from './answers.ts';

/** The subjects that are listed, of so many; and the way to the others. */
export interface Listed {
  readonly ids: readonly string[];
  readonly search: string;
  readonly page: number;
  readonly pages: number;
  readonly found: number;
  readonly seek: (search: string) => void;
  readonly turn: (page: number) => void;
}

/** Which subjects are listed: those whose names hold what is sought, so many at a time. */
export function useListed(subjects: Dossier['subjects'], chosen: string | null): Listed {
  const [search, write] = useState('');
  const [page, turn] = useState(() =>
    Math.max(0, Math.floor(Object.keys(subjects).indexOf(chosen ?? '') / MOST)),
  );
  const sought = search.trim().toLowerCase();
  const found = useMemo(
    () =>
      Object.entries(subjects).flatMap(([id, { name }]) =>
        `${id} ${name}`.toLowerCase().includes(sought) ? [id] : [],
      ),
    [subjects, sought],
  );
  const pages = Math.max(1, Math.ceil(found.length / MOST));
  const shown = Math.min(page, pages - 1);
  const ids = useMemo(() => found.slice(shown * MOST, (shown + 1) * MOST), [found, shown]);
  const seek = (text: string) => {
    write(text);
    turn(0);
  };
  return { ids, search, page: shown, pages, found: found.length, seek, turn };
}

/** So many lanes are as many as a picture can hold and be looked at. */
const MOST = 30;

/** A list of the subjects to choose from. */
export function Subjects(given: {
  readonly subjects: Dossier['subjects'];
  readonly listed: Listed;
  /** What is to be said of a day outside of what is known. */
  readonly beyond: string | null;
  readonly standings: ReadonlyMap<string, Standing>;
  /** How they stand on the branch beside the record; null where there is none. */
  readonly branched: ReadonlyMap<string, Standing> | null;
  /** Those of which doubtful dates leave open how they stand. */
  readonly doubted: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly choose: (subject: string) => void;
}) {
  const { subjects, listed, beyond, standings, branched, doubted, chosen, choose } = given;
  return (
    <div>
      {Object.keys(subjects).length > MOST && <Seeking listed={listed} />}
      {beyond !== null && <p class="about">{beyond}</p>}
      <ul class="subjects" aria-label="Subjects">
        {listed.ids.map((id) => (
          <Row
            key={id}
            id={id}
            name={subjects[id]?.name ?? id}
            standing={standings.get(id) ?? null}
            branched={branched?.get(id) ?? null}
            isDoubted={doubted.has(id)}
            isChosen={id === chosen}
            choose={choose}
          />
        ))}
      </ul>
    </div>
  );
}

function Seeking({ listed }: { readonly listed: Listed }) {
  const { ids, search, page, pages, found, seek, turn } = listed;
  return (
    <div class="seeking">
      <label>
        Seek a subject{' '}
        <input type="search" value={search} onInput={({ currentTarget }) => seek(currentTarget.value)} />
      </label>
      <span aria-live="polite">
        {found === 0
          ? 'none by such a name'
          : `${page * MOST + 1} to ${page * MOST + ids.length} of ${found}`}
      </span>
      <button type="button" disabled={page === 0} onClick={() => turn(page - 1)}>
        Previous subjects
      </button>
      <button type="button" disabled={page + 1 >= pages} onClick={() => turn(page + 1)}>
        Next subjects
      </button>
    </div>
  );
}

function Row(given: {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing | null;
  readonly branched: Standing | null;
  readonly isDoubted: boolean;
  readonly isChosen: boolean;
  readonly choose: (subject: string) => void;
}) {
  const { id, name, standing, branched, isDoubted, isChosen, choose } = given;
  const isOther = branched !== null && JSON.stringify(branched) !== JSON.stringify(standing);
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
        {standing !== null && <StandingLine standing={standing} />}
        {isDoubted && <Doubtful />}
        {isOther && (
          <span class="hypothetical">
            hypothetically <StandingLine standing={branched} />
          </span>
        )}
      </button>
    </li>
  );
}

function StandingLine({ standing: { status, since, accredited, ceiling } }: { readonly standing: Standing }) {
  const limit = ceiling === null ? '' : ` of ${countInWords(ceiling)}`;
  return (
    <span class="standing">
      <span class="status">{fieldValueInWords('status', status)}</span>
      {since !== null && <span class="since"> since {dateInWords(since)}</span>}
      {accredited !== null && ` · ${countInWords(accredited)}${limit} accredited`}
    </span>
  );
}
