/** What came of a scenario, in words. */
import { actOf, dataOf } from '../events/event.ts';
import type { Test } from '../events/scenario.ts';
import { ALL_KNOWN, eventAsKnown } from '../replay/known.ts';
import { assumedIn, markedName, unnumbered } from '../replay/mark.ts';
import type { EventRecord } from '../replay/record.ts';
import { actsOf, type Chain, pastLeft, takenOut } from '../simulation/chain.ts';
import type { BranchChange, FindingChange } from '../simulation/compare.ts';
import type { Happening } from '../simulation/play.ts';
import type { Assumption } from '../simulation/probabilities.ts';
import { dayOf } from '../time/day.ts';
import { chanceInWords } from './shares.ts';
import { eventInWords, valueInWords } from './words.ts';

/**
 * What came of an act that was assumed, and when; '' where nothing led to it. Of one that is left to chance it is told
 * that it happens here all the same.
 */
export function happeningInWords(
  happening: Happening,
  branch: EventRecord,
  assumed: readonly Assumption[],
): { readonly when: string; readonly says: string } {
  switch (happening.kind) {
    case 'happens': {
      const act = branch.acts.get(happening.act);
      const events = act?.events.map((id) => `${toldInWords(branch, id)} (${id})`) ?? [];
      const upon = happening.upon === null ? '' : `, upon ${happening.upon}`;
      const what = events.length === 0 ? `${act?.title} (${happening.act})` : events.join('; ');
      const chance = assumed.find((one) => one.act === unnumbered(happening.act));
      const told = chance === undefined ? '' : `; ${chanceInWords(chance)}`;
      return { when: happening.announced.edtf, says: `${what}${upon}${told}` };
    }
    case 'unmet': {
      const { subject, test, value } = happening.unmet;
      const why = `${subject} ${test.field} is ${valueInWords(value)}, not ${wanted(test)}`;
      return { when: dayOf(happening.day), says: `${happening.act} does not happen: ${why}` };
    }
    case 'unprompted':
      return { when: '', says: `${happening.act} does not happen: nothing leads to it` };
    default:
      return happening satisfies never;
  }
}

/** A record, a branch of it, and the scenarios that made the branch. */
export interface Parted {
  readonly record: EventRecord;
  readonly branch: EventRecord;
  readonly chain: Chain;
}

/** Where a branch leaves the record; null where it has all of it before it. */
export function leavingInWords(chain: Chain): string | null {
  const { announced, recorded } = pastLeft(chain);
  const on = announced === null ? '' : ` on ${dayOf(announced)}`;
  const as = recorded === null ? '' : ` as it was recorded by ${dayOf(recorded)}`;
  const later = [announced === null ? [] : ['announced'], recorded === null ? [] : ['recorded']].flat();
  if (later.length === 0) return null;
  return `The branch leaves the record${on}${as}: what was ${later.join(' or ')} later is not on it.`;
}

/** That acts of a branch which are left to chance are drawn like any other; null where none of them happens on it. */
export function chanceInPicture(chain: Chain, happenings: readonly Happening[]): string | null {
  const happening = new Set(happenings.flatMap((one) => (one.kind === 'happens' ? unnumbered(one.act) : [])));
  const many = actsOf(chain).filter(
    ({ act: { act, probability }, scenario }) =>
      probability !== null && happening.has(markedName(chain[scenario]?.scenario ?? '', act)),
  ).length;
  if (many === 0) return null;
  return many === 1
    ? 'The act that is left to chance is drawn as if it happened.'
    : `The ${many} acts that are left to chance are drawn as if they happened.`;
}

/** An event on record that the branch does not have, or has otherwise. */
export interface GoneInWords {
  readonly event: string;
  /** `set-aside`: it is later than the branch leaves the record. */
  readonly kind: Gone['kind'];
  readonly says: string;
}

/** The events on record that the branch does not have, or has otherwise: each in words, and what stands in its place. */
export function goneInWords(parted: Parted): readonly GoneInWords[] {
  const { record, branch } = parted;
  return [...record.events].flatMap(({ id }) => {
    const gone = goneOf(id, parted);
    if (gone === null) return [];
    const now = gone.kind === 'otherwise' ? `; instead ${toldInWords(branch, gone.twin)} (${gone.twin})` : '';
    return [{ event: id, kind: gone.kind, says: `${toldInWords(record, id)}${now}` }];
  });
}

