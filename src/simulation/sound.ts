/** Whether scenarios make sense beside a record: whether what they name exists and can be changed. */
import { shown, shownName } from '../events/fields.ts';
import { understoodBy } from '../machines/rulebooks.ts';
import { insteadOf, insteadOfName } from '../nearest.ts';
import { wordsOf } from '../replay/field-words.ts';
import { nameProblems, partyProblems } from '../replay/names.ts';
import { type FileProblem, type Place, problemAt } from '../replay/place.ts';
import type { EventRecord } from '../replay/record.ts';
import {
  actsOf,
  type Chain,
  type ChainedAct,
  mayBeUnread,
  NOTHING_UNREAD,
  pastLeft,
  type ScenarioProblem,
  type Unread,
} from './chain.ts';
import { otherwise } from './changed.ts';
import { conditionProblems } from './condition-names.ts';
import { pastOf } from './past.ts';
import { timingProblems } from './timing.ts';

/** All that keeps the scenarios from being simulated beside this record, as far as it does not follow from what is unread. */
export function problemsOf(
  record: EventRecord,
  chain: Chain,
  unread: Unread = NOTHING_UNREAD,
): readonly ScenarioProblem[] {
  const problems = [
    ...namesakeProblems(chain),
    ...chain.flatMap((_, scenario) => withoutProblems(record, chain, unread, scenario)),
    ...otherwise(record, pastOf(record, pastLeft(chain)), chain, unread).problems,
    ...actsOf(chain).flatMap((placed) => [
      ...twinProblems(record, chain, placed),
      ...actNameProblems(record, placed),
    ]),
    ...timingProblems(record, chain, unread),
  ];
  return problems.filter(({ scenario, path }) => !unread(scenario, path));
}

function namesakeProblems(chain: Chain): readonly ScenarioProblem[] {
  return chain.flatMap(({ scenario: name }, scenario) => {
    if (chain.findIndex((other) => other.scenario === name) === scenario) return [];
    const what = `its base has this name already: ${shownName(name)}`;
    const instead = `write another name, as in ${shownName(`${name}-2`)}`;
    return [{ scenario, path: ['scenario'], atKey: false, what, instead }];
  });
}

function withoutProblems(
  record: EventRecord,
  chain: Chain,
  unread: Unread,
  scenario: number,
): readonly ScenarioProblem[] {
  const { without = [] } = chain[scenario] ?? {};
  const assumed = actsOf(chain.slice(0, scenario)).map(({ act }) => act);
  return without.flatMap((name, index) => {
    const [act = name] = name.split('/');
    const own = assumed.find((one) => one.act === act);
    const onRecord = record.acts.get(act)?.events;
    const events = own?.events.map((_, n) => `${act}/${n + 1}`) ?? onRecord ?? [];
    const known = name === act ? own !== undefined || onRecord !== undefined : events.includes(name);
    if (known || (onRecord === undefined && mayBeUnread(chain, unread, name))) return [];
    const near =
      events.length > 0
        ? events
        : nearNames(
            record,
            name,
            assumed.map((one) => one.act),
          );
    const what = `no such ${name === act ? 'act' : 'event'}: ${shownName(name)}`;
    return [{ scenario, path: ['without', index], atKey: false, what, instead: insteadOfName(name, near) }];
  });
}

/** The acts, or the events of acts, that a name may mean. */
function* nearNames(
  { acts, events }: EventRecord,
  name: string,
  assumed: readonly string[],
): Iterable<string> {
  if (name.includes('/')) {
    for (const { id } of events) yield id;
    return;
  }
  yield* assumed;
  for (const { act } of acts) yield act;
}

function twinProblems(
  record: EventRecord,
  chain: Chain,
  { act, scenario, index }: ChainedAct,
): readonly ScenarioProblem[] {
  const twin = actsOf(chain).find((other) => other.act.act === act.act);
  const earlier = twin !== undefined && (twin.scenario < scenario || twin.index < index) ? twin : null;
  if (earlier === null && record.acts.get(act.act) === null) return [];
  const where =
    earlier === null
      ? 'is on record already'
      : earlier.scenario === scenario
        ? `is act ${earlier.index + 1} already`
        : `is in ${shownName(chain[earlier.scenario]?.scenario ?? '')} already`;
  const what = `a second act by this name: ${shownName(act.act)}, which ${where}`;
  const instead = `write another name, as in ${shownName(`${act.act}-2`)}`;
  return [{ scenario, path: ['acts', index, 'act'], atKey: false, what, instead }];
}

function actNameProblems({ dossier }: EventRecord, placed: ChainedAct): readonly ScenarioProblem[] {
  const { act, scenario, index } = placed;
  const place = { file: '', entry: index };
  const { announced } = act;
  const answered = announced.kind === 'answers' ? announced : null;
  return [
    ...partyProblems(dossier, act.by, place, ['by']),
    ...(answered?.by ? partyProblems(dossier, answered.by, place, ['announced', 'by']) : []),
    ...(answered?.subject
      ? nameProblems(dossier, { subject: answered.subject, type: answered.type, accounts: {} }, place, [
          'announced',
        ]).map((problem) => ({
          ...problem,
          path: problem.path.map((step) => (step === 'type' ? 'answers' : step)),
        }))
      : []),
    ...act.events.flatMap(({ written }, n) => nameProblems(dossier, written, place, ['events', n])),
    ...conditionProblems(dossier, act.when, place),
    ...rateProblems(act, place),
  ].map(({ path, atKey, what, instead }) => ({ scenario, path: ['acts', ...path], atKey, what, instead }));
}

function rateProblems({ probability }: ChainedAct['act'], place: Place): readonly FileProblem[] {
  if (probability?.kind !== 'rate') return [];
  const { kind, while: status, event } = probability.rate;
  const wrong = (field: string, what: string, instead: string) =>
    problemAt(place, { path: ['probability', 'rate', field], atKey: false, what, instead });
  const words = [...(wordsOf(kind).get('status') ?? [])];
  const types = understoodBy(kind);
  return [
    ...(types.includes(event)
      ? []
      : [wrong('event', `nothing that can happen to a ${kind}: ${event}`, insteadOf(event, types))]),
    ...(words.includes(status)
      ? []
      : [wrong('while', `no status of ${kind}: ${shown(status)}`, insteadOf(status, words))]),
  ];
}
