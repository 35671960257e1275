/**
 * A record to measure on, drawn from a seed: permanent missions, each with its share of acts. Half of them are old:
 * their acts lie decades apart, since 1850; those of the others lie days and weeks apart, in the last thirty years.
 * Some acts are told out of their order, some numbers are ranges, and some events have no place in the rules.
 */
import { addDays, type DayNumber, dayOf } from '../src/time/day.ts';

/** A dossier as its files have it, unread: `dossier.yaml` and the entries of one act file, in order of announcement. */
export interface Generated {
  readonly dossier: {
    readonly title: string;
    readonly parties: { readonly [party: string]: string };
    readonly subjects: {
      readonly [subject: string]: { readonly kind: 'permanent-mission'; readonly name: string };
    };
  };
  readonly entries: readonly Entry[];
}

/** An act of one event. */
export interface Entry {
  readonly act: string;
  readonly announced: string;
  readonly [field: string]: unknown;
}

/** So many missions with so many events in all: each has at least one, its founding, and they differ in length. */
export function generated(missions: number, events: number, seed = 1): Generated {
  const draw = drawing(seed);
  const subjects: Record<string, { kind: 'permanent-mission'; name: string }> = {};
  const drawn: { readonly told: DayNumber; readonly entry: Entry }[] = [];
  for (let mission = 0; mission < missions; mission++) {
    const subject = `mission-${mission}`;
    subjects[subject] = { kind: 'permanent-mission', name: `Permanent Mission ${mission}` };
    const share = Math.floor(((mission + 1) * events) / missions) - Math.floor((mission * events) / missions);
    const isOld = mission % 2 === 0;
    let day = isOld ? addDays(FOUNDED, draw(20_000)) : addDays(RECENT, draw(3_000));
    const last = isOld ? 55_000 : 8_000;
    for (let n = 0; n < share; n++) {
      const happening = n === 0 ? { type: 'mission.established' } : happeningDrawn(draw);
      const told = addDays(day, -draw(30));
      drawn.push({
        told,
        entry: {
          act: `${subject}-act-${n + 1}`,
          by: draw(2) === 0 ? 'sender' : 'receiver',
          title: 'A note on the mission',
          announced: dayOf(told),
          sources: [{ title: SOURCES[draw(SOURCES.length)], publisher: 'Gazette' }],
          events: [{ subject, ...happening, effective: dayOf(day) }],
        },
      });
      day = addDays(day, 1 + draw(Math.floor((2 * last) / share)));
    }
  }
  const entries = drawn.sort((a, b) => a.told - b.told).map(({ entry }) => entry);
  return {
    dossier: { title: 'Generated', parties: { sender: 'Sender', receiver: 'Receiver' }, subjects },
    entries,
  };
}

/** 1 January 1850 and 1 January 1995. */
const FOUNDED = -43_829 as DayNumber;
const RECENT = 9_131 as DayNumber;
const SOURCES = ['Official journal', 'Court circular', 'Diplomatic list', 'Press release', 'Report'];

/** Whole numbers below a bound, by a generator of Marsaglia's kind (xorshift32, "Xorshift RNGs", 2003). */
export function drawing(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** What missions are about: mostly who comes and who goes. */
function happeningDrawn(draw: (below: number) => number): {
  readonly type: string;
  readonly [datum: string]: unknown;
} {
  const some = (upTo: number) => {
    const least = draw(upTo);
    return draw(4) === 0 ? `${least}..${least + draw(5)}` : least;
  };
  const name = `Envoy ${draw(6)}`;
  switch (draw(22)) {
    case 0:
      return { type: 'ceiling.set', limit: 10 + draw(40) };
    case 1:
      return { type: 'ceiling.lifted' };
    case 2:
      return { type: 'posts.abolished', count: some(3) };
    case 3:
    case 4:
      return { type: 'accreditation.requested', count: some(6) };
    case 5:
    case 6:
    case 7:
      return { type: 'accreditation.granted', count: some(6) };
    case 8:
      return { type: 'accreditation.denied', count: some(3) };
    case 9:
    case 10:
      return { type: 'accreditation.withdrawn', count: draw(12) === 0 ? 'all' : some(5) };
    case 11:
      return { type: 'staff.recalled', count: draw(12) === 0 ? 'all' : some(5) };
    case 12:
      return { type: 'staff.reported', accredited: `${draw(6)}..${6 + draw(30)}` };
    case 13:
      return { type: 'head.appointed', name };
    case 14:
      return { type: 'head.ended', name };
    case 15:
      return { type: draw(2) === 0 ? 'head.recalled' : 'head.returned', name };
    case 16:
      return draw(2) === 0 ? { type: 'charge.designated', name } : { type: 'charge.ended' };
    case 17:
      return { type: draw(2) === 0 ? 'operations.suspended' : 'operations.resumed' };
    case 18:
      return draw(2) === 0 ? { type: 'access.restricted', admitted: draw(8) } : { type: 'access.restored' };
    case 19:
      return {
        type: draw(2) === 0 ? 'military-representative.appointed' : 'military-representative.ended',
        name,
      };
    case 20:
      return {
        type: draw(2) === 0 ? 'military-representative.suspended' : 'military-representative.resumed',
      };
    default:
      return { type: draw(3) === 0 ? 'mission.closed' : 'mission.reopened' };
  }
}
