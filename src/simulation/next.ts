/** What the rules allow a subject next, what they refuse and why, and what has no place while it is as it is. */
import { exactly } from '../count.ts';
import { type DataField, dataFieldsOf } from '../events/data-fields.ts';
import type { Kind } from '../events/dossier.ts';
import type { EventType } from '../events/vocabulary.ts';
import { understoodBy } from '../machines/rulebooks.ts';
import type { Chart, Snapshot } from '../replay/chart.ts';
import { possibilities } from '../replay/doubt.ts';
import { begin } from '../replay/evolve.ts';
import { knownOf } from '../replay/known.ts';
import { type EventRecord, kindOf } from '../replay/record.ts';
import { type Uncertain, uncertainties } from '../replay/uncertain.ts';
import { chartFor, stateOn } from '../replay/walk.ts';
import type { AsOf } from '../time/clocks.ts';
import { boundsOf } from './next-bounds.ts';
import { eventOf, numbersIn, type Proposal, proposalsOf, SOMEBODY, textsIn } from './next-proposals.ts';

/** What may happen to a subject at the end of a day, by the rules of its kind. */
export interface Next {
  readonly subject: string;
  readonly status: string;
  readonly allowed: readonly (Allowed & Doubted)[];
  readonly refused: readonly (Refused & Doubted)[];
  /** Events that the state knows nothing of, whatever their data. */
  readonly noPlace: readonly (NoPlace & Doubted)[];
  /** What of the state doubtful dates leave open. */
  readonly uncertain: readonly Uncertain[];
}

/** Some event of this type has a place; `guard` looked at it, and `limits` are what it asks of the data. */
export interface Allowed {
  readonly type: EventType;
  readonly guard?: string;
  readonly limits?: readonly Limit[];
}

/** Every event of this type has a place and is refused by a guard. */
export interface Refused {
  readonly type: EventType;
  readonly guard: string;
  readonly reason: string;
}

export interface NoPlace {
  readonly type: EventType;
  readonly while: string;
  readonly reason: string;
}

/** What the rules would say in the other states that doubtful dates allow, where that is something else. */
export interface Doubted {
  readonly otherwise?: readonly Verdict[];
}

/** What the rules say of a type of event in one state. */
export type Verdict =
  | ({ readonly kind: 'allowed' } & Allowed)
  | ({ readonly kind: 'refused' } & Refused)
  | ({ readonly kind: 'no-place' } & NoPlace);

/** What a guard lets stand in one field, and why no more. */
export type Limit = { readonly field: string; readonly guard: string; readonly reason: string } & (
  | {
      /** A range is let through where its least is no more than `most` and its most no less than `least`. */
      readonly least: number;
      readonly most: number | null;
      /** Whether `all` may stand there, beside numbers. */
      readonly all: boolean;
    }
  | { readonly only: readonly string[] }
);

/** What may happen next to a subject; RangeError where the record has no such subject. */
export function nextOf(record: EventRecord, subject: string, when: AsOf): Next {
  const kind = kindOf(record, subject);
  const chart = chartFor(kind);
  const stream = knownOf(record, subject, when);
  const { snapshot } = stateOn(chart, stream, when, when.at);
  const others = possibilities(chart, begin(chart), stream, when).states.map((state) => state.snapshot);
  const verdicts = verdictsOn(chart, kind, snapshot);
  const elsewhere = others.map((other) => verdictsOn(chart, kind, other));
  const doubted = verdicts.map((verdict, index) => ({
    verdict,
    doubt: doubtOf(
      verdict,
      elsewhere.flatMap((other) => other[index] ?? []),
    ),
  }));
  return {
    subject,
    status: chart.statusOf(snapshot.at.number),
    allowed: doubted.flatMap(({ verdict, doubt }) => {
      if (verdict.kind !== 'allowed') return [];
      const { kind: _, ...said } = verdict;
      return [{ ...said, ...doubt }];
    }),
    refused: doubted.flatMap(({ verdict, doubt }) => {
      if (verdict.kind !== 'refused') return [];
      const { kind: _, ...said } = verdict;
      return [{ ...said, ...doubt }];
    }),
    noPlace: doubted.flatMap(({ verdict, doubt }) => {
      if (verdict.kind !== 'no-place') return [];
      const { kind: _, ...said } = verdict;
      return [{ ...said, ...doubt }];
    }),
    uncertain: uncertainties(chart, stream, when),
  };
}

