/** The probabilities of the acts of scenarios as numbers, those that name a count taken from what a record tells. */
import type { Rate } from '../events/scenario.ts';
import type { Knowledge } from '../replay/known.ts';
import { markedName } from '../replay/mark.ts';
import type { EventRecord } from '../replay/record.ts';
import { type DayNumber, earlier } from '../time/day.ts';
import { actsOf, type Chain, pastLeft, type ScenarioProblem } from './chain.ts';
import { type RateCounted, rateOf } from './rates.ts';
import type { Share } from './spell-counts.ts';

/** How likely an act is. */
export interface ProbabilityOfAct {
  /** From 0 to 1; 1 where the scenario gives none. */
  readonly share: number;
  /** What it was counted from; null where the scenario gives a number or none. */
  readonly counted: Extract<RateCounted, { kind: 'counted' }> | null;
}

/**
 * The probability of every act of a chain by the act's name, or what cannot be counted. Counted is the record itself, as
 * it was known where the scenarios begin, up to a day or the record's end: a scenario from a past day does not know what
 * came after.
 */
export function probabilitiesOf(
  record: EventRecord,
  chain: Chain,
  knowledge: Knowledge,
  to: DayNumber | null = null,
):
  | { readonly kind: 'probabilities'; readonly acts: ReadonlyMap<string, ProbabilityOfAct> }
  | { readonly kind: 'problems'; readonly problems: readonly ScenarioProblem[] } {
  const known = knownWhere(chain, knowledge);
  const acts = new Map<string, ProbabilityOfAct>();
  const problems: ScenarioProblem[] = [];
  for (const { act, scenario, index } of actsOf(chain)) {
    const { probability } = act;
    if (probability?.kind !== 'rate') {
      acts.set(act.act, { share: probability?.share ?? 1, counted: null });
      continue;
    }
    const counted = rateOf(record, probability.rate, known, to);
    if (counted.kind === 'counted') acts.set(act.act, { share: counted.share, counted });
    else {
      const what = `nothing to count: ${counted.what}`;
      const instead = 'write a number from 0 to 1, or a count that chancery rates shows';
      const path = ['acts', index, 'probability', 'rate'];
      problems.push({ scenario, path, atKey: false, what, instead });
    }
  }
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'probabilities', acts };
}

/** How likely the scenarios take an act to be. */
export interface Assumption {
  /** By its name with the mark. */
  readonly act: string;
  readonly share: number;
  /** The count that it was taken from; null for a number of the scenario's own. */
  readonly counted: (Share & { readonly rate: Rate }) | null;
}

/** Of every act that a scenario leaves to chance, how likely it is taken to be. */
export function assumptionsOf(
  chain: Chain,
  probabilities: ReadonlyMap<string, ProbabilityOfAct>,
): readonly Assumption[] {
  return actsOf(chain).flatMap(({ act: { act, probability }, scenario }): Assumption[] => {
    const known = probabilities.get(act);
    if (probability === null || known === undefined) return [];
    const name = markedName(chain[scenario]?.scenario ?? '', act);
    if (probability.kind === 'share' || known.counted === null)
      return [{ act: name, share: known.share, counted: null }];
    const { n, of, share, low, high } = known.counted;
    return [{ act: name, share, counted: { rate: probability.rate, n, of, share, low, high } }];
  });
}

/** The same scenarios with these probabilities in the place of the counts that they name. */
export function withShares(chain: Chain, probabilities: ReadonlyMap<string, ProbabilityOfAct>): Chain {
  return chain.map((scenario) => ({
    ...scenario,
    acts: scenario.acts.map((act) => {
      const counted = probabilities.get(act.act)?.counted;
      return counted ? { ...act, probability: { kind: 'share', share: counted.share } } : act;
    }),
  }));
}

/** What is known at the place where the scenarios leave the record. */
function knownWhere(chain: Chain, knowledge: Knowledge): Knowledge {
  const { announced, recorded } = pastLeft(chain);
  const { announcedBy, recordedBy } = knowledge;
  return {
    ...knowledge,
    announcedBy: announced === null ? announcedBy : earlier(announced, announcedBy ?? announced),
    recordedBy: recorded === null ? recordedBy : earlier(recorded, recordedBy ?? recorded),
  };
}
