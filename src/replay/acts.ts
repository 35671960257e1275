/** The acts of a record in columns: what its events say of them, and the acts themselves. */
import type { Act } from '../events/dossier.ts';
import type { DayNumber } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import { at, column, signedColumn } from './column.ts';
import { dateNumber, type Interned, interned } from './interned.ts';
import type { ActOnRecord, ActsOnRecord } from './record.ts';

/** What an event says of its act. */
export interface ActNamed {
  readonly act: string;
  readonly by: string;
  readonly file: string;
  readonly entry: number;
}

/** The acts of a record, and those that its events alone name. */
export interface Acts {
  /** The number of an act, from when it is first named on. */
  readonly number: (named: ActNamed) => number;
  readonly find: (act: string) => number | null;
  readonly named: (number: number) => ActNamed;
  readonly add: (act: ActOnRecord) => void;
  readonly onRecord: ActsOnRecord;
}

/** No acts yet; their dates are kept with those of the events. */
export function noActs(dates: Interned<Edtf>): Acts {
  const names = interned<string>();
  const words = interned<string>();
  const by = column();
  const files = column();
  const entries = column();
  // Its place among those on record, below zero where it is not.
  const places = signedColumn();
  // Of each act on record, in the order in which they stand there.
  const numbers = column();
  const titles: string[] = [];
  const announced = column();
  const recorded: (DayNumber | null)[] = [];
  const sources = column();
  const lists = interned<Act['sources']>();
  const counts = column();
  const notes = new Map<number, string>();
  const onRecord: ActsOnRecord = {
    get size() {
      return numbers.length;
    },
    get: (act) => {
      const known = names.find(act);
      const place = known === null ? -1 : at(places.numbers, known);
      return place < 0 ? null : actAt(place);
    },
    *[Symbol.iterator]() {
      for (let place = 0; place < numbers.length; place++) yield actAt(place);
    },
  };
  return { number, find: names.find, named, add, onRecord };

  function number({ act, by: party, file, entry }: ActNamed): number {
    const number = names.number(act, () => act);
    if (number < by.length) return number;
    by.push(words.number(party, () => party));
    files.push(words.number(file, () => file));
    entries.push(entry);
    places.push(-1);
    return number;
  }

  function named(number: number): ActNamed {
    return {
      act: at(names.values, number),
      by: at(words.values, at(by.numbers, number)),
      file: at(words.values, at(files.numbers, number)),
      entry: at(entries.numbers, number),
    };
  }

  function add(act: ActOnRecord): void {
    const place = numbers.length;
    const known = number({
      act: act.act,
      by: act.by,
      file: act.position.file,
      entry: act.position.act,
    });
    numbers.push(known);
    places.numbers[known] = place;
    titles.push(act.title);
    announced.push(dateNumber(dates, act.announced));
    recorded.push(act.recorded);
    sources.push(lists.number(JSON.stringify(act.sources), () => act.sources));
    counts.push(act.events.length);
    if (act.note !== undefined) notes.set(place, act.note);
  }

  function actAt(place: number): ActOnRecord {
    const { act, by, file, entry } = named(at(numbers.numbers, place));
    const note = notes.get(place);
    return {
      act,
      by,
      title: at(titles, place),
      announced: at(dates.values, at(announced.numbers, place)),
      sources: at(lists.values, at(sources.numbers, place)),
      ...(note === undefined ? {} : { note }),
      recorded: at(recorded, place),
      position: { file, act: entry, event: -1 },
      events: Array.from({ length: at(counts.numbers, place) }, (_, index) => `${act}/${index + 1}`),
    };
  }
}
