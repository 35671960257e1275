/** Puts a record together, act by act and event by event. */
import type { Dossier } from '../events/dossier.ts';
import { EVER } from '../time/day.ts';
import { at, column } from './column.ts';
import type { ActOnRecord, EventOnRecord, EventRecord, Version } from './record.ts';
import { streamsOver, type VersionRows } from './streams.ts';
import { eventOf, idOf, noTellings, recordedOf, tell } from './tellings.ts';

/** A record in the making. */
export interface Recorder {
  readonly act: (act: ActOnRecord) => void;
  readonly event: (event: EventOnRecord) => void;
  /** An event as it is on record so far. */
  readonly eventNamed: (id: string) => EventOnRecord | null;
  /** The names of the events, in the order in which they stand on record. */
  readonly names: () => Iterable<string>;
  /** Adds a version to an event on record, which counts from its recording on. */
  readonly amend: (id: string, version: Version) => void;
  /** The record of all that was told; nothing may be told afterwards. */
  readonly finish: () => EventRecord;
}

/** An event of which there is more on record than one row says, with the rows of each of its versions. */
interface Manifold {
  event: EventOnRecord;
  readonly rows: VersionRows[];
}

/** Begins a record of a dossier. */
export function recorder(dossier: Dossier): Recorder {
  const tellings = noTellings();
  const { acts } = tellings;
  // Of each event the row of its first version. What has more to it stands beside, with the rows of all its versions.
  const rows = column();
  const manifold = new Map<number, Manifold>();
  // Of each act that events name, its first event.
  const firsts: number[] = [];
  // Of events that were retracted from the first on, which have no row, their places by name.
  const rowless = new Map<string, number>();
  return { act: acts.add, event, eventNamed, names, amend, finish };

  function event({ id, versions }: EventOnRecord): void {
    const [first, ...later] = versions;
    const place = rows.length;
    const told: VersionRows = rowsOf(first);
    const { row } = told;
    rows.push(row ?? 0);
    if (row === null) rowless.set(id, place);
    else firsts[at(tellings.act.numbers, row)] ??= place;
    if (row === null || told.accounts.size > 0) {
      manifold.set(place, { event: { id, versions: [first] }, rows: [told] });
    }
    for (const version of later) append(place, version);
  }

  function rowsOf({ recorded, event, accounts }: Version): VersionRows {
    const row = event === null ? null : tell(tellings, event, recorded);
    const others = [...accounts].map(
      ([party, account]) => [party, tell(tellings, account, recorded)] as const,
    );
    return { row, accounts: new Map(others) };
  }

  function append(place: number, version: Version): void {
    const known: Manifold = manifold.get(place) ?? {
      event: eventAt(place),
      rows: [{ row: at(rows.numbers, place), accounts: new Map() }],
    };
    const before = known.rows[known.rows.length - 1];
    for (const row of before === undefined ? [] : rowsIn(before))
      tellings.until.numbers[row] = version.recorded ?? EVER;
    known.rows.push(rowsOf(version));
    known.event = { ...known.event, versions: [...known.event.versions, version] };
    manifold.set(place, known);
  }

  function eventAt(place: number): EventOnRecord {
    const known = manifold.get(place);
    if (known !== undefined) return known.event;
    const row = at(rows.numbers, place);
    const version = {
      recorded: recordedOf(tellings, row),
      event: eventOf(tellings, row),
      accounts: new Map(),
      change: null,
    };
    return { id: idOf(tellings, row), versions: [version] };
  }

  function placeOf(id: string): number | null {
    const known = rowless.get(id);
    if (known !== undefined) return known;
    const cut = id.lastIndexOf('/');
    const act = acts.find(id.slice(0, cut));
    const first = act === null ? undefined : firsts[act];
    if (first === undefined) return null;
    const next = first + Number(id.slice(cut + 1)) - 1;
    if (nameAt(next) === id) return next;
    // The events of an act follow each other in every file; elsewhere they may not.
    for (let place = 0; place < rows.length; place++) if (nameAt(place) === id) return place;
    return null;
  }

  function nameAt(place: number): string | null {
    const row = rows.numbers[place];
    return (
      manifold.get(place)?.event.id ?? (place < rows.length && row !== undefined ? idOf(tellings, row) : null)
    );
  }

  function* names(): Iterable<string> {
    for (let place = 0; place < rows.length; place++) yield nameAt(place) ?? '';
  }

  function eventNamed(id: string): EventOnRecord | null {
    const place = placeOf(id);
    return place === null ? null : eventAt(place);
  }

  function amend(id: string, version: Version): void {
    const place = placeOf(id);
    if (place === null) throw new Error(`${id} is not on record`);
    append(place, version);
  }

  function finish(): EventRecord {
    const events = {
      get size() {
        return rows.length;
      },
      get: eventNamed,
      *[Symbol.iterator]() {
        for (let place = 0; place < rows.length; place++) yield eventAt(place);
      },
    };
    const streamOf = streamsOver(
      tellings,
      [...manifold.values()].flatMap((one) => one.rows),
    );
    return { dossier, acts: acts.onRecord, events, streamOf };
  }
}

function rowsIn({ row, accounts }: VersionRows): readonly number[] {
  return [...(row === null ? [] : [row]), ...accounts.values()];
}
