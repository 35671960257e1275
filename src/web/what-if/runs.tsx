/** Runs of a scenario by chance: asked for in a form, made beside the page, and told while they are made. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ALL_KNOWN } from '../../replay/known.ts';
import type { EventRecord } from '../../replay/record.ts';
import type { ScenarioProblem } from '../../simulation/chain.ts';
import { assumptionsOf, probabilitiesOf, withShares } from '../../simulation/probabilities.ts';
import { keptOf } from '../../store/kept.ts';
import type { DayNumber } from '../../time/day.ts';
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
  const asked = runsWanted(form, record.dossier);
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
        <TextField
          id="runs-n"
          label="Runs"
          value={form.runs}
          wrong={wrong.get('runs')}
          set={(runs) => set({ runs })}
        />
        <TextField
          id="runs-seed"
          label="Seed"
          value={form.seed}
          wrong={wrong.get('seed')}
          set={(seed) => set({ seed })}
        />
        <TextField
          id="runs-from"
          label="From"
          value={form.from}
          wrong={wrong.get('from')}
          set={(from) => set({ from })}
        />
        <TextField
          id="runs-to"
          label="To"
          value={form.to}
          wrong={wrong.get('to')}
          set={(to) => set({ to })}
        />
        <TextField
          id="runs-keep"
          label="Show runs that lead to"
          hint="on the last day; as in russian-mission.status=operating"
          value={form.keep}
          wrong={wrong.get('keep')}
          set={(keep) => set({ keep })}
          list="runs-conditions"
          size={32}
        />
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
        <Shares record={record} likelihood={making.likelihood} keep={making.keep} assumed={making.assumed} />
      )}
    </section>
  );
}

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
