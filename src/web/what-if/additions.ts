/** What the form of an event says, and what it adds to a scenario. */

import { type DataField, dataFieldsOf } from '../../events/data-fields.ts';
import type { Dossier } from '../../events/dossier.ts';
import type { Condition } from '../../events/scenario.ts';
import { isEventType } from '../../events/vocabulary.ts';
import { ALL_KNOWN } from '../../replay/known.ts';
import { logOf } from '../../replay/log.ts';
import { markedName, unnumbered } from '../../replay/mark.ts';
import type { EventRecord } from '../../replay/record.ts';
import type { Chain } from '../../simulation/chain.ts';
import { conditionIn } from '../../simulation/condition-text.ts';
import { sideOf } from '../../simulation/side.ts';
import type { Trouble } from '../../store/trouble.ts';
import { findingInWords } from '../../telling/findings.ts';
import { eventInWords } from '../../telling/words.ts';
import type { Opened } from '../dossier/opened.ts';
import { type Beside, branchOf } from './branch.ts';
import {
  type AddedAct,
  type Addition,
  actNamesIn,
  type Conditions,
  nameFor,
  withAddition,
} from './own-scenario.ts';

/** The form of an event to add, its fields as they are written; '' where nothing is. */
export interface EventForm {
  readonly subject: string;
  readonly type: string;
  /** The party whose act it is. */
  readonly by: string;
  /** The day of announcement; or an act, and how many days after it; or the events that it answers, each so many days later. */
  readonly when:
    | { readonly kind: 'on'; readonly date: string }
    | { readonly kind: 'after'; readonly act: string; readonly days: string }
    | {
        readonly kind: 'answers';
        readonly type: string;
        readonly by: string;
        readonly subject: string;
        readonly days: string;
        readonly times: string;
      };
  /** When it takes hold: a date, or so many days after the announcement where that follows another act. */
  readonly effective: string;
  readonly probability: string;
  /** What must hold on its day: `SUBJECT.FIELD=VALUE`, several apart by `;`. */
  readonly onlyIf: string;
  readonly data: { readonly [field: string]: string };
}

/** What came of an addition. */
export type Attempt =
  | { readonly kind: 'added'; readonly text: string }
  | { readonly kind: 'refused'; readonly lines: readonly string[] };

/** The act that a form adds, or what keeps it from being one. */
export function actIn(
  form: EventForm,
  record: EventRecord,
  text: string,
  chain: Chain,
): Addition | { readonly kind: 'refused'; readonly lines: readonly string[] } {
  const { subject, type, when, effective, probability, onlyIf, data } = form;
  if (!isEventType(type))
    return { kind: 'refused', lines: ['no event is chosen; choose one that the rules allow'] };
  const conditions = conditionsIn(onlyIf, record.dossier);
  if (conditions.kind === 'refused') return conditions;
  const by = form.by || sideOf(type, subject, record.dossier);
  const own = new Set([...actNamesIn(text), ...chain.flatMap(({ acts }) => acts.map(({ act }) => act))]);
  const name = nameFor(nameOfAct(when, by), (one) => own.has(one) || record.acts.get(one) !== null);
  const said = dataFieldsOf(type).flatMap(({ field }) => {
    const value = (data[field] ?? '').trim();
    return value === '' ? [] : [[field, value] as const];
  });
  const hold = effective.trim();
  const event = {
    subject,
    type,
    ...Object.fromEntries(said),
    ...(hold === '' ? {} : { effective: when.kind === 'on' ? hold : { days: hold } }),
  };
  const [only, ...more] = conditions.when;
  const likely = probability.trim();
  return {
    kind: 'act',
    act: {
      act: name,
      by,
      title: `${record.dossier.subjects[subject]?.name ?? subject}: ${eventInWords(type, Object.fromEntries(said))}`,
      announced: announcedIn(when),
      ...(likely === '' ? {} : { probability: likely }),
      ...(only === undefined ? {} : { when: more.length === 0 ? only : conditions.when }),
      event,
    },
  };
}

function nameOfAct(when: EventForm['when'], by: string): string {
  switch (when.kind) {
    case 'on':
      return `${dayIn(when.date)}-${by}`;
    case 'after':
      return `after-${when.act.trim()}`;
    case 'answers':
      return `${by}-answers`;
    default:
      return when satisfies never;
  }
}

