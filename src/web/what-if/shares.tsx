/** What came of runs: shares, numbers accredited, refusals, and runs that led to what was asked for. */
import type { EventRecord } from '../../replay/record.ts';
import type { KeptRuns, Likelihood, LikelihoodAt } from '../../simulation/likelihood.ts';
import type { Assumption } from '../../simulation/probabilities.ts';
import { fieldValueInWords } from '../../telling/fields.ts';
import {
  assumptionInWords,
  quantilesInWords,
  shareInWords,
  wayInWords,
  waysIn,
} from '../../telling/shares.ts';
import { type DayNumber, dayNumber } from '../../time/day.ts';
import { Fan } from './fan.tsx';
import { isOpenIn } from './fan-of.ts';

export function Shares(given: {
  readonly record: EventRecord;
  readonly likelihood: Likelihood;
  readonly keep: string;
  readonly assumed: readonly Assumption[];
  /** The day asked about: that of the runs is shown, or where there is none the last one before it, or the last of all. */
  readonly at: DayNumber;
}) {
  const { record, likelihood, keep, assumed, at } = given;
  const { n, seed, dates, refused, kept } = likelihood;
  const last = dates.at(-1);
  if (last === undefined) return null;
  const shown = dates.findLast((date) => dayNumber(date.at) <= at) ?? last;
  const touched = Object.keys(last.subjects);
  const nameOf = (id: string) => record.dossier.subjects[id]?.name ?? id;
  return (
    <div class="shares">
      <h4>
        On {shown.at}, in {n} runs of seed {seed}
      </h4>
      <Assumptions assumed={assumed} />
      {touched.length === 0 && <p>No subject is touched.</p>}
      {touched.length > 0 && <OneDay day={shown} nameOf={nameOf} />}
      <div class="fans">
        {touched
          .filter((id) => isOpenIn(likelihood, id))
          .map((id, index) => (
            <Fan
              key={id}
              likelihood={likelihood}
              subject={id}
              name={nameOf(id)}
              at={at}
              prefix={`fan-${index}`}
            />
          ))}
      </div>
      {touched.map((id) => (
        <details key={id}>
          <summary>The numbers, day by day: {nameOf(id)}</summary>
          <ByDay id={id} name={nameOf(id)} dates={dates} />
        </details>
      ))}
      {refused.length > 0 && (
        <>
          <h4>Without a place in the rules, in so many of the runs</h4>
          <ul>
            {refused.map(({ event, subject, says, share, standardError }) => (
              <li key={`${event} ${says}`}>
                {shareInWords(share, standardError)}: {event} {subject}: {says}
              </li>
            ))}
          </ul>
        </>
      )}
      {kept !== undefined && <Kept kept={kept} keep={keep} at={last.at} n={n} />}
    </div>
  );
}

function Assumptions({ assumed }: { readonly assumed: readonly Assumption[] }) {
  if (assumed.length === 0) {
    return (
      <p>
        No act of the scenario has a probability: what is drawn are days, where a range is written or the
        record is in doubt.
      </p>
    );
  }
  return (
    <>
      <p>How likely each act is taken to be, where nothing else keeps it from happening:</p>
      <ul>
        {assumed.map((one) => (
          <li key={one.act} class="assumed">
            {one.act}: {assumptionInWords(one)}
          </li>
        ))}
      </ul>
    </>
  );
}

function OneDay({
  day: { at, subjects },
  nameOf,
}: {
  readonly day: LikelihoodAt;
  readonly nameOf: (id: string) => string;
}) {
  return (
    <div class="wide">
      <table>
        <caption>
          Shares of the runs on {at}, each with its standard error where not all runs agree; the number
          accredited as those that 5, 50 and 95 % of the runs do not exceed
        </caption>
        <thead>
          <tr>
            <th scope="col">status</th>
            <th scope="col">share</th>
          </tr>
        </thead>
        {Object.entries(subjects).map(([id, { status, standardError, accredited }]) => (
          <tbody key={id}>
            <tr>
              <th class="of-subject" scope="rowgroup" colSpan={2}>
                {nameOf(id)}
              </th>
            </tr>
            {Object.entries(status).map(([word, share]) => (
              <tr key={word}>
                <th scope="row">{fieldValueInWords('status', word)}</th>
                <td class="number">{shareInWords(share, standardError[word] ?? 0)}</td>
              </tr>
            ))}
            {accredited !== undefined && (
              <tr>
                <td colSpan={2}>
                  people accredited, over all the runs: {quantilesInWords(accredited).join(', ')}
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ByDay({
  id,
  name,
  dates,
}: {
  readonly id: string;
  readonly name: string;
  readonly dates: readonly LikelihoodAt[];
}) {
  const states = dates.flatMap(({ at, subjects }) => {
    const state = subjects[id];
    return state === undefined ? [] : [{ at, state }];
  });
  const words = [...new Set(states.flatMap(({ state }) => Object.keys(state.status)))];
  const isStaffed = states.some(({ state }) => state.accredited !== undefined);
  return (
    <div class="wide">
      <table>
        <caption>{name}: shares of the runs, with standard errors; accredited as above</caption>
        <thead>
          <tr>
            <th scope="col">day</th>
            {words.map((word) => (
              <th key={word} scope="col">
                {fieldValueInWords('status', word)}
              </th>
            ))}
            {isStaffed && <th scope="col">accredited</th>}
          </tr>
        </thead>
        <tbody>
          {states.map(({ at, state: { status, standardError, accredited } }) => (
            <tr key={at}>
              <th scope="row">{at}</th>
              {words.map((word) => (
                <td key={word} class="number">
                  {shareInWords(status[word] ?? 0, standardError[word] ?? 0)}
                </td>
              ))}
              {isStaffed && (
                <td>{accredited === undefined ? '' : quantilesInWords(accredited).join(', ')}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Kept(given: {
  readonly kept: KeptRuns;
  readonly keep: string;
  readonly at: string;
  readonly n: number;
}) {
  const {
    kept: { share, standardError, runs },
    keep,
    at,
    n,
  } = given;
  return (
    <>
      <h4>
        Runs that lead to {keep} on {at}
      </h4>
      <p>
        {runs.length === 0
          ? 'None of the runs.'
          : `${shareInWords(share, standardError)} of the runs; the commonest ways first:`}
      </p>
      <ul>
        {waysIn(runs).map((way) => (
          <li key={way.runs.join()}>
            {wayInWords(way, n)}
            {way.acts.length > 0 && ':'}
            <ul>
              {way.acts.map(({ act, days }, index) => (
                <li key={`${act} ${index}`}>
                  {act}: {days.join(', ')}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