/** What the rules say of each type that the kind understands, in the order of the vocabulary. */
export function verdictsOn(chart: Chart, kind: Kind, snapshot: Snapshot): readonly Verdict[] {
  return understoodBy(kind).map((type) => verdictOn(chart, snapshot, type));
}

function doubtOf(verdict: Verdict, elsewhere: readonly Verdict[]): Doubted {
  const said = new Map(elsewhere.map((other) => [JSON.stringify(other), other]));
  said.delete(JSON.stringify(verdict));
  return said.size === 0 ? {} : { otherwise: [...said.values()] };
}

function verdictOn(chart: Chart, snapshot: Snapshot, type: EventType): Verdict {
  const { context } = snapshot;
  const counts = [...new Set([1, ...numbersIn(context)])];
  const texts = [...new Set([SOMEBODY, ...textsIn(context)])];
  const tried = proposalsOf(type, { counts, texts });
  const asked = new Set<string>();
  const allowed: Proposal[] = [];
  for (const proposal of tried) {
    const { verdict } = chart.decide(snapshot.at, context, eventOf(proposal));
    if (verdict.kind === 'applied') allowed.push(proposal);
    for (const guard of verdict.asked) if (Object.hasOwn(chart.rules.refusals, guard)) asked.add(guard);
  }
  const [some] = allowed;
  if (some === undefined) return refusalOf(chart, snapshot, tried);
  const [guard] = asked;
  if (guard === undefined) return { kind: 'allowed', type };
  const limits = dataFieldsOf(type).flatMap((field) => limitOf(chart, snapshot, field, some, texts));
  return { kind: 'allowed', type, guard, ...(limits.length === 0 ? {} : { limits }) };
}

/** Why none of the proposals has a place: a guard's refusal of any of them says more than that the state knows none. */
function refusalOf(chart: Chart, snapshot: Snapshot, tried: readonly Proposal[]): Verdict {
  const steps = tried.map((proposal) => ({ proposal, step: chart.step(snapshot, eventOf(proposal)) }));
  const { proposal, step } = steps.find(({ step: { kind } }) => kind === 'refused') ?? steps[0] ?? {};
  if (proposal === undefined || step === undefined || step.kind === 'applied') {
    throw new Error('a type of event was tried with no data at all');
  }
  const { type } = proposal;
  if (step.kind === 'refused') {
    return { kind: 'refused', type, guard: step.guards.join(', '), reason: reasonOf(chart, step.guards) };
  }
  return { kind: 'no-place', type, while: step.while, reason: `has no place while ${step.while}` };
}

/** What of the values of one field is let through, beside what else a proposal says that has a place. */
function limitOf(
  chart: Chart,
  snapshot: Snapshot,
  { field, form }: DataField,
  { type, data }: Proposal,
  texts: readonly string[],
): Limit[] {
  const refusing = new Set<string>();
  const has = (value: unknown) => {
    const step = chart.step(snapshot, eventOf({ type, data: { ...data, [field]: value } }));
    if (step.kind === 'refused') for (const guard of step.guards) refusing.add(guard);
    return step.kind === 'applied';
  };
  const said = () => {
    const guards = [...refusing];
    return { field, guard: guards.join(', '), reason: reasonOf(chart, guards) };
  };
  if (form.kind === 'count') {
    const { least, most } = boundsOf((n) => has(exactly(n)), numbersIn(snapshot.context));
    if (least === 0 && most === null) return [];
    return [{ ...said(), least, most, all: form.all && has('all') }];
  }
  if (form.kind !== 'text' || has(SOMEBODY)) return [];
  return [{ ...said(), only: texts.filter(has) }];
}

function reasonOf({ rules: { refusals } }: Chart, guards: readonly string[]): string {
  return guards.map((guard) => refusals[guard] ?? guard).join('; ');
}
