/** The acts of scenarios made ready for runs: whom they touch, what they wait for, and what is drawn for each. */
import { spanOf } from '../events/delay.ts';
import type { DomainEvent } from '../events/event.ts';
import { type HypotheticalEvent, MOST_ANSWERS, type Rate } from '../events/scenario.ts';
import { markedName } from '../replay/mark.ts';
import type { EventRecord } from '../replay/record.ts';
import { payloadOf } from '../replay/tellings.ts';
import { told } from '../replay/told.ts';
import { addDays, type DayNumber, EVER, earlier, NEVER } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import type { Check, Cue, Part, Role } from './cast.ts';
import { beginningOf, type Chain, type ChainedAct, pastLeft, takenOut } from './chain.ts';
import { fieldTests } from './field-test.ts';
import { type Spread, spreadOf } from './spread.ts';
import type { Entry, Track } from './track.ts';
import type { Windows } from './windows.ts';

/** The share of the cases that a count gives; see chancery rates. */
export type RateOf = (rate: Rate) => number;

/** What the roles are made of. */
export interface Grounds {
  readonly chain: Chain;
  readonly acts: readonly ChainedAct[];
  readonly trackOf: (subject: string) => Track;
  readonly rateOf: RateOf;
}

/** The acts, each in its place. */
export function rolesOf({ chain, acts, trackOf, rateOf }: Grounds): readonly Role[] {
  let things = 0;
  const next = () => MOST_ANSWERS * things++;
  return acts.map((chained, place): Role => {
    const { act, scenario } = chained;
    const { announced, probability } = act;
    const thing = next();
    const events = act.events.map((event, index) => ({ event, index, thing: next() }));
    const gone = takenOut(chain, scenario + 1);
    const date = announced.kind === 'dated' ? announced.date : null;
    return {
      thing,
      nameOf: (answer) => nameOf(chain, chained, answer),
      share:
        probability === null
          ? 1
          : probability.kind === 'share'
            ? probability.share
            : rateOf(probability.rate),
      date: date === null ? null : { first: firstIn(date), last: date.last },
      spread: announced.kind === 'dated' ? AT_ONCE : spreadOf(announced.days),
      times: announced.kind === 'answers' ? announced.times : 1,
      until: lastDayOf(chain, chained),
      checks: act.when.map(
        ({ subject, tests }): Check => ({ track: trackOf(subject), tests: fieldTests(tests) }),
      ),
      parts: events
        .filter(({ index }) => !gone.has(`${act.act}/${index + 1}`))
        .map(({ event, index, thing }) => ({
          track: trackOf(event.written.subject),
          thing,
          ...daysOf(event),
          entryOf: (answer) => entryOf(chain, chained, place, index, trackOf(event.written.subject), answer),
          entries: [],
          answeredBy: acts.flatMap((other, answering) => {
            const { subject, type } = event.written;
            if (other === chained || !answers(other, { subject, type, by: act.by })) return [];
            const after = other.scenario === scenario ? null : beginningOf(chain, other.scenario).announced;
            return [{ place: answering, after }];
          }),
        })),
      followers: acts.flatMap((other, following) => {
        const { announced } = other.act;
        return announced.kind === 'after' && announced.after === act.act ? [following] : [];
      }),
      asked: 0,
      turns: 0,
      happened: 0,
    };
  });
}

/** What acts follow of what is on record, and those with a date of their own, in the order of `branchUnder`. */
export function cuesOf(
  record: EventRecord,
  chain: Chain,
  acts: readonly ChainedAct[],
  windows: Windows,
): readonly Cue[] {
  const cues: Cue[] = [];
  const put = (place: number, name: string, date: DomainEvent['announced']) => {
    if (date.last === NEVER) return;
    cues.push({ place, day: date.last, window: windows.ofAnnouncement(name, date) });
  };
  for (const [place, { act }] of acts.entries()) {
    const { announced } = act;
    if (announced.kind === 'dated' && announced.date.last !== NEVER)
      cues.push({ place, day: announced.date.last, window: null });
    const followed = announced.kind === 'after' ? record.acts.get(announced.after) : null;
    if (followed !== null) put(place, followed.act, followed.announced);
  }
  if (acts.every(({ act }) => act.announced.kind !== 'answers')) return cues;
  for (const { versions } of record.events) {
    const event = versions[versions.length - 1]?.event ?? null;
    if (event === null) continue;
    for (const [place, chained] of acts.entries()) {
      if (!answers(chained, event)) continue;
      const begins = beginningOf(chain, chained.scenario).announced;
      if (begins === null || event.announced.last > begins) put(place, event.act, event.announced);
    }
  }
  return cues;
}

