/** The history that scenarios make: which of their acts happen, on which days, and what follows on which. */
import { plainDays } from '../events/delay.ts';
import type { DomainEvent } from '../events/event.ts';
import { MOST_ANSWERS } from '../events/scenario.ts';
import { branchOf } from '../replay/branch.ts';
import { markedName, unnumbered } from '../replay/mark.ts';
import type { ActOnRecord, EventOnRecord, EventRecord } from '../replay/record.ts';
import { told } from '../replay/told.ts';
import { addDays, type DayNumber, dayNumberOf, dayOf } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import { beginningOf, type Chain, type ChainedAct, pastLeft, takenOut } from './chain.ts';
import { type Unmet, unmetOn } from './condition.ts';
import { type Ground, groundOf } from './ground.ts';

/** Another history beside a record, and what came of the acts that were assumed. */
export interface Branch {
  readonly record: EventRecord;
  /** In the order of their days; then those that nothing led to. */
  readonly happenings: readonly Happening[];
}

/** What came of an act that was assumed; its name bears the mark of its scenario. */
export type Happening =
  | {
      readonly kind: 'happens';
      readonly act: string;
      readonly announced: Edtf;
      /** The event that it answers, or the act that it follows; null where it has a date of its own. */
      readonly upon: string | null;
    }
  /** On its day it was not so as it must have been. */
  | { readonly kind: 'unmet'; readonly act: string; readonly day: DayNumber; readonly unmet: Unmet }
  /** Nothing happened that it could have followed. */
  | { readonly kind: 'unprompted'; readonly act: string };

/**
 * The branch of a record on which the acts of all scenarios happen whose conditions hold, each on its day. Where days
 * are not certain, the plain ones count (see plainDays), and what follows an act follows the last day of its
 * announcement. The scenarios must be without problems; see problemsOf.
 */
export function branchUnder(record: EventRecord, chain: Chain): Branch {
  const ground = groundOf(record, chain);
  const stage = played(ground, chain);
  if (stage.acts.length === 0) return { record: ground.record, happenings: stage.happenings };
  return { record: branchOf(ground.record, { ...stage, without: [] }), happenings: stage.happenings };
}

/** An act that is to come. */
interface Due {
  readonly chained: ChainedAct;
  /** Its place among the acts of all scenarios. */
  readonly place: number;
  readonly day: DayNumber;
  readonly upon: string | null;
}

interface Stage {
  readonly acts: readonly ActOnRecord[];
  readonly events: readonly EventOnRecord[];
  readonly happenings: readonly Happening[];
}