function announcedIn(when: EventForm['when']): AddedAct['announced'] {
  switch (when.kind) {
    case 'on':
      return when.date.trim();
    case 'after':
      return { after: when.act.trim(), days: when.days.trim() };
    case 'answers': {
      const { type, by, subject, days, times } = when;
      const said = Object.entries({ by, subject, days, times }).flatMap(([field, value]) =>
        value.trim() === '' && field !== 'days' ? [] : [[field, value.trim()] as const],
      );
      return { answers: type, ...Object.fromEntries(said) };
    }
    default:
      return when satisfies never;
  }
}

/** The conditions on a line as a scenario has them, or all that is wrong with them. */
function conditionsIn(
  line: string,
  dossier: Dossier,
):
  | { readonly kind: 'conditions'; readonly when: readonly Conditions[] }
  | { readonly kind: 'refused'; readonly lines: readonly string[] } {
  const read = line
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => conditionIn(one, dossier));
  const lines = read.flatMap((one) =>
    one.kind === 'problems' ? one.problems.map(({ what, instead }) => `when: ${what}; ${instead}`) : [],
  );
  if (lines.length > 0) return { kind: 'refused', lines };
  const when = read.flatMap((one) => (one.kind === 'condition' ? [asWritten(one.condition)] : []));
  return { kind: 'conditions', when };
}

function asWritten({ subject, tests }: Condition): Conditions {
  const fields = tests.map((test) => [
    test.field,
    test.kind === 'is' ? test.value : `${test.relation}${test.number}`,
  ]);
  return { subject, ...Object.fromEntries(fields) };
}

/**
 * Adds to the text of a scenario, unless the text makes sense before and no more after it, or what is added is an event
 * that the rules have no place for: a text may have one, which shows among the findings then.
 */
export function attempt(
  opened: Pick<Opened, 'record' | 'scenarios'>,
  text: string,
  addition: Addition,
): Attempt {
  const added = withAddition(text, addition);
  if (added.kind === 'refused') return { kind: 'refused', lines: [added.what] };
  const [before, after] = [text, added.text].map((one) => branchOf(opened, { scenario: { text: one } }));
  if (after?.kind === 'problems' && before?.kind !== 'problems')
    return { kind: 'refused', lines: [...new Set(after.problems.map(withoutPlace))] };
  const refused =
    after?.kind === 'branch' && addition.kind === 'act' ? findingOf(after, addition.act.act) : null;
  return refused === null ? { kind: 'added', text: added.text } : { kind: 'refused', lines: [refused] };
}

/**
 * Why the rules have no place for the event of an act on a branch; null where they have one, if only once of all the
 * times that it answers, or where it does not happen.
 */
function findingOf(
  { scenario, branch: { record } }: Extract<Beside, { kind: 'branch' }>,
  act: string,
): string | null {
  const name = markedName(scenario.scenario, act);
  const findings = logOf(record, ALL_KNOWN, EVERYTHING)
    .filter((line) => unnumbered(line.act) === name)
    .map(({ finding }) => finding);
  const [first = null] = findings;
  return first === null || findings.includes(null) ? null : findingInWords(first);
}

const EVERYTHING = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: false };

/** The day with which a date begins, or as much of it as is written. */
function dayIn(date: string): string {
  return /\d{4}(?:-\d\d){0,2}/.exec(date)?.[0] ?? 'some-day';
}

/** The fields of a type's data that a form asks for; none of no type. */
export function fieldsOf(type: string): readonly DataField[] {
  return isEventType(type) ? dataFieldsOf(type) : [];
}

/** What may be written in a field, as an example. */
export function exampleOf({ form }: DataField): string {
  switch (form.kind) {
    case 'count':
      return form.all ? '8, 7..10 or all' : '8, 7..10 or ..30';
    case 'text':
    case 'word':
    case 'yes-or-no':
      return '';
    default:
      return form satisfies never;
  }
}

/** What is wrong with an addition, which stands at no place yet. */
function withoutPlace({ field, what, instead }: Trouble): string {
  const own = field.replace(/^acts\[\d+\]\.?(?:events\[\d+\]\.?)?/, '');
  return `${own === '' ? '' : `${own}: `}${what}; ${instead}`;
}