/** The first day on which something assumed can happen or take hold; null where nothing can. */
export function firstDayOf(acts: readonly ChainedAct[], cues: readonly Cue[]): DayNumber | null {
  const told = cues.map(({ place, day, window }) => {
    const announced = acts[place]?.act.announced;
    if (announced === undefined) throw new Error(`no act has the place ${place}`);
    const from = window?.first ?? day;
    return announced.kind === 'dated' ? firstIn(announced.date) : addDays(from, spanOf(announced.days)[0]);
  });
  const effects = acts.flatMap(({ act }) =>
    act.events.flatMap(({ written: { said } }) =>
      said.effective === undefined ? [] : [firstIn(said.effective)],
    ),
  );
  const days = [...told, ...effects];
  return days.length === 0 ? null : days.reduce(earlier);
}

/** Of a window open at its start, which begins with the announcement or ends before it, the end. */
function firstIn({ first, last }: Edtf): DayNumber {
  return first === EVER ? last : first;
}

const AT_ONCE: Spread = { from: 0, count: 1, uneven: null };

function nameOf(chain: Chain, { act, scenario }: ChainedAct, answer: number): string {
  const nth = act.announced.kind === 'answers' ? answer + 1 : null;
  return markedName(chain[scenario]?.scenario ?? '', act.act, nth);
}

/** The last day on which the scenarios that build on its own let an act happen. */
function lastDayOf(chain: Chain, { act, scenario }: ChainedAct): DayNumber {
  const left = pastLeft(chain, scenario + 1);
  const isLate = left.recorded !== null && act.recorded !== null && act.recorded > left.recorded;
  return isLate || takenOut(chain, scenario + 1).has(act.act) ? EVER : (left.announced ?? NEVER);
}

function daysOf({ lag, written }: HypotheticalEvent): Pick<Part, 'lag' | 'date'> {
  if (lag !== null) return { lag: spreadOf(lag), date: null };
  const { effective } = written.said;
  if (effective === undefined) return { lag: null, date: null };
  return {
    lag: null,
    date: { first: effective.first === EVER ? null : effective.first, last: effective.last },
  };
}

function answers(
  { act: { announced } }: ChainedAct,
  { type, by, subject }: Pick<DomainEvent, 'type' | 'by' | 'subject'>,
): boolean {
  return (
    announced.kind === 'answers' &&
    announced.type === type &&
    (announced.by === null || announced.by === by) &&
    (announced.subject === null || announced.subject === subject)
  );
}

/** An event as it stands after all that is on record; its days are those of each run. */
function entryOf(
  chain: Chain,
  chained: ChainedAct,
  place: number,
  index: number,
  { chart }: Track,
  answer: number,
): Entry {
  const { act } = chained;
  const event = act.events[index];
  if (event === undefined) throw new Error(`${act.act} has no event ${index}`);
  const { written, lag } = event;
  const number = place * MOST_ANSWERS + answer;
  const position = { file: '', act: number, event: index };
  const name = { act: nameOf(chain, chained, answer), by: act.by };
  const date = act.announced.kind === 'dated' ? act.announced.date : null;
  const made = told(name, written, date ?? SOME_DAY, position).event;
  const clock = lag !== null ? null : (written.said.effective ?? date ?? SOME_DAY).clock;
  return {
    id: made.id,
    type: chart.compiled.typeNumber(made.type),
    payload: payloadOf(made),
    day: NEVER,
    clock: clock ?? NO_CLOCK,
    told: NEVER,
    rank: AFTER_ALL + number * MOST_EVENTS + index,
    window: null,
    isToldThen: false,
    refusals: [],
  };
}

/** Before every clock time. */
export const NO_CLOCK = -(2 ** 30);

const SOME_DAY = { edtf: '', first: NEVER, last: NEVER, clock: null, doubtful: false };
const AFTER_ALL = 2 ** 40;
const MOST_EVENTS = 2 ** 20;