/** Lets the acts happen one after another: by their days, and on one day by their places. */
function played({ record, acts: all }: Ground, chain: Chain): Stage {
  const acts: ActOnRecord[] = [];
  const events: EventOnRecord[] = [];
  const happenings: Happening[] = [];
  const due: Due[] = [];
  const times = all.map(() => 0);
  const nameOf = ({ act, scenario }: ChainedAct, answer: number | null = null) =>
    markedName(chain[scenario]?.scenario ?? '', act.act, answer);

  for (const [place, chained] of all.entries()) {
    const { announced } = chained.act;
    if (announced.kind === 'dated') due.push({ chained, place, day: announced.date.last, upon: null });
    const followed = announced.kind === 'after' ? record.acts.get(announced.after) : null;
    if (followed !== null) follow(place, followed.act, followed.announced.last);
  }
  if (all.some(({ act }) => act.announced.kind === 'answers')) {
    for (const { versions } of record.events) answer(versions[versions.length - 1]?.event ?? null, null);
  }
  for (let next = nextOf(due); next !== null; next = nextOf(due)) take(next);
  const named = new Set(happenings.map(({ act }) => unnumbered(act)));
  for (const chained of all) {
    if (!named.has(nameOf(chained)) && !isGone(chained))
      happenings.push({ kind: 'unprompted', act: nameOf(chained) });
  }
  return { acts, events, happenings };

  function isGone({ act, scenario }: ChainedAct): boolean {
    return takenOut(chain, scenario + 1).has(act.act);
  }

  function take({ chained, place, day, upon }: Due): void {
    const { act, scenario } = chained;
    const left = pastLeft(chain, scenario + 1);
    if (isGone(chained) || (left.announced !== null && day > left.announced)) return;
    if (left.recorded !== null && act.recorded !== null && act.recorded > left.recorded) return;
    const { announced } = act;
    times[place] = (times[place] ?? 0) + 1;
    const nth = announced.kind === 'answers' ? (times[place] ?? 1) : null;
    const name = nameOf(chained, nth);
    const unmet =
      act.when.length === 0 ? null : unmetOn(branchOf(record, { acts, events, without: [] }), act.when, day);
    if (unmet !== null) {
      happenings.push({ kind: 'unmet', act: name, day, unmet });
      return;
    }
    const date = announced.kind === 'dated' ? announced.date : exact(day);
    const own = eventsOf(chained, name, date, place * MOST_ANSWERS + (nth ?? 1) - 1);
    acts.push({
      act: name,
      by: act.by,
      title: act.title ?? act.act,
      announced: date,
      recorded: act.recorded,
      sources: [...act.sources],
      ...(act.note === null ? {} : { note: act.note }),
      position: { file: LAST_FILE, act: place * MOST_ANSWERS + (nth ?? 1) - 1, event: -1 },
      events: own.map(({ id }) => id),
    });
    events.push(...own);
    happenings.push({ kind: 'happens', act: name, announced: date, upon });
    all.forEach((_, other) => {
      if (nth === null || nth === 1) followIfAfter(other, act.act, name, day);
    });
    for (const { versions } of own) answer(versions[0].event, chained);
  }

  function followIfAfter(place: number, act: string, name: string, day: DayNumber): void {
    const announced = all[place]?.act.announced;
    if (announced?.kind === 'after' && announced.after === act) follow(place, name, day);
  }

  function follow(place: number, upon: string, day: DayNumber): void {
    const chained = all[place];
    if (chained === undefined || chained.act.announced.kind !== 'after') return;
    put(chained, place, day, plainDays(chained.act.announced.days), upon);
  }

  /** Every act that answers such an event is to come; none answers its own. */
  function answer(event: DomainEvent | null, own: ChainedAct | null): void {
    if (event === null) return;
    for (const [place, chained] of all.entries()) {
      const { announced } = chained.act;
      if (chained === own || announced.kind !== 'answers' || announced.type !== event.type) continue;
      if (announced.by !== null && announced.by !== event.by) continue;
      if (announced.subject !== null && announced.subject !== event.subject) continue;
      const begins =
        own?.scenario === chained.scenario ? null : beginningOf(chain, chained.scenario).announced;
      if (begins !== null && event.announced.last <= begins) continue;
      put(chained, place, event.announced.last, plainDays(announced.days), event.id);
    }
  }

  function put(chained: ChainedAct, place: number, from: DayNumber, days: number, upon: string): void {
    const { announced } = chained.act;
    const asked = due.filter((one) => one.place === place).length + (times[place] ?? 0);
    if (announced.kind === 'answers' && asked >= announced.times) return;
    const day = addDays(from, days);
    if (day <= LAST_DAY) due.push({ chained, place, day, upon });
  }

  function eventsOf(
    { act, scenario }: ChainedAct,
    name: string,
    date: Edtf,
    number: number,
  ): EventOnRecord[] {
    const gone = takenOut(chain, scenario + 1);
    return act.events.flatMap(({ written, lag }, index) => {
      if (gone.has(`${act.act}/${index + 1}`)) return [];
      const position = { file: LAST_FILE, act: number, event: index };
      const effective = lag === null ? null : exact(addDays(date.last, plainDays(lag)));
      const said = effective === null ? written.said : { ...written.said, effective };
      const telling = told({ act: name, by: act.by }, { ...written, said }, date, position);
      return [{ id: telling.event.id, versions: [{ recorded: act.recorded, change: null, ...telling }] }];
    });
  }
}

/** Takes the act that comes next out of those that are due. */
function nextOf(due: Due[]): Due | null {
  const [first, ...others] = due;
  if (first === undefined) return null;
  const next = others.reduce(
    (a, b) => (b.day < a.day || (b.day === a.day && b.place < a.place) ? b : a),
    first,
  );
  due.splice(due.indexOf(next), 1);
  return next;
}

function exact(day: DayNumber): Edtf {
  return { edtf: dayOf(day), first: day, last: day, clock: null, doubtful: false };
}

const LAST_DAY = dayNumberOf(9999, 12, 31);
// After every file that a record can have, so that on one day what is assumed comes after what is on record.
const LAST_FILE = '\uFFFF';
