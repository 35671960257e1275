/** Runs of a scenario by chance: asked for in a form, made beside the page, and told while they are made. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ALL_KNOWN } from '../../replay/known.ts';
import type { EventRecord } from '../../replay/record.ts';
import type { ScenarioProblem } from '../../simulation/chain.ts';
import { assumptionsOf, probabilitiesOf, withShares } from '../../simulation/probabilities.ts';
import { keptOf } from '../../store/kept.ts';
import type { DayNumber } from '../../time/day.ts';
import { daysOfChange, historiesOf } from '../history/answers.ts';
import { begin } from '../workers/worker.ts';
import type { Beside } from './branch.ts';
import { ConditionList } from './conditions.tsx';
import { TextField } from './field.tsx';
import { leaveRuns, type Making, runsLeft } from './kept-runs.ts';
import { Hypothetical } from './outcome.tsx';
import { type RunsForm, runsWanted } from './runs-wanted.ts';
import { Shares } from './shares.tsx';

interface Given {
  readonly record: EventRecord;
  readonly branched: Extract<Beside, { kind: 'branch' }>;
  readonly at: DayNumber;
  readonly today: DayNumber;
}

/** The runs of one branch; of another one it is another component. */
export function Runs({ record, branched, at, today }: Given) {
  const { branch } = branched;
  const first = useMemo(() => runsLeft(record, branch, at), []);
  const [form, write] = useState(first.form);
  const [making, tell] = useState(first.making);
  const [problems, refuse] = useState<readonly string[]>([]);
  const stop = useRef(() => {});
  const latest = useRef(first);
  latest.current = { form, making };
  useEffect(
    () => () => {
      stop.current();
      leaveRuns(record, branch, latest.current);
    },
    [],
  );
  const changes = useMemo(() => daysOfChange(historiesOf(branch.record, ALL_KNOWN)), [branch]);
  const asked = runsWanted(form, record.dossier, { at, changes });
  const wrong = asked.kind === 'wrong' ? asked.wrong : new Map<keyof RunsForm, string>();
  const set = (some: Partial<RunsForm>) => write((now) => ({ ...now, ...some }));
  const isMaking = making !== null && !making.isOver;
  const start = () => {
    if (asked.kind === 'wrong') return;
    const { runs, seed, dates, keep } = asked.wanted;
    const shares = probabilitiesOf(record, branched.chain, ALL_KNOWN, today);
    if (shares.kind === 'problems') {
      refuse(shares.problems.map(inWords));
      return;
    }
    refuse([]);
    const begun = {
      done: 0,
      asked: runs,
      keep: form.keep.trim(),
      assumed: assumptionsOf(branched.chain, shares.acts),
      likelihood: null,
      isOver: false,
    };
    tell(begun);
    const chain = withShares(branched.chain, shares.acts);
    const job = {
      kind: 'runs',
      kept: keptOf(record, ''),
      chain,
      asked: { dates, keep },
      runs,
      seed,
    } as const;
    const end = begin(job, (said) => {
      if (said.kind === 'failed') {
        // Those that were made by then count.
        refuse([`The runs broke off: ${said.what}`]);
        tell((now) => now && { ...now, isOver: true });
      } else if (said.kind === 'problems') {
        refuse(said.problems.map(inWords));
        tell(null);
        end();
      } else if (said.kind === 'run') {
        const { done, likelihood } = said;
        const isOver = done >= runs;
        tell((now) => ({ ...begun, done, isOver, likelihood: likelihood ?? now?.likelihood ?? null }));
        if (isOver) end();
      }
    });
    stop.current = end;
  };
  return (
    <section class="runs" aria-labelledby="runs-head">
      <h3 id="runs-head">
        Runs by chance <Hypothetical />
      </h3>
      <p class="hint">
        Each run draws whether an act with a probability happens, on which day of a range, and on which of its
        possible days a doubtful event of the record took hold. All that is on record by now is known in them.
        The same seed gives the same runs, here and in chancery simulate.
      </p>
      <form
        class="fields"
        aria-label="Runs"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        {FIELDS.map(({ field, ...looks }) => (
          <TextField
            key={field}
            id={`runs-${field}`}
            value={form[field]}
            wrong={wrong.get(field)}
            set={(text) => set({ [field]: text })}
            {...looks}
          />
        ))}
        <ConditionList id="runs-conditions" record={record} />
        <button type="submit" disabled={isMaking || asked.kind === 'wrong'}>
          Make the runs
        </button>
        {isMaking && (
          <button
            type="button"
            onClick={() => {
              stop.current();
              tell((now) => now && { ...now, isOver: true });
            }}
          >
            Stop
          </button>
        )}
      </form>
      {problems.length > 0 && (
        <ul class="wrong" role="alert">
          {problems.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {making !== null && <Progress making={making} />}
      {making?.likelihood && (
        <Shares
          record={record}
          likelihood={making.likelihood}
          keep={making.keep}
          assumed={making.assumed}
          at={at}
        />
      )}
    </section>
  );
}

const FIELDS: readonly ({ readonly field: keyof RunsForm } & Looks)[] = [
  { field: 'runs', label: 'Runs' },
  { field: 'seed', label: 'Seed' },
  { field: 'from', label: 'From' },
  { field: 'to', label: 'To' },
  {
    field: 'keep',
    label: 'Show runs that lead to',
    hint: 'on the last day; as in russian-mission.status=operating',
    list: 'runs-conditions',
    size: 32,
  },
];

type Looks = Pick<Parameters<typeof TextField>[0], 'label' | 'hint' | 'list' | 'size'>;

function Progress({ making: { done, asked, likelihood, isOver } }: { readonly making: Making }) {
  const counted = likelihood?.n ?? 0;
  const said = !isOver
    ? `${done} of ${asked} runs made`
    : counted === asked
      ? `${asked} runs made`
      : `stopped; ${counted} of ${asked} runs are counted`;
  return (
    <p class="making">
      <label for="runs-progress">Runs</label> <progress id="runs-progress" max={asked} value={done} /> {said}
      <span class="unseen" role="status">
        {isOver ? said : 'runs are being made'}
      </span>
    </p>
  );
}

function inWords({ path, what, instead }: ScenarioProblem): string {
  return `${path.join('.')}: ${what}; ${instead}`;
}
