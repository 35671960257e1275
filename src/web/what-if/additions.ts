/** What the form of an event says, and what it adds to a scenario. */
import { type DataField, dataFieldsOf } from '../../events/data-fields.ts';
import { isEventType } from '../../events/vocabulary.ts';
import { logOf } from '../../replay/log.ts';
import { markedName } from '../../replay/mark.ts';
import type { EventRecord } from '../../replay/record.ts';
import type { Chain } from '../../simulation/chain.ts';
import { sideOf } from '../../simulation/side.ts';
import type { Trouble } from '../../store/trouble.ts';
import { eventInWords } from '../../telling/words.ts';
import type { Opened } from '../dossier/opened.ts';
import { type Beside, branchOf } from './branch.ts';
import { type Addition, actNamesIn, nameFor, withAddition } from './own-scenario.ts';

/** The form of an event to add, its fields as they are written; '' where nothing is. */
export interface EventForm {
  readonly subject: string;
  readonly type: string;
  /** The party whose act it is. */
  readonly by: string;
  /** The day of announcement; or an act, and how many days after it. */
  readonly when:
    | { readonly kind: 'on'; readonly date: string }
    | { readonly kind: 'after'; readonly act: string; readonly days: string };
  /** When it takes hold: a date, or so many days after the announcement where that follows another act. */
  readonly effective: string;
  readonly probability: string;
  readonly data: { readonly [field: string]: string };
}

/** What came of an addition. */
export type Attempt =
  | { readonly kind: 'added'; readonly text: string }
  | { readonly kind: 'refused'; readonly lines: readonly string[] };

/** The act that a form adds; null where no type of event is chosen. */
export function actIn(form: EventForm, record: EventRecord, text: string, chain: Chain): Addition | null {
  const { subject, type, when, effective, probability, data } = form;
  if (!isEventType(type)) return null;
  const by = form.by || sideOf(type, subject, record.dossier);
  const own = new Set([...actNamesIn(text), ...chain.flatMap(({ acts }) => acts.map(({ act }) => act))]);
  const name = nameFor(
    when.kind === 'on' ? `${dayIn(when.date)}-${by}` : `after-${when.act.trim()}`,
    (one) => own.has(one) || record.acts.get(one) !== null,
  );
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
  const announced =
    when.kind === 'on' ? when.date.trim() : { after: when.act.trim(), days: when.days.trim() };
  const likely = probability.trim();
  return {
    kind: 'act',
    act: {
      act: name,
      by,
      title: `${record.dossier.subjects[subject]?.name ?? subject}: ${eventInWords(type, Object.fromEntries(said))}`,
      announced,
      ...(likely === '' ? {} : { probability: likely }),
      event,
    },
  };
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

/** Why the rules have no place for the event of an act on a branch; null where they have one, or it does not happen. */
function findingOf(
  { scenario, branch: { record } }: Extract<Beside, { kind: 'branch' }>,
  act: string,
): string | null {
  const event = `${markedName(scenario.scenario, act)}/1`;
  const line = logOf(record, ALL, FINDINGS).find((one) => one.event === event);
  return line?.finding?.says ?? null;
}

const ALL = { announcedBy: null, recordedBy: null, account: null, reading: 'latest' } as const;
const FINDINGS = { subjects: null, types: null, by: null, from: null, to: null, findingsOnly: true };

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