/** One event that makes something otherwise on a branch, by being there or by not being there; words stand around its name. */
export interface Reason {
  readonly before: string;
  readonly event: string;
  /** '' where nothing follows. */
  readonly after: string;
}

/** Why something is otherwise on a branch, event by event; of those that only follow from others, few, and how many more. */
export function reasonsInWords(
  change: Pick<BranchChange, 'because' | 'ofRecord'>,
  parted: Parted,
): { readonly reasons: readonly Reason[]; readonly more: number } {
  const { because, ofRecord } = change;
  const following = because.filter((event) => ofRecord.includes(event) && goneOf(event, parted) === null);
  const left = following.slice(following.length > FEW ? 1 : FEW);
  const told = because.filter((event) => !left.includes(event));
  return { reasons: reasonsOf({ because: told, ofRecord }, parted), more: left.length };
}

/** So many that only follow from others are each told. */
const FEW = 2;

function reasonsOf(
  { because, ofRecord }: Pick<BranchChange, 'because' | 'ofRecord'>,
  parted: Parted,
): readonly Reason[] {
  return because.flatMap((event): Reason[] => {
    if (!ofRecord.includes(event)) return [{ before: 'because of', event, after: '' }];
    const gone = goneOf(event, parted);
    // What stands in its place is told by its own name.
    if (gone?.kind === 'otherwise' && because.includes(gone.twin)) return [];
    return [
      { before: 'as', event, after: gone === null ? 'no longer counts' : becameOf(event, gone, parted) },
    ];
  });
}

/** The same on one line. */
export function whyInWords(change: Pick<BranchChange, 'because' | 'ofRecord'>, parted: Parted): string {
  const { reasons, more } = reasonsInWords(change, parted);
  const lacking = reasons.flatMap(({ before, event, after }) =>
    after === '' ? [] : [`${before} ${event} ${after}`],
  );
  const there = reasons.flatMap(({ event, after }) => (after === '' ? [event] : []));
  const others = more === 0 ? [] : [`as ${more} more events no longer count`];
  return [...lacking, ...others, ...(there.length === 0 ? [] : [`because of ${there.join(' and ')}`])].join(
    '; ',
  );
}

/** A finding that one of two histories has and the other has not, and why. */
export function findingChangeInWords(change: FindingChange, parted: Parted): string {
  const { event, subject, says, other } = change;
  const why =
    other === 'applied'
      ? whyInWords(change, parted)
      : assumedIn(event) === null
        ? 'the branch does not have it'
        : '';
  return `${event} ${subject}: ${says}${why === '' ? '' : `; ${why}`}`;
}

/** What became of an event on record that the branch lacks. */
type Gone =
  | { readonly kind: 'taken-out' }
  /** The branch has another in its place. */
  | { readonly kind: 'otherwise'; readonly twin: string }
  /** It is later than the branch leaves the record. */
  | { readonly kind: 'set-aside' };

/** Null where the branch has it as it is on record. */
function goneOf(event: string, { branch, chain }: Parted): Gone | null {
  if (branch.events.get(event) !== null) return null;
  const twin = chain
    .map(({ scenario }) => markedName(scenario, event))
    .find((name) => branch.events.get(name) !== null);
  if (twin !== undefined) return { kind: 'otherwise', twin };
  const out = takenOut(chain);
  const isOut = out.has(event) || out.has(actOf(event));
  return { kind: isOut ? 'taken-out' : 'set-aside' };
}

function becameOf(event: string, gone: Gone, { record, branch }: Parted): string {
  switch (gone.kind) {
    case 'taken-out':
      return 'is taken out';
    case 'set-aside':
      return 'is set aside';
    case 'otherwise': {
      const [was, is] = [eventAsKnown(record, event, ALL_KNOWN), eventAsKnown(branch, gone.twin, ALL_KNOWN)];
      const isMoved = is !== null && is.effective.edtf !== was?.effective.edtf;
      return isMoved ? `is moved to ${is.effective.edtf}` : 'is otherwise';
    }
    default:
      return gone satisfies never;
  }
}

function toldInWords(record: EventRecord, id: string): string {
  const event = eventAsKnown(record, id, ALL_KNOWN);
  if (event === null) return 'retracted';
  const when = event.atAnnouncement ? '' : `, ${event.effective.edtf}`;
  return `${event.subject}: ${eventInWords(event.type, dataOf(event))}${when}`;
}

function wanted(test: Test): string {
  return test.kind === 'is' ? test.value : `${test.relation} ${test.number}`;
}
