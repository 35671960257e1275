/**
 * The streams of a record: of each subject the tellings of its events, in the record's one total order. The streams
 * of all subjects lie in the same columns; each is put in order when it is first asked for, and then left so.
 */
import { typeNumber } from '../events/vocabulary.ts';
import type { Reading } from '../time/clocks.ts';
import { dayUnder } from '../time/clocks.ts';
import { dayNumbers, EVER, NEVER } from '../time/day.ts';
import { byOrder } from '../time/order.ts';
import { at } from './column.ts';
import type { Stream, Telling } from './stream.ts';
import { eventOf, positionOf, recordedOf, type Tellings } from './tellings.ts';

/** The rows in which one version of an event is told. */
export interface VersionRows {
  /** Null where the version says that there is no such event. */
  readonly row: number | null;
  readonly accounts: ReadonlyMap<string, number>;
}

/** The streams of all subjects, as told; `manifold` are the versions that are not told in one row each. */
export function streamsOver(tellings: Tellings, manifold: readonly VersionRows[]) {
  const ordered: Record<Reading, Map<string | null, (subject: string) => Stream>> = {
    latest: new Map(),
    earliest: new Map(),
  };
  return (subject: string, { reading, account }: Telling): Stream => {
    const streams =
      ordered[reading].get(account) ?? streamsAsTold(tellings, reading, passedOver(manifold, account));
    ordered[reading].set(account, streams);
    return streams(subject);
  };
}

/** The rows that do not belong to an account: those of others, and those in whose place its own stand. */
function passedOver(manifold: readonly VersionRows[], account: string | null): ReadonlySet<number> {
  const over = new Set<number>();
  for (const { row, accounts } of manifold) {
    const own = account === null ? undefined : accounts.get(account);
    for (const other of accounts.values()) if (other !== own) over.add(other);
    if (row !== null && own !== undefined) over.add(row);
  }
  return over;
}

const NOTHING: Stream = { length: 0, parts: [], root: null, exact: true, marks: [] };

function streamsAsTold(tellings: Tellings, reading: Reading, over: ReadonlySet<number>) {
  const { rows, starts } = bySubject(tellings, over);
  const columns = {
    days: dayNumbers(rows.length),
    told: dayNumbers(rows.length),
    recorded: alwaysCounting(tellings)
      ? null
      : { from: dayNumbers(rows.length), until: dayNumbers(rows.length) },
    types: new Uint8Array(rows.length),
    payload: new Uint32Array(rows.length),
    payloads: tellings.payloads.values,
    eventAt: (place: number) => eventOf(tellings, at(rows, place)),
  };
  const streams: (Stream | undefined)[] = [];
  return (subject: string): Stream => {
    const number = tellings.subjects.find(subject);
    if (number === null) return NOTHING;
    const known = streams[number];
    if (known !== undefined) return known;
    const stream = inOrder(at(starts, number), at(starts, number + 1));
    streams[number] = stream;
    return stream;
  };

  function inOrder(start: number, end: number): Stream {
    const { dates } = tellings;
    const effective = (row: number) => at(dates.values, at(tellings.effective.numbers, row));
    const announced = (row: number) => at(dates.values, at(tellings.announced.numbers, row));
    let exact = true;
    let ascending = true;
    let before = Number.NEGATIVE_INFINITY;
    for (let place = start; place < end; place++) {
      const [takes, told] = [effective(at(rows, place)), announced(at(rows, place))];
      exact &&= takes.first === takes.last && told.first === told.last;
      const day = dayUnder(reading, takes);
      ascending &&= day > before;
      before = day;
    }
    if (!ascending) {
      const dated = [...rows.subarray(start, end)].map((row) => ({
        row,
        effective: effective(row),
        announced: announced(row),
        position: positionOf(tellings, row),
      }));
      dated.sort(byOrder(reading)).forEach(({ row }, index) => {
        rows[start + index] = row;
      });
    }
    for (let place = start; place < end; place++) {
      const row = at(rows, place);
      columns.days[place] = dayUnder(reading, effective(row));
      columns.told[place] = dayUnder(reading, announced(row));
      const payload = at(tellings.payload.numbers, row);
      columns.types[place] = typeNumber(at(columns.payloads, payload).type);
      columns.payload[place] = payload;
      if (columns.recorded === null) continue;
      columns.recorded.from[place] = recordedOf(tellings, row) ?? EVER;
      columns.recorded.until[place] = at(tellings.until.numbers, row);
    }
    return { length: end - start, parts: [{ start, end, columns }], root: null, exact, marks: [] };
  }
}

/** The rows by subject, within each as they stand on record; the rows of subject n begin at `starts[n]`. */
function bySubject({ subject, subjects }: Tellings, over: ReadonlySet<number>) {
  const starts = new Uint32Array(subjects.values.length + 1);
  for (let row = 0; row < subject.length; row++) {
    if (!over.has(row)) starts[at(subject.numbers, row) + 1] = at(starts, at(subject.numbers, row) + 1) + 1;
  }
  for (let number = 1; number < starts.length; number++) {
    starts[number] = at(starts, number) + at(starts, number - 1);
  }
  const rows = new Uint32Array(at(starts, starts.length - 1));
  const next = starts.slice();
  for (let row = 0; row < subject.length; row++) {
    if (over.has(row)) continue;
    const number = at(subject.numbers, row);
    rows[at(next, number)] = row;
    next[number] = at(next, number) + 1;
  }
  return { rows, starts };
}

function alwaysCounting({ recordings, until }: Tellings): boolean {
  if (recordings.values.some((day) => day !== null)) return false;
  for (let row = 0; row < until.length; row++) if (until.numbers[row] !== NEVER) return false;
  return true;
}
