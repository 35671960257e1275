/** Whether the acts of scenarios follow on something, not on themselves, and not before their branch begins. */

import { spanOf } from '../events/delay.ts';
import { shownName } from '../events/fields.ts';
import { insteadOfName } from '../nearest.ts';
import type { ActOnRecord, EventRecord } from '../replay/record.ts';
import { addDays, type DayNumber, dayOf, NEVER } from '../time/day.ts';
import {
  actsOf,
  beginningOf,
  type Chain,
  type ChainedAct,
  mayBeUnread,
  pastLeft,
  type ScenarioProblem,
  takenOut,
  type Unread,
} from './chain.ts';

/** What is wrong with the days of the acts. */
export function timingProblems(
  record: EventRecord,
  chain: Chain,
  unread: Unread,
): readonly ScenarioProblem[] {
  const all = actsOf(chain);
  // Of two by one name, the first.
  const acts = new Map(all.toReversed().map((placed) => [placed.act.act, placed]));
  return all.flatMap((placed) => {
    const { announced } = placed.act;
    const ring = announced.kind === 'after' ? ringFrom(placed, acts) : null;
    if (ring !== null) return [ring];
    const lost =
      announced.kind === 'after' ? lostAnchor(record, chain, unread, placed, announced.after, acts) : null;
    if (lost !== null) return [lost];
    const begins = chain.some((_, scenario) => scenario <= placed.scenario && unread(scenario, ['from']));
    return begins ? [] : tooEarly(record, chain, placed, acts);
  });
}

type Acts = ReadonlyMap<string, ChainedAct>;

/** The act that another follows, where it is assumed. */
function anchorOf({ act: { announced } }: ChainedAct, acts: Acts): ChainedAct | null {
  return announced.kind === 'after' ? (acts.get(announced.after) ?? null) : null;
}

/** A ring of acts that wait for each other, told once, at the first of them. */
function ringFrom(placed: ChainedAct, acts: Acts): ScenarioProblem | null {
  const ring: ChainedAct[] = [];
  let here: ChainedAct | null = placed;
  while (here !== null && !ring.includes(here)) {
    ring.push(here);
    here = anchorOf(here, acts);
  }
  if (here !== placed) return null;
  const first = [...ring].sort((a, b) => a.scenario - b.scenario || a.index - b.index)[0];
  if (first !== placed) return null;
  const names = [...ring, placed].map(({ act }) => shownName(act.act)).join(' after ');
  const what =
    ring.length === 1 ? `an act after itself: ${names}` : `acts that wait for each other: ${names}`;
  return at(placed, ['announced', 'after'], what, 'give one of them a date');
}

function lostAnchor(
  record: EventRecord,
  chain: Chain,
  unread: Unread,
  placed: ChainedAct,
  name: string,
  acts: Acts,
): ScenarioProblem | null {
  const path = ['announced', 'after'];
  const assumed = acts.get(name);
  const onRecord = record.acts.get(name);
  if (assumed !== undefined && assumed.scenario <= placed.scenario) return null;
  if (onRecord === null) {
    if (assumed === undefined && mayBeUnread(chain, unread, name)) return null;
    const known = actsOf(chain).filter(({ scenario }) => scenario <= placed.scenario);
    const near = [...known.map(({ act }) => act.act), ...[...record.acts].map(({ act }) => act)];
    return at(placed, path, `no such act: ${shownName(name)}`, insteadOfName(name, near));
  }
  const instead = 'write an act that stays, or a date';
  if (takenOut(chain).has(name)) return at(placed, path, `${shownName(name)} is taken out`, instead);
  if (!isKept(onRecord, chain)) return at(placed, path, `${shownName(name)} is set aside by from`, instead);
  return null;
}

function isKept({ announced, recorded }: ActOnRecord, chain: Chain): boolean {
  const past = pastLeft(chain);
  return (
    (past.announced === null || announced.last <= past.announced) &&
    (past.recorded === null || recorded === null || recorded <= past.recorded)
  );
}

function tooEarly(
  record: EventRecord,
  chain: Chain,
  placed: ChainedAct,
  acts: Acts,
): readonly ScenarioProblem[] {
  const { act, scenario } = placed;
  const begins = beginningOf(chain, scenario);
  const problems: ScenarioProblem[] = [];
  const tell = (path: ScenarioProblem['path'], what: string, day: DayNumber) =>
    void problems.push(at(placed, path, `${what} before the branch begins`, `write ${dayOf(day)} or later`));
  if (begins.recorded !== null && act.recorded !== null && act.recorded < begins.recorded)
    tell(['recorded'], 'recorded', begins.recorded);
  if (begins.announced === null) return problems;
  const earliest = earliestDay(placed, record, acts);
  if (earliest !== null && earliest < begins.announced)
    tell(
      act.announced.kind === 'dated' ? ['announced'] : ['announced', 'days'],
      'announced',
      begins.announced,
    );
  for (const [index, { written }] of act.events.entries()) {
    const { effective } = written.said;
    if (effective !== undefined && effective.last < begins.announced)
      tell(['events', index, 'effective'], 'in effect', begins.announced);
  }
  return problems;
}

/** The first day on which an act can be announced; null where that depends on what it answers. */
function earliestDay({ act: { announced } }: ChainedAct, record: EventRecord, acts: Acts): DayNumber | null {
  switch (announced.kind) {
    case 'dated':
      return announced.date.first;
    case 'answers':
      return null;
    case 'after': {
      const anchor = acts.get(announced.after);
      const day =
        anchor === undefined
          ? (record.acts.get(announced.after)?.announced.last ?? null)
          : isRing(anchor, acts)
            ? null
            : anchor.act.announced.kind === 'dated'
              ? anchor.act.announced.date.last
              : earliestDay(anchor, record, acts);
      return day === null || day === NEVER ? null : addDays(day, spanOf(announced.days)[0]);
    }
    default:
      return announced satisfies never;
  }
}

/** Whether following the acts before it never ends. */
function isRing(placed: ChainedAct, acts: Acts): boolean {
  const passed = new Set<ChainedAct>();
  for (let here: ChainedAct | null = placed; here !== null; here = anchorOf(here, acts)) {
    if (passed.has(here)) return true;
    passed.add(here);
  }
  return false;
}

function at(
  { scenario, index }: ChainedAct,
  path: ScenarioProblem['path'],
  what: string,
  instead: string,
): ScenarioProblem {
  return { scenario, path: ['acts', index, ...path], atKey: false, what, instead };
}
